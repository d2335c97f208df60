"""The smaller things a sentence says of an event: price, hours, language, mode."""

import re
from decimal import Decimal

from catalogue.search.phrases import phrases
from catalogue.search.sentence import Sentence

_WAYS = phrases("extras.txt")
_MONEY = r"(?:eur(?:u|ai|ais|us|o|os|as)?|€|e)"
_SUM = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_MAX_PRICE = re.compile(rf"\b(?:{_WAYS['up_to']})\s*(?:{_SUM}\s*{_MONEY}(?!\w)|€\s*{_SUM})")
_FREE = re.compile(rf"\b(?:{_WAYS['free']})(?!\w)")
_PAID = re.compile(rf"\b(?:{_WAYS['paid']})\b")
_HOURS = re.compile(
    rf"\b(?P<least>(?:{_WAYS['at_least']})\s+)?(?P<count>\d{{1,3}})(?P<plus>\+)?[\s-]*"
    rf"(?P<academic>(?:ak\w*|academic|pd)\.?\s*)?(?:val(?:and\w*|\.|\b)\.?|h\b|hours?)"
    rf"(?P<more>\s+(?:{_WAYS['or_more']})\b)?(?P<programme>\s+program\w*)?"
)
_DAY = 24
"""More hours than a day has are no hour of it."""

_MODES = tuple(
    (name, re.compile(rf"\b(?:{_WAYS[name]})(?: budu)?(?!\w)"))
    for name in ("hybrid", "online", "onsite")
)
_THEME_OF_MODE = re.compile(rf"^\s*(?:{_WAYS['theme_of_mode']})")
"""After these a mode's word is a theme: nuotolinis mokymas, online teaching."""

_TONGUES = (
    ("en", "anglu", "anglisk", "english"),
    ("lt", "lietuviu", "lietuvisk", "lithuanian"),
    ("de", "vokieciu", "vokisk", "german"),
    ("fr", "prancuzu", "prancuzisk", "french"),
    ("ru", "rusu", "rusisk", "russian"),
    ("pl", "lenku", "lenkisk", "polish"),
)
_LANGUAGES = tuple(
    (
        code,
        re.compile(
            rf"(?:\b(?:vedam\w+|vyk\w+|held|given|taught)\s+)?"
            rf"\b(?:{noun} kalba(?: vedam\w+| vykst\w+|(?! \w*mokym))"
            rf"|{start}(?:ai|i)|in {english})\b"
        ),
    )
    for code, noun, start, english in _TONGUES
)
_TONGUE = re.compile(r"\w+ kalba")
_RUNS_IN = re.compile(rf"(?:{_WAYS['runs_in']})\s*$")
"""Before „anglų kalba“: then it is the language of the event and not its theme."""


def take_price(sentence: Sentence) -> tuple[Decimal | None, bool | None, bool]:
    """The most it may cost in EUR, whether it must be free, whether free was excluded."""
    limit = sentence.take(_MAX_PRICE)
    price = Decimal((limit[1] or limit[2]).replace(",", ".")) if limit else None
    paid = sentence.take(_PAID) is not None
    free = sentence.take(_FREE)
    if free is None:
        return price, None, paid
    denied = sentence.take_denied(free.start(), free.end())
    return price, None if denied else True, denied


def take_hours(sentence: Sentence) -> float | None:
    """The least academic hours: said as such, as a programme's length, not as a time of day."""
    for found in _HOURS.finditer(sentence.folded):
        least = (found["least"] or "").strip()
        length = any(found[one] for one in ("plus", "academic", "more", "programme"))
        if int(found["count"]) > _DAY or length or (least and least not in {"nuo", "from"}):
            sentence.blank(found.start(), found.end())
            return float(found["count"])
    return None


def take_other_lengths(sentence: Sentence) -> None:
    """Lengths that are no least ones, when hours of the day are out: no filter, and no theme."""
    sentence.take_all(_HOURS)


def take_mode(sentence: Sentence) -> tuple[str | None, str | None]:
    """How people take part, and the way excluded; two ways offered as a choice are none."""
    wanted: list[str] = []
    excluded: str | None = None
    for start, end, name in _modes_said(sentence.folded):
        sentence.blank(start, end)
        if sentence.take_denied(start, end):
            excluded = excluded or name
        elif name not in wanted:
            wanted.append(name)
    return (wanted[0] if len(wanted) == 1 else None), excluded


def _modes_said(folded: str) -> list[tuple[int, int, str]]:
    """The places of words for a way to take part that are no theme, in order."""
    found = [(one.start(), one.end(), name) for name, way in _MODES for one in way.finditer(folded)]
    return sorted(one for one in found if not _is_theme(folded, one[0], one[1]))


def _is_theme(folded: str, start: int, end: int) -> bool:
    after = folded[end:]
    return bool(_THEME_OF_MODE.search(after)) or (not start and after.strip() == "mokymu")


def take_language(sentence: Sentence) -> str | None:
    """The language an event is held in; a language as a theme is left where it is."""
    for name, pattern in _LANGUAGES:
        found = pattern.search(sentence.folded)
        if not found:
            continue
        before = sentence.folded[: found.start()]
        if _TONGUE.fullmatch(found[0]) and not _RUNS_IN.search(before):
            continue
        sentence.blank(found.start(), found.end())
        return name
    return None
