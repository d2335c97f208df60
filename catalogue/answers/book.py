"""The known answers together with the centres they are of."""

from collections.abc import Collection, Iterable
from functools import cache

from catalogue.answers.index import Answers, Found, Known
from catalogue.answers.pages import shipped
from catalogue.centres.naming import CENTRE, naming
from catalogue.centres.pages import Page, centre_pages


class Book:
    """Answers that can be asked for with a centre's name, and exchanged some at a time."""

    def __init__(self, known: Iterable[Known], centres: Iterable[Page]) -> None:
        self._known: dict[str, Known] = {}
        self._answers = Answers()
        self.exchange(known, centres)

    def exchange(self, known: Iterable[Known], centres: Iterable[Page]) -> None:
        """These and no others from now on; what stays the same is not touched."""
        wanted = {one.key: one for one in known}
        for key in self._known.keys() - wanted.keys():
            self._answers.remove(key)
        for key, one in wanted.items():
            if self._known.get(key) != one:
                self._answers.put(one)
        self._known = wanted
        self.centres = {page.slug: page for page in centres}
        self._naming = naming((page.slug, page.names) for page in self.centres.values())

    def centres_named(self, text: str) -> frozenset[str]:
        """Slugs; the empty one is of a centre in a town where we know none."""
        return self._naming.take(text)[0]

    def find(self, text: str, *, about: str = "") -> Found:
        """What is asked, of the centres that the text names where it names any, else of the one
        that the talk has been `about`.

        A name may be part of how a thing is asked for („kas buvo KPKC“) or only say whose it is.
        """
        named, nameless = self._naming.take(text)
        if not named and about:
            ways = (nameless, f"{nameless} {CENTRE}")
            all_found = [self._answers.find(way, centres={about}) for way in ways]
            return max(all_found, key=lambda one: one.likeness)
        found = self._answers.find(nameless, centres=named)
        if not named:
            return found
        with_name = self._answers.find(text, centres=named)
        return with_name if with_name.likeness >= found.likeness else found

    def nearest(self, text: str, *, most: int) -> tuple[Known, ...]:
        """What may be asked for, the likeliest first: of each thing one answer."""
        named, nameless = self._naming.take(text)
        return self._answers.nearest(nameless, centres=named, most=most)

    def one(self, key: str) -> Known | None:
        return self._known.get(key)

    def speaks_of(self, centre: str) -> bool:
        """Whether any page of the centre was read."""
        return any(one.centre == centre and not one.is_approved for one in self._known.values())

    def of(self, *kinds: str, centres: Collection[str] = ()) -> tuple[Known, ...]:
        """What is said of some things, in their order."""
        return tuple(known for kind in kinds for known in self._answers.of(kind, centres=centres))


@cache
def shipped_book() -> Book:
    """What comes with the assistant and nothing else."""
    return Book(shipped(), centre_pages())
