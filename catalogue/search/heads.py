"""Whether a noun names the thing itself, or says of what or for what another thing is.

„Matematikos olimpiada“ is an olympiad; „Matematikos olimpiadų uždaviniai“ are tasks.
"""

import re

from catalogue.search.normalise import fold
from catalogue.search.verbs import is_finite

_LAST_WORD = re.compile(r"\w+$")
_OBLIQUE = re.compile(r".*(?:[aeiouy]je|[aeu]me|uose|[oe]se|[aoei]ms|[aoe]mis|ais|[ou]|[ue]i)")
_DATIVE = re.compile(r".*(?:ad|rencij|ait|yk|acij)ai")
"""Of feminine words: „olimpiadai“; „konkursai“ are several."""

_ACCUSATIVE = frozenset("ąęįų")
_GENITIVE = re.compile(r".*(?<!dirbtuv)[oe]s")
_NOUN_AFTER = re.compile(r" +(?!(?:yra|bus|galima)\b)(?P<noun>\w*(?:[ay]s|(?<!a)is|ai|a)\b)")
"""A word as in the nominative right after: then one that may be a genitive is one."""

_ENGLISH = re.compile(
    r"(?:workshop|conference|lecture|consultation|excursion|trip|exhibition|internship|olympiad"
    r"|competition|webinar|forum|stream|livestream|class|masterclass|table)s?"
)
_MORE_ENGLISH = re.compile(r" +(?!(?:for|of|in|on|at|and|with|by|to|from)\b)[a-z]")
_FOR_IT = re.compile(r"\b(?:for|to|of|on|at|in|during|after|before) (?:(?:an?|the) )?(?:\w+ )?$")


def is_head(text: str, start: int, end: int) -> bool:
    """Whether the phrase there is in the nominative, and in no genitive before another noun."""
    folded = fold(text)
    said = _LAST_WORD.search(folded, start, end)
    if said is None:
        return False
    if _ENGLISH.fullmatch(said[0]):
        return not (_MORE_ENGLISH.match(folded, end) or _FOR_IT.search(folded, 0, start))
    oblique = _OBLIQUE.fullmatch(said[0]) or _DATIVE.fullmatch(said[0])
    return not (oblique or text[end - 1] in _ACCUSATIVE or modifies(folded, end))


def modifies(folded: str, end: int) -> bool:
    """Whether the word that ends there is a genitive of the noun that follows it."""
    word = _LAST_WORD.search(folded, 0, end)
    after = _NOUN_AFTER.match(folded, end)
    if word is None or after is None or is_finite(after["noun"]):
        return False
    return word[0].endswith("u") or _GENITIVE.fullmatch(word[0]) is not None
