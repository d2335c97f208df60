import pytest

from catalogue.search.intents import INTENTS
from catalogue.search.learnt import likelihoods, of_sentence, of_word


def test_what_is_seen_of_a_sentence() -> None:
    """Pieces of words, words and pairs weigh alike together; what was heard stands beside them."""
    seen = of_sentence("ar eile", {"queue"})
    assert {"<ar", "ar>", "<ar>", "eile", "<eile"} < seen.keys()
    assert {"=ar", "=eile", "=ar_eile", "#queue"} < seen.keys()
    assert sum(value**2 for name, value in seen.items() if name.startswith("=")) == pytest.approx(1)


def test_what_is_seen_of_a_word() -> None:
    """Its pieces weigh one together; its neighbours by themselves, in pairs and by their ends."""
    seen = of_word("apie", ("kursu", "gal", "ka"), ["alone"])
    assert {"<api", "=apie", "p:gal", "n:ka", "p:kursu_gal", "p:-gal", "#alone"} < seen.keys()


@pytest.mark.parametrize("folded", ["", "xyzzy", "kada man ateis sertifikatas"])
def test_every_wish_has_its_likelihood(folded: str) -> None:
    """Also for an empty sentence; together they are certain."""
    likely = likelihoods("intent", of_sentence(folded, ()))
    assert set(likely) == set(INTENTS)
    assert sum(likely.values()) == pytest.approx(1)
