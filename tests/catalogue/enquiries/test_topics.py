"""What a coordinator knows most about."""

import pytest

from catalogue.enquiries.topics import groups_to_choose, suits
from catalogue.search.audiences import EVERYONE


@pytest.mark.parametrize(
    ("topics", "text", "fits"),
    [
        (["logopedai"], "ar logopedams bus atskira grupė?", True),
        (["pradinių klasių mokytojai"], "kas bus pradinukams?", True),
        (["projektai"], "Kaip dalyvauti projekte?", True),
        (["tarptautiniai projektai"], "Kaip dalyvauti projekte?", False),
        (["logopedai", "projektai"], "Kur pastatyti automobilį?", False),
        ([], "Kur pastatyti automobilį?", False),
        ([" ? "], "Kur pastatyti automobilį?", False),
    ],
)
def test_a_topic_is_met_in_whatever_form(topics: list[str], text: str, *, fits: bool) -> None:
    """A group by any of its names, other words when all of them are there."""
    assert suits(topics, text) is fits


def test_everybody_is_no_topic() -> None:
    """Whoever chose it would be asked about everything."""
    assert EVERYONE not in groups_to_choose()
    assert "logopedai" in groups_to_choose()
