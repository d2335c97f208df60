"""What the filters ask, as sets of events."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from catalogue.search.audiences import EVERYONE, groups_in, is_of_teachers, served_by
from catalogue.search.documents import Document
from catalogue.search.filters import Filters
from catalogue.search.forms import form_of, forms_in_title, forms_named
from catalogue.search.normalise import fold
from catalogue.search.postings import Postings
from catalogue.search.timetable import Timetable

_ADMITS = {"online": ("online", "hybrid"), "onsite": ("onsite", "hybrid"), "hybrid": ("hybrid",)}
RELAXED_IN_ORDER = (
    *("part_of_day", "weekday", "min_hours", "language", "not", "max_price", "free"),
    *("from", "to", "city", "mode", "organiser", "form", "audience"),
)
"""What is let go first when nothing fits everything that was said."""


class Facets:
    """The events by each thing a filter can ask."""

    def __init__(self) -> None:
        self._sets: dict[tuple[str, str], Postings] = defaultdict(Postings)
        self._prices: dict[Decimal, Postings] = defaultdict(Postings)
        self._hours: dict[float, Postings] = defaultdict(Postings)

    def put(self, slot: int, document: Document) -> None:
        """Enter an event."""
        for postings in self._of(document):
            postings.add(slot)

    def remove(self, slot: int, document: Document) -> None:
        """Take an event out again, by the document it was entered with."""
        for postings in self._of(document):
            postings.discard(slot)

    def _of(self, document: Document) -> Iterator[Postings]:
        for facet in _facets_of(document):
            yield self._sets[facet]
        if document.price_eur is not None:
            yield self._prices[document.price_eur]
        if document.hours is not None:
            yield self._hours[document.hours]

    def _bits(self, name: str, value: str) -> int:
        postings = self._sets.get((name, value))
        return postings.bits() if postings else 0

    def best_audience(self, group: str) -> int:
        """The events meant for this group by name, in the title or as their audience."""
        found = self._bits("title_audience", group)
        for one in served_by(group):
            found |= self._bits("audience", one)
        return found

    def audience(self, group: str) -> int:
        """The events this group may come to: its own, those for everyone."""
        found = self.best_audience(group)
        if is_of_teachers(group):
            found |= self._bits("audience", EVERYONE) | self._bits("audience", "")
        return found

    def masks(self, filters: Filters, timetable: Timetable) -> Iterator[tuple[str, int]]:
        """The events each said filter admits, by the filter's name in the contract."""
        yield from _of_time(filters, timetable)
        if filters.mode:
            found = 0
            for mode in _ADMITS[filters.mode]:
                found |= self._bits("mode", mode)
            yield "mode", found
        if filters.city:
            yield "city", self._bits("city", fold(filters.city)) & ~self._bits("mode", "online")
        yield from self._of_amount(filters)
        if filters.audience:
            yield "audience", self.audience(filters.audience)
        if filters.form:
            yield "form", self._form(filters.form, beside_topic=bool(filters.topic))
        for name in ("organiser", "language"):
            value = getattr(filters, name)
            if value:
                yield name, self._bits(name, fold(value))

    def _form(self, form: str, *, beside_topic: bool) -> int:
        """The events of a form; said beside a topic it may be a word of the title too."""
        named = self._bits("title_form", fold(form)) if beside_topic else 0
        return named | self._bits("form", fold(form))

    def _of_amount(self, filters: Filters) -> Iterator[tuple[str, int]]:
        if filters.free:
            yield "free", self._up_to(Decimal(0))
        if filters.max_price is not None:
            yield "max_price", self._up_to(filters.max_price)
        if filters.min_hours is not None:
            yield "min_hours", self._at_least(filters.min_hours)

    def excluded(self, filters: Filters, timetable: Timetable) -> int:
        """The events that have what was excluded: of mode and audience exactly the one named."""
        found = 0
        for name, mask in self.masks(filters, timetable):
            if name in {"mode", "audience"}:
                found |= self._bits(name, getattr(filters, name))
            else:
                found |= mask
        return found

    def _up_to(self, price: Decimal) -> int:
        found = 0
        for one, postings in self._prices.items():
            if one <= price:
                found |= postings.bits()
        return found

    def _at_least(self, hours: float) -> int:
        found = 0
        for one, postings in self._hours.items():
            if one >= hours:
                found |= postings.bits()
        return found


def _of_time(filters: Filters, timetable: Timetable) -> Iterator[tuple[str, int]]:
    if filters.first or filters.last:
        name = "from" if filters.first else "to"
        yield name, timetable.between(filters.first, filters.last)
    if filters.weekday:
        yield "weekday", timetable.on_weekdays(filters.weekday)
    if filters.part_of_day:
        yield "part_of_day", timetable.in_part(filters.part_of_day)


def _facets_of(document: Document) -> Iterator[tuple[str, str]]:
    yield "mode", document.mode
    if document.city:
        yield "city", fold(document.city)
    yield "language", fold(document.language)
    if document.organiser:
        yield "organiser", fold(document.organiser)
    title = document.title_lt or document.title_en
    named = forms_named(title)
    for form in {form_of(document.form), *forms_in_title(title)} if document.form else named:
        yield "form", fold(form)
    for form in named:
        yield "title_form", fold(form)
    for group in groups_in(title):
        yield "title_audience", group
    meant = frozenset[str]().union(*map(groups_in, document.audience))
    for group in meant or {""}:
        yield "audience", group
