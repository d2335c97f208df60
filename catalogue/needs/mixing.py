"""Rows written anew together with a new one, so that not even the database's own marks tell which
of them it is.

PostgreSQL marks each row with the transaction that wrote it, and lays rows down as they come: by
that alone the last answer could be matched with the last who answered. To write all of a survey
anew with each answer would take seconds once thousands have answered. So the rows are shared out
into lots by something that tells nothing, their random keys or the numbers of people, and only the
lot of the new row is written anew: who sees the marks knows a lot of answers and a lot of people,
and nothing of who in the one gave which of the other.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

#: How many rows a lot has on average, at least; fewer are all one lot.
ROWS = 50
_BITS = 4  # of a hexadecimal digit


async def mix_in(
    session: AsyncSession,
    table: Table,
    among: ColumnElement[bool],
    rows: Sequence[Mapping[str, Any]],
    *,
    by: str,
) -> None:
    """Writes `rows` and their lots of the rows `among`, in the order of the column `by`: a random
    key of hexadecimal digits, or a number.
    """
    if not rows:
        return
    count = await session.scalar(select(func.count()).select_from(table).where(among)) or 0
    bits = max(0, (count // ROWS).bit_length() - 1)
    mixed = among, or_(*(_lot_of(table.c[by], row[by], bits) for row in rows))
    kept = (await session.execute(select(table).where(*mixed))).mappings().all()
    await session.execute(delete(table).where(*mixed))
    await session.execute(insert(table), sorted([*map(dict, kept), *rows], key=itemgetter(by)))


def _lot_of(column: Column[Any], value: Any, bits: int) -> ColumnElement[bool]:
    """Those in whose lot the value is, of two to the power of `bits`."""
    if not isinstance(value, str):
        same: ColumnElement[bool] = column % 2**bits == value % 2**bits
        return same
    digits = max(1, -(-bits // _BITS))
    rest = digits * _BITS - bits
    lot = int(value[:digits], 16) >> rest
    beginnings = [f"{one:0{digits}x}" for one in range(lot << rest, (lot + 1) << rest)]
    return func.substr(column, 1, digits).in_(beginnings)
