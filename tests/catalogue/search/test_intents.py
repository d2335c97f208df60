"""What a sentence wants, apart from the filters in it."""

import pytest

from catalogue.search.intents import INTENTS, intent_of, spoken
from catalogue.search.normalise import fold


@pytest.mark.parametrize(
    ("text", "intent", "fact"),
    [
        ("ištrinkit mano duomenis", "privacy", None),
        ("rašyk lietuviškai", "language", None),
        ("primink man dieną prieš", "preferences", None),
        ("kas laimėjo Metų švietėją", "award", None),
        ("ar išnuomojat projektorių", "borrow", None),
        ("kelintas aš eilėje", "waiting_list", None),
        ("atsisakau vietos", "cancel", None),
        ("kada gausiu pažymėjimą", "certificate", None),
        ("ar bus pažymėjimas", "event_facts", "certificate"),
        ("kur mano pažymėjimas", "certificate", None),
        ("kiek valandų surinkau", "hours", None),
        ("mano renginiai", "my_events", None),
        ("noriu užsiregistruoti", "register", None),
        ("iki kada registruotis", "event_facts", "deadline"),
        ("kiek kainuoja registracija", "event_facts", "price"),
        ("centro adresas", "centre_info", None),
        ("labas!", "help", None),
        ("ką moki?", "help", None),
        ("ką turit", "find_events", None),
        ("blablabla", "unknown", None),
        ("keisti kalbą", "language", None),
        ("pakeisk mano vardą", "preferences", None),
        ("pavardė pasikeitė", "preferences", None),
        ("noriu", "register", None),
        ("noriu į jį", "register", None),
        ("registruok", "register", None),
        ("pakvieskite operatorių", "centre_info", None),
        ("noriu pakalbėti su žmogumi", "centre_info", None),
        ("can I talk to a human", "centre_info", None),
        ("koks jūsų telefonas", "centre_info", None),
        ("kada dirbate", "centre_info", None),
        ("susisiekti su jumis", "centre_info", None),
        ("parašyti projektą darbuotojams", "unknown", None),
        ("can you speak english", "language", None),
        ("keičiu pavardę", "preferences", None),
        ("reikia sąskaitos faktūros", "event_facts", "price"),
        ("o kada jis vyksta?", "event_facts", "when"),
        ("o kur?", "event_facts", "where"),
        ("kiek?", "event_facts", "price"),
        ("ar galiu gauti sąskaitą", "event_facts", "price"),
        ("how many seats are left", "event_facts", "seats"),
        ("when does it start", "event_facts", "when"),
        ("is it free?", "event_facts", "price"),
    ],
)
def test_a_sentence_without_filters(text: str, intent: str, fact: str | None) -> None:
    """The words alone tell what is wanted, and which fact of an event."""
    assert intent_of(text, found_filters=False, topic=False) == (intent, fact)


@pytest.mark.parametrize(
    ("text", "found_filters", "topic", "intent"),
    [
        ("gruodį", True, False, "find_events"),
        ("matematika", False, True, "find_events"),
        ("matematika", False, False, "unknown"),
        ("kada matematika?", False, True, "event_facts"),
        ("kada man vieta?", False, False, "event_facts"),
        ("invoice please", False, True, "event_facts"),
        ("kaina ir vertė", False, True, "find_events"),
        ("saugus žmogus", False, True, "find_events"),
        ("noriu etikos", False, True, "find_events"),
    ],
)
def test_with_filters_or_a_topic_events_are_wanted(
    text: str,
    found_filters: bool,  # noqa: FBT001 -- a row of a table
    topic: bool,  # noqa: FBT001
    intent: str,
) -> None:
    """What nobody names a deed in is a search when there is something to search by."""
    assert intent_of(text, found_filters=found_filters, topic=topic)[0] == intent


@pytest.mark.parametrize(
    ("beside", "intent"),
    [
        ("kas yra", "centre_info"),
        ("o kas tai per istaiga", "centre_info"),
        ("papasakok man daugiau apie", "centre_info"),
        ("what s", "centre_info"),
        ("please tell me about the", "centre_info"),
        ("koks adresas", "centre_info"),
        ("what is on at", "find_events"),
        ("kas bus", "find_events"),
        ("", "find_events"),
        (None, "find_events"),
    ],
)
def test_what_is_said_beside_a_centre(beside: str | None, intent: str) -> None:
    """A centre that is asked about itself is told of; else its events are."""
    asked = intent_of("KŠIC", found_filters=True, topic=False, beside_centre=beside)
    assert asked == (intent, None)


def test_words_of_an_intent_are_no_theme() -> None:
    """Of „noriu užsirašyti“ nothing is left to look for."""
    text = fold("noriu užsirašyti į etiką")
    found = [one[0] for pattern in spoken("register", None) for one in pattern.finditer(text)]
    assert found
    assert not any("etik" in one for one in found)


def test_every_intent_is_named_once() -> None:
    """The contract's list has no intent twice."""
    assert len(set(INTENTS)) == len(INTENTS)
