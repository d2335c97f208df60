"""A long list, some of it at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

PER_PAGE = 8

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[Thing]):
    """What is `shown` on the page with this `number`, the first being 0; `first` counts from 1."""

    number: int
    first: int
    shown: Sequence[Thing]
    has_more: bool


def list_page(every: Sequence[Thing], number: int, *, size: int = PER_PAGE) -> ListPage[Thing]:
    """Where an old button asks for a page that is no more, the last there is."""
    number = min(number, max(0, len(every) - 1) // size)
    start, end = number * size, (number + 1) * size
    return ListPage(number, start + 1, every[start:end], has_more=len(every) > end)
