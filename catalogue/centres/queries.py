"""Finding centres, and making new ones."""

import hashlib
from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.names import name_key, plain_words
from catalogue.centres.tables import Centre

#: The centre of events whose file names no organiser.
NAMELESS = "nenurodytas"


async def all_centres(session: AsyncSession) -> list[Centre]:
    """In the order of the Lithuanian alphabet, near enough: without diacritics."""
    centres = (await session.scalars(select(Centre))).all()
    return sorted(centres, key=lambda centre: (plain_words(centre.name), centre.id))


async def chosen(session: AsyncSession, numbers: Collection[int] | None) -> list[Centre] | None:
    """These by their numbers, in the same order; None is all of them, without naming any."""
    if numbers is None:
        return None
    return [one for one in await all_centres(session) if one.id in numbers]


async def by_slug(session: AsyncSession, slug: str) -> Centre | None:
    centre: Centre | None = await session.scalar(select(Centre).where(Centre.slug == slug))
    return centre


def named(centres: Sequence[Centre], text: str) -> Centre | None:
    """The one centre with this name, present or old, long or short; None also where two have it.

    A centre's own present name comes before a name it shares with another.
    """
    key = name_key(text)
    if not key:
        return None
    own = [centre for centre in centres if name_key(centre.name) == key]
    found = own or [centre for centre in centres if key in map(name_key, centre.names)]
    return found[0] if len(found) == 1 else None


def new_centre(*, slug: str, name: str, name_en: str = "") -> Centre:
    """Whole at once: a column's default is there only after the row is written."""
    return Centre(slug=slug, name=name, name_en=name_en, other_names=[], facts={})


def nameless_centre() -> Centre:
    return new_centre(
        slug=NAMELESS, name="Organizatorius nenurodytas", name_en="Organiser not stated"
    )


def free_slug(name: str, taken: frozenset[str] | set[str]) -> str:
    """A short lower-case name for the command line, different from those taken."""
    slug = plain_words(name).replace(" ", "-").encode("ascii", "ignore").decode()[:40].strip("-")
    slug = slug or hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
