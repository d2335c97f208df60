"""One update, one turn, one transaction."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Chat, Message, PhotoSize, Update, User
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from bot.tables import SeenUpdate
from bot.turn import Turn
from catalogue.answers.refusals import AnswerGone
from catalogue.database import Database
from catalogue.finding.finder import Finder
from catalogue.learning.refusals import NotHours
from catalogue.people.refusals import ConsentNeeded, NotAName, StaffOnly
from catalogue.people.tables import Person
from catalogue.refusals import Refusal
from catalogue.search.index import Index
from handlers import forms, keyboards
from handlers.callbacks.learning import EntryAnswer, EntryPart, OwnEntries
from handlers.callbacks.needs import AboutSurvey, NeedsSurvey
from handlers.callbacks.person import Consent
from handlers.forms import Form
from handlers.replies import Replies
from handlers.router import dispatcher
from handlers.showing import say_to
from handlers.talk import House, Talk
from scheduler.clock import Clock
from scheduler.outbox import Outgoing
from tests.factories import NOW, VILNIUS

STUDY = EntryAnswer(part=EntryPart.KIND, value="self_study")
Handler = Callable[[Talk], Awaitable[Replies]]


def an_update(number: int = 1, *, text: str = "labas", kind: str = "private") -> Update:
    user = User(id=42, is_bot=False, first_name="Ona", language_code="lt")
    chat = Chat(id=42 if kind == "private" else -5, type=kind)
    message = Message(message_id=number, date=NOW, chat=chat, from_user=user, text=text)
    return Update(update_id=number, message=message)


class Stage:
    """A turn on a real database, with whatever handler the test brings."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.said = 0
        house = House(
            finder=Finder(Index()),
            bot_username="kvieslys_bot",
            owner_ids=frozenset(),
            default_language="lt",
        )
        self.turn = Turn(
            database=database, house=house, clock=Clock(lambda: NOW), timezone=VILNIUS,
            said=self._said,
        )  # fmt: skip

    def _said(self) -> None:
        self.said += 1

    async def give(self, update: Update, handler: Handler) -> None:
        async def handle(_event: Any, data: dict[str, Any]) -> Replies:
            return await handler(data["talk"])

        said = update.message or update.callback_query
        assert said is not None
        message = update.message
        data = {
            "bot": Bot("1:abc"),
            "event_from_user": said.from_user,
            "event_chat": message.chat if message else None,
        }
        await self.turn(handle, update, data)

    async def hear(self, update: Update) -> None:
        """As the house itself answers."""
        await dispatcher().feed_update(Bot("1:abc"), update, turn=self.turn)

    async def texts(self) -> list[str]:
        async def look(session: Any) -> list[str]:
            rows = await session.scalars(select(Outgoing).order_by(Outgoing.id))
            return [row.payload["text"] for row in rows if "text" in row.payload]

        return await self.database.read(look)

    async def buttons(self) -> list[list[str]]:
        """The words on those of each message."""

        async def look(session: Any) -> list[list[str]]:
            rows = await session.scalars(select(Outgoing).order_by(Outgoing.id))
            keyboards = [row.payload.get("reply_markup") or {} for row in rows]
            return [
                [one["text"] for line in keyboard.get("inline_keyboard", []) for one in line]
                for keyboard in keyboards
            ]

        return await self.database.read(look)

    async def count(self, table: Any) -> int:
        async def look(session: Any) -> int:
            return int(await session.scalar(select(func.count()).select_from(table)))

        return await self.database.read(look)


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database)


async def echo(talk: Talk) -> Replies:
    return say_to(talk, f"labas, {talk.chat_id}")


async def test_what_is_returned_is_in_the_outbox(stage: Stage) -> None:
    """The answer is kept with the update's number and the person, in one commit."""
    await stage.give(an_update(), echo)
    assert await stage.texts() == ["labas, 42"]
    assert (await stage.count(SeenUpdate), await stage.count(Person), stage.said) == (1, 1, 1)


async def test_a_second_delivery_changes_nothing(stage: Stage) -> None:
    """The handler does not even run."""
    ran = []

    async def once(talk: Talk) -> Replies:
        ran.append(talk.chat_id)
        return await echo(talk)

    await stage.give(an_update(7), once)
    await stage.give(an_update(7), once)
    assert (ran, len(await stage.texts())) == ([42], 1)


async def test_a_refusal_is_worded_and_undoes_what_was_begun(stage: Stage) -> None:
    """Half a deed is taken back; the answer says why."""

    async def half_done(talk: Talk) -> Replies:
        talk.session.add(Person(telegram_id=99, met_at=NOW))
        await talk.session.flush()
        raise StaffOnly

    await stage.give(an_update(), half_done)
    assert await stage.texts() == ["Tai skirta tik centrų darbuotojams."]
    assert (await stage.count(SeenUpdate), await stage.count(Person)) == (1, 1)


@pytest.mark.parametrize(
    ("refusal", "goes_on"), [(NotAName("?"), True), (AnswerGone(), False), (StaffOnly(), False)]
)
async def test_a_form_ends_where_no_other_try_would_help(
    stage: Stage, refusal: Refusal, *, goes_on: bool
) -> None:
    """Else whatever is written next would be refused again, and no question be answered."""

    async def open_form(talk: Talk) -> Replies:
        await forms.enter(talk.state, Form.answer_correction, known=1)
        return None

    async def refuse(_talk: Talk) -> Replies:
        raise refusal

    async def look(talk: Talk) -> Replies:
        assert (await talk.state.get_state() is not None) is goes_on
        assert bool(await forms.gathered(talk.state)) is goes_on
        return await echo(talk)

    for number, handler in enumerate((open_form, refuse, look), start=1):
        await stage.give(an_update(number), handler)
    assert (await stage.texts())[-1] == "labas, 42"


async def test_a_refusal_keeps_the_buttons_of_its_form(stage: Stage) -> None:
    """The way on and the way out, however often one tries; with the form they go."""
    way = keyboards.rows([[keyboards.press("6", EntryAnswer(part=EntryPart.HOURS, value="6"))]])

    async def ask(talk: Talk) -> Replies:
        await forms.enter(talk.state, Form.own_entry)
        return [say_to(talk, "Kiek?", way), say_to(talk, "Rašykite")]

    async def refuse(_talk: Talk) -> Replies:
        raise NotHours

    async def leave(talk: Talk) -> Replies:
        await forms.leave(talk.state)
        assert await forms.way_on(talk.state) is None
        return say_to(talk, "Viskas", keyboards.doors(talk.say))

    async def open_another(talk: Talk) -> Replies:
        await forms.enter(talk.state, Form.own_entry)
        return None

    for number, handler in enumerate((ask, refuse, refuse, leave, open_another, refuse), start=1):
        await stage.give(an_update(number), handler)
    doors = ["Renginiai", "Mano renginiai", "Klausti"]
    assert await stage.buttons() == [["6"], [], ["6"], ["6"], doors, ["Nereikia"]]


def a_press(number: int, data: CallbackData) -> Update:
    shown = an_update(number).message
    assert shown is not None
    assert shown.from_user is not None
    press = CallbackQuery(
        id="1", from_user=shown.from_user, chat_instance="1", message=shown, data=data.pack()
    )
    return Update(update_id=number, callback_query=press)


@pytest.mark.parametrize(
    ("agreed", "answers"),
    [
        (True, ["Ačiū, Jūsų sutikimą užsirašiau.", "Kas tai buvo?"]),
        (False, ["Nieko neišsaugojome. Ieškoti ir klausti galite kaip iki šiol."]),
    ],
)
async def test_what_waited_for_a_consent_goes_on_by_itself(
    stage: Stage, *, agreed: bool, answers: list[str]
) -> None:
    """Whoever never registered is asked for their name where it is needed, and what they pressed is
    done after that.
    """
    await stage.hear(a_press(1, OwnEntries(add=True)))
    await stage.hear(an_update(2, text="Ona Petraitienė"))
    await stage.hear(a_press(3, Consent(agreed=agreed)))
    asked, consent, *then = await stage.texts()
    assert asked.startswith("Pirmiausia – ir tik kartą – susipažinkime")
    assert "ką čia apie save pasakote" in consent
    assert then == answers


async def test_a_picture_passes_every_handler(stage: Stage) -> None:
    """None of those that read words stumbles over a message without any."""
    update = an_update()
    assert update.message is not None
    photo = [PhotoSize(file_id="1", file_unique_id="1", width=1, height=1)]
    picture = update.message.model_copy(update={"text": None, "photo": photo})
    await stage.hear(update.model_copy(update={"message": picture}))
    (told,) = await stage.texts()
    assert told.startswith("Ačiū už nuotrauką!")


async def test_a_button_may_be_written(stage: Stage) -> None:
    """Where a question is open; the answer comes as a message of its own."""
    kinds = keyboards.rows([[keyboards.press("Savišvieta", STUDY)]])

    async def ask(talk: Talk) -> Replies:
        await forms.enter(talk.state, Form.own_entry, part=STUDY.part, entry={}, number=None)
        return say_to(talk, "Kas tai buvo?", kinds)

    await stage.give(an_update(1), ask)
    await stage.hear(an_update(2, text="savisvieta"))
    assert (await stage.texts())[-1].startswith("Kaip vadinosi?")
    assert (await stage.buttons())[-1] == ["Atgal", "Nereikia"]


async def test_a_consent_outlives_the_refusal_of_what_waited_for_it(stage: Stage) -> None:
    """A survey that was closed meanwhile is told of, and nobody is asked for their name twice."""

    async def wait(_talk: Talk) -> Replies:
        raise ConsentNeeded

    closed = NeedsSurvey(survey=7, deed=AboutSurvey.NAMED)
    await stage.give(a_press(1, closed), wait)
    await stage.hear(an_update(2, text="Ona Petraitienė"))
    await stage.hear(a_press(3, Consent(agreed=True)))
    assert (await stage.texts())[-1].startswith("Tokios apklausos nebėra")

    async def look(session: Any) -> list[str]:
        return list(await session.scalars(select(Person.name)))

    assert await stage.database.read(look) == ["Ona Petraitienė"]


async def test_a_bug_is_apologised_for_and_leaves_nothing_behind(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    """The person hears that nothing was changed; the log says where, and no word of theirs."""

    async def broken(talk: Talk) -> Replies:
        talk.session.add(Person(telegram_id=99, met_at=NOW))
        raise RuntimeError("mano slaptas klausimas")

    await stage.give(an_update(), broken)
    (text,) = await stage.texts()
    assert "Niekas nepasikeitė" in text
    assert (await stage.count(SeenUpdate), await stage.count(Person)) == (1, 1)
    logged = capsys.readouterr().out
    assert "RuntimeError" in logged
    assert "slaptas" not in logged


async def test_a_database_away_is_not_the_updates_fault(stage: Stage) -> None:
    """It is raised, so that the same update is given again; nothing was recorded."""

    async def locked(_talk: Talk) -> Replies:
        raise OperationalError("x", {}, Exception("database is locked"))

    with pytest.raises(OperationalError):
        await stage.give(an_update(), locked)
    assert await stage.count(SeenUpdate) == 0
    await stage.give(an_update(), echo)
    assert await stage.texts() == ["labas, 42"]


async def test_in_groups_we_keep_silent(stage: Stage) -> None:
    """Somebody's words in a group are not for us, and the person is not kept."""
    await stage.give(an_update(kind="supergroup"), echo)
    assert (await stage.texts(), await stage.count(Person)) == ([], 0)
