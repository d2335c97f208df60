import math

import pytest

from catalogue.search import learnt
from catalogue.search.intents import INTENTS
from catalogue.search.learnt import likelihoods, of_sentence, of_word, packed
from tests.benchmarks.learning import MADE_FROM, made_from


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


def test_weights_below_nothing_are_added_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """What several features weigh for each label, times how much of each is seen, counts."""
    weights = {"a": f"{packed([-30, 50, 0]):x}", "b": f"{packed([-90, -400, 7]):x}"}
    monkeypatch.setattr(learnt, "_weights", lambda: {"kind": (["x", "y", "z"], weights)})
    likely = likelihoods("kind", {"a": 1.0, "b": 0.5, "unheard of": 1.0})
    powers = [math.exp(one / learnt.SCALE) for one in (-75, -150, 3.5)]
    assert list(likely.values()) == pytest.approx([one / sum(powers) for one in powers])


def test_the_weights_are_of_the_labels() -> None:
    """And of the rules as they are: where this fails, `make learn` makes them anew."""
    assert made_from() == MADE_FROM.read_text(encoding="utf-8").strip()
