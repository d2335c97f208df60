"""Politeness and small talk: what a sentence says besides what it wants."""

import re
from functools import cache
from typing import Literal

from catalogue.search.phrases import phrases
from catalogue.search.sentence import Sentence

Talk = Literal["talk", "assent"]
_FILE = "courtesies.txt"


@cache
def _beside(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{phrases(_FILE)[name]})(?![\w-])")


@cache
def _alone(name: str) -> re.Pattern[str]:
    """A sentence of nothing else, said once or several times over."""
    return re.compile(rf"\W*(?:(?:{phrases(_FILE)[name]})(?:\W+|\Z))+")


def take_courtesies(sentence: Sentence) -> bool:
    """Take greetings, thanks, polite openings and links out; whether there were any."""
    sentence.take_all(_beside("link"))
    sentence.take_all(_beside("aside"))
    return bool(sentence.take_all(_beside("beside")))


def small_talk(sentence: Sentence, *, polite: bool) -> Talk | None:
    """What a sentence without its courtesies is when it wants nothing; None when it does.

    `polite` when it had any: a greeting or thanks alone are talk too.
    """
    left = said(sentence)
    if polite and not re.search(r"\w", left):
        return "talk"
    if _alone("talk").fullmatch(left):
        return "talk"
    if _alone("assent").fullmatch(left):
        return "talk" if polite else "assent"
    return None


def said(sentence: Sentence) -> str:
    """The folded text that nobody has taken yet."""
    return re.sub(r"\s+", " ", re.sub(r"\x1f+", " ", sentence.folded)).strip(" ,.;:!-–—")
