"""The centres whose own pages we have read, with what the pages say. See `known.toml`."""

import functools
import tomllib
from pathlib import Path
from typing import Any

from catalogue.centres.names import name_key
from catalogue.centres.tables import Centre


@functools.cache
def _pages() -> tuple[dict[str, Any], ...]:
    read: list[dict[str, Any]] = tomllib.loads(
        Path(__file__).with_name("known.toml").read_text("utf-8")
    )["centre"]
    return tuple(read)


def known_centres() -> list[Centre]:
    """New rows, not yet in any database.

    `facts` are, by key, `{"lt", "en", "source", "checked"}`; `checked` is an ISO date.
    """
    return [
        Centre(
            slug=page["slug"],
            name=page["name"],
            name_en=page["name_en"],
            other_names=list(page["other_names"]),
            facts={
                key: {**said, "source": page["source"], "checked": page["checked"].isoformat()}
                for key, said in page["facts"].items()
            },
        )
        for page in _pages()
    ]


def known_by_name(name: str) -> Centre | None:
    """A new row for the one known centre of that name."""
    key = name_key(name)
    found = [centre for centre in known_centres() if key in map(name_key, centre.names)]
    return found[0] if len(found) == 1 else None
