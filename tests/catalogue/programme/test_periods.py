"""Parts of the plan by time."""

from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.programme.periods import Period, portion, span_of
from catalogue.programme.tables import Status
from catalogue.search.spans import Span
from tests.catalogue.files.made_up import at
from tests.factories import VILNIUS, a_centre, an_event, kept


@pytest.mark.parametrize(
    ("period", "today", "span"),
    [
        (Period.THIS_MONTH, date(2026, 12, 31), (date(2026, 12, 1), date(2026, 12, 31))),
        (Period.NEXT_MONTH, date(2026, 12, 31), (date(2027, 1, 1), date(2027, 1, 31))),
        (Period.NEXT_MONTH, date(2027, 1, 31), (date(2027, 2, 1), date(2027, 2, 28))),
        (Period.SCHOOL_YEAR, date(2026, 8, 31), (date(2025, 9, 1), date(2026, 8, 31))),
        (Period.SCHOOL_YEAR, date(2026, 9, 1), (date(2026, 9, 1), date(2027, 8, 31))),
        (Period.ALL, date(2026, 9, 1), (None, None)),
    ],
)
def test_the_days_of_a_period(
    period: Period, today: date, span: tuple[date | None, date | None]
) -> None:
    """Whole months, and school years from September on."""
    assert span_of(period, today) == Span(*span)


async def test_what_is_within(database: Database) -> None:
    """By the day in Vilnius; what only reaches into the span is in it, drafts are too."""

    async def work(session: AsyncSession) -> None:
        centre = a_centre()
        starts = {
            "before": at("2026-11-30 23:00"),
            "first": at("2026-12-01 00:30"),
            "last": at("2026-12-31 23:30"),
            "after": at("2027-01-01 00:00"),
        }
        await kept(
            session,
            *(an_event(code=code, centre=centre, starts=when, hours=0.5)
              for code, when in starts.items()),
            an_event(code="long", starts=at("2026-11-20 10:00"), status=Status.DRAFT, centre=centre,
                     ends_at=at("2026-12-02 10:00")),
            an_event(code="other", starts=at("2026-12-05 10:00")),
        )  # fmt: skip
        december = span_of(Period.THIS_MONTH, date(2026, 12, 5))

        async def codes(first: int, most: int) -> list[str]:
            found = await portion(
                session, december, [centre.id], zone=VILNIUS, first=first, most=most
            )
            return [event.code for event in found]

        assert await codes(0, 9) == ["long", "first", "last"]
        assert await codes(1, 1) == ["first"]
        every = await portion(session, Span(None, None), None, zone=VILNIUS, first=0, most=9)
        assert len(every) == 6

    await database.write(work)
