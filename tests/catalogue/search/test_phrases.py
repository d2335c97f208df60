"""Files of ways to say things."""

import re

import pytest

from catalogue.search.phrases import phrases


@pytest.mark.parametrize("name", ["courtesies.txt", "extras.txt", "follow_ups.txt"])
def test_every_group_is_a_pattern_over_folded_text(name: str) -> None:
    """Each packaged file has groups, and each group compiles and says nothing that never folds."""
    groups = phrases(name)
    assert groups
    for ways in groups.values():
        assert re.compile(ways)
        assert not re.search("[ąčęėįšųūžĄČĘĖĮŠŲŪŽ]", ways)
