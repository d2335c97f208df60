"""What heads and teachers are told of being one."""

from typing import Any

import pytest

from catalogue.heads.tables import Head
from catalogue.heads.teachers import Workplace
from handlers.words import heads as words
from tests.handlers.words.made_up import EN, LT

HERE = Workplace("Saulės <gimnazija>", "Kaunas")


def a_head(**facts: Any) -> Head:
    plain: dict[str, Any] = {
        "school": HERE.school, "city": HERE.city, "wants_letters": True, "groups": [],
    }  # fmt: skip
    return Head(**plain | facts)


def test_a_school_with_its_town() -> None:
    """Plain, to be escaped where it is put in."""
    assert words.school(LT, HERE) == "Saulės <gimnazija>, Kaunas"
    assert words.school(LT, Workplace("Kauno X", "")) == "Kauno X"


def test_settings_of_a_teacher_and_of_a_head() -> None:
    """What is so, and what it means."""
    text = words.settings(LT, HERE, None, is_named=True)
    assert "Mano vardas: mokyklos vadovas jį mato" in text
    assert ("bent penki žmonės" in text, "Mėnesio laiškas" in text) == (True, False)
    text = words.settings(LT, HERE, a_head(groups=["logopedai"]), is_named=False)
    assert text.endswith("Mėnesio laiškas: siunčiamas\nJame renginiai, skirti: logopedai")
    text = words.settings(EN, None, a_head(wants_letters=False), is_named=False)
    assert text.endswith("The letter of the month: no\nIt tells of events for: everybody")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.said(LT, a_head()), "Paprašysiu centro darbuotojų tai patvirtinti"),
        (words.confirmed(LT, a_head()), "/mokykla matote ir vardus"),
        (words.taken_back(LT, a_head()), "Vardų nebematysite"),
        (words.resigned(LT), "laiškų nebesiųsiu"),
        (words.letters(LT, wanted=True), "Vėl siųsiu"),
        (words.letters(EN, wanted=False), "/school"),
        (words.school_needed(LT), "Kuriai mokyklai vadovaujate"),
        (words.town_needed(LT, "X", ""), "Kuriame mieste ar kaime ši mokykla: X?"),
        (words.town_needed(LT, "Kauno X", "Utena"), "profilyje nurodyta kita vietovė: Utena"),
        (words.choose_groups(LT, a_head()), "Dabar: visi"),
        (words.group_label("logopedai", taken=True), "✓ Logopedai"),
    ],
)
def test_plain_sentences(said: str, expected: str) -> None:
    """One each."""
    assert expected in said
