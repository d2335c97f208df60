"""What there is to see of a file that waits to be taken in, or was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.intake.comparing import PORTION
from catalogue.intake.tables import Intake, IntakeEvent, Outcome, Standing
from catalogue.registrations.tables import Registration, State

#: What one looks through before it is taken in.
LOOKED_AT = (Standing.WAITING, Standing.LEFT_OUT)


@dataclass(frozen=True, slots=True)
class Summary:
    """`counts` by outcome and standing; `told` are people who will hear of the changes."""

    intake: Intake
    counts: Mapping[tuple[Outcome, Standing], int]
    told: int

    def count(self, *wanted: Outcome | Standing) -> int:
        """Of those outcomes, or standings, or both."""
        return sum(n for key, n in self.counts.items() if set(wanted) <= set(key))

    def to_look_at(self, outcome: Outcome) -> int:
        return sum(self.count(outcome, standing) for standing in LOOKED_AT)

    @property
    def has_something(self) -> bool:
        """Whether anything would be taken in."""
        return any(
            self.count(outcome, Standing.WAITING) for outcome in (Outcome.ADDED, Outcome.CHANGED)
        )


async def summary(session: AsyncSession, intake: Intake) -> Summary:
    rows = await session.execute(
        select(IntakeEvent.outcome, IntakeEvent.standing, func.count())
        .where(IntakeEvent.intake_id == intake.id)
        .group_by(IntakeEvent.outcome, IntakeEvent.standing)
    )
    counts = {(outcome, standing): number for outcome, standing, number in rows}
    return Summary(intake, counts, await _told(session, intake))


async def card(
    session: AsyncSession, intake: Intake, outcome: Outcome, number: int
) -> IntakeEvent | None:
    """The event with this number among those of one outcome, the first being 0."""
    row: IntakeEvent | None = await session.scalar(
        select(IntakeEvent)
        .where(
            IntakeEvent.intake_id == intake.id,
            IntakeEvent.outcome == outcome,
            IntakeEvent.standing.in_(LOOKED_AT),
        )
        .order_by(IntakeEvent.number)
        .offset(number)
        .limit(1)
    )
    return row


async def centres_of(session: AsyncSession, intake: Intake) -> set[int | None]:
    """Of all that would be taken in; None stands for centres that would be made."""
    query = select(IntakeEvent.centre_id).where(IntakeEvent.intake_id == intake.id).distinct()
    return set(await session.scalars(query))


async def texts(session: AsyncSession, intake_id: int, *, start: int) -> Sequence[str]:
    """A portion of the drafts, from this number on."""
    query = (
        select(IntakeEvent.draft)
        .where(IntakeEvent.intake_id == intake_id, IntakeEvent.number >= start)
        .order_by(IntakeEvent.number)
        .limit(PORTION)
    )
    return (await session.scalars(query)).all()


async def shown(session: AsyncSession, intake_id: int) -> list[tuple[Outcome, list[object]]]:
    """What each event would do, as it was shown."""
    query = (
        select(IntakeEvent.outcome, IntakeEvent.fields)
        .where(IntakeEvent.intake_id == intake_id)
        .order_by(IntakeEvent.number)
    )
    return [(outcome, fields) for outcome, fields in await session.execute(query)]


async def _told(session: AsyncSession, intake: Intake) -> int:
    query = (
        select(func.count(Registration.person_id.distinct()))
        .join(IntakeEvent, IntakeEvent.event_id == Registration.event_id)
        .where(
            IntakeEvent.intake_id == intake.id,
            IntakeEvent.is_told,
            IntakeEvent.standing == Standing.WAITING,
            Registration.state != State.CANCELLED,
        )
    )
    return await session.scalar(query) or 0
