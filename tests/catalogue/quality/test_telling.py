"""When answers may be shown, so that nobody's can be worked out by looking twice."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.tables import Presence
from catalogue.people.tables import Person
from catalogue.quality import rules
from catalogue.quality.queries import results
from catalogue.quality.scores import LEAST
from catalogue.quality.telling import may_tell, tell
from catalogue.quality.times import OPEN_FOR
from tests.catalogue.quality.made_up import GOOD, asked, held
from tests.factories import NOW


@pytest.mark.parametrize(
    ("told", "answers", "to_come", "expected"),
    [
        (0, 4, 0, False),
        (0, 4, 20, False),
        (0, 5, 0, True),
        (0, 5, 5, True),
        (0, 5, 4, False),
        (0, 8, 12, True),
        (5, 6, 14, False),
        (5, 12, 8, False),
        (5, 9, 0, False),
        (5, 10, 0, True),
        (8, 8, 0, False),
    ],
)
def test_five_at_once_or_not_at_all(
    told: int, answers: int, to_come: int, *, expected: bool
) -> None:
    """One early look where five others may follow; then all of it when nobody is left."""
    assert may_tell(told=told, answers=answers, to_come=to_come) is expected


def looks(steps: Sequence[bool], *, late: int) -> list[int]:
    """How many answers each look shows: at each step one of those asked answers (or never will),
    then it is over, and after all some more were found to have come.
    """
    told, answers, to_come, seen = 0, 0, len(steps), [0]
    for has_answered in (*steps, None, *[True] * late):
        to_come = max(0, to_come - 1) if has_answered is not None else 0
        answers += bool(has_answered)
        if may_tell(told=told, answers=answers, to_come=to_come):
            told = answers
        seen.append(told)
    return seen


@given(st.lists(st.booleans(), max_size=40), st.integers(0, 12))
def test_no_two_looks_differ_by_few(steps: list[bool], late: int) -> None:
    """Whoever answers in whatever order, also once it was over already: any two looks differ by
    nobody or by five and more.
    """
    seen = sorted(set(looks(steps, late=late)))
    assert all(after - before >= LEAST for before, after in pairwise(seen))


@given(st.lists(st.booleans(), max_size=9))
def test_of_small_groups_nothing_is_lost(steps: list[bool]) -> None:
    """Where fewer than ten were asked, in the end all answers are told, if they are five."""
    answers = sum(steps)
    assert looks(steps, late=0)[-1] == (answers if answers >= LEAST else 0)


@pytest.mark.parametrize(
    ("came", "shown_at_five", "shown_at_seven", "in_the_end"),
    [(12, 5, 5, 5), (9, None, None, 7), (7, None, 7, 7)],
)
async def test_what_staff_see_as_answers_come_in(
    sqlite_database: Database,
    came: int,
    shown_at_five: int | None,
    shown_at_seven: int | None,
    in_the_end: int,
) -> None:
    """Of twelve the first five, of nine nothing before it is over, of seven all at the last."""

    async def work(session: AsyncSession) -> None:
        event, own = await held(session, *[Presence.PRESENT] * came)
        await asked(session, *own)
        shown: dict[int, Any] = {}
        for count, registration in enumerate(own[:7], start=1):
            person = await session.get_one(Person, registration.person_id)
            await rules.answer(session, registration.id, GOOD, person=person, now=NOW)
            summary = (await results(session, event)).summary
            shown[count] = summary.answers if summary else None
        assert (shown[4], shown[5], shown[7]) == (None, shown_at_five, shown_at_seven)
        await tell(session, event, now=NOW + OPEN_FOR)
        summary = (await results(session, event)).summary
        assert summary is not None
        assert summary.answers == in_the_end

    await sqlite_database.write(work)


async def test_a_late_comment_is_shown_when_nobody_is_left(sqlite_database: Database) -> None:
    """Those that were there at the early look are shown with it, the others once it is over."""

    async def work(session: AsyncSession) -> None:
        event, own = await held(session, *[Presence.PRESENT] * 12)
        await asked(session, *own)
        await rules.comment(session, event, "Pirmas", now=NOW)
        for registration in own[:5]:
            person = await session.get_one(Person, registration.person_id)
            await rules.answer(session, registration.id, GOOD, person=person, now=NOW)
        await rules.comment(session, event, "Antras", now=NOW)
        assert list((await results(session, event)).comments) == ["Pirmas"]
        await tell(session, event, now=NOW + OPEN_FOR)
        assert sorted((await results(session, event)).comments) == ["Antras", "Pirmas"]

    await sqlite_database.write(work)
