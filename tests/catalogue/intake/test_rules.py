"""Taking in: each event once, some at a time, and nothing else than was shown."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.database import Database
from catalogue.intake import rules
from catalogue.intake.comparing import Comparison, compare
from catalogue.intake.plain import text_of
from catalogue.intake.reading import Read
from catalogue.intake.tables import Intake, IntakeEvent, IntakeState, Outcome, Standing
from catalogue.intake.whose import Reach
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.rights import EVERYWHERE
from catalogue.people.tables import Person
from catalogue.programme.revisions import current_revision, stamp
from catalogue.programme.tables import Event, Status
from tests.catalogue.files.made_up import drafts_of
from tests.catalogue.intake.made_up import a_row, an_intake
from tests.factories import NOW, a_centre, a_person, an_event, kept

OWNER = Reach(realm=EVERYWHERE, founds=True)


def rows(*codes: str, title: str = "Vertinimas") -> list[str]:
    plain = {"title_lt": title, "start": "2026-12-07 10:00", "organiser": "Kauno centras"}
    return [text_of(one) for one in drafts_of(*({"code": code, **plain} for code in codes))]


async def ready(session: AsyncSession, person: Person, *drafts: str) -> Intake:
    compared, revision = Comparison(), await current_revision(session)
    await compare(session, compared, drafts, OWNER, now=NOW)
    return await rules.keep(
        session, person_id=person.id, file_name="planas.xlsx", read=Read([], [], []),
        compared=compared, reach=OWNER, revision=revision, now=NOW,
    )  # fmt: skip


async def taken(session: AsyncSession, intake: Intake) -> list[Standing]:
    """Begun, and gone on with to the end; how each event of it stands then."""
    rules.begin(intake, as_drafts=intake.as_drafts, now=NOW)
    await session.flush()
    while await rules.take_portion(session, intake.id, now=NOW):
        pass
    query = select(IntakeEvent.standing).where(IntakeEvent.intake_id == intake.id)
    return list(await session.scalars(query.order_by(IntakeEvent.number)))


async def events(session: AsyncSession) -> dict[str, Event]:
    return {one.code: one for one in await session.scalars(select(Event))}


@pytest.fixture
def person() -> Person:
    return a_person(name="Rita Ritaitė")


async def test_all_is_taken_in_portions(
    database: Database, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than fit into one portion; a new centre is made once, the journal notes it once."""
    monkeypatch.setattr(rules, "PORTION", 2)

    async def work(session: AsyncSession) -> None:
        await kept(session, person)
        intake = await ready(session, person, *rows("A-1", "A-2", "A-3", "A-4", "A-5"))
        assert await taken(session, intake) == [Standing.TAKEN] * 5
        assert set(await events(session)) == {"A-1", "A-2", "A-3", "A-4", "A-5"}
        names = await session.scalars(select(Centre.name))
        assert list(names) == ["Kauno centras"]
        await rules.finish(session, intake, now=NOW)
        entry = (await session.scalars(select(JournalEntry))).one()
        assert (entry.deed, entry.facts) == (
            Deed.PROGRAMME_TAKEN_IN,
            {"added": 5, "changed": 0},
        )
        again = await ready(session, person, *rows("A-1", "A-2"))
        assert await taken(session, again) == [Standing.WAITING] * 2
        await rules.finish(session, again, now=NOW)
        left = select(IntakeEvent).where(IntakeEvent.intake_id == again.id)
        assert (await session.scalars(left)).all() == []

    await database.write(work)


async def test_what_was_left_out_is_not_taken_and_new_ones_may_be_drafts(
    sqlite_database: Database, person: Person
) -> None:
    """As it was chosen before the press."""

    async def work(session: AsyncSession) -> None:
        await kept(session, person)
        intake = await ready(session, person, *rows("A-1", "A-2"))
        first = (await session.scalars(select(IntakeEvent).order_by(IntakeEvent.number))).first()
        assert first is not None
        rules.choose(first, wanted=False)
        intake.as_drafts = True
        assert await taken(session, intake) == [Standing.LEFT_OUT, Standing.TAKEN]
        found = await events(session)
        assert {code: one.status for code, one in found.items()} == {"A-2": Status.DRAFT}
        rules.choose(first, wanted=True)
        assert first.standing is Standing.WAITING

    await sqlite_database.write(work)


async def test_what_somebody_changed_meanwhile_is_set_aside(
    database: Database, person: Person
) -> None:
    """Nothing is written that was not shown; what was shown as it is, is."""

    async def work(session: AsyncSession) -> None:
        centre = a_centre(name="Kauno centras")
        old = an_event(code="A-1", title_lt="Senas", centre=centre)
        other = an_event(code="A-2", title_lt="Kitas", centre=centre)
        await kept(session, person, old, other)
        intake = await ready(session, person, *rows("A-1", "A-2", "A-3"))
        old.title_lt = "Pakeistas kolegos"
        await kept(session, new := an_event(code="A-3", title_lt="Kolegos", centre=centre))
        await stamp(session, old, new)
        await session.flush()
        assert await taken(session, intake) == [
            Standing.SET_ASIDE,
            Standing.TAKEN,
            Standing.SET_ASIDE,
        ]
        found = await events(session)
        assert [found[code].title_lt for code in ("A-1", "A-2", "A-3")] == [
            "Pakeistas kolegos",
            "Vertinimas",
            "Kolegos",
        ]

    await database.write(work)


async def test_it_is_shown_again_with_what_was_left_out(
    sqlite_database: Database, person: Person
) -> None:
    """What the file would do by now stands in place of what was shown."""

    async def work(session: AsyncSession) -> None:
        await kept(session, person)
        drafts = rows("A-1", "A-2")
        intake = await ready(session, person, *drafts)
        first = (await session.scalars(select(IntakeEvent))).first()
        assert first is not None
        rules.choose(first, wanted=False)
        await kept(session, an_event(code="A-2", centre=a_centre(name="Kauno centras")))
        compared = Comparison()
        await compare(session, compared, drafts, OWNER, now=NOW)
        await rules.show_again(session, intake, compared, revision=9)
        shown = (await session.scalars(select(IntakeEvent).order_by(IntakeEvent.number))).all()
        assert [(one.outcome, one.standing) for one in shown] == [
            (Outcome.ADDED, Standing.LEFT_OUT),
            (Outcome.CHANGED, Standing.WAITING),
        ]
        assert (intake.state, intake.revision) == (IntakeState.READY, 9)

    await sqlite_database.write(work)


@pytest.mark.parametrize(
    ("state", "minutes", "begins"),
    [
        (IntakeState.READY, 0, True),
        (IntakeState.TAKING, 1, False),
        (IntakeState.TAKING, 11, True),
        (IntakeState.TAKEN, 0, False),
        (IntakeState.DROPPED, 0, False),
        (IntakeState.UNDONE, 0, False),
    ],
)
def test_it_begins_once(person: Person, state: IntakeState, minutes: int, *, begins: bool) -> None:
    """A second press does nothing, unless what it began has died."""
    intake = an_intake(person, state=state, begun_at=NOW - timedelta(minutes=minutes))
    assert rules.begin(intake, as_drafts=False, now=NOW) is begins


@pytest.mark.parametrize(
    ("state", "minutes", "begins"),
    [
        (IntakeState.TAKEN, 0, True),
        (IntakeState.UNDOING, 1, False),
        (IntakeState.UNDOING, 11, True),
        (IntakeState.READY, 0, False),
        (IntakeState.UNDONE, 0, False),
    ],
)
def test_undoing_begins_once(
    person: Person, state: IntakeState, minutes: int, *, begins: bool
) -> None:
    """Only of what was taken in, and again only where it has died."""
    intake = an_intake(person, state=state, begun_at=NOW - timedelta(minutes=minutes))
    assert rules.begin_undo(intake, now=NOW) is begins


async def test_what_nobody_took_is_forgotten(sqlite_database: Database, person: Person) -> None:
    """What was dropped at once, what was left after a week; somebody else's is not found."""

    async def work(session: AsyncSession) -> None:
        await kept(session, person)
        old = an_intake(person, made_at=NOW - timedelta(days=8))
        dropped = an_intake(person)
        await kept(session, old, dropped)
        await kept(session, a_row(old, None), a_row(dropped, None))
        await rules.drop(session, dropped)
        await ready(session, person, *rows("A-1"))
        left = await session.scalars(select(IntakeEvent.intake_id))
        assert {old.id, dropped.id}.isdisjoint(left)
        assert dropped.state is IntakeState.DROPPED
        stranger = a_person()
        await kept(session, stranger)
        assert await rules.own(session, old.id, stranger) is None
        assert await rules.own(session, old.id, person) is old

    await sqlite_database.write(work)
