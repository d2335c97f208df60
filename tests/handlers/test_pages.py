"""Pages of a long list."""

import pytest

from handlers.pages import PER_PAGE, list_page

NUMBERS = range(1, 2 * PER_PAGE + 2)


@pytest.mark.parametrize(
    ("every", "number", "became", "shown", "has_more"),
    [
        (NUMBERS, 0, 0, NUMBERS[:8], True),
        (NUMBERS, 1, 1, NUMBERS[8:16], True),
        (NUMBERS, 2, 2, NUMBERS[16:], False),
        (NUMBERS, 9, 2, NUMBERS[16:], False),
        (NUMBERS[:8], 1, 0, NUMBERS[:8], False),
        (NUMBERS[:0], 3, 0, NUMBERS[:0], False),
    ],
)
def test_a_page(every: range, number: int, became: int, shown: range, *, has_more: bool) -> None:
    """Eight at a time; a page that is no more leads to the last there is."""
    page = list_page(every, number)
    assert (page.number, page.first) == (became, became * PER_PAGE + 1)
    assert (list(page.shown), page.has_more) == (list(shown), has_more)
