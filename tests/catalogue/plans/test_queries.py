"""A plan as it is shown."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.plans import queries
from catalogue.plans.entries import Kind
from catalogue.plans.stretches import Stretch, around
from catalogue.programme.tables import Session, Status
from tests.catalogue.plans.made_up import DAY, DECEMBER, a_plan
from tests.factories import NOW, VILNIUS, an_event, kept


async def marks(session: AsyncSession, stretch: Stretch, centre: int | None) -> dict[str, object]:
    """By title what is otherwise than the plan last said."""
    await session.flush()
    found = await queries.lines(session, stretch, centre, zone=VILNIUS)
    return {one.event.title_lt: one.change and one.change.kind for one in found}


async def test_what_is_shown_and_what_is_marked(session: AsyncSession) -> None:
    """What is on, what was cancelled after it was told, and what came since; drafts never, nor
    what nobody knew of; marks are only where a plan was published.
    """
    centre, _, (same, moved, off) = await a_plan(session, "Tas pats", "Perkeltas", "Atšauktas")
    moved.city, off.status = "Vilnius", Status.CANCELLED
    for title, status in (("Naujas", Status.PUBLISHED), ("Juodraštis", Status.DRAFT),
                          ("Nematytas", Status.CANCELLED)):  # fmt: skip
        await kept(session, an_event(title_lt=title, status=status, centre=centre,
                                     starts=NOW + 20 * DAY))  # fmt: skip
    other = an_event(title_lt="Kito centro", starts=NOW + 21 * DAY)
    january = an_event(title_lt="Sausio", centre=centre, starts=NOW + 50 * DAY)
    await kept(session, other, january)
    own = {
        "Tas pats": None,
        "Perkeltas": Kind.CHANGED,
        "Atšauktas": Kind.CANCELLED,
        "Naujas": Kind.ADDED,
    }
    assert await marks(session, DECEMBER, centre.id) == own
    assert await marks(session, DECEMBER, None) == own | {"Kito centro": None}
    assert await marks(session, DECEMBER.later(), centre.id) == {"Sausio": None}
    assert list(await marks(session, around(date(2026, 12, 1), is_year=True), centre.id)) == [
        *own,
        "Sausio",
    ]
    assert await queries.count(session, DECEMBER, centre.id, zone=VILNIUS) == 4
    early = await queries.count(session, DECEMBER, centre.id, zone=VILNIUS, over_at=moved.starts_at)
    assert early == 1
    assert same.status is Status.PUBLISHED


async def test_an_event_of_two_months_is_in_both(session: AsyncSession) -> None:
    """From 28 November to 2 December."""
    starts, ends = NOW + 6 * DAY, NOW + 10 * DAY
    meetings = [Session(starts_at=one, ends_at=one + DAY / 24) for one in (starts, ends)]
    event = an_event(title_lt="Ilgas", starts=starts, sessions=meetings, ends_at=ends + DAY / 24)
    await kept(session, event)
    for stretch in (DECEMBER, DECEMBER.later(-1)):
        assert list(await marks(session, stretch, event.centre_id)) == ["Ilgas"]


async def test_drafts_and_when_it_was_published(session: AsyncSession) -> None:
    """A plan of the year has its months in it; only its own days are the whole plan."""
    centre, _, _ = await a_plan(session, "Vertinimas")
    draft = an_event(centre=centre, status=Status.DRAFT, starts=NOW + 20 * DAY)
    await kept(session, draft)
    assert list(await queries.drafts(session, DECEMBER, centre.id, zone=VILNIUS)) == [draft]
    year = around(DECEMBER.first, is_year=True)
    plan = await queries.latest(session, DECEMBER, centre.id)
    assert plan is not None
    assert plan.published_at == NOW
    assert await queries.latest(session, year, centre.id) is None
    plan.first_day, plan.last_day = year.first, year.last
    assert await queries.latest(session, DECEMBER, centre.id) is plan
    assert await queries.latest(session, DECEMBER, centre.id, whole=True) is None
