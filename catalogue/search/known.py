"""Words the language has: one of them is not a slip of another.

The stems are made from the spelling dictionary of hunspell-lt; its licence lies beside them.
"""

from functools import cache
from importlib.resources import files

from catalogue.search.stems import stem


@cache
def _stems() -> frozenset[str]:
    text = files(__package__).joinpath("known_stems.txt").read_text(encoding="ascii")
    return frozenset(text.split())


def is_known(word: str) -> bool:
    """Whether a folded word is one that the language has, in any case form."""
    return stem(word) in _stems()
