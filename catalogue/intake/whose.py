"""Whose an event of a file is, and whether the one who brought the file may have it so."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.centres.names import name_key
from catalogue.centres.queries import NAMELESS, named
from catalogue.centres.tables import Centre
from catalogue.people.rights import Realm
from catalogue.programme.refused import Reason, WrongCell


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Where somebody keeps the programme, and whether they may bring new centres into the house."""

    realm: Realm
    founds: bool


def centre_of(organiser: str, present: Sequence[Centre], reach: Reach) -> Centre | None:
    """None is a centre that is to be made. Raises WrongCell where the event is not theirs to take.

    Whoever keeps one centre means that one where a row names none.
    """
    if not name_key(organiser):
        return _unnamed(present, reach)
    centre = named(present, organiser)
    if centre is None and not reach.founds:
        raise WrongCell(Reason.UNKNOWN_CENTRE, organiser=organiser)
    if centre is not None and not reach.realm.has(centre_id=centre.id):
        raise WrongCell(Reason.OTHER_CENTRE, organiser=organiser)
    return centre


def _unnamed(present: Sequence[Centre], reach: Reach) -> Centre | None:
    wanted = (
        [one for one in present if one.slug == NAMELESS]
        if reach.realm.centres is None
        else [one for one in present if one.id == reach.realm.only]
    )
    if not wanted and not reach.founds:
        raise WrongCell(Reason.NO_CENTRE)
    return wanted[0] if wanted else None
