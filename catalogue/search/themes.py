"""What a question is about, and what it should not be about."""

import re
from collections.abc import Iterable, Iterator

from catalogue.search.audiences import said_beside
from catalogue.search.field import is_of_the_field
from catalogue.search.intents import Wanted
from catalogue.search.reading import Reading, is_theme, stop_words
from catalogue.search.stems import stem
from catalogue.search.synonyms import load_synonyms
from catalogue.search.theme_words import Seen, clauses, likely_named, seen_words

_WORD = re.compile(r"[^\W_]+")
_DENIED = re.compile(
    r"\b(?:ne|(?:tik|bet) be|(?<!rather )(?<!do )(?<!can )(?<!would )not|nothing|nieko|isskyrus"
    r"|except)\s+(?:(?:apie|about|on|for)\s+)?$"
    r"|\bne(?:but\w+|bus|kalb\w+)\s+(?:kalb\w+\s+)?apie\s+$"
)
_BEHIND = re.compile(
    r"\b(?:buvau|buvome?|\w{2,}(?:av|ej|oj|in|yj)(?:au|ome?)"
    r"|(?:rasiau|rasem|klausiau|minejau|teiravausi|skambinau|praseme?|prasiau)"
    r"|(?:i|we)(?:.ve| have)? (?:already )?(?:was|were|been|had|did|took|attended|went|finished"
    r"|wrote|asked|emailed|called|enquired|inquired|messaged))\b"
    r"(?<!norejau)(?<!galvojau)(?<!svarsciau)"
)
"""What I did: of an event that has been."""

_TO_PLACE = re.compile(
    r"\b(?:(?:isvyk|ekskursij|kelion)\w{1,3}|isvazi?uoj\w+) (?:i|po)\s+$"
    r"|\b(?:trips?|excursions?|visits?|tours?) to (?:the )?$"
)
"""Before where a trip goes, which is what it is about."""

_TELL_AN_EVENT = frozenset({"the_event", "from_event"})
"""Families whose words may have a theme among them: „from the chess workshop“."""

_FOR_TEACHERS = re.compile(r"(?:mokytoj|pedagog)(?:ams|oms|ai|os|ui|u)|teachers?|educators?")

#: How likely a word must be of a theme; and where nothing else is written, unless it surely wraps.
_LEAST, _LEAST_ALONE = 0.5, 0.005
_LEAST_OF_FACT = 0.1
"""Where a fact is asked and nothing else may say of what: „Kada muzika?“."""
_LEAST_BESIDE_PLACE = 0.005
"""How likely a word must be of the name of the place where a trip goes: „į Ventės ragą“."""


Word = tuple[str, str]


def theme(reading: Reading, asked: Wanted) -> list[Word]:
    """The words that say what about, folded and as written, in their order.

    None of those that say what is wanted, where it is a deed or a fact: a search may be about
    planning itself, and an event is told with its theme: „is the autism course“. Whoever writes
    nothing around them to search for means them, unheard of as they may be.
    """
    deed = asked.spoken if asked.intent != "find_events" else ()
    spoken = [range(one.start, one.end) for one in deed if one.family not in _TELL_AN_EVENT]
    seen = [
        one
        for one in seen_words(reading, asked.intent)
        if one.sure or not any(one.word.start() in each for each in spoken)
    ]
    bare = asked.intent == "find_events" and _is_bare(reading, [one.word for one in seen])
    least = _LEAST_ALONE if bare else _LEAST
    places = list(_destinations(reading, seen))
    more = said_beside(reading.filters.audience or "", reading.asked)
    found = [
        one.word
        for one in seen
        if one.sure or one in places or one.word[0] in more or likely_named(one.features) > least
    ]
    if not found and asked.intent == "event_facts":
        found = [one.word for one in seen if likely_named(one.features) > _LEAST_OF_FACT]
    corrected = reading.sentence.corrected_at()
    found = [one for one in found if one.start() >= corrected] or found
    found = [one for one in found if not _FOR_TEACHERS.fullmatch(one[0])] or found
    return reading.unless_any_teacher(list(_as_written(reading, found)))


def take_denied_theme(reading: Reading) -> str | None:
    """What it should not be about, as it is written, taken out: „ne apie astronomiją“."""
    denied = _denied(reading, list(_left(reading)))
    for one in denied:
        reading.sentence.blank(*one.span())
    if not any(is_of_the_field(one[0]) for one in denied):
        return None
    return " ".join(written for _, written in _as_written(reading, denied))


def without_story(reading: Reading) -> str | None:
    """The sentence with the clauses blank in which somebody tells of an event that has been."""
    said = list(clauses(reading.asked))
    told = [one for one in said if _BEHIND.search(reading.asked, one.start, one.stop)]
    if not told or len(told) == len(said):
        return None
    text = reading.sentence.original
    for one in told:
        text = f"{text[: one.start]}{' ' * len(one)}{text[one.stop :]}"
    return text


def _destinations(reading: Reading, seen: Iterable[Seen]) -> Iterator[Seen]:
    """Where a trip goes: the word after „išvyka į“ and those that are of the place's name too."""
    until = -1
    for one in seen:
        start, end = one.word.span()
        beside = 0 <= until < start and not reading.asked[until:start].strip()
        if (beside and likely_named(one.features) > _LEAST_BESIDE_PLACE) or _TO_PLACE.search(
            reading.asked, 0, start
        ):
            yield one
            until = end


def _is_bare(reading: Reading, seen: list[re.Match[str]]) -> bool:
    """Whether nothing but these words, and filters, is written, in one breath."""
    left = _WORD.finditer(reading.sentence.remaining())
    said = {one.start() for one in left} <= {one.start() for one in seen}
    return said and len(list(clauses(reading.asked))) == 1


def _denied(reading: Reading, said: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words right after a denial, each next to the other."""
    denied: list[re.Match[str]] = []
    for one in said:
        goes_on = denied and not reading.asked[denied[-1].end() : one.start()].strip()
        if goes_on or _DENIED.search(reading.asked, 0, one.start()):
            denied.append(one)
    return denied


def _as_written(reading: Reading, found: Iterable[re.Match[str]]) -> Iterator[Word]:
    for one in found:
        yield one[0], reading.sentence.original[one.start() : one.end()]


def _left(reading: Reading) -> Iterator[re.Match[str]]:
    """The words that may be of a theme; also „needs“, where it is within the name of one."""
    said = list(_WORD.finditer(reading.sentence.remaining()))
    named = load_synonyms().mentions([stem(one[0]) for one in said])
    within = {at for name in named if len(name.phrase) > 1 for at in range(name.first, name.last)}
    for at, found in enumerate(said):
        if _is_left(reading, found) or (at in within and found[0] not in stop_words()):
            yield found


def _is_left(reading: Reading, word: re.Match[str]) -> bool:
    written = reading.sentence.original[word.start() : word.end()]
    if reading.sentence.is_kept(word.start()):
        return word[0] not in stop_words()
    return is_theme(word[0]) or reading.sentence.is_abbreviation(written)
