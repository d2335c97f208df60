"""What a search answers."""

from zoneinfo import ZoneInfo

from catalogue.search.reasons import Asked
from catalogue.search.results import Hit, Result
from tests.catalogue.search.samples import PROGRAMME

ASKED = Asked(ZoneInfo("Europe/Vilnius"))


def test_one_list_has_those_alike_in_their_places() -> None:
    """Who needs one list gets the best of both, no longer than asked for."""
    sure, weak, near = (
        Hit(document, score, 0.5, ASKED)
        for document, score in zip(PROGRAMME, (0.9, 0.3, 0.4), strict=False)
    )
    result = Result("found", (sure, weak), alike=(near,), total=2)
    assert result.listed(3) == (sure, near, weak)
    assert result.listed(2) == (sure, near)
