"""Makes `catalogue/search/learnt.json` from labelled sentences; run by `make learn`.

The sentences are those of `data/questions.jsonl`, whole questions with their filters; those of
`data/said.tsv`, of which only the wish is known: intent, fact (or a dash) and sentence; and what
people look for without a word beside it: the themes of `synonyms.txt` and real titles.

Which words of a sentence say what about is learnt after that, since it depends on what the sentence
wants: from the whole questions about events, by the topics of their labels, and from sentences that
want none, in which no word does.

The regression is fitted by steps that shrink with each feature's own history (Adagrad), in an order
drawn from a fixed seed, and its sums are exact: the same sentences, read by the same rules, make
the same file everywhere. `made_from` tells whether they still would, without learning.
"""

import hashlib
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from operator import add, mul
from pathlib import Path
from typing import Any

from catalogue.search import learnt
from catalogue.search.intents import heard, wanted
from catalogue.search.learnt import Features
from catalogue.search.normalise import words
from catalogue.search.questions import VILNIUS
from catalogue.search.reading import Reading, Vocabulary, read
from catalogue.search.stems import root
from catalogue.search.theme_words import OTHER, THEME, seen_words
from tests.benchmarks.questions import ALIKE, DATA, OF_EVENTS, names

SAID = DATA.with_name("said.tsv")
TITLES = Path("examples") / "events_real.jsonl"
MODEL = Path(learnt.__file__).with_name("learnt.json")
THEMES = MODEL.with_name("synonyms.txt")
MADE_FROM = DATA.with_name("learnt_from.txt")
AT = datetime(2026, 11, 22, 12, tzinfo=VILNIUS)
#: What may want no event in particular, and then has no topic.
TOPICLESS = frozenset(
    {
        *("help", "privacy", "preferences", "my_events", "waiting_list"),
        *("borrow", "language", "hours", "certificate", "unknown"),
    }
)
ROUNDS = 8
STEP = 0.5
#: A label that is so little too likely, or too unlikely, is let be.
CLOSE = 1e-3
#: So many rounds at the end are averaged, so that the last sentences drawn do not count for more.
SETTLED = 4
#: One sentence of so many is read anew to tell whether the rules are those of the weights.
TRIED = 100
#: A feature of fewer sentences says more of them than of the language.
LEAST_SEEN = 4
#: Weights nearer to nothing are left out; in the unit of `learnt.SCALE`.
LEAST_WEIGHT = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """`at` is when it was asked; `topic` are the words, wanted and excluded, that say what about,
    and None where nobody has told them.
    """

    said: str
    intent: str
    fact: str | None
    at: datetime
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """What was seen, and what it is."""

    kind: str
    seen: Features
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """An example with its features and its label as numbers."""

    seen: tuple[int, ...]
    values: tuple[float, ...]
    label: int


def sentences() -> Iterator[Sentence]:
    """Every labelled sentence, once."""
    for line in DATA.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        at = datetime.fromisoformat(row["at"])
        filters = row["filters"]
        yield Sentence(row["question"], row["intent"], filters.get("fact"), at, _topic(filters))
    for line in SAID.read_text(encoding="utf-8").splitlines():
        intent, fact, said = line.split("\t")
        yield Sentence(said, intent, None if fact == "-" else fact, AT)


def searches() -> Iterator[Sentence]:
    """Themes and titles, as one types them into a search."""
    for line in THEMES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for theme in filter(None, map(str.strip, line.partition("~")[0].split(";"))):
                yield Sentence(theme, "find_events", None, AT, theme)
    for line in TITLES.read_text(encoding="utf-8").splitlines():
        yield Sentence(json.loads(line)["title"], "find_events", None, AT)


def examples(given: Iterable[Sentence]) -> Iterator[Example]:
    """Small talk is told by rules alone."""
    known = names([])
    for one in given:
        reading = _read(one, known)
        if reading.talk:
            continue
        seen = learnt.of_sentence(reading.asked, heard(reading))
        yield Example("intent", seen, one.intent)
        if one.fact and one.intent == "event_facts":
            yield Example("fact", seen, one.fact)


def _topic(filters: Mapping[str, Any]) -> str | None:
    """The topic of a label; none is told where it has several to choose from."""
    said = (filters.get("topic", ""), filters.get("not", {}).get("topic", ""))
    return " ".join(said) if all(isinstance(one, str) for one in said) else None


def words_of_themes(given: Iterable[Sentence]) -> Iterator[Example]:
    """Every word that the filters leave, by whether it says what about; titles tell themselves."""
    known = names([])
    for one in given:
        topic = "" if one.intent in TOPICLESS else one.topic if one.intent in OF_EVENTS else None
        reading = _read(one, known)
        if topic is None or reading.talk:
            continue
        themes = {root(word)[:ALIKE] for word in words(topic)}
        for seen in seen_words(reading, wanted(reading).intent):
            is_theme = root(seen.word[0])[:ALIKE] in themes
            if not seen.sure:
                yield Example(THEME, seen.features, THEME if is_theme else OTHER)


def _read(one: Sentence, known: Vocabulary) -> Reading:
    return read(one.said, today=one.at.date(), known=known)


def fitted(given: Sequence[Example]) -> tuple[list[str], dict[str, list[float]]]:
    """The labels, and the weights of every feature for each of them."""
    counts = Counter(one.label for one in given)
    labels = sorted(counts)
    rare = [math.sqrt(len(given) / len(labels) / counts[one]) for one in labels]
    often = Counter(name for one in given for name in one.seen)
    names = sorted(name for name, times in often.items() if times >= LEAST_SEEN)
    number = {name: index for index, name in enumerate(names)}
    rows = [_row(one, number, labels) for one in given]
    weights, moved = ([[start] * len(names) for _ in labels] for start in (0.0, 0.01))
    settled = [[0.0] * len(names) for _ in labels]
    drawn = random.Random(2026)
    for turn in range(ROUNDS):
        drawn.shuffle(rows)
        for row in rows:
            for label, far in enumerate(_off(weights, row)):
                if abs(far) > CLOSE:
                    _step(weights[label], moved[label], row, far * rare[label])
        if turn >= ROUNDS - SETTLED:
            settled = [list(map(add, *pair)) for pair in zip(settled, weights, strict=True)]
    of_each = zip(*settled, strict=True)
    return labels, {
        name: [one / SETTLED for one in own] for name, own in zip(names, of_each, strict=True)
    }


def _row(one: Example, number: Mapping[str, int], labels: Sequence[str]) -> Row:
    seen = {number[name]: value for name, value in one.seen.items() if name in number}
    return Row(tuple(seen), tuple(seen.values()), labels.index(one.label))


def _off(weights: Sequence[Sequence[float]], row: Row) -> list[float]:
    """How much too likely each label is thought to be."""
    sums = [math.fsum(map(mul, map(own.__getitem__, row.seen), row.values)) for own in weights]
    highest = max(sums)
    powers = [math.exp(one - highest) for one in sums]
    whole = math.fsum(powers)
    return [one / whole - (label == row.label) for label, one in enumerate(powers)]


def _step(weights: list[float], moved: list[float], row: Row, far: float) -> None:
    for at, value in zip(row.seen, row.values, strict=True):
        slope = far * value
        moved[at] += slope * slope
        weights[at] -= STEP * slope / math.sqrt(moved[at])


def written(labels: Sequence[str], weights: dict[str, list[float]]) -> str:
    """As JSON, a feature a line."""
    rows = []
    for name in sorted(weights):
        rounded = [round(weight * learnt.SCALE) for weight in weights[name]]
        if whole := learnt.packed(one if abs(one) >= LEAST_WEIGHT else 0 for one in rounded):
            rows.append(f'{json.dumps(name)}:"{whole:x}"')
    return f'{{"labels":{json.dumps(labels)},"weights":{{\n' + ",\n".join(rows) + "\n}}"


def learn(given: Iterable[Example], known: dict[str, str]) -> dict[str, int]:
    """Fits each kind of examples and adds it to those `known`, as JSON, to be used from now on.

    Returns from how many examples each was made.
    """
    kinds: dict[str, list[Example]] = {}
    for one in given:
        kinds.setdefault(one.kind, []).append(one)
    known.update({kind: written(*fitted(some)) for kind, some in kinds.items()})
    parts = ",\n".join(f'"{kind}":{one}' for kind, one in known.items())
    MODEL.write_text(f"{{{parts}}}\n", encoding="utf-8")
    learnt.forget()
    return {kind: len(some) for kind, some in kinds.items()}


def main() -> None:
    """Prints from how many examples of each kind; until it is done, the themes of before stay."""
    known = {THEME: json.dumps(json.loads(MODEL.read_text(encoding="utf-8"))[THEME])}
    print(learn(examples(chain(sentences(), searches())), known))
    print(learn(words_of_themes(sentences()), known))
    MADE_FROM.write_text(f"{made_from()}\n", encoding="utf-8")


def made_from() -> str:
    """A digest of the weights, of the labels, and of how rules and filters see a few sentences."""
    digest = hashlib.sha256()
    for path in (MODEL, DATA, SAID, THEMES, TITLES):
        digest.update(path.read_bytes())
    few = list(chain(sentences(), searches()))[::TRIED]
    for one in chain(examples(few), words_of_themes(few)):
        digest.update(repr((one.kind, one.label, sorted(one.seen.items()))).encode())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
