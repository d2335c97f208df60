"""Why somebody cannot say yet that they are the head of a school."""

from dataclasses import dataclass

from catalogue.refusals import Refusal


class SchoolNeeded(Refusal):
    """Their profile names none."""


@dataclass(eq=False)
class TownNeeded(Refusal):
    """There may be another school of the same name elsewhere; `city` is where their profile says
    that it is, which the name of the school contradicts.
    """

    school: str
    city: str
