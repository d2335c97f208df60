"""Politeness leaves nothing behind, and small talk is no search."""

import pytest

from catalogue.search.courtesies import small_talk, take_courtesies
from catalogue.search.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Laba diena, norėčiau sužinoti apie etiką", "apie etika"),
        ("Mielieji, etika", "etika"),
        ("Atleiskit, kad sekmadienį trukdau. Etika", "etika"),
        ("sorry to bother you on a Sunday: ethics", ": ethics"),
        ("sorry to cancel, ethics", "sorry to cancel, ethics"),
        ("laba diena noreciau pasiteirauti apie etika", "apie etika"),
        ("Sveiki, gal galėtumėte pasakyti, kada etika?", "kada etika?"),
        ("Labas rytas! etika. Labai ačiū", "etika"),
        ("good morning, could you tell me about ethics", "about ethics"),
        ("i would like to know about ethics, thanks in advance", "about ethics"),
        ("etika https://example.lt/renginys?id=4", "etika"),
        ("good teaching practice", "good teaching practice"),
        ("sveikas maistas", "sveikas maistas"),
        ("ką galite", "ka galite"),
        ("what can you do", "what can you do"),
        ("padėkos diena", "padekos diena"),
        ("laimingų Naujųjų metų! etika", "etika"),
        ("ethics, any time", "ethics"),
        ("už ačiū", "uz aciu"),
        ("gera diena mokykloje", "gera diena mokykloje"),
        ("gera diena, etika", "etika"),
        ("may i ask about ethics", "about ethics"),
        ("ar žinote, kada etika", "kada etika"),
        ("daugiau informacijos apie etiką", "apie etika"),
    ],
)
def test_courtesies_are_taken_out(text: str, left: str) -> None:
    """What is wanted stays whole, with and without diacritics."""
    sentence = Sentence(text)
    take_courtesies(sentence)
    words = " ".join(sentence.folded.replace("\x1f", " ").split())
    assert words.strip(" ,.!") == left


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("labai ačiū", "talk"),
        ("aciu labai", "talk"),
        ("viso gero", "talk"),
        ("kaip sekasi?", "talk"),
        ("ar tu robotas?", "talk"),
        ("nieko tu nesupranti", "talk"),
        ("kvailas botas", "talk"),
        ("neveikia mygtukas", "talk"),
        ("thanks a lot, bye", "talk"),
        ("who are you", "talk"),
        ("you are useless", "talk"),
        ("ok, ačiū", "talk"),
        ("taip", "assent"),
        ("gerai", "assent"),
        ("ok", "assent"),
        ("ev_123", "assent"),
        ("robotas", None),
        ("kvailystės", None),
        ("kodėl", "assent"),
        ("kas naujo", None),
        ("iki gruodžio", None),
        ("ačiū už etikos seminarą", None),
        ("🙂", None),
    ],
)
def test_small_talk_wants_nothing(text: str, talk: str | None) -> None:
    """Only a sentence of nothing else is talk."""
    sentence = Sentence(text)
    polite = take_courtesies(sentence)
    assert small_talk(sentence, polite=polite) == talk
