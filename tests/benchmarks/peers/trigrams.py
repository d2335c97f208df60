"""PostgreSQL's trigrams, by the likeness of words, on a server that has them."""

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg

from catalogue.search.documents import Document
from catalogue.search.normalise import fold
from tests.benchmarks.peers.shape import Asked, Ranked, texts

_TABLE = """
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE TEMPORARY TABLE event (key integer PRIMARY KEY, title text);
    SET pg_trgm.strict_word_similarity_threshold = 0.3;
    SET enable_seqscan = off;
"""
_INDEX = """
    CREATE INDEX ON event USING gin (title gin_trgm_ops);
    ANALYZE event;
"""
_BEST = """
    SELECT key, max(worth * strict_word_similarity(way, title)) AS score
    FROM unnest($1::text[], $2::float[]) AS asked (way, worth) JOIN event ON way <<% title
    WHERE $3::integer[] IS NULL OR key = ANY($3)
    GROUP BY key ORDER BY score DESC LIMIT $4
"""


class Trigrams:
    """A table of titles and subjects with an index, which goes with its connection."""

    def __init__(self, url: str) -> None:
        self._runner = asyncio.Runner()
        self._connection: Any = self._runner.run(asyncpg.connect(url))

    def is_installed(self) -> bool:
        """Whether the server has the extension."""
        known = "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'"
        return bool(self._do(self._connection.fetchval(known)))

    def build(self, documents: Sequence[Document]) -> None:
        rows = [(one.key, " ".join(texts(one)[:2])) for one in documents]
        self._do(self._connection.execute(_TABLE))
        self._do(self._connection.copy_records_to_table("event", records=rows))
        self._do(self._connection.execute(_INDEX))

    def search(self, asked: Asked, limit: int) -> Ranked:
        ways = {fold(text): worth for text, worth in asked.ways}
        among = None if asked.among is None else list(asked.among)
        query = self._connection.fetch(_BEST, [*ways], [*ways.values()], among, limit)
        return [(row["key"], row["score"]) for row in self._do(query)]

    def megabytes(self) -> float:
        """What the table and its indexes take on the server."""
        size = self._connection.fetchval("SELECT pg_total_relation_size('event')")
        return int(self._do(size)) / 1e6

    def _do(self, coroutine: Any) -> Any:
        return self._runner.run(coroutine)


@contextmanager
def server_with_trigrams() -> Iterator[str | None]:
    """The server named by TEST_POSTGRES_URL, or one of this machine's PostgreSQL; None without.

    The server that comes with the development tools has no extensions of this kind.
    """
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given.replace("+asyncpg", "")
        return
    programs = _programs()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="kvieslys-trigrams-"))
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    shutil.chown(folder, user)
    data = folder / "data"
    options = f"-c listen_addresses='' -c fsync=off -k {folder}"
    new = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"]
    server: list[str | Path] = [programs / "pg_ctl", "-w", "-D", data, "-l", folder / "log"]
    try:
        _run(user, programs / "initdb", *new, data)
        _run(user, *server, "-o", options, "start")
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        _run(user, *server, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """Where the newest PostgreSQL with the extension has its programs."""
    found = sorted(Path("/usr/share/postgresql").glob("*/extension/pg_trgm.control"))
    folders = [Path("/usr/lib/postgresql", path.parts[-3], "bin") for path in found]
    return next((one for one in reversed(folders) if (one / "initdb").exists()), None)


def _run(user: str, *command: str | Path) -> None:
    """As that user where we are root, who may not run a server."""
    who = user if os.getuid() == 0 else None
    subprocess.run(command, check=True, capture_output=True, cwd="/", user=who)
