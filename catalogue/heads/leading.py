"""Which teachers have a head whom staff have confirmed: for many of both at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.heads.tables import Head, HeadTeacher
from catalogue.heads.teachers import Workplace, workplaces
from catalogue.schools.uniting import outline


class Leader(NamedTuple):
    """A confirmed head, whose row and person these are, and their school as it was confirmed."""

    head: int
    person: int
    school: Workplace


class Said(NamedTuple):
    """What staff have said of somebody who works `there`: whether it is the school of a head."""

    head: int
    there: Workplace
    is_own: bool


@dataclass(frozen=True, slots=True)
class Led:
    """Confirmed heads by the outlines of their schools, and what was said, by person."""

    leaders: Mapping[object, Sequence[Leader]]
    said: Mapping[int, Sequence[Said]]

    def __bool__(self) -> bool:
        return bool(self.leaders)

    def of(self, there: Workplace) -> list[Leader]:
        """Those who lead surely this school."""
        return [
            one for one in self.leaders.get(outline(there.read), ()) if there.is_same(one.school)
        ]

    def includes(self, person: int, there: Workplace, leaders: Iterable[Leader]) -> bool:
        """Whether one who works there has a head, as `teachers` of any of the heads would say; the
        leaders are those of the school.
        """
        said = {
            one.head: one.is_own for one in self.said.get(person, ()) if there.is_like(one.there)
        }
        others = (one for one in leaders if one.person != person and one.head not in said)
        return any(said.values()) or any(True for _ in others)


async def leading(session: AsyncSession) -> Led:
    """Those whose profile names still the school of which they are confirmed."""
    every = workplaces().subquery()
    rows = await session.execute(
        select(Head, every.c.school, every.c.city)
        .join(every, every.c.id == Head.person_id)
        .where(Head.confirmed_at.is_not(None))
    )
    leaders: defaultdict[object, list[Leader]] = defaultdict(list)
    heads: set[int] = set()
    for head, school, city in rows:
        own = Workplace.of(head)
        if Workplace(school, city).is_like(own):
            leaders[outline(own.read)].append(Leader(head.id, head.person_id, own))
            heads.add(head.id)
    said: defaultdict[int, list[Said]] = defaultdict(list)
    for row in await session.scalars(select(HeadTeacher)):
        if row.head_id in heads:
            said[row.person_id].append(Said(row.head_id, Workplace.of(row), row.is_own))
    return Led(leaders, said)
