"""An event is changed by a person as by a file."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.editing import rules as editing
from catalogue.editing.rules import Edits
from catalogue.editing.sessions import as_drafts
from catalogue.files.drafts import SessionDraft
from catalogue.learning import issuing
from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations.tables import Notice
from tests.catalogue.registrations.test_queue import C, W, queued
from tests.factories import NOW, VILNIUS, an_event, kept

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
START = NOW + 10 * DAY


def two_meetings(**facts: Any) -> Event:
    sessions = [
        Session(id=number, starts_at=START + number * DAY, ends_at=START + number * DAY + 3 * HOUR,
                city="Kaunas", place="Salė", join_url="", title="")
        for number in (1, 2)
    ]  # fmt: skip
    usual: dict[str, Any] = (
        {"starts": START + DAY, "ends_at": START + 2 * DAY + 3 * HOUR, "sessions": sessions,
           "place": "Salė", "join_url": "", "status": Status.PUBLISHED, "sequence": 0,
           "code_as_written": "", "cancel_reason": "", "audience": [], "subjects": [],
           "needs_approval": False}
    )  # fmt: skip
    return an_event(**usual | facts)


def became(event: Event, edits: Edits) -> dict[str, tuple[Any, Any]]:
    changed = editing.edited(event, edits, zone=VILNIUS)
    return {one.field: (one.before, one.after) for one in changed.fields} if changed else {}


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"title_lt": "Kitas"}, {"title_lt"}),
        ({"seats": 5, "payer": "mokykla"}, {"seats", "payer"}),
        ({"city": "Kaunas"}, set()),
        ({"city": "Vilnius"}, {"city", "sessions"}),
        ({"mode": Mode.ONLINE, "join_url": "https://a.lt"}, {"mode", "join_url", "sessions"}),
        ({"needs_approval": True}, {"needs_approval"}),
    ],
)
def test_only_what_is_stated_changes(values: dict[str, Any], fields: set[str]) -> None:
    """The rest of the event stays as it is."""
    event = two_meetings()
    before = as_drafts(event)
    assert set(became(event, Edits(values))) == fields
    if "sessions" not in fields:
        assert as_drafts(event) == before


def test_a_place_goes_to_the_meetings_that_were_there() -> None:
    """One that has a place of its own keeps it."""
    event = two_meetings()
    event.sessions[1].place = "Biblioteka"
    became(event, Edits({"place": "Aktų salė"}))
    assert [one.place for one in event.sessions] == ["Aktų salė", "Biblioteka"]
    assert event.place == "Aktų salė"


def test_a_meeting_moves_comes_and_goes() -> None:
    """Each that stays keeps its row; a module brings its title and its hours."""
    event = two_meetings()
    first, second = as_drafts(event)
    moved = replace(second, starts_at=second.starts_at + 7 * DAY, ends_at=second.ends_at + 7 * DAY)
    new = SessionDraft(START + 30 * DAY, START + 30 * DAY + HOUR, title="Modulis", hours=8)
    fields = became(event, Edits(sessions=(first, moved, new)))
    assert [one.id for one in event.sessions] == [1, 2, None]
    assert (event.hours, event.ends_at) == (8, START + 30 * DAY + HOUR)
    assert set(fields) == {"ends_at", "hours", "sessions"}
    fields = became(event, Edits(sessions=(moved,)))
    assert ([one.id for one in event.sessions], event.starts_at) == ([2], moved.starts_at)


def test_supposed_ends_follow_the_hours() -> None:
    """Where nobody has said when it ends."""
    event = two_meetings(ends_at=None, hours=4)
    became(event, Edits({"hours": 8}))
    assert [one.ends_at - one.starts_at for one in event.sessions] == [3 * HOUR, 3 * HOUR]
    became(event, Edits({"hours": 4}))
    assert [one.ends_at - one.starts_at for one in event.sessions] == [1.5 * HOUR, 1.5 * HOUR]
    assert event.ends_at is None


@pytest.mark.parametrize(
    ("values", "facts", "told"),
    [
        ({"city": "Vilnius"}, {}, True),
        ({"mode": Mode.ONLINE}, {}, True),
        ({"status": Status.CANCELLED}, {}, True),
        ({"price_eur": 5}, {}, False),
        ({"city": "Vilnius"}, {"status": Status.DRAFT}, False),
    ],
)
def test_who_must_hear_is_known_before(
    values: dict[str, Any],
    facts: dict[str, Any],
    told: bool,  # noqa: FBT001
) -> None:
    """Tried out on a twin; the event itself stays."""
    event = two_meetings(**facts)
    before = as_drafts(event)
    changed = editing.edited(editing.twin(event), Edits(values), zone=VILNIUS)
    assert changed is not None
    assert editing.is_told(changed, now=NOW) is told
    assert (as_drafts(event), event.status) == (before, facts.get("status", Status.PUBLISHED))


async def test_those_in_it_hear_once(database: Database) -> None:
    """Several fields saved together are one change, and a seat more lets the queue move."""
    async with AsyncSession(database.engine, expire_on_commit=False) as session, session.begin():
        made, _ = await queued(session, [C, W], seats=1)
        event = await editing.held(session, made.id)
        assert await editing.how_many_hear(session, event) == 2
        edits = Edits({"city": "Vilnius", "place": "Salė", "seats": 2})
        assert await editing.save(session, event, edits, now=NOW, zone=VILNIUS)
        assert await editing.save(session, event, edits, now=NOW, zone=VILNIUS) is None
        kinds = (await session.scalars(select(Notice.kind).order_by(Notice.id))).all()
        assert [kind.value for kind in kinds] == ["changed", "changed", "offered"]


async def test_papers_follow_what_is_changed(sqlite_database: Database) -> None:
    """Of an event that is reported, where hours may be others, or nobody is to have a paper."""

    async def work(session: AsyncSession) -> list[int]:
        made = an_event(starts=NOW - DAY, status=Status.PUBLISHED)
        await kept(session, made)
        event, asked = await editing.held(session, made.id), []
        for values in (
            {"hours": 6},
            {"reported_at": NOW},
            {"title_lt": "Kitas"},
            {"hours": 8},
            {"certificate": False},
        ):
            assert await editing.save(session, event, Edits(values), now=NOW, zone=VILNIUS)
            asked.append(sum(times for _, times in await issuing.waiting(session)))
        return asked

    assert await sqlite_database.write(work) == [0, 1, 1, 2, 3]
