"""A sentence read for its filters; what is left of it is what the event should be about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from catalogue.search.audiences import take_audience
from catalogue.search.centre_names import CentreName, in_english, telling_names, whole_name
from catalogue.search.courtesies import Talk, small_talk, take_courtesies
from catalogue.search.dates import When, take_dates
from catalogue.search.doubts import Doubt
from catalogue.search.extras import (
    take_hours,
    take_language,
    take_mode,
    take_other_lengths,
    take_price,
)
from catalogue.search.filters import Filters
from catalogue.search.forms import take_form, take_generic
from catalogue.search.normalise import clean, words
from catalogue.search.numerals import in_figures
from catalogue.search.phrases import phrases
from catalogue.search.places import is_town, take_city
from catalogue.search.school_calendar import USUAL, SchoolCalendar
from catalogue.search.sentence import Sentence
from catalogue.search.slips import mended
from catalogue.search.verbs import is_finite

_ANY_TEACHER = re.compile(r"(?:mokytoj|pedagog|teacher|educator|mokykl|school)\w*")
_YOU_OR_I = re.compile(r"\w{3,}(?:siu|sim|sime|sit|site|ciau|tume|tumei|tumet|tumete|kite?)")
_PLAN = re.compile(r"(?<=\x1f )plan(?:as|a)\b(?=\W*$)")
"""„Gruodžio mėnesio planas“: what is on then; of a lesson it is a theme."""

_CHOICE = re.compile(r"\x1f\s*(?:arba|ar|ir|or|and)\s+(?:in\s+|on\s+)?\x1f")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names beyond the packaged ones: towns, and centres by each folded name they are called.

    `taught` are phrases, as stems, that staff have given a meaning: no filter takes them. `school`
    are the pupils' holidays.
    """

    cities: frozenset[str] = frozenset()
    organisers: tuple[tuple[str, str], ...] = ()
    taught: frozenset[tuple[str, ...]] = frozenset()
    school: SchoolCalendar = USUAL


@dataclass(slots=True)
class Reading:
    """The filters said, and the sentence with them taken out.

    `names_events` when it has a word for events of any form, which says nothing of theirs. `asked`
    is the folded sentence with its courtesies blank, as long as written; `talk` what it is when
    nothing is wanted.
    """

    filters: Filters
    sentence: Sentence
    names_events: bool
    asked: str
    talk: Talk | None
    doubts: tuple[Doubt, ...] = ()

    def topic(self) -> list[tuple[str, str]]:
        """The words left that say what about: folded, and as written."""
        said = [
            (folded, written)
            for folded, written in self.sentence.left()
            if not _is_small(folded) or self.sentence.is_abbreviation(written)
        ]
        return self.unless_any_teacher(said)

    def unless_any_teacher(self, topic: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """A topic, but „mokytojams“ is none where something else is asked."""
        named = self.names_events or bool(self.filters)
        return [] if named and all(_ANY_TEACHER.fullmatch(pair[0]) for pair in topic) else topic

    def beside_centre(self) -> str | None:
        """The folded words beside a centre's name; None where more than a centre is named."""
        centre = self.filters.organiser
        if centre is None or self.names_events or self.filters != Filters(organiser=centre):
            return None
        return " ".join(folded for folded, _ in self.sentence.left())


@lru_cache(maxsize=16384)
def is_theme(word: str) -> bool:
    """Whether a word may say what about: no small word, and nothing that somebody does."""
    small = _is_small(word) or word in _function_words()
    return not (small or _packaging().fullmatch(word) or is_finite(word))


def _is_small(word: str) -> bool:
    """Whether a word says nothing in any search: a small one, or what you or I do."""
    return word in stop_words() or _YOU_OR_I.fullmatch(word) is not None


@cache
def _packaging() -> re.Pattern[str]:
    """Words in which people wrap what they ask; less small than those that ranking leaves out."""
    return re.compile("|".join(phrases("packaging.txt").values()))


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing of what an event is about."""
    return _word_file("stopwords.txt")


@cache
def _function_words() -> frozenset[str]:
    """Pronouns, conjunctions and their like."""
    return _word_file("function_words.txt")


@cache
def generic_words() -> frozenset[str]:
    """Words of the trade that count little."""
    return _word_file("generic.txt")


def _word_file(name: str) -> frozenset[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in words(line))


def vocabulary(
    cities: Iterable[str] = (),
    organisers: Mapping[str, str] | None = None,
    *,
    taught: frozenset[tuple[str, ...]] = frozenset(),
    school: SchoolCalendar = USUAL,
) -> Vocabulary:
    """The names a sentence may say; `organisers` maps each name or abbreviation to the centre."""
    named = {" ".join(words(name)): centre for name, centre in (organisers or {}).items()}
    english = {said: centre for name, centre in named.items() if (said := in_english(name))}
    named = english | _town_names(named) | named
    longest_first = sorted(named.items(), key=lambda pair: (-len(pair[0]), pair))
    return Vocabulary(
        frozenset(filter(None, cities)),
        tuple(pair for pair in longest_first if pair[0]),
        taught,
        school,
    )


def _town_names(named: Mapping[str, str]) -> dict[str, str]:
    """„Kauno centras“ for the only centre whose name begins with Kaunas and ends with centre."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, centre in named.items():
        first, last = name.partition(" ")[0], name.rpartition(" ")[2]
        if last.startswith("cent") and is_town(first):
            found[f"{first} {last}"].add(centre)
    return {name: centres.pop() for name, centres in found.items() if len(centres) == 1}


def read(text: str, *, today: date, known: Vocabulary, past: bool = False) -> Reading:
    """Take every filter out of a sentence; each understands only what the others have left."""
    sentence = Sentence(in_figures(mended(clean(text))))
    talk = small_talk(sentence, polite=take_courtesies(sentence))
    asked = sentence.folded
    sentence.keep(known.taught)
    organiser, not_organiser = _take_organiser(sentence, known)
    sentence.keep_titles()
    price, free, not_free = take_price(sentence)
    language, not_language = take_language(sentence)
    hours = take_hours(sentence)
    when = take_dates(sentence, today, past=past, school=known.school)
    if when.span:
        sentence.take(_PLAN)
    take_other_lengths(sentence)
    mode, not_mode = take_mode(sentence)
    audience, not_audience = take_audience(sentence)
    form, not_form = take_form(sentence)
    online = mode == "online" or form == "vebinaras"
    city, not_city = take_city(sentence, known.cities, online=online)
    if city and mode and _CHOICE.search(sentence.folded):
        city = mode = None  # a town or online: either filter would take the other away
    names_events, not_generic = take_generic(sentence, beside=form)
    excluded = Filters(
        weekday=when.not_weekdays,
        part_of_day=when.not_part_of_day,
        city=not_city,
        mode=not_mode,
        free=True if not_free else None,
        language=not_language,
        audience=not_audience,
        form=not_form or not_generic,
        organiser=not_organiser,
    )
    wanted = Filters(
        weekday=when.weekdays,
        part_of_day=when.part_of_day,
        city=city,
        mode=mode,
        free=free,
        max_price=price,
        audience=audience,
        form=form,
        organiser=organiser,
        min_hours=hours,
        language=language,
    )
    filters = _with_days(*_apart(wanted, excluded), when)
    return Reading(filters, sentence, names_events, asked, talk, when.doubts)


def _apart(wanted: Filters, excluded: Filters) -> tuple[Filters, Filters]:
    """Without what is both wanted and excluded, „Kaunas ar ne Kaunas“: it does not matter.

    Nor are weekdays excluded beside others that are wanted: they say nothing more.
    """
    if not excluded:
        return wanted, excluded
    both: dict[str, Any] = {
        one.name: one.default
        for one in fields(Filters)
        if (value := getattr(wanted, one.name)) and value == getattr(excluded, one.name)
    }
    wanted, excluded = replace(wanted, **both), replace(excluded, **both)
    return wanted, replace(excluded, weekday=()) if wanted.weekday else excluded


def _with_days(wanted: Filters, excluded: Filters, when: When) -> Filters:
    if when.not_span:
        excluded = replace(excluded, first=when.not_span.first, last=when.not_span.last)
    if when.span:
        wanted = replace(wanted, first=when.span.first, last=when.span.last)
    return replace(wanted, exclude=excluded or None)


@lru_cache(maxsize=16)
def _centre_names(organisers: tuple[tuple[str, str], ...]) -> tuple[CentreName, ...]:
    """Whole names, the longest first, and then parts of them that tell."""
    whole = (whole_name(name, centre) for name, centre in organisers)
    return (*whole, *telling_names(organisers))


def _take_organiser(sentence: Sentence, known: Vocabulary) -> tuple[str | None, str | None]:
    """The centre asked for, and the centre excluded."""
    wanted = excluded = None
    for name in _centre_names(known.organisers):
        found = sentence.take(name.pattern) if name.clue in sentence.folded else None
        if found and sentence.take_denied(*found.span()):
            excluded = excluded or name.centre
        elif found:
            wanted = wanted or name.centre
    if excluded and not wanted:
        wanted = _other_centre(sentence, known)
    return wanted, excluded


_BUT = re.compile(r"(?:,| bet| o)+ o? ?(?P<name>\w{4,})(?= *(?:$|[,.!?]))")


def _other_centre(sentence: Sentence, known: Vocabulary) -> str | None:
    """The centre that is called by its first word only beside another: „o Pajūrio“."""
    said = _BUT.search(sentence.folded)
    named = {one for name, one in known.organisers if said and name.startswith(f"{said['name']} ")}
    if said is None or len(named) != 1:
        return None
    sentence.blank(*said.span("name"))
    return named.pop()
