"""What was said of an event, in words for staff."""

from collections.abc import Sequence

import pytest

from catalogue.quality.queries import Results
from catalogue.quality.scores import QUESTIONS, summary
from handlers.words.office import feedback as words
from handlers.words.speech import Speech
from scheduler.feedback import FINAL, LOW, READY
from tests.factories import VILNIUS, an_event

LT, EN = Speech("lt", VILNIUS), Speech("en", VILNIUS)


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [
        ([0, 0, 0, 0, 5], "    █"),
        ([1, 0, 0, 0, 20], "▁   █"),
        ([5, 5, 5, 5, 5], "█████"),
        ([1, 2, 4, 2, 1], "▂▄█▄▂"),
    ],
)
def test_bars(counts: Sequence[int], drawn: str) -> None:
    """The highest is full; even one of many is seen, and nobody is not."""
    assert words.bars(counts) == drawn


def test_a_mean_is_said_with_one_figure() -> None:
    """As the language writes it."""
    assert [words.mean(say, 4.0) for say in (LT, EN)] == ["4,0", "4.0"]


@pytest.mark.parametrize("say", [LT, EN])
def test_every_line_is_there(say: Speech) -> None:
    """All five questions, and what staff are told for each reason, in both languages."""
    told = summary([(1, 2, 3, 4, 2)] * 5)
    assert told is not None
    event = an_event(title_lt="<Menas>", title_en="<Menas>")
    seen = Results(asked=9, answers=5, summary=told, comments=["<b>Ačiū</b>"])
    page = words.page(say, event, seen, seen.comments, is_open=True)
    assert all(say(words.NAMES[name]) in page for name in QUESTIONS)
    assert "&lt;b&gt;Ačiū" in page
    for what in (READY, FINAL, LOW):
        assert "&lt;Menas&gt;" in words.news(say, event, what, told)
    few = Results(asked=9, answers=4, summary=None, comments=[])
    texts = {words.page(say, event, few, [], is_open=is_open) for is_open in (True, False)}
    assert len(texts) == 2


@pytest.mark.parametrize(
    ("answers", "told", "is_open", "expected"),
    [
        (4, 0, True, "Kol atsakymų mažiau nei 5"),
        (4, 0, False, "Daugiau atsakymų nebelaukiama"),
        (6, 0, True, "Vidurkiai bus rodomi, kai atsakymai nebebus renkami"),
        (7, 5, True, "Tai pirmi 5 atsakymai; kiti prisidės"),
        (7, 5, False, "Parodyta 5 iš 7 atsakymų."),
        (7, 7, False, "Vidurkiai nuo 1 iki 5"),
    ],
)
def test_why_not_all_is_shown(answers: int, told: int, expected: str, *, is_open: bool) -> None:
    """Whatever is missing, the reason is said; where nothing is, no reason is."""
    seen = Results(asked=9, answers=answers, summary=summary([(3,) * 5] * told), comments=[])
    page = words.page(LT, an_event(), seen, [], is_open=is_open)
    assert expected in page
    assert ("Parodyta" in page or "Tai pirmi" in page) is (0 < told < answers)
