"""The smaller things a sentence says of an event: price, hours, language, mode."""

import re
from collections.abc import Iterator
from decimal import Decimal

from catalogue.search.phrases import phrases
from catalogue.search.sentence import Sentence

_WAYS = phrases("extras.txt")
_MONEY = r"(?:eur(?:u|ai|ais|us|o|os|as|ik\w+)?|€|e|quid|bucks)"
_SUM = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_LOW = rf"(?:{_SUM}\s*{_MONEY}?\s*(?:-|–|iki|to)\s*)?"
_PRICE = re.compile(
    rf"(?:\b(?P<over>{_WAYS['over']})\s*)?(?:\b(?:{_WAYS['up_to']})\s*)?"
    rf"{_LOW}(?:(?<![\d.,]){_SUM}\s*{_MONEY}(?!\w)|€\s*{_SUM})(?:\s*(?:{_WAYS['at_most']})\b)?"
)
"""A sum of money: the most it may cost, unless it should cost more."""

_BARE_PRICE = re.compile(
    rf"\b(?:{_WAYS['up_to']})\s*(?P<bare>\d{{1,3}})(?!\s*(?:\d|[.:]\d|{_WAYS['other_units']}))\b"
)
_OF_MONEY = re.compile(rf"\b(?:{_WAYS['of_money']})\b")
"""Beside these a limit without a unit is one of money."""

_FREE = re.compile(rf"\b(?:{_WAYS['free']})(?!\w)")
_AT_LEISURE = re.compile(
    r"\b(?:i|we)(?:.?(?:m|re)| am| are| ?ll be| will be)?(?: \w+)? $"
    r"|\b(?:(?:morning|afternoon|evening|day|week|weekend|[a-z]{3,6}day)s?)\b[^.?!,;]{0,24}"
    r"\b(?:is|are|s|re) $"
)
"""Before „free“: whoever has time, or the time itself."""

_PAID = re.compile(rf"\b(?:{_WAYS['paid']})\b")
_HOURS = re.compile(
    rf"\b(?P<most>iki\s+)?(?P<least>(?:{_WAYS['at_least']})\s+)?(?P<short>(?:{_WAYS['shorter']})\s+)?(?P<count>\d{{1,3}})(?P<plus>\+|\s+(?:{_WAYS['or_more']})\b)?[\s-]*"
    rf"(?P<academic>(?:ak\w*|academic|pd)\.?\s*)?(?:val(?:and(?P<many>u\b)?\w*|\.|\b)\.?|h\b|hrs?\b|hours?)"
    rf"(?P<more>\s*\+|\s+(?:{_WAYS['or_more']})\b)?(?P<programme>\s+(?:{_WAYS['so_long']})\b\w*)?"
)
_LACKING = re.compile(rf"\b(?:{_WAYS['lacking']})\W+$")
"""Before a count of hours: as many as a person must still gather."""

_DAY = 24
"""A day has fewer hours to begin at."""

_MODES = tuple(
    (name, re.compile(rf"\b(?:{_WAYS[name]})(?: budu)?(?!\w)"))
    for name in ("hybrid", "online", "onsite")
)
_THEME_OF_MODE = re.compile(rf"^\s*(?:{_WAYS['theme_of_mode']})")
"""After these a mode's word is a theme: nuotolinis mokymas, online teaching."""

_HELD = r" (?:vedam|vykst|destom|skaitom)\w+"
_EVENT = "seminar|workshop|course|training|event|webinar|lecture"
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
            rf"(?:\b(?:vedam\w+|vyk\w+|destom\w+|skaitom\w+|held|given|taught|runs?)\s+)?"
            rf"\b(?:{noun} (?:kalba|k\.?(?={_HELD}))(?:{_HELD}|(?! \w*mokym))"
            rf"|{start}(?:ai|i)(?:{_HELD})?"
            rf"|in {english}|(?:in (?:the )?|, ?){english} language"
            rf"|{english}.(?:language|speaking|taught)(?= (?:{_EVENT}))|{english}.medium)\b"
        ),
    )
    for code, noun, start, english in _TONGUES
)
_SOME = re.compile(r"\s+(?:kas|ko|ka) nors\b|\s+kazk\w+")
_EVENTS_IN = re.compile(r"\s+(?:seminar|kurs|rengini|paskait|vebinar|uzsiem|konferenc|mokymai)")
_TONGUE = re.compile(r"\w+ kalba")
_RUNS_IN = re.compile(rf"(?:{_WAYS['runs_in']})\W*$")
"""Before „anglų kalba“: then it is the language of the event and not its theme."""


def take_price(sentence: Sentence) -> tuple[Decimal | None, bool | None, bool]:
    """The most it may cost in EUR, whether it must be free, whether free was excluded."""
    price = _take_sum(sentence)
    if price == 0:
        return None, True, False
    paid = sentence.take(_PAID)
    not_paid = paid is not None and sentence.take_denied(paid.start(), paid.end())
    free = [
        one
        for one in sentence.take_all(_FREE)
        if one[0] != "free" or not _AT_LEISURE.search(sentence.folded, 0, one.start())
    ]
    if not free:
        return price, True if not_paid else None, paid is not None and not not_paid
    indifferent = {sentence.take_indifferent(*one.span()) for one in free}
    if (paid and not not_paid) or True in indifferent:
        return price, None, False
    denied = True in {sentence.take_denied(*one.span()) for one in free}
    return price, None if denied else True, denied


def _take_sum(sentence: Sentence) -> Decimal | None:
    """The greatest sum of money said; with words of money also a bare limit."""
    said: list[Decimal] = []
    for found in sentence.take_all(_PRICE):
        *_, last = filter(None, found.groups()[1:])
        if not found["over"] or sentence.take_denied(*found.span()):
            said.append(Decimal(last.replace(",", ".")))
    if not said and _OF_MONEY.search(sentence.folded):
        bare = sentence.take(_BARE_PRICE)
        said += [Decimal(bare["bare"])] if bare else []
    if said:
        sentence.take_all(_OF_MONEY)
    return max(said, default=None)


def take_hours(sentence: Sentence) -> float | None:
    """The least academic hours: said as such, as a programme's length, not as a time of day."""
    for found in _HOURS.finditer(sentence.folded):
        least = (found["least"] or "").strip()
        denied = sentence.take_denied(*found.span())
        if (
            (found["most"] and found["many"])
            or (denied and least)
            or (found["short"] and not denied)
        ):
            sentence.blank(found.start(), found.end())
            continue
        length = any(found[one] for one in ("plus", "academic", "more", "programme"))
        length = length or _LACKING.search(sentence.folded, 0, found.start()) is not None
        long = int(found["count"]) >= _DAY or length or (least and least not in {"nuo", "from"})
        if (found["short"] or long) and not found["most"] and bool(found["short"]) == denied:
            sentence.blank(found.start(), found.end())
            return float(found["count"])
    return None


def take_other_lengths(sentence: Sentence) -> None:
    """Lengths that are no least ones, when hours of the day are out: no filter, and no theme."""
    sentence.take_all(_HOURS)


def take_mode(sentence: Sentence) -> tuple[str | None, str | None]:
    """How people take part, and the way excluded; two ways offered as a choice are none.

    But of those who come online or to a room, a hybrid event admits both.
    """
    wanted: list[str] = []
    excluded: str | None = None
    sentence.end_denial()
    for start, end, name in _modes_said(sentence.folded):
        sentence.blank(start, end)
        if sentence.take_indifferent(start, end):
            continue
        if sentence.take_denied(start, end):
            excluded = excluded or name
        elif name not in wanted:
            wanted.append(name)
    if len(wanted) > 1:
        wanted = [one for one in wanted if one != "hybrid"]
    return (wanted[0] if len(wanted) == 1 else None), excluded


def _modes_said(folded: str) -> list[tuple[int, int, str]]:
    """The places of words for a way to take part that are no theme, in order.

    Of words within each other the longest count: „dalis gyvai, dalis nuotoliu“.
    """
    found = [(one.start(), one.end(), name) for name, way in _MODES for one in way.finditer(folded)]
    found.sort(key=lambda one: (one[0], -one[1]))
    outer = (max((end for _, end, _ in found[:at]), default=0) for at in range(len(found)))
    apart = [one for one, until in zip(found, outer, strict=True) if one[1] > until]
    return [one for one in apart if not _is_theme(folded, one[0], one[1])]


def _is_theme(folded: str, start: int, end: int) -> bool:
    after = folded[end:]
    return bool(_THEME_OF_MODE.search(after)) or (not start and after.strip() == "mokymu")


def take_language(sentence: Sentence) -> tuple[str | None, str | None]:
    """The language an event is held in, and one excluded; one as a theme is left where it is."""
    wanted = excluded = None
    sentence.end_denial()
    for start, end, name in sorted(_languages_said(sentence.folded)):
        denied = sentence.take_denied(start, end)
        sentence.blank(start, end)
        if denied:
            excluded = excluded or name
        else:
            wanted = wanted or name
    return wanted, excluded


def _languages_said(folded: str) -> Iterator[tuple[int, int, str]]:
    """The places of words for a language that are no theme."""
    for name, pattern in _LANGUAGES:
        for found in pattern.finditer(folded):
            before, after = folded[: found.start()], folded[found.end() :]
            runs = _RUNS_IN.search(before) or _SOME.match(after) or _EVENTS_IN.match(after)
            if runs or not _TONGUE.fullmatch(found[0]):
                yield found.start(), found.end(), name
