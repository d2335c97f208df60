"""Every command, button and form of staff, tried by every role at its own centre and at another."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State
from aiogram.types import Update
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.answers.tables import KnownAnswer
from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.glossary.tables import Miss, TaughtWord
from catalogue.people.refusals import StaffOnly
from catalogue.people.rights import RIGHTS, Right
from catalogue.people.tables import Invitation, Lecturing, Person, Role
from catalogue.programme.tables import Event, SchoolHoliday
from catalogue.refusals import Refusal
from handlers import commands, known_answers, staff_callbacks
from handlers import staff_callbacks as press
from handlers.callbacks import Deed
from handlers.forms import Form
from handlers.talk import Talk
from tests.factories import NOW, a_centre, a_person, an_event, kept
from tests.handlers.office.people import membership
from tests.handlers.talking import OWNER, a_house, a_talk, pressed, written
from tests.handlers.test_router import hear

#: Where a right is needed: anywhere at all, at the centre in question, or at all of them.
ANYWHERE, THERE, EVERYWHERE = "anywhere", "there", "everywhere"
HOUSE = a_house()
ANSWER = {"question": "Ar yra liftas?", "answer": "Yra."}


@dataclass(frozen=True, slots=True)
class Case:
    """Something staff press or write. With a `step` the text goes into that form."""

    right: Right
    where: str = ANYWHERE
    data: CallbackData | None = None
    text: str = ""
    step: State | None = None
    form: Mapping[str, Any] = field(default_factory=dict)

    @property
    def update(self) -> Update:
        if self.data is not None:
            return Update(update_id=1, callback_query=pressed(self.data))
        return Update(update_id=1, message=written(self.text))

    def __str__(self) -> str:
        step = f" in {self.step.state}" if self.step else ""
        return f"{repr(self.data) if self.data else self.text}{step} ({self.where})"


@dataclass(frozen=True, slots=True)
class World:
    """Two centres; everything that can be touched is of the first, and of the actor themselves
    what only its author may touch.
    """

    actor: int
    centre: int
    event: int
    member: int
    link: int
    draft: int
    miss: int
    word: int
    answer: int
    holidays: int


@dataclass(frozen=True, slots=True)
class Actor:
    """Of no role, of one at the first centre, at the second or at all, or an owner of the house."""

    role: Role | None
    place: str
    is_owner: bool = False

    def may(self, case: Case) -> bool:
        if self.is_owner:
            return True
        has = self.role is not None and case.right in RIGHTS[self.role]
        places = {ANYWHERE: {"own", "other", "all"}, THERE: {"own", "all"}, EVERYWHERE: {"all"}}
        return has and self.place in places[case.where]

    def __str__(self) -> str:
        return "house" if self.is_owner else f"{self.role or 'nobody'}-{self.place}"


ACTORS = [
    Actor(None, "none"),
    Actor(None, "none", is_owner=True),
    *(Actor(role, place) for role in Role for place in ("own", "other")),
    Actor(Role.COORDINATOR, "all"),
]


def cases(world: World) -> Iterator[Case]:
    """The table. Whoever makes a button, a command or a form of staff adds what it needs."""
    yield from _commands()
    yield from _appointing(world)
    yield from _event(world)
    yield from _announcing(world)
    yield from _words(world)
    yield from _answers(world)
    yield from _others(world)


def _commands() -> Iterator[Case]:
    for name, right in commands.STAFF.items():
        yield Case(right, text=f"/{name}")


def _appointing(world: World) -> Iterator[Case]:
    appoint = Right.APPOINT
    yield Case(appoint, data=press.StaffList())
    yield Case(appoint, data=press.StaffList(invite=True))
    for where, centre in ((THERE, world.centre), (EVERYWHERE, 0)):
        yield Case(appoint, where, press.InviteStaff(centre=centre))
        for role in (Role.OWNER, Role.OBSERVER):
            yield Case(appoint, where, press.InviteAs(centre=centre, role=role))
        lecturer = press.InviteAs(centre=centre, role=Role.LECTURER, event=world.event)
        yield Case(Right.PROGRAMME, where, lecturer)
    yield Case(appoint, THERE, press.Withdraw(invitation=world.link))
    for sure in (False, True):
        yield Case(appoint, THERE, press.Dismiss(member=world.member, sure=sure))


def _event(world: World) -> Iterator[Case]:
    number = world.event
    yield Case(Right.PARTICIPANTS, THERE, press.Manage(event=number))
    yield Case(Right.PARTICIPANTS, THERE, press.OffersClose(event=number, hours=6))
    for deed in (Deed.SHOW, Deed.NONE):
        reminders = press.EventReminders(event=number, deed=deed, lead=60)
        yield Case(Right.PROGRAMME, THERE, reminders)
    for data in (
        press.Lecturers(event=number),
        press.Lecturers(event=number, invite=True),
        press.Lecturers(event=number, drop=world.member, sure=True),
    ):
        yield Case(Right.PROGRAMME, THERE, data)


def _announcing(world: World) -> Iterator[Case]:
    """Of the actor's own announcement: no one else's is found at all."""
    number, right = world.draft, Right.ANNOUNCE
    for step in press.Step:
        yield Case(right, data=press.Announce(announcement=number, step=step))
    for pick in (press.Pick.EVENT, press.Pick.CITY):
        yield Case(right, data=press.Choose(announcement=number, asked=pick))
    yield Case(right, data=press.Turned(announcement=number, block=0))
    yield Case(right, data=press.AnnounceAt(announcement=number, minute=29_900_000))
    form = {"announcement": number, "asked": press.Pick.TOPIC.value}
    for written_in in (
        Form.announcement,
        Form.announcement_audience,
        Form.announcement_choice,
        Form.announcement_time,
        Form.announcement_correction,
    ):
        yield Case(right, text="Sveiki", step=written_in, form=form)


def _words(world: World) -> Iterator[Case]:
    form = {"said": "kahutas", "meant": "Kahoot"}
    for data in (
        press.MissedWords(),
        press.MissedWord(miss=world.miss),
        press.MissedWord(miss=world.miss, mark="0a1b2c3d"),
        press.MissedWord(miss=world.miss, ignore=True),
        press.AddWord(),
        press.TaughtWords(),
        press.TaughtWord(word=world.word),
        press.TaughtWord(word=world.word, remove=True),
        press.WordsFile(),
    ):
        yield Case(Right.ANSWER, data=data)
    yield Case(Right.ANSWER, data=press.Teach(mark="0a1b2c3d"), step=Form.word, form=form)
    yield Case(Right.ANSWER, text="kahutas = Kahoot", step=Form.word, form=form)


def _answers(world: World) -> Iterator[Case]:
    right, looked_at = Right.ANSWER, {press.AnswerDeed.OPEN}
    whole = {press.AnswerDeed.LIST, press.AnswerDeed.ADD}
    for deed in press.AnswerDeed:
        where = ANYWHERE if deed in whole | looked_at else THERE
        yield Case(right, where, press.ApprovedAnswers(deed=deed, answer=world.answer))
    mark = known_answers._mark(ANSWER)
    for where, centre in ((THERE, world.centre), (EVERYWHERE, 0)):
        data = press.ApproveAnswer(mark=mark, centre=centre)
        yield Case(right, where, data, step=Form.answer_text, form=ANSWER)
    yield Case(right, data=press.ForWhom(), step=Form.answer_text, form=ANSWER)
    for step in (Form.answer_question, Form.answer_text):
        yield Case(right, text="Ar yra liftas?", step=step, form=ANSWER)
    for step in (Form.answer_correction, Form.answer_also):
        yield Case(right, THERE, text="Yra.", step=step, form={"known": world.answer})


def _others(world: World) -> Iterator[Case]:
    yield Case(Right.ROLL, data=press.Lectures())
    yield Case(Right.JOURNAL, data=press.Journal())
    for ask in (press.Narrow.NOT, press.Narrow.EVENT):
        yield Case(Right.JOURNAL, data=press.Journal(ask=ask))
        yield Case(Right.JOURNAL, THERE, press.Journal(ask=ask, event=world.event))
    for holidays in (
        press.Holidays(),
        press.Holidays(add=True),
        press.Holidays(remove=world.holidays),
    ):
        yield Case(Right.PROGRAMME, data=holidays)
    yield Case(Right.PROGRAMME, text="Rudens atostogos 2026-11-02 – 2026-11-06", step=Form.holidays)


#: Forms that anybody fills in.
OF_EVERYBODY = {Form.name, Form.consent, Form.access_need, Form.work}


def test_nothing_of_staff_is_left_out_of_the_table() -> None:
    """A new button, command or form without a row here fails."""
    table = list(cases(World(*range(1, 11))))
    kinds = {
        kind
        for kind in vars(staff_callbacks).values()
        if isinstance(kind, type)
        and issubclass(kind, CallbackData)
        and kind.__module__ == staff_callbacks.__name__
    }
    assert kinds - {type(case.data) for case in table} == set()
    assert set(Form) - OF_EVERYBODY - {case.step for case in table} == set()


@pytest.mark.parametrize("actor", ACTORS, ids=str)
async def test_who_may_what_where(sqlite_database: Database, actor: Actor) -> None:
    """Allowed as the table of rights says; what is refused leaves no trace in the database."""
    async with sqlite_database.engine.connect() as connection, connection.begin():
        world = await _made(connection, actor)
        table = list(cases(world))
        allowed = [case for case in table if actor.may(case)]
        in_forms = [case for case in table if case.step and case not in allowed]
        others = [case for case in table if not case.step and case not in allowed]
        wrong = [
            *[case for case in allowed if not (await _tried(connection, world, case))[0]],
            *[case for case in in_forms if await _tried(connection, world, case) != ([], False)],
        ]
        # None of these writes anything, so that all may be tried in one go.
        refused = await _tried(connection, world, *others)
    assert (list(map(str, wrong)), refused) == ([], ([], False))


async def _tried(connection: AsyncConnection, world: World, *tried: Case) -> tuple[list[str], bool]:
    """Which of them were allowed, and whether anything was written; it is undone again."""
    async with _session(connection) as session:
        talk = a_talk(session, await session.get_one(Person, world.actor), house=HOUSE)
        for case in tried:
            if case.step is not None:
                await talk.state.set_state(case.step)
                await talk.state.update_data(form=dict(case.form))
        before = await _changes(session)
        allowed = [str(case) for case in tried if await _is_allowed(talk, case)]
        return allowed, await _changes(session) != before


async def _is_allowed(talk: Talk, case: Case) -> bool:
    """Whatever else it comes to: other refusals are of the thing and not of the person."""
    try:
        await hear(talk, case.update)
    except StaffOnly:
        return False
    except Refusal:
        return True
    return True


@asynccontextmanager
async def _session(connection: AsyncConnection) -> AsyncIterator[AsyncSession]:
    """What is done in it is undone at its end."""
    async with AsyncSession(
        connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
    ) as session:
        yield session


async def _changes(session: AsyncSession) -> int:
    """How many rows this connection has written, as SQLite counts them."""
    await session.flush()
    return int(await session.scalar(text("SELECT total_changes()")) or 0)


async def _made(connection: AsyncConnection, actor: Actor) -> World:
    async with _session(connection) as session:
        own, other = a_centre(), a_centre()
        event, elsewhere = an_event(centre=own), an_event(centre=other)
        who, colleague = a_person(), a_person()
        if actor.is_owner:
            who.telegram_id = OWNER
        await kept(session, event, elsewhere, who, colleague)
        at: dict[str, Centre | None] = {"own": own, "other": other, "all": None}
        if actor.role is not None:
            await kept(session, membership(who, actor.role, at[actor.place]))
        if actor.role is Role.LECTURER:
            taught = event if actor.place == "own" else elsewhere
            await kept(session, Lecturing(person_id=who.id, event_id=taught.id))
        world = await _filled(session, who, colleague, event)
        await session.commit()
    return world


async def _filled(session: AsyncSession, who: Person, colleague: Person, event: Event) -> World:
    centre = event.centre
    things: list[Any] = [
        membership(colleague, Role.DOOR, centre),
        Invitation(
            secret_hash="x",
            centre_id=centre.id,
            role=Role.DOOR,
            invited_by=colleague.id,
            expires_at=NOW.replace(day=25),
        ),
        Announcement(
            author_id=who.id, state=AnnouncementState.DRAFT, text="Sveiki", created_at=NOW
        ),
        Miss(key="kahut", filters="{}", day=NOW.date(), words="kahutas", is_known=False, count=2),
        TaughtWord(
            said="a",
            meant="b",
            said_key="a",
            meant_key="b",
            taught_by=colleague.id,
            taught_at=NOW,
        ),
        KnownAnswer(
            centre_id=centre.id,
            questions=["ar yra liftas"],
            answer="Yra.",
            language="lt",
            added_at=NOW,
            changed_at=NOW,
        ),
        SchoolHoliday(name="Rudens", first_day=NOW.date(), last_day=NOW.date()),
    ]
    await kept(session, *things)
    member, link, draft, miss, word, answer, holidays = (one.id for one in things)
    return World(who.id, centre.id, event.id, member, link, draft, miss, word, answer, holidays)
