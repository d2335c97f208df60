"""The index: documents in, ranked hits out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from catalogue.search.audiences import EVERYONE
from catalogue.search.documents import Document
from catalogue.search.facets import RELAXED_IN_ORDER, Facets
from catalogue.search.filters import Filters
from catalogue.search.matching import Wanted, scored
from catalogue.search.normalise import fold, words
from catalogue.search.postings import Postings
from catalogue.search.questions import VILNIUS, Question, understand_with, wish
from catalogue.search.reading import Vocabulary as Names
from catalogue.search.reading import vocabulary
from catalogue.search.terms import Texts
from catalogue.search.timetable import Timetable

Verdict = Literal["found", "unsure", "nothing"]
_CODE = re.compile(r"(?=.*[a-z])(?=.*\d)[\w-]+")
FOUND = 0.6
UNSURE = 0.45
NEAREST = 0.2
"""The least score of a sure answer, of a doubtful one, and of one that is offered instead."""

_FOR_EVERYONE = 0.8
"""What an event for every teacher is worth to who asked for a group's own."""

_AFTER_ITS_OWN = 0.99
"""What it is worth at most, of the least that is a sure answer for the group itself."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A found event with its score in 0..1 and the facts for which it was found."""

    document: Document
    score: float
    why: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a search.

    `nearest` is there when nothing is found: events by theme or by time, for which the filters
    named in `relaxed` were let go. `total` counts all that was found, not only the hits shown.
    With hits, `relaxed` is empty or names the audience: then they are for every teacher, and none
    that is as sure is for the group asked for.
    """

    verdict: Verdict
    hits: tuple[Hit, ...] = ()
    nearest: tuple[Hit, ...] = ()
    total: int = 0
    relaxed: tuple[str, ...] = ()


class Index:
    """Every searchable event; changes are searchable at once. Not for several threads."""

    def __init__(self, documents: Iterable[Document] = (), *, timezone: ZoneInfo = VILNIUS) -> None:
        self._timezone = timezone
        self._documents: dict[int, Document] = {}
        self._slots: dict[int, int] = {}
        self._free_slots: list[int] = []
        self._all = Postings()
        self._texts = Texts()
        self._facets = Facets()
        self._timetable = Timetable(timezone)
        self._cities: Counter[str] = Counter()
        self._organisers: dict[str, Counter[str]] = defaultdict(Counter)
        self._names: Names | None = None
        self._codes: dict[str, set[int]] = defaultdict(set)
        for document in documents:
            self.put(document)

    def __len__(self) -> int:
        return len(self._slots)

    def put(self, document: Document) -> None:
        """Add an event, or replace the one with its key."""
        self.remove(document.key)
        slot = self._free_slots.pop() if self._free_slots else len(self._documents)
        self._slots[document.key] = slot
        self._documents[slot] = document
        self._all.add(slot)
        self._texts.put(slot, document)
        self._codes[fold(document.code)].add(slot)
        self._facets.put(slot, document)
        self._timetable.put(slot, document)
        self._count_names(document, 1)

    def remove(self, key: int) -> None:
        """Take an event out; an unknown key changes nothing."""
        slot = self._slots.pop(key, None)
        if slot is None:
            return
        document = self._documents.pop(slot)
        self._free_slots.append(slot)
        self._all.discard(slot)
        self._texts.remove(slot, document)
        self._codes[fold(document.code)].discard(slot)
        self._facets.remove(slot, document)
        self._timetable.remove(slot, document)
        self._count_names(document, -1)

    def search(self, text: str, *, now: datetime, limit: int = 10) -> Result:
        """The events that a sentence in anybody's words asks for; without a word the soonest."""
        asked = wish(text, asked_at=now, timezone=self._timezone, known=self.names())
        found = self.find(asked, now=now, limit=limit)
        if asked.intent == "find_events" and words(asked.text):
            return found
        return Result("nothing", nearest=found.hits)

    def understand(self, text: str, *, asked_at: datetime) -> Question:
        """The sentence understood with the towns and centres of the events held."""
        return understand_with(text, asked_at=asked_at, timezone=self._timezone, known=self.names())

    def find(self, question: Question, *, now: datetime, limit: int = 10) -> Result:
        """The events that an understood sentence asks for."""
        open_now = self._all.bits() & ~self._timetable.started(now)
        if by_code := self._by_code(question, open_now):
            return by_code
        topic = question.topic or tuple(words(question.filters.topic or ""))
        wanted = self._texts.words(len(self)).wanted(topic)
        masks = dict(self._facets.masks(question.filters, self._timetable))
        if question.filters.exclude:
            masks["not"] = ~self._facets.excluded(question.filters.exclude, self._timetable)
        among = open_now
        for mask in masks.values():
            among &= mask
        ranked = self._ranked(wanted, among, question.filters, UNSURE)
        if ranked:
            hits = self._hits(ranked, wanted, question, limit)
            total = sum(bits.bit_count() for _, bits in ranked)
            verdict: Verdict = "found" if ranked[0][0] >= FOUND else "unsure"
            widened = self._widened(ranked, question.filters)
            return Result(verdict, hits, total=total, relaxed=widened)
        return self._nothing(question, wanted, masks, open_now, limit)

    def _by_code(self, question: Question, open_now: int) -> Result | None:
        """The events whose code is said; a bare number is no code, it may be anything."""
        for piece in fold(question.text).split():
            slots = self._codes.get(piece, ()) if _CODE.fullmatch(piece) else ()
            hits = [
                Hit(self._documents[slot], 1.0, (("code", self._documents[slot].code),))
                for slot in sorted(slots)
                if open_now >> slot & 1
            ]
            if hits:
                return Result("found", tuple(hits), total=len(hits))
        return None

    def names(self) -> Names:
        """The towns and the centres of the events held, as a sentence may say them."""
        if self._names is None:
            centres = {
                name: max(sorted(some), key=lambda one: some[one])
                for name, some in self._organisers.items()
            }
            self._names = vocabulary(self._cities, centres)
        return self._names

    def _count_names(self, document: Document, by: int) -> None:
        changed = False
        if document.city:
            changed |= _count(self._cities, document.city, by)
        for name in filter(None, (document.organiser, *document.organiser_names)):
            changed |= _count(self._organisers[name], document.organiser, by)
            if not self._organisers[name]:
                del self._organisers[name]
        if changed:
            self._names = None

    def _ranked(
        self, wanted: list[Wanted], among: int, filters: Filters, least: float
    ) -> list[tuple[float, int]]:
        """Sets of events by score; without a topic everything admitted is right."""
        if not among:
            return []
        own = self._facets.best_audience(filters.audience) if filters.audience else among
        if not wanted:
            return [(1.0, among & own or among)]
        ranked: list[tuple[float, int]] = []
        by_words = scored(wanted, among, least)
        sure = [score for score, bits in by_words if bits & own and score >= FOUND]
        most = _AFTER_ITS_OWN * min(sure, default=1.0)
        for score, bits in by_words:
            ranked += [(score, bits & own), (min(score * _FOR_EVERYONE, most), bits & ~own)]
        return sorted(
            ((score, bits) for score, bits in ranked if bits and score >= least), reverse=True
        )

    def _widened(self, ranked: list[tuple[float, int]], filters: Filters) -> tuple[str, ...]:
        """The audience, when none that is a sure answer is for the group asked for."""
        if not filters.audience or filters.audience == EVERYONE:
            return ()
        own = self._facets.best_audience(filters.audience)
        least = min(FOUND, ranked[0][0])
        return () if any(bits & own for score, bits in ranked if score >= least) else ("audience",)

    def _hits(
        self,
        ranked: list[tuple[float, int]],
        wanted: list[Wanted],
        question: Question,
        limit: int,
    ) -> tuple[Hit, ...]:
        hits: list[Hit] = []
        for score, bits in ranked:
            for slot in self._timetable.earliest(bits, limit - len(hits)):
                why = (*_words_held(wanted, slot), *_said(question.filters))
                hits.append(Hit(self._documents[slot], min(1.0, round(score, 4)), why))
            if len(hits) >= limit:
                break
        return tuple(hits)

    def _nothing(
        self,
        question: Question,
        wanted: list[Wanted],
        masks: dict[str, int],
        open_now: int,
        limit: int,
    ) -> Result:
        """Nothing fits: the nearest, with as few filters let go as will do."""
        for relaxed in _relaxations(tuple(masks)):
            among = open_now
            for name, mask in masks.items():
                among &= -1 if name in relaxed else mask
            ranked = self._ranked(wanted, among, question.filters, UNSURE)
            if ranked:
                nearest = self._hits(ranked, wanted, question, limit)
                return Result("nothing", nearest=nearest, relaxed=relaxed)
        return self._soonest(question, wanted, masks, open_now, limit)

    def _soonest(
        self,
        question: Question,
        wanted: list[Wanted],
        masks: dict[str, int],
        open_now: int,
        limit: int,
    ) -> Result:
        """No theme like it: what is weakly like it, else what is on at the time that was said."""
        among = open_now
        for mask in masks.values():
            among &= mask
        filters = replace(question.filters, topic=None)
        ranked = self._ranked(wanted, open_now, filters, NEAREST) if wanted else []
        if ranked:
            nearest = self._hits(ranked, wanted, question, limit)
            return Result("nothing", nearest=nearest, relaxed=tuple(masks))
        ranked = self._ranked([], among, filters, NEAREST)
        nearest = self._hits(ranked, [], question, limit) if ranked else ()
        return Result("nothing", nearest=nearest, relaxed=("topic",) if nearest else ())


def _count(counter: Counter[str], name: str, by: int) -> bool:
    """Count a name; whether it came or went."""
    before = counter[name]
    counter[name] += by
    if counter[name] <= 0:
        del counter[name]
    return (before > 0) != (counter[name] > 0)


def _words_held(wanted: list[Wanted], slot: int) -> Iterator[tuple[str, str]]:
    for one in wanted:
        if any(bits >> slot & 1 for _, bits in one.levels):
            yield "word", one.word


def _said(filters: Filters) -> Iterator[tuple[str, str]]:
    for name, value in filters.as_json().items():
        if name not in {"topic", "fact", "not"}:
            yield name, str(value)


def _relaxations(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Sets of filters to let go: each alone, then more and more of them, then all."""
    ordered = [name for name in RELAXED_IN_ORDER if name in names]
    yield from ((name,) for name in ordered)
    for count in range(2, len(ordered) + 1):
        yield tuple(ordered[:count])
