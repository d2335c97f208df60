"""What a search answers."""

from zoneinfo import ZoneInfo

from catalogue.search.reasons import Sought
from catalogue.search.results import Hit, Result
from tests.catalogue.search.samples import PROGRAMME

ASKED = Sought(ZoneInfo("Europe/Vilnius"))


def test_one_list_has_those_alike_in_their_places() -> None:
    """Who needs one list gets the best of both, no longer than asked for."""
    sure, weak, near = (
        Hit(document, score, 0.5, ASKED)
        for document, score in zip(PROGRAMME, (0.9, 0.3, 0.4), strict=False)
    )
    result = Result("found", (sure, weak), alike=(near,), total=2)
    assert result.listed(3) == (sure, near, weak)
    assert result.listed(2) == (sure, near)


def test_a_doubtful_answer_scores_less_than_any_sure_one() -> None:
    """Scores mean the same whatever the verdict, and the order stays."""
    first, second = (
        Hit(document, score, score, ASKED)
        for document, score in zip(PROGRAMME, (0.9, 0.45), strict=False)
    )
    result = Result("found", (first, second), alike=(second,), total=2).doubted(below=0.65)
    assert result.verdict == "unsure"
    assert [hit.score for hit in result.hits] == [0.64, 0.32]
    assert result.hits[0].match == 0.64
    assert result.alike == result.hits[1:]
    low = Result("found", (second,), total=1).doubted(below=0.65)
    assert low.hits == (second,)
