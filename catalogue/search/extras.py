"""The smaller things a sentence says of an event: mode, price, hours, language, part of day."""

import re
from decimal import Decimal

from catalogue.search.sentence import Sentence

_MONEY = r"(?:eur(?:u|ai|ais|us|o|os|as)?|€|e)"
_SUM = r"(\d{1,4}(?:[.,]\d{1,2})?)"
_MAX_PRICE = re.compile(
    rf"\b(?:iki|ne brangesn\w+ (?:nei|kaip|uz)"
    rf"|ne daugiau (?:nei|kaip|uz)|pigia?u nei"
    rf"|pigesn\w+ (?:nei|kaip)|kaina iki|under|up to|max(?:imum)?|below|less than"
    rf"|cheaper than|not more than)\s*"
    rf"(?:{_SUM}\s*{_MONEY}(?!\w)|€\s*{_SUM})"
)
_FREE = re.compile(
    r"\b(?:nemokam\w*|uz dyka|dykai|be mokescio|free(?: of charge)?|no cost|without fee)\b"
)
_PAID = re.compile(r"\b(?:mokam(?:i|as|u|us|a|os)|paid)\b")
_HOURS = re.compile(
    r"\b(?:(?:ne maziau (?:nei|kaip)|nuo|bent|maziausiai|at least|from|min\w*)\s+)?(\d{1,3})\+?\s*"
    r"(?:ak\w*\.?\s*)?(?:val(?:and\w*|\.|\b)\.?|h\b|hours?)(?:\s+program\w*)?"
)
_AT_LEAST = re.compile(r"\b(?:ne maziau|nuo|bent|maziausiai|at least|from|min)|\d\+|ak|program")

_MODES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "hybrid",
        re.compile(
            r"\b(?:hibrid\w*|misri(?:u|ai|us|ame|uose|uoju|aisiais|ems)?"
            r"|misrus(?:is)?|hybrid|blended)\b"
        ),
    ),
    (
        "online",
        re.compile(
            r"\b(?:nuotol(?:in\w*|iu|yje)?|online|on.line|internetu"
            r"|internetin\w+"
            r"|per (?:zoom\w*|teams\w*|nuotoli)|virtuali(?:ai|u|us)|is namu"
            r"|remote(?:ly)?|via (?:zoom|teams))\b"
        ),
    ),
    (
        "onsite",
        re.compile(
            r"\b(?:gyvai|gyvas|gyvi|kontaktin\w*|kontaktu|auditorij\w+|akis i aki"
            r"|in.person|on.?site|face.to.face)\b"
        ),
    ),
)
_THEME_OF_MODE = re.compile(
    r"^\s*(?:mokym(?:as|o|ui|a|e|asis|osi|uisi|asi)\b|moky?\b|ugdym\w*|mokym$|teach\w*"
    r"|learn\w*|aplink\w*|pamok\w*|klas\w+|laborator\w+|realyb\w+|parod\w+|saugum\w+|patyc\w+"
    r"|safety|security)"
)
"""After these a mode's word is a theme: nuotolinis mokymas, online teaching."""

_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "evening",
        re.compile(
            r"\b(?:vakar(?:e|ais|a|ui|o|iniai|inis|iniu)|po darbo"
            r"|evenings?|after work)\b"
        ),
    ),
    (
        "morning",
        re.compile(
            r"\b(?:ryt(?:e|ais|a|iniai|inis)|is ryto|(?:iki|pries) (?:pietu|pietus)|priespiet\w*"
            r"|(?:in the )?mornings?)\b"
        ),
    ),
    (
        "afternoon",
        re.compile(
            r"\b(?:po pietu|popiet|popiete|po pamoku|(?:in the )?afternoons?"
            r"|after (?:lessons|school|classes|lunch))\b"
        ),
    ),
)
_CLOCK = re.compile(
    r"\b(nuo|po|iki|pries|after|from|before|until)?\s*(\d{1,2})(?:[:.](\d\d))?\s*(?:val(?:and\w*)?\b\.?|pm\b|am\b)"
    r"|\b(nuo|po|iki|pries|after|from|before|until)?\s*(\d{1,2}):(\d\d)\b"
)
_LANGUAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("en", re.compile(r"\b(?:anglu kalba(?! \w*mokym)|angliskai|angliski|in english)\b")),
    ("lt", re.compile(r"\b(?:lietuviu kalba|lietuviskai|lietuviski|in lithuanian)\b")),
)
_RUNS_IN = re.compile(
    r"(?:vyk\w+|vedam\w+|vest\w*|held|given|taught|seminar\w*|mokymai|kursai)\s*$"
)


def take_price(sentence: Sentence) -> tuple[Decimal | None, bool | None, bool]:
    """The most it may cost in EUR, whether it must be free, whether free was excluded."""
    limit = sentence.take(_MAX_PRICE)
    price = Decimal((limit[1] or limit[2]).replace(",", ".")) if limit else None
    free = sentence.take(_FREE)
    if free:
        denied = sentence.take_denied(free.start())
        return price, None if denied else True, denied
    return price, None, sentence.take(_PAID) is not None


def take_hours(sentence: Sentence) -> float | None:
    """The least academic hours: said as such, as a programme's length, not as a time of day."""
    for found in _HOURS.finditer(sentence.folded):
        if _AT_LEAST.search(found[0]) and (int(found[1]) > 24 or not found[0].startswith("nuo")):
            sentence.blank(found.start(), found.end())
            return float(found[1])
    return None


def take_mode(sentence: Sentence) -> tuple[str | None, str | None]:
    """How people take part, and the way excluded; two ways offered as a choice are none."""
    wanted: list[str] = []
    excluded: str | None = None
    for name, pattern in _MODES:
        for found in pattern.finditer(sentence.folded):
            after = sentence.folded[found.end() :]
            if _THEME_OF_MODE.search(after) or (not found.start() and after.strip() == "mokymu"):
                continue
            sentence.blank(found.start(), found.end())
            if sentence.take_denied(found.start()):
                excluded = excluded or name
            elif name not in wanted:
                wanted.append(name)
    return (wanted[0] if len(wanted) == 1 else None), excluded


def take_part_of_day(sentence: Sentence) -> tuple[str | None, str | None]:
    """The part of the day, said in a word or by the clock, and the part excluded."""
    wanted: str | None = None
    excluded: str | None = None
    for name, pattern in _PARTS:
        for found in sentence.take_all(pattern):
            if sentence.take_denied(found.start()):
                excluded = excluded or name
            else:
                wanted = wanted or name
    clock = sentence.take(_CLOCK)
    if clock and not wanted:
        wanted = _part_at(clock)
    return wanted, excluded


def _part_at(clock: re.Match[str]) -> str:
    hour = int(clock[2] or clock[5])
    if clock[0].rstrip().endswith("pm") and hour < 12:
        hour += 12
    word = clock[1] or clock[4] or ""
    if word in {"iki", "pries", "before", "until"}:
        return "morning" if hour <= 13 else "afternoon"
    if hour < 11:
        return "morning"
    return "afternoon" if hour < 16 else "evening"


def take_language(sentence: Sentence) -> str | None:
    """The language an event is held in; a language as a theme is left where it is."""
    for name, pattern in _LANGUAGES:
        found = pattern.search(sentence.folded)
        if not found:
            continue
        before = sentence.folded[: found.start()]
        if found[0].startswith(("anglu", "lietuviu")) and not _RUNS_IN.search(before):
            continue
        sentence.blank(found.start(), found.end())
        return name
    return None
