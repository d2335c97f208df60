"""What a question is about, where its build tells: „robotikos kursai“, „seminaras apie etiką“."""

import re
from collections.abc import Iterable, Iterator

from catalogue.search.intents import Wanted
from catalogue.search.meanings import Mention
from catalogue.search.reading import Reading, is_theme

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s„“”\"'’:–-]*")
_CLAUSE = re.compile(r"[,.;!?(]|\s[–—-]\s")
_CLAUSE_END = re.compile(
    r"[,.;:!?()]|\s[–—-]\s"
    r"|\b(?:kad|nes|kadangi|bet|kur(?:is|i|io|ios|iuos|iuose|iame|ioje)?|jei|jeigu|todel|tai|tad|o"
    r"|that|because|but|so|which|if|since|as|and (?=i |we |my |our |the kids))\b"
)
_TAKEN = "\x1f"
_JOINING_TEXT = "ir ar arba bei su be i is per prie po tarp of the a an and or in for with to at"
_JOINING = frozenset(_JOINING_TEXT.split())
"""Words within a clause that has no verb."""

_VERB = re.compile(
    r"\w{2,}(?:iau|siu|sime?|ame|ate|ite|ote|usi|ausi|damas|dama|uoja|auja|ejau|avau|ojau|inau)"
)
_ONESELF = re.compile(
    r"\b(?:i|im|ive|we|my|our|he|she|they|they.re|nobody|as|mes|mano|musu|esu|esam\w*|dirbu|gyvenu"
    r"|turiu|turim\w*|buvau|mokykla|vyras|zmona)\b|\w{2,}(?:avau|ejau|ojau|inau|usi|uosi)\b"
)
_WISH = re.compile(
    r"\b(?:no(?:r|re)\w+|iesk\w+|reik\w*|domin\w+|domet\w+|tobul\w+|mokytis|ismok\w*|pasimok\w*|kaip"
    r"|apie|gal|ar|kas|want|need|look\w*|interest\w*|like|love|learn|how|anything|something"
    r"|is there|can|could|do you)\b"
)
_QUOTED = re.compile(r"[„“\"][^„“”\"]+[“”\"]")
_INFINITIVE = re.compile(r"\w{3,}tis?")
"""What one would like to do; „patirtį“ is none, and has its letter where it is written well."""

Word = tuple[str, str]


def theme(reading: Reading, asked: Wanted) -> list[Word]:
    """The words that say what about, folded and as written, in their order.

    Wherever something stands by a word for an event, after an about or in quotation marks, it is
    about that. Of a search it is about clauses without a verb, too; else about what is left in
    clauses that do not only tell of oneself. Of a deed or a fact, about what could tell none.
    """
    left = list(_left(reading))
    named = {
        *_before_events(reading.asked, left, asked.mentions),
        *_after_about(reading.asked, left, asked.mentions),
        *_quoted(reading.asked, left),
    }
    if asked.intent == "find_events":
        left = _of_a_search(reading, left, named)
    elif named:
        left = [one for one in left if one in named]
    else:
        left = _beside_a_deed(reading, asked, left)
    pairs = [(one[0], reading.sentence.original[one.start() : one.end()]) for one in left]
    return reading.unless_any_teacher(pairs)


def _of_a_search(
    reading: Reading, left: list[re.Match[str]], named: set[re.Match[str]]
) -> list[re.Match[str]]:
    clauses = list(_clauses(reading.asked))
    bare = [clause for clause in clauses if _is_bare(reading, clause)]
    if named or bare:
        return [
            one for one in left if one in named or any(one.start() in clause for clause in bare)
        ] or left
    wishes = [clause for clause in clauses if not _is_of_oneself(reading.asked, clause)]
    told = [one for one in left if any(one.start() in clause for clause in wishes)]
    return told or left


def _beside_a_deed(
    reading: Reading, asked: Wanted, left: list[re.Match[str]]
) -> list[re.Match[str]]:
    told = [range(one.start, one.end) for one in asked.told]
    return [
        one
        for one in left
        if not _is_infinitive(one, reading) and not any(one.start() in each for each in told)
    ]


def _clauses(asked: str) -> Iterator[range]:
    """The places of the clauses, one after another."""
    begins = 0
    for end in _CLAUSE_END.finditer(asked):
        yield range(begins, end.start())
        begins = end.start()
    yield range(begins, len(asked))


def _is_bare(reading: Reading, clause: range) -> bool:
    """Whether a clause has a theme and nothing of a sentence: „fizikos eksperimentai“."""
    themes = 0
    for found in _WORD.finditer(reading.asked, clause.start, clause.stop):
        word = found[0]
        taken = reading.sentence.folded[found.start()] == _TAKEN
        if not (taken or word in _JOINING or _is_left(reading, found)) or _VERB.fullmatch(word):
            return False
        themes += not (taken or word in _JOINING or word.isdigit())
    return themes > 0


def _is_of_oneself(asked: str, clause: range) -> bool:
    """Whether a clause tells of who asks, and wants nothing."""
    said = asked[clause.start : clause.stop]
    return _ONESELF.search(said) is not None and _WISH.search(said) is None


def _left(reading: Reading) -> Iterator[re.Match[str]]:
    for found in _WORD.finditer(reading.sentence.remaining()):
        if _is_left(reading, found):
            yield found


def _is_left(reading: Reading, word: re.Match[str]) -> bool:
    written = reading.sentence.original[word.start() : word.end()]
    return is_theme(word[0]) or reading.sentence.is_abbreviation(written)


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
