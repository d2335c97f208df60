from datetime import date

from catalogue.programme.holidays import Days, SchoolYear
from catalogue.programme.tables import SchoolHoliday
from handlers.words.office import holidays as words
from tests.handlers.words.made_up import EN, LT

TODAY = date(2026, 11, 22)
WINTER = Days(name="Žiemos <atostogos>", first=date(2027, 2, 15), last=date(2027, 2, 19))


def test_the_page_says_by_which_rule_they_go() -> None:
    """Those of the usual rule have our words in both languages, those entered their own."""
    usual = SchoolYear()
    page = words.page(LT, usual, usual.coming(TODAY), today=TODAY)
    assert "• vasaros atostogos: 2027 m. birželio 15 d., antradienis – " in page
    assert page.endswith("Ką įvesite, galios vietoj jos.")
    assert "• spring holidays: " in words.page(EN, usual, usual.coming(TODAY), today=TODAY)
    entered = SchoolYear((WINTER,))
    page = words.page(LT, entered, entered.coming(TODAY), today=TODAY)
    assert "• Žiemos &lt;atostogos&gt;: 2027 m. vasario 15 d., pirmadienis – " in page
    assert page.endswith("Šias įvedė darbuotojai.")


def test_one_day_is_named_once() -> None:
    """A day off has no end of its own."""
    assert words.period(EN, TODAY, TODAY) == "Sunday 22 November 2026"


def test_what_to_write_and_what_is_removed() -> None:
    """An example to follow; a button that says which."""
    assert "2026-10-26 – 2026-10-30" in words.ask(LT)
    assert "2026-10-26 – 2026-10-30" in words.not_holidays(EN)
    row = SchoolHoliday(name=WINTER.name, first_day=WINTER.first, last_day=WINTER.last)
    assert words.remove_label(LT, row) == "Pašalinti: Žiemos <atostogos> 2027-02-15"
