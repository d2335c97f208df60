"""Numbers of papers: running by centre and year, without holes."""

import re

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import insert_into
from catalogue.learning.tables import CertificateCounter


async def draw(session: AsyncSession, *, centre_id: int, year: int, how_many: int) -> range:
    """The next so many, for papers that are kept in the same transaction.

    The counter's row stays locked until the transaction ends: whoever comes meanwhile waits, and
    where it fails its numbers go back. A sequence of the database would be quicker and leave holes.
    """
    if not how_many:
        return range(0)
    statement = insert_into(session, CertificateCounter).values(
        centre_id=centre_id, year=year, last=how_many
    )
    last = (
        await session.execute(
            statement.on_conflict_do_update(
                index_elements=["centre_id", "year"],
                set_={"last": CertificateCounter.last + how_many},
            ).returning(CertificateCounter.last)
        )
    ).scalar_one()
    return range(last - how_many + 1, last + 1)


#: As people write it, with „Nr.“ or without.
_NUMBER = re.compile(r"\W*(?:(?:nr|no)\W*)?\d{4}\s*[-–—/]\s*\d{1,7}\W*", re.IGNORECASE)


def is_register_number(text: str) -> bool:
    """Whether it looks like the number of some paper."""
    return _NUMBER.fullmatch(text) is not None


def register_number(year: int, number: int) -> str:
    """As it is printed: „2026-0017“."""
    return f"{year}-{number:04}"
