"""The ministry's priority fields and when they hold, kept by staff."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.holidays import days_said
from catalogue.programme.refusals import NotAField
from catalogue.programme.tables import PriorityField

LONGEST_NAME = 200
_LONGEST = 2 * LONGEST_NAME

_WRITTEN = re.compile(r"(?P<name>\D*?)[\s,;:(]*(?:\b(?:nuo|from)\s+)?(?P<days>\d.*?)[\s.)]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """`until` None is until further notice; both days are within."""

    name: str
    valid_from: date
    valid_until: date | None = None


def read(text: str) -> Field:
    """„Skaitmeninės kompetencijos 2026-01-01 – 2028-12-31“; without an end it goes on holding.

    Raises NotAField.
    """
    said = " ".join(text.split())
    found = _WRITTEN.fullmatch(said) if len(said) <= _LONGEST else None
    name = found["name"].strip(" ,;:–-") if found else ""
    days = days_said(found["days"]) if found else None
    if not name or len(name) > LONGEST_NAME or days is None or days[1] < days[0]:
        raise NotAField(text)
    first, last = days
    return Field(name=name, valid_from=first, valid_until=None if last == first else last)


async def entered(session: AsyncSession) -> Sequence[PriorityField]:
    """All of them, the newest first."""
    query = select(PriorityField).order_by(PriorityField.valid_from.desc(), PriorityField.id)
    return (await session.scalars(query)).all()


async def valid_on(session: AsyncSession, day: date) -> list[str]:
    """Names of those that hold on the day, in the order in which they were entered."""
    query = (
        select(PriorityField.name)
        .where(
            PriorityField.valid_from <= day,
            or_(PriorityField.valid_until.is_(None), PriorityField.valid_until >= day),
        )
        .order_by(PriorityField.id)
    )
    return list(dict.fromkeys(await session.scalars(query)))


async def add(session: AsyncSession, field: Field) -> None:
    """The same name from the same day is entered once, with the newer end."""
    await session.execute(
        delete(PriorityField).where(
            PriorityField.name == field.name, PriorityField.valid_from == field.valid_from
        )
    )
    session.add(
        PriorityField(name=field.name, valid_from=field.valid_from, valid_until=field.valid_until)
    )
    await session.flush()


async def remove(session: AsyncSession, field_id: int) -> None:
    """Events keep the name as it stands; what is gone already is no error."""
    await session.execute(delete(PriorityField).where(PriorityField.id == field_id))
