"""Free text in the chat: the handler is called, the value compared."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import SendMessage
from aiogram.types import CallbackQuery, Chat, Message, User
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.programme.tables import Event, Mode
from catalogue.registrations.tables import Registration, State
from catalogue.search.index import Index
from handlers import asking, forms
from handlers.callbacks.asking import LetGo, NoneFits, OtherDays, Search
from handlers.callbacks.menu import Example
from handlers.forms import Form
from handlers.replies import Replies
from handlers.talk import House, Talk
from handlers.words.speech import Speech
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.talking import data, labels, pressed, put, rewritten, texts

VILNIUS = ZoneInfo("Europe/Vilnius")


@pytest.fixture
async def talk(sqlite_database: Database) -> AsyncIterator[Talk]:
    """With seven events about ceramics and an olympiad."""
    person = a_person()
    events = [
        an_event(title_lt=f"Keramika {n}", starts=NOW + timedelta(days=n + 1)) for n in range(7)
    ]
    olympiad = an_event(title_lt="Matematikos olimpiada", form="olimpiada", mode=Mode.ONLINE)
    async with AsyncSession(sqlite_database.engine) as session, session.begin():
        await kept(session, person, *events, olympiad)
        key = StorageKey(bot_id=1, chat_id=1, user_id=1)
        yield Talk(
            chat_id=1001,
            session=session,
            person=person,
            say=Speech("lt", VILNIUS),
            now=NOW,
            state=FSMContext(storage=MemoryStorage(), key=key),
            house=House(
                finder=Finder(Index()),
                bot_username="kvieslys_bot",
                owner_ids=frozenset(),
                default_language="lt",
            ),
        )


def message(text: str) -> Message:
    return Message(message_id=1, date=NOW, chat=Chat(id=1001, type="private"), text=text)


def press(data: Any) -> CallbackQuery:
    user = User(id=1001, is_bot=False, first_name="Ona")
    return CallbackQuery(id="1", from_user=user, chat_instance="1", data=data.pack())


async def write(talk: Talk, text: str) -> SendMessage:
    return only(await asking.written(message(text), talk))


def only(replies: Replies) -> SendMessage:
    """The first message of the answer."""
    first = replies[0] if isinstance(replies, list) else replies
    assert isinstance(first, SendMessage)
    return first


def buttons(sent: SendMessage) -> list[tuple[str, str]]:
    """Label and data of each."""
    markup: Any = sent.reply_markup
    return [(one.text, one.callback_data) for row in markup.inline_keyboard for one in row]


PRESSES: dict[type[CallbackData], Callable[..., Awaitable[Replies]]] = {
    Search: asking.search,
    LetGo: asking.let_go,
    OtherDays: asking.other_days,
    NoneFits: asking.none_fits,
}


async def push(talk: Talk, shown: Replies, label: str) -> Any:
    """Presses that button of an answer, below message 77."""
    packed = data(shown, label)
    for kind, handler in PRESSES.items():
        if packed.startswith(f"{kind.__prefix__}:"):
            chosen = kind.unpack(packed)
            return await handler(pressed(chosen), chosen, talk)
    raise AssertionError(packed)


async def test_a_search_has_numbered_buttons_and_more(talk: Talk) -> None:
    """„Daugiau“ goes on where the list ended, by the button or in words, until all was shown."""
    first = await write(talk, "keramika")
    assert [label[:3] for label, _ in buttons(first)] == [
        *("1. ", "2. ", "3. ", "4. ", "5. "), "Dau", "Pra"
    ]  # fmt: skip
    assert [label[:3] for label, _ in buttons(await write(talk, "o daugiau?"))] == [
        "6. ", "7. ", "Pra"
    ]  # fmt: skip
    second = await push(talk, first, "Daugiau")
    assert [label[:3] for label, _ in buttons(second)] == ["6. ", "7. ", "Pra"]
    last = await write(talk, "o daugiau?")
    assert (last.text, len(buttons(last))) == ("Tai ir viskas, kas tinka.", 1)


async def test_a_number_of_an_earlier_page_is_still_known(talk: Talk) -> None:
    """All that was numbered is on the screen, one only scrolls back."""
    await push(talk, await write(talk, "keramika"), "Daugiau")
    assert (await write(talk, "3")).text.startswith("<b>Keramika 2</b>")
    listed = (await talk.state.get_data())["listed"]
    assert len(listed) == 7


@pytest.mark.parametrize("kind", PRESSES, ids=lambda kind: kind.__name__)
async def test_a_forgotten_search_begins_again(talk: Talk, kind: type[CallbackData]) -> None:
    """Its button is years old, or the person has been forgotten meanwhile."""
    chosen = kind(**{name: "ffffffff" for name in kind.model_fields if name != "page"})
    sent = only(await PRESSES[kind](pressed(chosen), chosen, talk))
    assert "paseno" in sent.text
    assert len(buttons(sent)) == 3


async def test_each_list_lets_go_of_its_own_conditions(talk: Talk) -> None:
    """A chip acts on the search above it, also after another one, and in the same place."""
    first = await write(talk, "keramika Kaune lapkritį")
    assert [label for label, _ in buttons(first)][5:8] == [
        "✕ „keramika“", "✕ lapkritis", "✕ Kaunas"
    ]  # fmt: skip
    await write(talk, "nuotolinė matematikos olimpiada gruodį")
    wider = await push(talk, first, "✕ lapkritis")
    assert rewritten(wider) == [77]
    assert "„keramika“ · Kaunas" in texts(wider)[0]
    assert [one for one in labels(wider.reply_markup) if "✕" in one] == ["✕ „keramika“", "✕ Kaunas"]
    alone = await push(talk, wider, "✕ Kaunas")
    assert [one for one in labels(alone.reply_markup) if "✕" in one] == []
    assert texts(await push(talk, first, "✕ lapkritis")) == texts(wider)


async def test_a_condition_that_is_not_there_changes_nothing(talk: Talk) -> None:
    """Whatever the data of a press say."""
    shown = await write(talk, "keramika Kaune")
    mark = LetGo.unpack(data(shown, "✕ Kaunas")).mark
    for name in ("audience", "not.city", "exclude", "__class__", ""):
        chosen = LetGo(mark=mark, name=name)
        again = await asking.let_go(pressed(chosen), chosen, talk)
        assert "„keramika“ · Kaunas" in texts(again)[0]


async def test_words_go_on_from_the_search_before(talk: Talk) -> None:
    """What was said stays and what is said now is added; after half an hour it is forgotten."""
    await write(talk, "keramika lapkritį")
    assert "„keramika“ · lapkritis · Kaunas" in (await write(talk, "o Kaune?")).text
    later = replace(talk, now=NOW + timedelta(minutes=31))
    assert "„keramika“" not in (await write(later, "o Kaune?")).text


async def test_the_one_event_is_shown_at_once(talk: Talk) -> None:
    """As its card, with what was understood above it and the conditions below."""
    sent = await write(talk, "nuotolinė olimpiada")
    assert sent.text.startswith("Radau 1 renginį:\n<i>")
    assert "Organizatorius" in sent.text
    names = [label for label, _ in buttons(sent)]
    assert names[0] == "Registruotis"
    assert names[-3:] == ["✕ nuotoliu", "✕ olimpiada", "Pranešti apie naujus"]
    assert "nuotoliu" in (await write(talk, "o kur?")).text


async def test_a_whole_title_opens_its_card(talk: Talk) -> None:
    """Others that fit too are one press away."""
    for title in ("Robotika pradinukams", "Robotika visiems pradinukams", "Robotika ir pradinukai"):
        await put(talk, title_lt=title, code=title)
    sent = await write(talk, "ROBOTIKA PRADINUKAMS!")
    assert sent.text.startswith("<b>Robotika pradinukams</b>")
    others = await push(talk, sent, "Kiti tinkami (2)")
    assert texts(others)[0].startswith("Radau 3 renginius:")


async def test_none_of_those_offered_leads_on(talk: Talk) -> None:
    """To what else is near, and the wish is kept."""
    for number in range(4):
        await put(talk, title_lt=f"Robotika ir konstravimas {number}", code=f"R-{number}")
    doubtful = await write(talk, "konstravimas su robotais, terapija")
    assert "Nė vienas" in [label for label, _ in buttons(doubtful)]
    told = await push(talk, doubtful, "Nė vienas")
    assert rewritten(told) == [77]
    assert "1. <b>Robotika ir konstravimas 3</b>" in texts(told)[0]
    assert "Pasižymėjau" in texts(told)[0]
    assert "Pranešti, kai bus" in labels(told.reply_markup)


async def test_days_can_be_read_the_other_way_and_back(talk: Talk) -> None:
    """An ambiguity is said once; the other reading is a press away, and so is the first."""
    told = await write(talk, "keramika kitą savaitę")
    assert "supratau taip: lapkričio 23–29 d.; gali" in told.text
    other = await push(talk, told, "Gal lapkričio 30 d. – gruodžio 6 d.?")
    assert rewritten(other) == [77]
    assert "supratau taip" not in texts(other)[0]
    back = await push(talk, other, "Gal lapkričio 23–29 d.?")
    assert "lapkričio 23–29 d." in texts(back)[0]
    assert "Gal lapkričio 30 d. – gruodžio 6 d.?" in labels(back.reply_markup)


async def test_what_one_wants_to_join_may_be_narrowed(talk: Talk) -> None:
    """„Noriu į olimpiadą“, then a town: still an olympiad."""
    await put(talk, title_lt="Fizikos olimpiada", form="olimpiada", city="Vilnius", code="FO")
    await write(talk, "noriu į olimpiadą")
    told = await write(talk, "Vilniuje")
    assert "Vilnius · olimpiada" in told.text
    assert "Fizikos olimpiada" in told.text


async def test_what_is_there_at_another_time_is_no_wish(talk: Talk) -> None:
    """It would be told of at once; whoever wants to hear of more may press."""
    told = await write(talk, "keramika sausį")
    assert "Skiriasi: data" in told.text
    assert "Pasižymėjau" not in told.text
    assert [label for label, _ in buttons(told)][-1] == "Pranešti, kai bus"


async def test_trying_out_is_no_wish(talk: Talk) -> None:
    """Each press would leave another; what was written first is waited for, and one may press."""
    shown = await write(talk, "nemokama branduolinė fizika Vilniuje")
    assert "Pasižymėjau" in shown.text
    wider = await push(talk, shown, "✕ Vilnius")
    assert "neradau" in texts(wider)[0]
    assert "Pasižymėjau" not in texts(wider)[0]
    assert labels(wider.reply_markup)[-1] == "Pranešti, kai bus"


async def test_more_of_what_was_only_near_is_what_else_is_near(talk: Talk) -> None:
    """The same three again would be no answer."""
    first = await write(talk, "keramika sausį")
    assert "Keramika 0" in first.text
    more = await write(talk, "o daugiau?")
    assert "Keramika 3" in more.text
    assert "Keramika 0" not in more.text


async def test_what_the_programme_does_not_tell_of_the_one_in_hand(talk: Talk) -> None:
    """The organiser is named, nothing is waited for, and the one in hand stays so."""
    await write(talk, "nuotolinė olimpiada")
    told = await write(talk, "ar reikia atsinešti liniuotę?")
    assert "Skaidrių ar įrašų čia kol kas nėra, o ką atsinešti, programoje nerašoma." in told.text
    assert "Matematikos olimpiada" in told.text
    assert "Pasižymėjau" not in told.text
    assert "nuotoliu" in (await write(talk, "o kur vyks?")).text


async def test_it_means_the_event_just_answered(talk: Talk) -> None:
    """„O kur?“ after „kada matematikos olimpiada?“."""
    first = await write(talk, "Kada matematikos olimpiada?")
    assert [label for label, _ in buttons(first)][1:] == ["Klausti metodininko"]
    assert "nuotoliu" in (await write(talk, "Kur vyks?")).text


async def test_a_centre_stays_in_mind_until_events_are_shown(talk: Talk) -> None:
    """„O kada įkurtas?“ is of the centre just told of, and of none after a list."""
    assert "KT3-12" in (await write(talk, "ar KŠIC akredituotas?")).text
    assert "1995 m. liepos 15 d." in (await write(talk, "o kada įkurtas?")).text
    assert "Metų švietėj" in (await write(talk, "o kokius apdovanojimus teikia?")).text
    await write(talk, "matematika")
    assert "1995 m. liepos 15 d." not in (await write(talk, "o kada įkurtas?")).text


async def test_a_new_list_ends_the_talk_about_one_event(talk: Talk) -> None:
    """Otherwise the price of the wrong one would be told."""
    await write(talk, "Kada matematikos olimpiada?")
    await write(talk, "keramika")
    told = await write(talk, "Kas lektorius?")
    assert "Keramika 4" in told.text
    assert "olimpiada" not in told.text


async def test_to_register_one_gets_the_card(talk: Talk) -> None:
    """A sentence above it, and its own buttons."""
    sent = await write(talk, "užsirašyti į matematikos olimpiadą")
    assert "paspauskite „Registruotis“" in sent.text
    assert "Organizatorius" in sent.text
    assert "Registruotis" in [label for label, _ in buttons(sent)]


async def test_to_cancel_one_presses_at_the_event(talk: Talk) -> None:
    """The press asks once more; nothing is cancelled by a sentence."""
    event = await the(talk, "Keramika 2")
    registration = Registration(
        event=event, person_id=talk.person.id, state=State.CONFIRMED, ticket=1,
        joined_at=NOW, changed_at=NOW,
    )  # fmt: skip
    await kept(talk.session, registration)
    sent = await write(talk, "negalėsiu dalyvauti")
    assert buttons(sent) == [("Atsisakyti: 11-25 Keramika 2", f"l:{event.id}:0")]
    assert registration.state is State.CONFIRMED


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Renginiai", "2026 m. lapkritis"),
        ("events", "2026 m. lapkritis"),
        ("MANO RENGINIAI!", "Būsimų renginių dar neturite"),
        ("My events", "Būsimų renginių dar neturite"),
        ("Klausti", "kaip"),
        ("pagalba", "Ką moku"),
        ("labas", "Laba diena"),
        ("ačiū", "Prašom"),
        ("😀👍", "Nesupratau"),
        ("...", "Nesupratau"),
        ("ž" * 501, "Koks ilgas"),
        ("/", ""),
    ],
)
async def test_words_of_the_menu_do_what_one_expects(talk: Talk, text: str, says: str) -> None:
    """In both languages, in any case; and whatever else is written is answered kindly."""
    sent = await write(talk, text)
    assert says.lower() in sent.text.lower()
    assert sent.reply_markup is not None


async def test_an_example_is_asked_as_if_written(talk: Talk) -> None:
    """An example of another version begins again."""
    pressed = Example(number=0)
    assert only(await asking.example(press(pressed), pressed, talk)).text
    wrong = Example(number=99)
    assert len(buttons(only(await asking.example(press(wrong), wrong, talk)))) == 3


async def test_an_edit_during_a_form_leaves_its_data_alone(talk: Talk) -> None:
    """Else the form would join another event."""
    await forms.enter(talk.state, Form.name, event=1, anyway=False, name="")
    await write(talk, "Kada matematikos olimpiada?")
    assert await forms.gathered(talk.state) == {"event": 1, "anyway": False, "name": ""}


async def test_one_event_gone_meanwhile_is_not_answered_about(talk: Talk) -> None:
    """What the conversation remembers may be no more."""
    await talk.state.update_data(event=987654, listed=[987655])
    assert "Apie kurį renginį" in (await write(talk, "Kas lektorius?")).text


@pytest.mark.parametrize("text", ["perjunk į anglų kalbą", "ištrinkite mano duomenis"])
async def test_settings_come_as_buttons(talk: Talk, text: str) -> None:
    """Nothing is changed by a sentence."""
    assert len(buttons(await write(talk, text))) == 2


async def the(talk: Talk, title: str) -> Event:
    from sqlalchemy import select

    return (await talk.session.scalars(select(Event).where(Event.title_lt == title))).one()
