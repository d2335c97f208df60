"""What the codes of this house are made with."""

import secrets

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import insert_into
from catalogue.learning.tables import HouseSecret

ATTENDANCE = "attendance"
_BYTES = 32


async def known_secret(session: AsyncSession, name: str) -> str | None:
    """Hexadecimal; None until it was first needed by somebody who may write."""
    found: str | None = await session.scalar(
        select(HouseSecret.secret).where(HouseSecret.name == name)
    )
    return found


async def secret_of(session: AsyncSession, name: str) -> str:
    """Hexadecimal; drawn at the first need, once, also where two need it at the same moment."""
    if (found := await known_secret(session, name)) is not None:
        return found
    await session.execute(
        insert_into(session, HouseSecret)
        .values(name=name, secret=secrets.token_hex(_BYTES))
        .on_conflict_do_nothing()
    )
    return (await session.scalars(select(HouseSecret.secret).where(HouseSecret.name == name))).one()
