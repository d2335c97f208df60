"""Doing something with the database, or only trying it out."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar, cast

from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

T = TypeVar("T")


class Rehearsed(Exception):  # noqa: N818 -- carries the report past the transaction
    """Undoes a dry run."""

    def __init__(self, report: object) -> None:
        self.report = report


async def kept(work: "Callable[[AsyncSession], Awaitable[T]]", settings: Settings) -> T:
    """What the work returns, or what it rehearsed and is undone."""
    from bot.schema import migrate
    from catalogue.database import Database

    database = Database(settings.database_url)
    try:
        await migrate(database)
        return await database.write(work)
    except Rehearsed as rehearsed:
        return cast("T", rehearsed.report)
    finally:
        await database.close()
