"""The centres whose pages we have read."""

import re
from datetime import date

from catalogue.centres.known import known_by_name, known_centres


def test_every_fact_has_two_languages_a_source_and_a_day() -> None:
    """Nothing is told about a centre that cannot be traced to its page."""
    for centre in known_centres():
        assert centre.facts
        for fact in centre.facts.values():
            assert fact["lt"]
            assert fact["en"]
            assert fact["source"]
            assert date.fromisoformat(fact["checked"]) == date(2026, 11, 22)


def test_accreditation_is_dated_and_never_of_today() -> None:
    """An accreditation has run out since, or may have: it is told with its year and a doubt."""
    facts = [c.facts["accreditation"] for c in known_centres() if "accreditation" in c.facts]
    assert len(facts) == 3
    for fact in facts:
        assert re.search(r"20\d\d", fact["lt"])
        assert "patikslins centro koordinatorius" in fact["lt"]
        assert "can say whether it is in force now" in fact["en"]


def test_old_name_is_known() -> None:
    """Many people still say KPKC."""
    for name in ("KPKC", "Kauno pedagogų kvalifikacijos centras", "KŠIC"):
        centre = known_by_name(name)
        assert centre is not None
        assert centre.slug == "ksic"


def test_name_of_two_is_nobodys() -> None:
    """The house of two centres names neither of them."""
    assert known_by_name("Vilniaus mokytojų namai") is None
    assert known_by_name("Nežinomas centras") is None


def test_slugs() -> None:
    """These stand in people's commands and must not change."""
    assert [c.slug for c in known_centres()] == ["ksic", "vspc", "mic", "menai", "akmene"]
