"""The secret that codes are made with."""

from typing import Any

from catalogue.database import Database
from catalogue.learning.house_secret import known_secret, secret_of


async def test_it_is_drawn_once(database: Database) -> None:
    """At the first need, of 256 bits, and the same ever after; each use has its own."""

    async def work(session: Any) -> list[str | None]:
        before = await known_secret(session, "a")
        drawn = [await secret_of(session, name) for name in ("a", "a", "b")]
        return [before, *drawn, await known_secret(session, "a")]

    before, first, again, other, kept = await database.write(work)
    assert before is None
    assert first == again == kept != other
    assert len(bytes.fromhex(str(first))) == 32
