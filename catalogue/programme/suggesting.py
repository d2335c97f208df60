"""What the centres' events said before, to be offered to one who describes another."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.programme.tables import Event

LOOKED_AT = 200


async def used(
    session: AsyncSession, name: str, *, centre_id: int | None, most: int
) -> Sequence[str]:
    """Values of this field in the newest events of the centre, or of all, the most usual first."""
    column = getattr(Event, name)
    query = select(column).order_by(Event.id.desc()).limit(LOOKED_AT)
    if centre_id is not None:
        query = query.where(Event.centre_id == centre_id)
    counted: Counter[str] = Counter()
    for value in await session.scalars(query):
        counted.update(value if isinstance(value, list) else [value])
    counted.pop("", None)
    return [value for value, _ in counted.most_common(most)]
