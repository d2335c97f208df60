"""Why an event is among the hits, in facts of the event."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from catalogue.search.audiences import EVERYONE, groups_in, served_by
from catalogue.search.documents import Document
from catalogue.search.filters import Filters
from catalogue.search.matching import FIELD_WEIGHTS, Wanted
from catalogue.search.normalise import fold
from catalogue.search.stems import root, stem
from catalogue.search.synonyms import NEAR, load_synonyms
from catalogue.search.terms import FIELDS, analysed, texts_of

_WORD = re.compile(r"[^\W_]+")

Reason = tuple[str, str]
"""A kind, and a fact of the event or of the query."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a hit is an answer to; `known` are reasons that need no working out."""

    timezone: ZoneInfo
    filters: Filters = field(default_factory=Filters)
    wanted: tuple[Wanted, ...] = ()
    known: tuple[Reason, ...] = ()


def reasons(document: Document, asked: Sought) -> tuple[Reason, ...]:
    """The reasons in order: the words, what they were taken for, the filters."""
    met = [found for one in asked.wanted if (found := _met(one, document))]
    asked_for = {stem(one.word) for one in asked.wanted}
    said = (
        *asked.known,
        *(one for found in met for one in _taken_for(found, asked_for)),
        *_written(document, met),
        *_admitted(document, asked),
    )
    return tuple(dict.fromkeys(said))


def is_sure(document: Document, wanted: Sequence[Wanted]) -> bool:
    """Whether the event has most of what was asked for itself, and not only what is near it."""
    near = whole = 0.0
    for one in wanted:
        found = _met(one, document)
        whole += one.weight if found else 0
        near += one.weight if found and _is_near(found.term, one.expanded[found.term]) else 0
    return not near or near < whole / 2


def _is_near(term: str, worth: float) -> bool:
    """Whether the event is only near the concept, or the word is."""
    return term[0] == "~" or (term[0] == "=" and worth <= NEAR)


@dataclass(frozen=True, slots=True)
class _Met:
    """A word of the query and the term by which a text of the event meets it best."""

    word: str
    term: str
    kind: str
    text: str

    def stems(self) -> list[str]:
        """The stems of the text."""
        return [stem(word) for word in analysed(self.text)[0]]

    def places(self) -> list[int]:
        """Which words of the text they are, counted from 0."""
        if self.term[0] not in "=~":
            parts = self.term.split(" ")
            return [at for at, one in enumerate(self.stems()) if one in parts]
        return [
            at
            for mention in load_synonyms().mentions(self.stems())
            if mention.concept == int(self.term[1:])
            for at in range(mention.first, mention.last)
        ]


def _met(one: Wanted, document: Document) -> _Met | None:
    best, most = None, 0.0
    for kind, texts in texts_of(document):
        weight = FIELD_WEIGHTS[FIELDS[kind]]
        for text in texts:
            terms = analysed(text)[1]
            for term, worth in one.expanded.items():
                if worth * weight > most and terms.issuperset(term.split(" ")):
                    best, most = _Met(one.word, term, kind, text), worth * weight
    return best


def _taken_for(met: _Met, asked_for: set[str]) -> Iterator[Reason]:
    """The concept a word names where the event says it otherwise, or the word it is a slip of."""
    stems = met.stems()
    if asked_for.issuperset(stems[at] for at in met.places()):
        return
    if met.term[0] in "=~":
        yield "concept", load_synonyms().names[int(met.term[1:])]
        return
    for at in met.places() if " " not in met.term else ():
        other = analysed(met.text)[0][at]
        if not other.startswith(met.word) and root(other) != root(met.word):
            yield "meant", _run(met.text, at, at)


def _written(document: Document, met: Iterable[_Met]) -> Iterator[Reason]:
    """The words of the event as it has them, those that stand together as one."""
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    for one in met:
        places[one.kind, one.text].update(one.places())
    for kind, texts in texts_of(document):
        for text in texts:
            for first, last in _runs(places.get((kind, text), ())):
                yield kind, _run(text, first, last)


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = -2
    for at in sorted(places):
        if at > last + 1:
            if first >= 0:
                yield first, last
            first = at
        last = at
    if first >= 0:
        yield first, last


def _run(text: str, first: int, last: int) -> str:
    found = list(_WORD.finditer(fold(text)))
    return text[found[first].start() : found[last].end()]


def _admitted(document: Document, asked: Sought) -> Iterator[Reason]:
    """What the event has of each filter that was said."""
    filters = asked.filters
    if filters.audience:
        yield "audience", filters.audience if _is_for(document, filters.audience) else EVERYONE
    for name in ("form", "organiser", "language", "city", "mode"):
        if getattr(filters, name):
            yield name, filters.form or "" if name == "form" else getattr(document, name)
    if filters.free or filters.max_price is not None:
        yield "price", str(document.price_eur)
    if filters.min_hours is not None:
        yield "hours", f"{document.hours:g}"
    if filters.first or filters.last or filters.weekday or filters.part_of_day:
        yield from (("date", day) for day in _days(document, asked))


def _is_for(document: Document, group: str) -> bool:
    titled = groups_in(document.title_lt or document.title_en)
    named = frozenset[str]().union(*map(groups_in, document.audience))
    return group in titled or not named.isdisjoint(served_by(group))


def _days(document: Document, asked: Sought) -> Iterator[str]:
    """The first day of the event that was asked for, as an ISO date."""
    filters = asked.filters
    for start in document.starts:
        day = start.astimezone(asked.timezone).date()
        late_enough = filters.first is None or filters.first <= day
        on_weekday = not filters.weekday or day.isoweekday() in filters.weekday
        if late_enough and on_weekday:
            yield day.isoformat()
            return
