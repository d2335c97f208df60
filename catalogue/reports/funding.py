"""What events are paid from: the seven sources that a centre of a municipality lives on.

They are those that Akmenė's centre names. Staff write the source in their own words; what is none
of the seven stays as it was written.
"""

import enum
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from catalogue.registrations.tables import Payer
from catalogue.search.normalise import fold


class Source(enum.StrEnum):
    """In the order in which the centre names them."""

    BASKET = "basket"
    PERSONAL = "personal"
    INSTITUTIONS = "institutions"
    COMPETITIONS = "competitions"
    MUNICIPAL = "municipal"
    SPONSORS = "sponsors"
    PROJECTS = "projects"


#: A school pays from the money for teaching, once called the pupil's basket.
OF_PAYER: Mapping[Payer, Source] = {
    Payer.SCHOOL: Source.BASKET,
    Payer.SELF: Source.PERSONAL,
    Payer.OTHER: Source.INSTITUTIONS,
}


@lru_cache(maxsize=4096)
def sources(written: str) -> frozenset[Source]:
    """Those that are named."""
    folded = fold(written)
    return frozenset(source for source, ways in _ways().items() if ways.search(folded))


@cache
def _ways() -> Mapping[Source, re.Pattern[str]]:
    found: dict[Source, re.Pattern[str]] = {}
    text = files(__package__).joinpath("funding.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, bar, ways = line.partition(" | ")
        if bar and not name.startswith("#"):
            stems = "|".join(re.escape(way.strip()) for way in ways.split(";"))
            found[Source(name)] = re.compile(rf"\b(?:{stems})")
    return found
