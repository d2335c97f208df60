"""The usual questions."""

from catalogue.needs import editing
from catalogue.needs.defaults import USUAL
from catalogue.needs.tables import Kind, Mark
from catalogue.search.audiences import groups_in


def test_the_usual_groups_are_those_of_the_house() -> None:
    """So that an answer joins with what events are for; each question is whole in two languages."""
    for place, asked in enumerate(USUAL):
        assert asked.at(place).place == place
        assert asked.lithuanian
        assert asked.english
        assert (asked.kind is Kind.WORDS) == (not asked.options)
        for said, english in asked.options:
            assert english
            assert max(len(said), len(english)) <= editing.LONGEST_OPTION
            if asked.mark is Mark.GROUP:
                assert groups_in(said) == {said}
