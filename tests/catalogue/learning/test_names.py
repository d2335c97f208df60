"""Names on papers."""

import pytest

from catalogue.learning.names import initials, is_correction


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ona Petraitienė", "O. P."),
        ("Ona Marija Petraitienė-Žukė", "O. M. P.-Ž."),
        ("Šarūnas D'Artanjanas", "Š. D."),
        ("", ""),
    ],
)
def test_initials(name: str, told: str) -> None:
    """Of each part of the name, and of a name that is gone none."""
    assert initials(name) == told


@pytest.mark.parametrize(
    ("printed", "wanted", "may"),
    [
        ("Ona Petraitiene", "Ona Petraitienė", True),
        ("Onna Petraitine", "Ona Petraitienė", True),
        ("Ona Petraitė", "Ona Kazlauskienė", True),
        ("Ona Petraitė", "Ona Petraitė-Kazlauskienė", True),
        ("Petraitienė Ona", "Ona Petraitienė", True),
        ("Ona Petraitienė", "Rita Ritaitė", False),
        ("O. Petraitienė", "O. Ritaitė", False),
    ],
)
def test_a_correction_leaves_something_of_it(printed: str, wanted: str, *, may: bool) -> None:
    """Else one could give one's papers to somebody else."""
    assert is_correction(printed, wanted) is may
