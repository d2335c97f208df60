"""The rules of what a sentence wants."""

import pytest

from catalogue.search.hearing import rules
from catalogue.search.intents import INTENTS
from catalogue.search.meanings import families

MARKS = {
    *("@event", "@centre", "@priced", "@filters", "@audience", "@city", "@length", "@field"),
    *("@days", "@day", "@theme", "@asked"),
}


@pytest.mark.parametrize("name", ["intents.txt", "facts.txt"])
def test_a_rule_is_of_families_that_there_are(name: str) -> None:
    """No rule waits for a family that nothing is a way of."""
    for rule in rules(name):
        assert rule.needed | rule.barred <= families() | MARKS
        assert rule.needed
        assert rule.group in INTENTS or name == "facts.txt"
