"""A figure beside that of the same period a year before."""

from dataclasses import dataclass

from catalogue.numbers.counting import Few

Told = int | float | Few | None


@dataclass(frozen=True, slots=True)
class Change:
    """`difference` is None where one of the two is not told; `share` is of what was before, None
    where that was nothing.
    """

    difference: float | None
    share: float | None


def change(now: Told, before: Told) -> Change:
    """Of what few people are behind nothing is said."""
    if not isinstance(now, int | float) or not isinstance(before, int | float):
        return Change(None, None)
    difference = round(now - before, 2)
    return Change(difference, difference / before if before else None)
