"""When answers may be shown: two looks never differ by so few that theirs could be worked out.

Whoever looks at means of five answers, and later at means of six, knows the sixth. So what is shown
of an event grows by five answers at once or not at all, and everything that is counted, of one
event or of many, is counted of what is shown. Any two looks, and any two groups of events, then
differ by nobody or by five and more.
"""

from datetime import datetime

from sqlalchemy import Update, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.tables import Event
from catalogue.quality.asking import may_come
from catalogue.quality.scores import LEAST
from catalogue.quality.tables import Feedback, FeedbackComment


def may_tell(*, told: int, answers: int, to_come: int) -> bool:
    """Whether all answers may be told from now on, `told` of them having been told before.

    `to_come` are those who may still answer, none once it is over. Before that there is one early
    look, at five answers, and only where as many may follow: what would come after it and be fewer
    could never be told.
    """
    if answers - told < LEAST:
        return False
    return to_come == 0 or (told == 0 and to_come >= LEAST)


async def tell(session: AsyncSession, event: Event, *, now: datetime) -> None:
    """Lets staff see what they may by now; the caller holds the event. A comment has no scores
    beside it, so that one that was written late is shown too when nobody is left to answer.
    """
    answers, told = await counted(session, event)
    to_come = await may_come(session, event, now=now)
    if may_tell(told=told, answers=answers, to_come=to_come):
        await session.execute(_told(Feedback, event))
    elif to_come or not told:
        return
    await session.execute(_told(FeedbackComment, event))


def _told(table: type[Feedback | FeedbackComment], event: Event) -> Update:
    return update(table).where(table.event_id == event.id).values(told=True)


async def counted(session: AsyncSession, event: Event) -> tuple[int, int]:
    """How many have answered, and how many of these are told."""
    query = select(func.count(), func.count().filter(Feedback.told)).where(
        Feedback.event_id == event.id
    )
    answers, told = (await session.execute(query)).one()
    return answers, told
