"""The ledger for a portfolio: what can be known of it without looking at it."""

import re

from bot.drawing.portfolios import portfolio_page
from tests.catalogue.learning.test_portfolio import a_portfolio


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", content))


def test_a_long_year_has_several_pages() -> None:
    """However long the words are, each row finds its place."""
    assert pages(portfolio_page(a_portfolio())) == 1
    assert pages(portfolio_page(a_portfolio(rows=40, title="Pavadinimas" * 9))) > 1


def test_an_empty_year_is_a_page_too() -> None:
    """It says that there is nothing."""
    assert pages(portfolio_page(a_portfolio(rows=0))) == 1
