"""Free text in the chat: the handler is called, the value compared."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.methods import SendMessage
from aiogram.types import CallbackQuery, Chat, Message, User
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.programme.finder import Finder
from catalogue.programme.tables import Event, Mode
from catalogue.registrations.tables import Registration, State
from catalogue.search.index import Index
from handlers import asking, callbacks, forms
from handlers.forms import Form
from handlers.replies import Replies
from handlers.talk import House, Talk
from handlers.words.speech import Speech
from tests.factories import NOW, a_person, an_event, kept

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


async def test_a_search_has_numbered_buttons_and_more(talk: Talk) -> None:
    """„Daugiau“ goes on where the list ended, also from the conversation alone."""
    first = await write(talk, "keramika")
    assert [label[:3] for label, _ in buttons(first)] == [
        *("1. ", "2. ", "3. ", "4. ", "5. "), "Dau", "Pra"
    ]  # fmt: skip
    assert (await talk.state.get_data())["query"] == "keramika"
    page = callbacks.More(page=1)
    second = only(await asking.more(press(page), page, talk))
    assert [label[:3] for label, _ in buttons(second)] == ["6. ", "7. ", "Pra"]


@pytest.mark.parametrize("page", [0, 1, 50])
async def test_a_stale_more_begins_again(talk: Talk, page: int) -> None:
    """After the words are gone, or beyond the last page."""
    if page == 50:
        await talk.state.update_data(query="keramika")
    pressed = callbacks.More(page=page)
    sent = only(await asking.more(press(pressed), pressed, talk))
    assert "nebeaktualus" in sent.text or "pasen" in sent.text
    assert len(buttons(sent)) == 3


async def test_it_means_the_event_just_answered(talk: Talk) -> None:
    """„O kur?“ after „kada matematikos olimpiada?“."""
    first = await write(talk, "Kada matematikos olimpiada?")
    assert len(buttons(first)) == 1
    assert "nuotoliu" in (await write(talk, "Kur vyks?")).text


async def test_a_new_list_ends_the_talk_about_one_event(talk: Talk) -> None:
    """Otherwise the price of the wrong one would be told."""
    await write(talk, "Kada matematikos olimpiada?")
    await write(talk, "keramika")
    told = await write(talk, "Kas lektorius?")
    assert "Keramika 4" in told.text
    assert "olimpiada" not in told.text


async def test_to_register_one_gets_the_card(talk: Talk) -> None:
    """A sentence above it, and its own buttons."""
    replies = await asking.written(message("užsirašyti į matematikos olimpiadą"), talk)
    assert isinstance(replies, list)
    sent = replies[1]
    assert isinstance(sent, SendMessage)
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
    pressed = callbacks.Example(number=0)
    assert only(await asking.example(press(pressed), pressed, talk)).text
    wrong = callbacks.Example(number=99)
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
