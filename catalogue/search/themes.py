"""What a question is about, where its build tells: „robotikos kursai“, „seminaras apie etiką“."""

import re
from collections.abc import Iterable, Iterator

from catalogue.search.intents import Wanted
from catalogue.search.meanings import Mention
from catalogue.search.reading import Reading, is_theme

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s„“”\"'’:–-]*")
_CLAUSE = re.compile(r"[,.;!?(]|\s[–—-]\s")
_QUOTED = re.compile(r"[„“\"][^„“”\"]+[“”\"]")
_INFINITIVE = re.compile(r"\w{3,}tis?")
"""What one would like to do; „patirtį“ is none, and has its letter where it is written well."""

Word = tuple[str, str]


def theme(reading: Reading, asked: Wanted) -> list[Word]:
    """The words that say what about, folded and as written, in their order.

    Of a sentence that asks for a deed or a fact, only what stands by a word for an event or after
    an about, wherever there is such; else what could tell no deed and no fact. It would be about
    everything that is said beside.
    """
    left = list(_left(reading))
    if asked.intent != "find_events":
        left = _of_a_deed(reading, asked, left)
    pairs = [(one[0], reading.sentence.original[one.start() : one.end()]) for one in left]
    return reading.unless_any_teacher(pairs)


def _of_a_deed(reading: Reading, asked: Wanted, left: list[re.Match[str]]) -> list[re.Match[str]]:
    said = reading.asked
    named = {
        *_before_events(said, left, asked.mentions),
        *_after_about(said, left, asked.mentions),
        *_quoted(said, left),
    }
    if named:
        return [one for one in left if one in named]
    told = [range(one.start, one.end) for one in asked.told]
    return [
        one
        for one in left
        if not _is_infinitive(one, reading) and not any(one.start() in each for each in told)
    ]


def _left(reading: Reading) -> Iterator[re.Match[str]]:
    for found in _WORD.finditer(reading.sentence.remaining()):
        written = reading.sentence.original[found.start() : found.end()]
        if is_theme(found[0]) or reading.sentence.is_abbreviation(written):
            yield found


def _is_infinitive(word: re.Match[str], reading: Reading) -> bool:
    written = reading.sentence.original[word.start() : word.end()]
    return _INFINITIVE.fullmatch(word[0]) is not None and not written.endswith("į")


def _before_events(
    asked: str, left: list[re.Match[str]], mentions: Iterable[Mention]
) -> Iterator[re.Match[str]]:
    """The words right before a word for an event, each next to the other."""
    for event in mentions:
        until = event.start
        for one in reversed(left if event.family == "event" else []):
            if one.end() <= until and _JOINT.fullmatch(asked, one.end(), until):
                yield one
                until = one.start()


def _after_about(
    asked: str, left: list[re.Match[str]], mentions: Iterable[Mention]
) -> Iterator[re.Match[str]]:
    """The words after an about, up to the end of the clause."""
    for about in mentions:
        if about.family == "about":
            end = _CLAUSE.search(asked, about.end)
            until = end.start() if end else len(asked)
            yield from (one for one in left if about.end <= one.start() < until)


def _quoted(asked: str, left: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """A title in quotation marks."""
    for title in _QUOTED.finditer(asked):
        yield from (one for one in left if title.start() <= one.start() < title.end())
