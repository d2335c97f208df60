"""Both kinds of database, and how much is measured."""

import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.databases import Files, Postgres, postgres_server


def is_quick() -> bool:
    """Asked for by `--quick`: a look during development, with figures that say little."""
    return "--quick" in sys.argv


@asynccontextmanager
async def databases() -> AsyncIterator[list[tuple[str, Files | Postgres]]]:
    with tempfile.TemporaryDirectory() as folder, postgres_server() as url:
        yield [("SQLite", Files(Path(folder))), ("PostgreSQL", Postgres(url))]
