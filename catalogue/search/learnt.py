"""What sentences of a kind have in common, learnt from labelled ones.

The rules of `intents.txt` know what a word means. Which of several wishes a whole sentence has,
also when it is told in words that no rule has, is learnt: a multinomial regression over pieces of
words, words and pairs of them, and the families and filters that were heard. Its weights stand in
`learnt.json`, made by `make learn` from the labelled sentences of `tests/benchmarks/data`. So is
whether a word says what an event should be about (`theme_words.py`).
"""

import itertools
import json
import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")
_PIECES = (3, 4, 5)
_HEARD = 0.3
"""How much a family weighs, where all the pieces of words together weigh one."""

_WHOLE = 0.7
_MARKED = 0.5
"""How much a word by itself or beside weighs there, and what is known of it."""

SCALE = 50
"""Weights are kept as whole numbers, so many to one."""

_LANE = 24
"""Bits for each weight, and each sum of them, in a number that has one for every label."""

Features = dict[str, float]


def of_sentence(folded: str, heard: Collection[str]) -> Features:
    """What is seen of a folded sentence; `heard` are names of families and filters."""
    said = _WORD.findall(folded)
    pieces = {piece for word in said for piece in _pieces(word)}
    whole = {*said, *(f"{one}_{next_}" for one, next_ in itertools.pairwise(said))}
    return {
        **dict.fromkeys(pieces, _share(pieces)),
        **dict.fromkeys((f"={word}" for word in whole), _share(whole)),
        **dict.fromkeys((f"#{name}" for name in heard), _HEARD),
    }


def of_word(word: str, beside: tuple[str, str, str], marks: Iterable[str]) -> Features:
    """What is seen of a folded word: `beside` are the two before it and the one after."""
    earlier, before, after = beside
    pieces = set(_pieces(word))
    return {
        **dict.fromkeys(pieces, _share(pieces)),
        **dict.fromkeys((f"={word}", f"p:{before}", f"n:{after}", f"p:{earlier}_{before}"), _WHOLE),
        **dict.fromkeys((f"p:-{before[-3:]}", f"n:-{after[-3:]}"), _HEARD),
        **dict.fromkeys((f"#{name}" for name in marks), _MARKED),
    }


def _pieces(word: str) -> Iterator[str]:
    framed = f"<{word}>"
    for size in _PIECES:
        for start in range(len(framed) - size + 1):
            yield framed[start : start + size]


def _share(those: Collection[str]) -> float:
    return 1 / math.sqrt(len(those)) if those else 0.0


def likelihoods(kind: str, seen: Features) -> Mapping[str, float]:
    """How likely each label of a kind (`intent`, `fact`, `theme`) is; they add up to one."""
    labels, weights = _weights()[kind]
    together: dict[float, int] = defaultdict(int)
    for name, value in seen.items():
        if name in weights:
            together[value] += int(weights[name], 16)
    sums = [0.0] * len(labels)
    for value, weighed in together.items():
        for number, weight in enumerate(_unpacked(weighed, len(labels))):
            sums[number] += weight * value
    highest = max(sums)
    powers = [math.exp((one - highest) / SCALE) for one in sums]
    whole = sum(powers)
    return {label: one / whole for label, one in zip(labels, powers, strict=True)}


def packed(weights: Iterable[int]) -> int:
    """The weights of a feature for each label as one number, so that many are added at once."""
    return sum(weight << number * _LANE for number, weight in enumerate(weights))


def _unpacked(whole: int, count: int) -> Iterator[int]:
    """So many weights, or sums of them, out of their number; each may be below nothing."""
    half = 1 << _LANE - 1
    for _ in range(count):
        weight = ((whole + half) & 2 * half - 1) - half
        yield weight
        whole = whole - weight >> _LANE


@cache
def _weights() -> Mapping[str, tuple[list[str], dict[str, str]]]:
    """By kind its labels, and the packed weights of each feature in hexadecimal figures."""
    kinds = json.loads(files(__package__).joinpath("learnt.json").read_text(encoding="utf-8"))
    return {kind: (one["labels"], one["weights"]) for kind, one in kinds.items()}


def forget() -> None:
    """Let the weights be read anew: they have been made anew."""
    _weights.cache_clear()
