from datetime import timedelta

import pytest

from catalogue.search.index import Index
from catalogue.subscriptions.matching import answering
from catalogue.subscriptions.wanted import wanted_of
from tests.catalogue.search.samples import NOW, PROGRAMME, event

NEW = 900
ONLINE = {"mode": "online", "city": ""}


def told(words: str, title: str, **facts: object) -> bool:
    """Whether one who asked for the words hears of a new event beside the sample programme."""
    index = Index((*PROGRAMME, event(NEW, title, **facts)))
    wanted = wanted_of(index.understand(words, asked_at=NOW))
    return answering(index, wanted, {NEW}, now=NOW + timedelta(hours=1)) == (NEW,)


@pytest.mark.parametrize(
    ("words", "title", "facts"),
    [
        ("keramika", "Keramikos pradmenys", {}),
        ("ieškau keramikos kursų", "Keramika mokykloje", {}),
        ("keramkos", "Keramikos pradmenys", {}),
        ("dirbtinio intelekto mokymai", "Dirbtinis intelektas matematikos pamokoje", {}),
        ("DI", "Dirbtinis intelektas muziejuje", {}),
        ("artificial intelligence", "Dirbtinis intelektas bibliotekoje", {}),
        ("kada bus robotikos dirbtuvės?", "Robotika pradedantiesiems", {"form": "dirbtuvės"}),
        ("įtraukusis ugdymas rytoj", "Įtraukiojo ugdymo praktika", {}),
        ("nuotoliniai apie etnokultūrą", "Etnokultūra pamokose", ONLINE),
        ("kas nors Šiauliuose", "Bendravimo menas", {"city": "Šiauliai"}),
    ],
)
def test_a_new_event_answers(words: str, title: str, facts: dict[str, object]) -> None:
    """In other cases, with slips, in English, by an abbreviation, and by filters alone."""
    assert told(words, title, **facts)


@pytest.mark.parametrize(
    ("words", "title", "facts"),
    [
        ("keramika", "Kalėdinis koncertas", {}),
        ("branduolinė fizika", "Fizinis aktyvumas pertraukų metu", {}),
        ("dirbtinis intelektas", "Emocinis intelektas klasėje", {}),
        ("keramika Vilniuje", "Keramikos pradmenys", {}),
        ("nemokama keramika", "Keramikos pradmenys", {"price_eur": 20}),
        ("keramika nuotoliu", "Keramikos pradmenys", {}),
        ("konferencija apie keramiką", "Keramikos pradmenys", {"form": "seminaras"}),
        ("keramika", "Keramikos pradmenys", {"starts": (NOW,)}),
    ],
)
def test_what_is_not_asked_for_is_not_told(
    words: str, title: str, facts: dict[str, object]
) -> None:
    """Another theme, a filter that does not fit, or an event that has begun."""
    assert not told(words, title, **facts)


def test_a_far_cry_beside_a_good_one_is_not_told() -> None:
    """What fits in part is no news where the programme has the thing itself."""
    partly = event(NEW, "Keramika, molis, glazūra")
    good = event(901, "Keramika: molis, glazūra, degimas")
    index = Index((*PROGRAMME, partly))
    wanted = wanted_of(index.understand("keramika molis glazūra degimas", asked_at=NOW))
    assert answering(index, wanted, {NEW}, now=NOW) == (NEW,)
    index.put(good)
    assert answering(index, wanted, {NEW, 901}, now=NOW) == (901,)


def test_only_the_new_ones_are_told() -> None:
    """What was in the programme before is not news, however well it fits."""
    index = Index(PROGRAMME)
    wanted = wanted_of(index.understand("dirbtinis intelektas", asked_at=NOW))
    assert answering(index, wanted, {NEW}, now=NOW) == ()
    assert answering(index, wanted, {1}, now=NOW) == (1,)


def test_a_word_that_staff_taught() -> None:
    """Who waited for it in their own words hears of the first event that it means."""
    index = Index((*PROGRAMME, event(NEW, "Įtraukusis ugdymas šokio pamokoje")))
    wanted = wanted_of(index.understand("visikartukai", asked_at=NOW))
    assert answering(index, wanted, {NEW}, now=NOW) == ()
    index.teach(["visikartukai; įtraukusis ugdymas"])
    assert answering(index, wanted, {NEW}, now=NOW) == (NEW,)
