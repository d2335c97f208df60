"""What a line says of a person, however it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.participants.pasted import MOST_LINES, Pasted, people, taken_apart

LINES = [
    (
        "Ona Petraitienė, Akmenės gimnazija, ona@pastas.lt, +370 600 00000",
        Pasted("Ona Petraitienė", "Akmenės gimnazija", "ona@pastas.lt", "+37060000000"),
    ),
    (
        "1. Jonas Jonaitis; 8 612 34567; „Saulės“ gimnazija",
        Pasted("Jonas Jonaitis", "„Saulės“ gimnazija", "", "+37061234567"),
    ),
    (
        "Rita-Marija de Vries\ttel.: 0 612 34567\tel. paštas: RITA@x.co.uk",
        Pasted("Rita-Marija de Vries", "", "rita@x.co.uk", "+37061234567"),
    ),
    (
        "Papilės Simono Daukanto gimnazija, Petras Petraitis <p@p.lt>",
        Pasted("Petras Petraitis", "Papilės Simono Daukanto gimnazija", "p@p.lt", ""),
    ),
    (
        "Ona Petraitienė Akmenės gimnazija ona@pastas.lt",
        Pasted("Ona Petraitienė", "Akmenės gimnazija", "ona@pastas.lt", ""),
    ),
    (
        "Ona Onaitė, Klaipėdos 5-oji mokykla 2A, 861234567",
        Pasted("Ona Onaitė", "Klaipėdos 5-oji mokykla 2A", "", "+37061234567"),
    ),
    ("- Petras Petraitis", Pasted("Petras Petraitis")),
    ("Kauno r. mokykla", Pasted("", "Kauno r. mokykla")),
    ("Petraitienė", Pasted("", "Petraitienė")),
    ("Ona Onaitė, 12345", Pasted("Ona Onaitė", "12345")),
]


@pytest.mark.parametrize(("line", "said"), LINES, ids=[line for line, _ in LINES])
def test_a_line_is_taken_apart(line: str, said: Pasted) -> None:
    """An e-mail and a telephone by their look, the first that can be a name, and the school."""
    assert taken_apart(line) == said


def test_a_line_is_a_person() -> None:
    """Empty ones are nobody, and too many are not taken."""
    assert [one.name for one in people("Ona Onaitė\n\n  \nRita Ritaitė\n")] == [
        "Ona Onaitė",
        "Rita Ritaitė",
    ]
    assert len(people("Ona Onaitė\n" * 80)) == MOST_LINES


@given(st.text(max_size=200))
def test_nothing_breaks_it(line: str) -> None:
    """Whatever is pasted, the pieces are bounded and the name is a name or nothing."""
    said = taken_apart(line)
    assert len(said.school) <= 120
    assert said.name == "" or " " in said.name
