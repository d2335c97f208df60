"""Every command, button and form of staff, tried by every role at its own centre and at another."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.answers.tables import KnownAnswer
from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.demand.tables import Gathering, GatheringDay
from catalogue.enquiries.tables import Enquiry
from catalogue.glossary.tables import Miss, TaughtWord
from catalogue.learning.tables import Door
from catalogue.needs import editing
from catalogue.people.refusals import StaffOnly
from catalogue.people.rights import RIGHTS
from catalogue.people.tables import Invitation, Lecturing, Person, Role
from catalogue.programme.tables import Event, SchoolHoliday
from catalogue.refusals import Refusal
from catalogue.registrations.tables import Registration, State
from handlers.forms import Form
from handlers.talk import Talk
from tests.catalogue.intake.made_up import a_row, an_intake
from tests.catalogue.materials.made_up import a_material
from tests.catalogue.practice.made_up import an_example
from tests.factories import NOW, a_centre, a_person, an_event, kept
from tests.handlers.office.kinds import OF_STAFF
from tests.handlers.office.people import membership
from tests.handlers.office.table import ANYWHERE, EVERYWHERE, THERE, Case, World, cases
from tests.handlers.talking import OWNER, a_house, a_talk
from tests.handlers.test_router import hear

HOUSE = a_house()


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


COORDINATOR = Actor(Role.COORDINATOR, "own")
ACTORS = [
    Actor(None, "none"),
    Actor(None, "none", is_owner=True),
    *(Actor(role, "own") for role in Role),
    *(Actor(role, "other") for role in (Role.OWNER, Role.COORDINATOR, Role.LECTURER)),
    Actor(Role.COORDINATOR, "all"),
]


#: Forms that anybody fills in.
OF_EVERYBODY = {
    *(
        Form.name,
        Form.consent,
        Form.access_need,
        Form.leave_reason,
        Form.enquiry,
        Form.work,
        Form.payer,
    ),
    Form.check_code,
    Form.head_school,
    *(Form.own_entry, Form.attendance_code, Form.feedback_comment),
    *(Form.practice_example, Form.practice_theme),
    Form.survey,
}


def test_nothing_of_staff_is_left_out_of_the_table() -> None:
    """A new button, command or form without a row here fails."""
    table = list(cases(World(*range(1, 1 + len(fields(World))))))
    assert set(OF_STAFF) - {type(case.data) for case in table} == set()
    assert set(Form) - OF_EVERYBODY - {case.step for case in table} == set()


@pytest.mark.parametrize("actor", ACTORS, ids=str)
async def test_who_may_what_where(sqlite_database: Database, actor: Actor) -> None:
    """Allowed as the table of rights says; what is refused leaves no trace in the database.

    Of whoever may all that a coordinator here may, only the rest is tried.
    """
    async with sqlite_database.engine.connect() as connection, connection.begin():
        world = await _made(connection, actor)
        table = list(cases(world))
        allowed = [case for case in table if actor.may(case)]
        others = [case for case in table if not actor.may(case)]
        usual = [case for case in table if COORDINATOR.may(case)]
        is_wider = actor != COORDINATOR and all(map(actor.may, usual))
        tried = [case for case in allowed if not (is_wider and COORDINATOR.may(case))]
        wrong = [case for case in tried if not (await _tried(connection, world, case))[0]]
        # None of these writes anything, so that all may be tried in one go.
        refused = await _tried(connection, world, *others)
    assert (list(map(str, wrong)), refused) == ([], ([], False))


async def _tried(connection: AsyncConnection, world: World, *tried: Case) -> tuple[list[str], bool]:
    """Which of them were allowed, and whether anything was written; it is undone again."""
    async with _session(connection) as session:
        talk = a_talk(session, await session.get_one(Person, world.actor), house=HOUSE)
        written, allowed = 0, []
        for case in tried:
            await talk.state.clear()
            if case.step is not None:
                await talk.state.set_state(case.step)
                await talk.state.update_data(form=dict(case.form))
            before = await _changes(session)
            if await _is_allowed(talk, case):
                allowed.append(str(case))
            written += await _changes(session) - before
        return allowed, written > 0


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
        Registration(
            event_id=event.id,
            person_id=colleague.id,
            state=State.PENDING,
            ticket=1,
            joined_at=NOW,
            changed_at=NOW,
        ),
    ]
    things.append(an_intake(who))
    await kept(session, *things)
    await kept(session, a_row(things[-1], centre))
    asked = Enquiry(
        person_id=colleague.id,
        centre_id=centre.id,
        words="Ar yra liftas?",
        language="lt",
        asked_at=NOW,
    )
    slides, example = a_material(event), an_example(event, colleague)
    meeting = event.sessions[0]
    door = Door(
        session_id=meeting.id,
        chat_id=colleague.telegram_id,
        language="lt",
        opened_by=colleague.id,
        opened_at=NOW,
        closes_at=NOW,
    )
    survey = await editing.begin(session, centre_id=centre.id, year=2026)
    await editing.open_one(session, survey, now=NOW)
    gathering = Gathering(
        theme="=stresas",
        words="stresas",
        year=2026,
        number=1,
        centre_id=centre.id,
        needed=12,
        drafted_at=NOW,
    )
    await kept(session, asked, slides, example, door, gathering)
    day = GatheringDay(gathering_id=gathering.id, starts_at=NOW)
    await kept(session, day)
    numbers = [
        one.id
        for one in (
            *(*things, asked, slides, example, meeting, door, survey, survey.questions[0]),
            *(gathering, day),
        )
    ]
    return World(who.id, centre.id, event.id, *numbers)
