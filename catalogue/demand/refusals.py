"""What is refused to those who gather, and to staff who gather them."""

from dataclasses import dataclass

from catalogue.refusals import NotAsAsked, Refusal


class GatheringOver(Refusal):
    """The day is chosen, or staff have let it be."""


@dataclass(eq=False)
class NotDays(NotAsAsked):
    """`line` is the one that cannot be read as a day; empty where there are too many, or none."""

    line: str
    most: int
