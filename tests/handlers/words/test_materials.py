"""Materials in words, as teachers read them."""

import pytest

from catalogue.materials.tables import Medium
from handlers.words import materials as words
from tests.catalogue.materials.made_up import a_material
from tests.handlers.words.made_up import EN, LT, event

EVENT = event()
FILM = a_material(EVENT, title="Filmas <1>", address="https://www.youtube.com/w", is_recording=True)


@pytest.mark.parametrize("medium", list(Medium))
def test_what_each_thing_is(medium: Medium) -> None:
    """Of a link where it leads, of a recording that it is one."""
    for is_recording in (False, True):
        one = a_material(EVENT, medium=medium, is_recording=is_recording)
        told = words.kind(LT, one)
        assert ("įrašas" in told) == is_recording
        assert told.endswith(", centras.lt") == (medium is Medium.LINK)


def test_a_list_with_its_event() -> None:
    """Nothing is an answer too."""
    assert words.told(LT, EVENT, [FILM]) == (
        "Renginio „Vertinimas“ medžiaga:\n1. Filmas &lt;1&gt; (įrašas, youtube.com)"
    )
    assert words.page(EN, EVENT, [FILM], is_over=True).endswith("(a recording, youtube.com)")
    assert "so far" in words.page(EN, EVENT, [], is_over=True)
    assert "I shall write to those who came" in words.page(EN, EVENT, [], is_over=False)
    assert words.fact(LT, [FILM] * 7).count("\n") == 5
    assert "skirta registruotiems" in words.not_for_you(LT, for_registered=True)
    assert "„Vertinimas“" in words.why(LT, EVENT)
    assert words.label(FILM, 2) == "2. Filmas <1>"
