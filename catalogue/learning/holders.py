"""Who has a paper of an event, who will, and of whom nothing is known yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.certificates import Paper, hours_of, of_registrations
from catalogue.participants.queries import everybody
from catalogue.programme.tables import Event
from catalogue.registrations.tables import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """One whose seat was sure; `hours` are what they attended, None where nothing was said."""

    registration_id: int
    name: str
    hours: float | None
    paper: Paper | None

    @property
    def has_paper(self) -> bool:
        return self.paper is not None and self.paper.is_valid


@dataclass(frozen=True, slots=True)
class Outlook:
    """Of an event that is being reported: who gets a paper, and of whom nothing was said."""

    due: int
    unsaid: int


async def holders(session: AsyncSession, event: Event) -> list[Holder]:
    """By surname, without those who were forgotten."""
    coming = [one for one in await everybody(session, event) if one.state is State.CONFIRMED]
    numbers = [one.registration_id for one in coming]
    papers = await of_registrations(session, numbers)
    hours = await hours_of(session, event, numbers)
    return [
        Holder(
            registration_id=one.registration_id,
            name=one.name,
            hours=hours.get(one.registration_id),
            paper=papers.get(one.registration_id),
        )
        for one in coming
    ]


def outlook(event: Event, found: Sequence[Holder]) -> Outlook:
    """Nobody and nothing where no papers are issued at all."""
    if event.certificate is False:
        return Outlook(due=0, unsaid=0)
    return Outlook(
        due=sum(bool(one.hours and one.name) for one in found),
        unsaid=sum(one.hours is None for one in found),
    )
