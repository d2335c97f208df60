"""Reports as files: headings and names."""

import pytest

from bot.jobs.report_tables import COLUMNS
from catalogue.numbers.counting import Few
from catalogue.numbers.groups import Label, Other
from catalogue.programme.tables import Mode
from catalogue.quality.queries import Satisfaction
from catalogue.quality.scores import summary
from catalogue.reports.funding import Source
from catalogue.reports.values import Due, Reach
from handlers.words.office import report_files as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize("say", [LT, EN], ids=["lt", "en"])
def test_everything_has_words(say: Speech) -> None:
    """Every source, way, bill, table and column; tabs are short and none is another's."""
    assert (set(words.FUNDING), set(words.BILLS)) == (set(Source), set(Due))
    assert set(words.MODES) == set(Mode)
    tabs = [words.sheet(say, name) for name in COLUMNS]
    assert len({*tabs}) == len(tabs)
    assert max(map(len, tabs)) <= 31
    assert all(words.title(say, name) for name in (*COLUMNS, "notes"))
    assert {one for some in COLUMNS.values() for one in some} <= words.COLUMNS.keys()
    assert all(words.column(say, name) for name in words.COLUMNS)
    assert words.page_foot(say).format(page=1, pages=2)
    assert "5" in words.nothing(say)
    assert words.hours_of(say)


@pytest.mark.parametrize(
    ("label", "told"),
    [
        (Source.BASKET, "Mokymo lėšos (moksleivio krepšelis)"),
        ("privačios lėšos", "Privačios lėšos"),
        (Other.UNSAID, "Nenurodyta"),
        (Other.OTHERS, "Kita"),
    ],
)
def test_a_group_has_its_name(label: Label, told: str) -> None:
    """One of ours in the reader's language; what was written stays."""
    assert words.label(LT, label, words.FUNDING, now=NOW) == told


def test_it_says_how_it_was_counted() -> None:
    """In plain text; also up to which day, where the period is not over."""
    plain, running = words.notes(LT, until=None), words.notes(LT, until=NOW.date())
    assert (running[1:], "lapkričio 22 d." in running[0]) == (plain, True)
    assert "&" not in "".join(plain)


def test_schools_and_answers_in_one_line() -> None:
    """With the right cases of the words."""
    reach = Reach(reached=Few(), unreached=1200, reached_in=[], unreached_in=[])
    assert words.schools(LT, reach) == (
        "Pasiekta mokyklų: mažiau nei 5. Žinomų, bet nepasiektų: 1\N{NO-BREAK SPACE}200."
    )
    liked = Satisfaction(events=2, summary=summary([(5, 5, 5, 5, 5)] * 11))
    assert words.answers(LT, liked) == "11 atsakymų, 2 renginiai"
    assert words.answers(LT, Satisfaction(events=0, summary=None)) == words.nothing(LT)
