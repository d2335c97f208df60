"""What the search cannot be taught."""

from dataclasses import dataclass

from catalogue.refusals import NotAsAsked, Refusal


@dataclass(eq=False)
class NotAWord(NotAsAsked):
    """What was written is not „word = meaning“, or is too long."""

    written: str


@dataclass(eq=False)
class SaysNothing(NotAsAsked):
    """A word that names no theme: it stands everywhere, or is a place, a time or another filter."""

    words: str


@dataclass(eq=False)
class SameWords(NotAsAsked):
    """The meaning says nothing that the word does not say by itself."""

    said: str
    meant: str


class TooManyWords(Refusal):
    """As many are taught as may be."""
