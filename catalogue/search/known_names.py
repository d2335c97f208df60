"""The names a sentence may say: of towns and centres, and what staff have taught."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from catalogue.search.documents import Document
from catalogue.search.reading import Vocabulary, vocabulary
from catalogue.search.school_calendar import USUAL, SchoolCalendar
from catalogue.search.synonyms import Phrase


class KnownNames:
    """Names by how many events have them, beside centres that are known without any."""

    def __init__(self) -> None:
        self._cities: Counter[str] = Counter()
        self._organisers: dict[str, Counter[str]] = defaultdict(Counter)
        self._centres: dict[str, str] = {}
        self._taught: frozenset[Phrase] = frozenset()
        self._school = USUAL
        self._ready: Vocabulary | None = None

    def count(self, document: Document, by: int) -> None:
        """Count the names of an event that comes (1) or goes (-1)."""
        changed = False
        if document.city:
            changed |= _count(self._cities, document.city, by)
        for name in filter(None, (document.organiser, *document.organiser_names)):
            changed |= _count(self._organisers[name], document.organiser, by)
            if not self._organisers[name]:
                del self._organisers[name]
        if changed:
            self._ready = None

    def know(self, centres: Mapping[str, str]) -> None:
        """Know centres by each of their names, also without events; instead of those before."""
        self._centres = dict(centres)
        self._ready = None

    def keep(self, taught: Iterable[Phrase]) -> None:
        """Leave these phrases to the topic whatever else they could be, instead of others."""
        self._taught = frozenset(taught)
        self._ready = None

    def know_holidays(self, school: SchoolCalendar) -> None:
        """Read the pupils' holidays by this calendar, instead of the one before."""
        if school != self._school:
            self._school = school
            self._ready = None

    def ready(self) -> Vocabulary:
        """The names, ready to be looked up; one that several centres bear is the busiest one's."""
        if self._ready is None:
            held = {
                name: max(sorted(some), key=lambda one: some[one])
                for name, some in self._organisers.items()
            }
            self._ready = vocabulary(
                self._cities, self._centres | held, taught=self._taught, school=self._school
            )
        return self._ready


def _count(counter: Counter[str], name: str, by: int) -> bool:
    """Count a name; whether it came or went."""
    before = counter[name]
    counter[name] += by
    if counter[name] <= 0:
        del counter[name]
    return (before > 0) != (counter[name] > 0)
