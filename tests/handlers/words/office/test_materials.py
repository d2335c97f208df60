"""Materials in words, as staff read them."""

from datetime import timedelta

import pytest

from catalogue.materials.tables import ForWhom, Medium
from handlers.words.office import materials as words
from tests.catalogue.materials.made_up import a_material
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event

OVER, COMING = event(starts=NOW - timedelta(days=1)), event()
SLIDES = a_material(OVER, title="Skaidrės <1>")


def test_what_becomes_of_it_is_said() -> None:
    """When it is told of, and who sees it as long as nobody knows who came."""
    told = words.page(LT, OVER, [SLIDES], is_noted=False, now=NOW)
    assert "1. <b>Skaidrės &lt;1&gt;</b>\nnuoroda, centras.lt · dalyvavusiems" in told
    assert "Kol lankomumas nepažymėtas" in told
    assert "praėjus dešimčiai minučių" in told
    assert "Kol lankomumas" not in words.page(LT, OVER, [SLIDES], is_noted=True, now=NOW)
    before = words.page(LT, COMING, [SLIDES], is_noted=False, now=NOW)
    assert "kai renginys pasibaigs" in before
    assert "dar nėra" in words.page(LT, COMING, [], is_noted=False, now=NOW)
    sent = a_material(OVER, told_at=NOW, for_whom=ForWhom.EVERYBODY)
    shown = words.page(LT, OVER, [sent], is_noted=False, now=NOW)
    assert shown.endswith("visiems · pranešta lapkričio 22 d. 10:00")


def test_one_thing_and_its_questions() -> None:
    """Escaped where staff have written it."""
    assert words.one(EN, SLIDES, now=NOW).endswith("https://centras.lt/skaidres")
    file = a_material(OVER, medium=Medium.PHOTO)
    assert words.one(EN, file, now=NOW).endswith("a picture · for those who came")
    for told in (words.ask_title(LT, SLIDES), words.remove_question(LT, SLIDES)):
        assert "„Skaidrės &lt;1&gt;“" in told
    assert words.added(EN, words.one(EN, file, now=NOW)).startswith("Added.")
    assert "„Vertinimas“" in words.ask(LT, OVER)
    assert words.events(LT, 0) != words.events(LT, 1)


@pytest.mark.parametrize("medium", list(Medium))
def test_a_thing_without_a_name_gets_one(medium: Medium) -> None:
    """Of its kind."""
    assert words.without_title(LT, medium)[0].isupper()
