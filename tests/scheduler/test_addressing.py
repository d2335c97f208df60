"""What the clock says to one person."""

from datetime import datetime, timedelta

import pytest

from catalogue.database import Database
from scheduler.addressing import not_before, to_person
from scheduler.outbox import Message, Priority, Recipe
from tests.factories import NOW, a_person
from tests.scheduler.watching import a_watch

WATCH = a_watch(Database("sqlite+aiosqlite:///nowhere.db"))
HOUR = timedelta(hours=1)
NIGHT = NOW + 13 * HOUR
MORNING = datetime.fromisoformat("2026-11-23T07:30:00+02:00")


@pytest.mark.parametrize(
    ("now", "starts", "expected"),
    [
        (NOW, [], None),
        (NIGHT, [], MORNING),
        (NIGHT, [MORNING], MORNING),
        (NIGHT, [NIGHT], MORNING),
        (NIGHT, [MORNING + HOUR, MORNING - HOUR], None),
    ],
)
def test_it_waits_for_the_morning(
    now: datetime, starts: list[datetime], expected: datetime | None
) -> None:
    """Unless something begins before it comes; what has begun already is no reason."""
    assert not_before(WATCH, a_person(), now, starts) == expected


@pytest.mark.parametrize(("known_as", "key"), [(None, "use:7"), ("use:7:again", "use:7:again")])
def test_it_is_composed_in_the_persons_language(known_as: str | None, key: str) -> None:
    """And known by what it is of, so that nobody is told twice, or by what the caller says."""
    person = a_person(language="en")
    assert to_person(WATCH, person, "use", "7", now=NIGHT, known_as=known_as) == Message(
        chat_id=person.telegram_id,
        recipe=Recipe("use", "7", "en"),
        priority=Priority.REMINDER,
        not_before=MORNING,
        key=key,
    )
