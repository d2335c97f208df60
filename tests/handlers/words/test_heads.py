"""What heads and teachers are told: numbers in their forms, lists cut, both languages."""

from datetime import date, datetime
from typing import Any

import pytest

from catalogue.heads.completed import Completed, Named, Others, Took
from catalogue.heads.tables import Head
from catalogue.heads.teachers import Workplace
from catalogue.numbers.groups import Other
from handlers.words import heads as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event, person

OCTOBER = date(2026, 10, 1)
HERE = Workplace("Saulės <gimnazija>", "Kaunas")


def a_month(**facts: Any) -> Completed:
    plain: dict[str, Any] = {"named": [], "others": None, "counted_at": None}
    return Completed(month=OCTOBER, **plain | facts)


def a_head(**facts: Any) -> Head:
    plain: dict[str, Any] = {
        "school": HERE.school, "city": HERE.city, "wants_letters": True, "groups": [],
    }  # fmt: skip
    return Head(**plain | facts)


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


def test_a_school_with_its_town() -> None:
    """Plain, to be escaped where it is put in."""
    assert words.school(LT, HERE) == "Saulės <gimnazija>, Kaunas"
    assert words.school(LT, Workplace("Kauno X", "")) == "Kauno X"
    assert "Saulės &lt;gimnazija&gt;, Kaunas" in words.naming_question(LT, HERE)
    assert "/profile" in words.naming_question(EN, HERE)


def test_settings_of_a_teacher_and_of_a_head() -> None:
    """What is so, and what it means."""
    text = words.settings(LT, HERE, None, is_named=True)
    assert "Mano vardas: mokyklos vadovas jį mato" in text
    assert ("bent penki žmonės" in text, "Mėnesio laiškas" in text) == (True, False)
    text = words.settings(LT, HERE, a_head(groups=["logopedai"]), is_named=False)
    assert text.endswith("Mėnesio laiškas: siunčiamas\nJame renginiai, skirti: logopedai")
    text = words.settings(EN, None, a_head(wants_letters=False), is_named=False)
    assert text.endswith("The letter of the month: no\nIt tells of events for: everybody")


def test_nothing_planned_is_said() -> None:
    """With what was completed all the same."""
    text = words.letter(
        LT, date(2026, 11, 1), [], a_month(others=Others(5, 5, [])), link=str, now=NOW,
        is_confirmed=True,
    )  # fmt: skip
    assert text.startswith(
        "<b>2026 m. lapkritis</b>: renginių Jūsų mokytojams dar nepaskelbta.\n\n<b>2026 m. spalis"
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.said(LT, a_head()), "Paprašysiu centro darbuotojų tai patvirtinti"),
        (words.confirmed(LT, a_head()), "/mokykla matote ir vardus"),
        (words.taken_back(LT, a_head()), "Vardų nebematysite"),
        (words.now_named(EN), "From today on"),
        (words.not_named(EN), "cannot be taken back"),
        (words.resigned(LT), "laiškų nebesiųsiu"),
        (words.letters(LT, wanted=True), "Vėl siųsiu"),
        (words.letters(EN, wanted=False), "/school"),
        (words.school_needed(LT), "antrąjį mygtuką"),
        (words.town_needed(LT, "X"), "Kuriame mieste ši mokykla: X?"),
        (words.choose_groups(LT, a_head()), "Dabar: visi"),
        (words.group_label("logopedai", taken=True), "✓ Logopedai"),
        (words.names_label(LT, 9), "Visi vardai (9)"),
    ],
)
def test_plain_sentences(said: str, expected: str) -> None:
    """One each."""
    assert expected in said
