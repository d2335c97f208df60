"""In which municipality a school is, as far as its name or its people say."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from catalogue.schools.spelling import School
from catalogue.search.normalise import fold

_OF_DISTRICT = " r."


def municipality(school: School) -> str | None:
    """Where it is as far as its name or its people say; a town that we do not know has none."""
    if school.district:
        place = _towns().get(school.district)
        return place and _district(place)
    named = (_names()[word] for word in school.words if word in _names())
    return _towns().get(school.town) or next(named, None)


def _district(place: str) -> str:
    """Around the city, where the city is a municipality of its own."""
    around = f"{place.rpartition(' ')[0]}{_OF_DISTRICT}"
    return around if around in _municipalities() else place


@cache
def _municipalities() -> Mapping[str, tuple[str, ...]]:
    """Their towns by their names."""
    text = files(__package__).joinpath("municipalities.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        name, bar, towns = line.partition(" | ")
        if bar and not name.startswith("#"):
            found[name] = tuple(town.strip() for town in towns.split(","))
    return found


@cache
def _towns() -> Mapping[str, str]:
    """The municipality by its towns, folded."""
    return {fold(town): place for place, towns in _municipalities().items() for town in towns}


@cache
def _names() -> Mapping[str, str]:
    """The municipality by its own name, as schools in it begin: „Šakių“ means a town there, though
    elsewhere it would be taken for another word.
    """
    return {fold(place.rpartition(" ")[0]): place for place in _municipalities()}
