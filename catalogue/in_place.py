"""SQLite called where one stands, and not in a thread of its own.

A command that answers one person has nobody to keep waiting meanwhile, and going to a thread and
back takes longer than most of what SQLite is asked.
"""

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import URL
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool


class SQLiteInPlace(SQLiteDialect_pysqlite):
    """The driver of the standard library, for an engine that is awaited: it never has to wait."""

    driver = "in_place"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:  # noqa: ARG003 -- SQLAlchemy's own
        return AsyncAdaptedQueuePool
