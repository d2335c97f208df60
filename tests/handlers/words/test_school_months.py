"""What a head is told of a month: numbers in their forms, lists cut, both languages."""

from datetime import date, datetime
from typing import Any

import pytest

from catalogue.heads.completed import Completed, Named, Others, Took
from catalogue.numbers.groups import Other
from handlers.words import school_months as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event, person

OCTOBER = date(2026, 10, 1)


def a_month(**facts: Any) -> Completed:
    plain: dict[str, Any] = {"named": [], "others": None, "counted_at": None}
    return Completed(month=OCTOBER, **plain | facts)


def ona(events: int = 1) -> Named:
    return Named(person(), [Took(1, event(), 1.5)] * events)


@pytest.mark.parametrize(
    ("others", "named", "lithuanian", "english"),
    [
        (None, [], "Mokytojų dalyvavo mažiau nei penki", "Fewer than five teachers took part"),
        (None, [ona()], "Be vardų dalyvavo mažiau nei penki", "Without a name fewer than five"),
        (Others(5, 7.5, []), [], "Dalyvavo 5 mokytojai, iš viso 7,5 akad. val.", "Teachers: 5"),
        (Others(21, 40, []), [], "Dalyvavo 21 mokytojas, iš viso 40 akad.", "Teachers: 21"),
        (Others(10, 40, []), [ona()], "Be vardų dalyvavo 10 mokytojų", "Without a name: 10"),
        (
            Others(9, 40, [("<Tema>", 5), (Other.UNSAID, 7), (Other.OTHERS, 6)]),
            [],
            "Temos ir dalyvavimai: &lt;Tema&gt; – 5; nenurodyta – 7; kita – 6",
            "Themes: &lt;Tema&gt; – 5; not given – 7; others – 6",
        ),
    ],
)
def test_the_others(
    others: Others | None, named: list[Named], lithuanian: str, english: str
) -> None:
    """A number from five on; below it nothing, and nobody looks like four."""
    told = a_month(others=others, named=named)
    for say, expected in ((LT, lithuanian), (EN, english)):
        assert expected in words.completed(say, told, is_confirmed=True, now=NOW)


def test_names_and_events_are_cut() -> None:
    """What is left out is counted."""
    text = words.completed(LT, a_month(named=[ona(5)] * 7), is_confirmed=True, now=NOW)
    line = "• Ona Petraitienė, 7,5 akad. val. (Vertinimas; Vertinimas; Vertinimas; +2)"
    assert text.count(line) == 5
    assert "\nir dar 2\n" in text
    assert words.named(LT, ona()) == "• Ona Petraitienė, 1,5 akad. val. (Vertinimas)"


def test_a_number_says_when_it_was_counted() -> None:
    """And one who is not confirmed hears what is missing."""
    told = a_month(others=Others(5, 5, []), counted_at=datetime.fromisoformat("2026-11-03T09:00Z"))
    text = words.completed(LT, told, is_confirmed=False, now=NOW)
    assert "Suskaičiuota lapkričio 3 d. pagal" in text
    assert text.endswith(words.not_confirmed(LT))


def test_nothing_planned_is_said() -> None:
    """With what was completed all the same."""
    text = words.letter(
        LT, date(2026, 11, 1), [], a_month(others=Others(5, 5, [])), link=str, now=NOW,
        is_confirmed=True,
    )  # fmt: skip
    assert text.startswith(
        "<b>2026 m. lapkritis</b>: renginių Jūsų mokytojams dar nepaskelbta.\n\n<b>2026 m. spalis"
    )


def test_the_way_to_all_names() -> None:
    """Says how many they are."""
    assert words.names_label(LT, 9) == "Visi vardai (9)"
