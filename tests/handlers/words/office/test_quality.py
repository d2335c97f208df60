"""Feedback compared, in words."""

from datetime import date

import pytest

from catalogue.numbers.groups import Label, Other
from catalogue.numbers.periods import term
from catalogue.quality.comparing import By
from catalogue.quality.scores import summary
from catalogue.search.spans import month
from handlers.words.office import quality as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize(
    ("by", "label", "expected"),
    [
        (By.FORM, "seminaras", "Seminaras"),
        (By.FIELD, Other.UNSAID, "Nenurodyta"),
        (By.MONTH, month(2026, 10), "2026 m. spalis"),
        (By.TERM, term(date(2027, 3, 1)), "2026–2027 m. m. II pusmetis"),
    ],
)
def test_names_of_lines(by: By, label: Label, expected: str) -> None:
    """A time by its name and not by its days."""
    assert words.label(LT, by, label, now=NOW) == expected


def test_a_form_has_its_english_name() -> None:
    """As on the card of an event; what is not one of the usual ones stays as it was written."""
    told = [words.label(EN, By.FORM, one, now=NOW) for one in ("Seminaras", "žygis", Other.OTHERS)]
    assert told == ["Seminar", "Žygis", "Other"]


@pytest.mark.parametrize("say", [LT, EN])
def test_what_is_counted_is_said(say: Speech) -> None:
    """Also where there is nothing; and each comparison has its title, caption and sheet."""
    told = summary([(1, 2, 3, 4, 5)] * 5)
    assert told is not None
    assert words.rule(say) in words.summary(say, "<x>", told, events=1)
    assert "&lt;x&gt;" in words.summary(say, "<x>", None, events=0)
    assert words.bar(LT, told) == "5,0 (5)"
    assert all(words.caption(say, by) and words.sheet_name(say, by) for by in By)
    assert len({str(say(title)) for title in words.TITLES.values()}) == len(By)
    assert words.events_page(say, 0) != words.events_page(say, 1)
