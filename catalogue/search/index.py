"""The index: documents in, ranked hits out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

from catalogue.search.audiences import EVERYONE, PUPILS, said_of
from catalogue.search.documents import Document
from catalogue.search.facets import RELAXED_IN_ORDER, Facets
from catalogue.search.filters import Filters
from catalogue.search.known_names import KnownNames
from catalogue.search.likeness import Placed, Theme, alike, as_they_are
from catalogue.search.matching import Scored, Wanted, Words, scored
from catalogue.search.normalise import fold, words
from catalogue.search.postings import Postings
from catalogue.search.questions import VILNIUS, Question, understand_with, wish
from catalogue.search.ranking import FITS, FOUND, NEAREST, UNSURE, by_group, by_theme, for_group
from catalogue.search.reading import Vocabulary
from catalogue.search.reasons import Sought, is_sure
from catalogue.search.results import Hit, Result
from catalogue.search.school_calendar import SchoolCalendar
from catalogue.search.synonyms import read_synonyms
from catalogue.search.terms import Texts
from catalogue.search.timetable import Timetable

__all__ = ["Hit", "Index", "Result"]

_CODE = re.compile(r"(?=.*[a-z])(?=.*\d)[\w-]+")

_PLENTY = 50
"""So many equally good answers need no theme to tell them apart: the soonest come first."""

_SEEDS = 3
_CLOSE = 0.85
"""The theme is that of so many best hits, if their score is such a share of the best."""


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
        self._names = KnownNames()
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
        self._names.count(document, 1)

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
        self._names.count(document, -1)

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
        held = self._texts.words(len(self))
        theirs = said_of(question.filters.audience or "", question.text)
        named_alone = bool(theirs) and held.are_generic(topic)
        wanted = [] if named_alone else held.wanted(topic)
        masks = dict(self._facets.masks(question.filters, self._timetable))
        if excluded := question.filters.exclude:
            unwanted = self._about(held, excluded.topic, open_now)
            masks["not"] = ~(unwanted | self._facets.excluded(excluded, self._timetable))
        among = _admitted(open_now, masks)
        ranked = self._ranked(wanted, among, question.filters, UNSURE)
        if not ranked and wanted and question.filters.audience == PUPILS:
            among = _admitted(open_now, masks, but=("audience",))
            ranked = scored(wanted, among, UNSURE)
        if not ranked:
            return self._nothing(question, wanted, masks, open_now, limit)
        audience_alone = Filters(audience=question.filters.audience, topic=question.filters.topic)
        if named_alone and question.filters == audience_alone:
            about = held.wanted((*theirs, *topic))
            ranked = by_group(scored(about, ranked[0][1], 0.0)) or ranked
        return self._found(ranked, question, wanted, among, limit)

    def _about(self, held: Words, topic: str | None, among: int) -> int:
        """The events that are surely about it."""
        ranked = scored(held.wanted(tuple(words(topic))), among, FOUND) if topic else []
        return reduce(or_, (bits for _, bits in ranked), 0)

    def _by_code(self, question: Question, open_now: int) -> Result | None:
        """The events whose code is said; a bare number is no code, it may be anything."""
        for piece in fold(question.text).split():
            slots = self._codes.get(piece, ()) if _CODE.fullmatch(piece) else ()
            found = [self._documents[slot] for slot in sorted(slots) if open_now >> slot & 1]
            hits = [
                Hit(one, 1.0, 1.0, Sought(self._timezone, known=(("code", one.code),)))
                for one in found
            ]
            if hits:
                return Result("found", tuple(hits), total=len(hits))
        return None

    def names(self) -> Vocabulary:
        """The towns and the centres known, as a sentence may say them."""
        return self._names.ready()

    def know(self, centres: Mapping[str, str]) -> None:
        """Understand centres by each of their names though they have no events.

        Names are mapped to the centre's own; they replace those known so before.
        """
        self._names.know(centres)

    def know_holidays(self, school: SchoolCalendar) -> None:
        """Read "over the winter holidays" by this calendar from now on."""
        self._names.know_holidays(school)

    def teach(self, lines: Iterable[str]) -> None:
        """Learn other words for things, at once, instead of what was taught before.

        Lines are those of synonyms.txt: `same; same ~ near`. The first phrase of a line is what was
        taught: it is left to the topic even where it could be a filter.
        """
        taught = read_synonyms(lines)
        self._texts.teach(taught)
        self._names.keep(taught.first_phrases())

    def _ranked(
        self, wanted: list[Wanted], among: int, filters: Filters, least: float
    ) -> list[Scored]:
        """Sets of events by score; without a topic everything admitted is right."""
        if not among:
            return []
        own = self._own(filters)
        if not wanted:
            return [(1.0, among if own is None else among & own or among)]
        by_words = scored(wanted, among, least)
        return by_words if own is None else for_group(by_words, own, least)

    def _own(self, filters: Filters) -> int | None:
        """The events for the group asked for by name."""
        return self._facets.best_audience(filters.audience) if filters.audience else None

    def _found(
        self,
        ranked: list[Scored],
        question: Question,
        wanted: list[Wanted],
        among: int,
        limit: int,
    ) -> Result:
        several = wanted and ranked[0][1].bit_count() < _PLENTY
        theme = self._theme(ranked) if several else Theme()
        reached = reduce(or_, (bits for _, bits in ranked))
        placed = by_theme(ranked, theme, self._own(question.filters))
        hits = self._hits(placed, wanted, question, limit)
        near = alike(ranked[0][0], theme, among & ~reached)
        least = hits[-1].score if len(hits) == limit else 0.0
        sure = hits[0].score >= FOUND and is_sure(hits[0].document, wanted)
        result = Result(
            "found",
            hits,
            alike=self._hits((one for one in near if one.score > least), wanted, question, limit),
            total=reached.bit_count(),
            relaxed=self._widened(ranked, question.filters),
        )
        return result if sure else result.doubted(below=FOUND)

    def _theme(self, ranked: list[Scored]) -> Theme:
        """What the best hits are about."""
        seeds: list[tuple[float, Document]] = []
        for score, bits in ranked:
            if len(seeds) == _SEEDS or score < ranked[0][0] * _CLOSE:
                break
            seeds += [
                (score, self._documents[slot])
                for slot in self._timetable.earliest(bits, _SEEDS - len(seeds))
            ]
        return self._texts.theme(seeds, len(self))

    def _widened(self, ranked: list[Scored], filters: Filters) -> tuple[str, ...]:
        """The audience, when none that fits well is for the group asked for."""
        if not filters.audience or filters.audience == EVERYONE:
            return ()
        own = self._facets.best_audience(filters.audience)
        least = min(FITS, ranked[0][0])
        return () if any(bits & own for score, bits in ranked if score >= least) else ("audience",)

    def _hits(
        self, placed: Iterable[Placed], wanted: list[Wanted], question: Question, limit: int
    ) -> tuple[Hit, ...]:
        asked = Sought(self._timezone, question.filters, tuple(wanted))
        hits: list[Hit] = []
        for score, bits, match in placed:
            hits += [
                Hit(self._documents[slot], min(1.0, round(score, 4)), min(1.0, match), asked)
                for slot in self._timetable.earliest(bits, limit - len(hits))
            ]
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
            among = _admitted(open_now, masks, but=relaxed)
            ranked = self._ranked(wanted, among, question.filters, UNSURE)
            if ranked:
                nearest = self._hits(as_they_are(ranked), wanted, question, limit)
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
        among = _admitted(open_now, masks)
        filters = replace(question.filters, topic=None)
        ranked = self._ranked(wanted, open_now, filters, NEAREST) if wanted else []
        if ranked:
            nearest = self._hits(as_they_are(ranked), wanted, question, limit)
            return Result("nothing", nearest=nearest, relaxed=tuple(masks))
        ranked = self._ranked([], among, filters, NEAREST)
        nearest = self._hits(as_they_are(ranked), [], question, limit)
        return Result("nothing", nearest=nearest, relaxed=("topic",) if nearest else ())


def _admitted(among: int, masks: Mapping[str, int], but: tuple[str, ...] = ()) -> int:
    """The events that every filter admits but those let go."""
    for name, mask in masks.items():
        among &= -1 if name in but else mask
    return among


def _relaxations(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Sets of filters to let go: each alone, then more and more of them, then all."""
    ordered = [name for name in RELAXED_IN_ORDER if name in names]
    yield from ((name,) for name in ordered)
    for count in range(2, len(ordered) + 1):
        yield tuple(ordered[:count])
