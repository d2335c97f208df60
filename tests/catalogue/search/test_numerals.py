"""Counts of money and hours written out, put into figures."""

import pytest

from catalogue.search.numerals import in_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("iki dvidešimties eurų", "iki 20 eurų"),
        ("iki dvidesimt penkiu euru", "iki 25 euru"),
        ("šimtą eurų", "100 eurų"),
        ("už penkis eurus", "už 5 eurus"),
        ("bent šešiolikos valandų", "bent 16 valandų"),
        ("keturiasdešimties akad. valandų programa", "40 akad. valandų programa"),
        ("twenty-five euros", "25 euros"),
        ("at least six hours", "at least 6 hours"),
        ("gal iki šešiasdešimties?", "gal iki 60?"),
        ("šešių ar daugiau valandų", "6 ar daugiau valandų"),
        ("ne daugiau penkiolikos, etika", "ne daugiau 15, etika"),
        ("iki penkiasdešimt ir gyvai", "iki 50 ir gyvai"),
        ("at five pm", "at 5 pm"),
        ("a dozen hours", "12 hours"),
        ("nulis eurų", "0 eurų"),
        ("penki pirštai", "penki pirštai"),
        ("iki dvidešimties mokinių", "iki dvidešimties mokinių"),
        ("two teachers", "two teachers"),
        ("no more than a tenner", "no more than 10 eur"),
        ("Įtrauktis", "Įtrauktis"),
    ],
)
def test_counts_of_money_and_hours(text: str, figures: str) -> None:
    """In any case form and both languages; a number elsewhere stays a word."""
    assert in_figures(text) == figures
