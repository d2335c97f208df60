"""What an event's row says of itself."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.tables import Event
from tests.factories import NOW, an_event, kept

LATER, EARLIER = timedelta(hours=1), timedelta(hours=-1)


@pytest.mark.parametrize(
    ("said", "holds"), [(None, timedelta()), (EARLIER, EARLIER), (LATER, timedelta())]
)
def test_deadline_is_never_after_the_start(
    now: datetime, said: timedelta | None, holds: timedelta
) -> None:
    """Nobody joins or leaves what has begun, whatever the file says."""
    deadline = None if said is None else now + said
    event = Event(starts_at=now, registration_closes=deadline, cancel_until=deadline)
    assert (event.closes_at, event.leaving_until) == (now + holds, now + holds)


def test_title_is_lithuanian_where_there_is_one() -> None:
    """An event with an English title only has that."""
    assert Event(title_lt="Muzika", title_en="Music").title == "Muzika"
    assert Event(title_lt="", title_en="Music").title == "Music"


async def test_it_is_over_when_its_last_meeting_ends(session: AsyncSession) -> None:
    """Some programmes say only when an event begins; a query knows it as the event does."""
    without, lasting = an_event(starts=NOW, ends_at=None), an_event(starts=NOW, hours=30)
    await kept(session, without, lasting)
    assert (without.over_at, lasting.over_at) == (NOW, NOW + timedelta(hours=30))
    in_order = await session.scalars(select(Event.over_at).order_by(Event.over_at))
    assert in_order.all() == [without.over_at, lasting.over_at]
