"""PostgreSQL's own programs for backups: nobody else copies it as well."""

import asyncio
import os
import shutil
import sys
from pathlib import Path

from sqlalchemy.engine import URL


async def dump(url: URL, target: Path) -> int:
    """An exit code; 0 when `target` holds the whole database."""
    code = await _call("pg_dump", url, "--format=custom", f"--file={target}")
    if code != 0:
        target.unlink(missing_ok=True)  # what is not whole must not be taken for a backup
    return code


async def load(url: URL, source: Path) -> int:
    return await _call(
        "pg_restore",
        url,
        "--clean",
        "--if-exists",
        "--no-owner",
        "--single-transaction",
        str(source),
    )


async def _call(program: str, url: URL, *arguments: str) -> int:
    found = shutil.which(program)
    if found is None:
        print(f"{program} is not on this machine: install PostgreSQL's client.", file=sys.stderr)
        return 2
    plain = URL.create(  # without the password: every user sees the arguments of a program
        "postgresql", url.username, None, url.host, url.port, url.database, url.query
    )
    process = await asyncio.create_subprocess_exec(
        found,
        f"--dbname={plain.render_as_string()}",
        *arguments,
        env=os.environ | ({"PGPASSWORD": url.password} if url.password else {}),
    )
    return await process.wait()
