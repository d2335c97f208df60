"""What a question is about, where its build tells: „robotikos kursai“, „seminaras apie etiką“."""

import re
from collections.abc import Callable, Iterable, Iterator

from catalogue.search.field import is_of_the_field
from catalogue.search.intents import Wanted
from catalogue.search.meanings import Mention
from catalogue.search.reading import Reading, is_theme, stop_words
from catalogue.search.stems import stem
from catalogue.search.synonyms import load_synonyms
from catalogue.search.verbs import is_finite

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

_ONESELF = re.compile(
    r"\b(?:i|im|ive|we|my|our|he|she|they|they.re|nobody|as|mes|mano|musu|esu|esam\w*|dirbu|gyvenu"
    r"|turiu|turim\w*|buvau|mokykla|vyras|zmona)\b|\w{2,}(?:avau|ejau|ojau|inau|usi|uosi)\b"
)
_WISH = re.compile(
    r"\b(?:no(?:r|re)\w+|iesk\w+|reik\w*|domin\w+|domet\w+|idom\w+|tobul\w+|mokytis|ismok\w*|pasimok\w*|kaip"
    r"|apie|gal|ar|kas|wants?|needs?|look\w*|interest\w*|like|love|learn|how|anything|something"
    r"|is there|can|could|do you)\b"
)
_LINK = re.compile(r"\b(?:i|prie|del|uz|apie|to|for|the|tas|tie|ta)\s+(?:\w+\s+){0,2}$")
_DENIED = re.compile(
    r"\b(?:ne|(?:tik|bet) be|(?<!rather )(?<!do )(?<!can )(?<!would )not|nothing|nieko|isskyrus"
    r"|except)\s+(?:(?:apie|about|on|for)\s+)?$"
)
_BEHIND = re.compile(
    r"\b(?:buvau|buvome?|\w{2,}(?:av|ej|oj|in|yj)(?:au|ome?)"
    r"|(?:i|we)(?:.ve| have)? (?:already )?(?:was|were|been|had|did|took|attended|went|finished))\b"
    r"(?<!norejau)(?<!galvojau)(?<!svarsciau)"
)
"""What I did: of an event that has been."""

_FOR_TEACHERS = re.compile(r"(?:mokytoj|pedagog)(?:ams|oms|ai|os|ui|u)|teachers?|educators?")
_QUOTED = re.compile(r"[„“\"][^„“”\"]+[“”\"]")
_INFINITIVE = re.compile(r"\w{3,}(?:tis?|[aeiy]t)")
"""What one would like to do; „patirtį“ is none, and has its letter where it is written well."""

Word = tuple[str, str]


def theme(reading: Reading, asked: Wanted) -> list[Word]:
    """The words that say what about, folded and as written, in their order.

    Wherever something stands by a word for an event, after an about or in quotation marks, it is
    about that. A search is about its clauses of the field, or without a verb, or those that do not
    only tell of oneself; a deed or a fact, about what could tell none beside it.
    """
    left = list(_left(reading))
    named = {
        *_before_events(reading.asked, left, asked.mentions),
        *_after_about(reading.asked, left, asked.mentions),
        *_quoted(reading.asked, left),
    }
    clauses = [_Clause(reading, place, left) for place in _clauses(reading.asked)]
    if asked.intent == "find_events":
        chosen = _of_a_search(clauses, named)
    elif named:
        chosen = named
    else:
        chosen = _beside_a_deed(reading, asked, clauses)
    found = [one for one in left if one in chosen]
    found = [one for one in found if not _FOR_TEACHERS.fullmatch(one[0])] or found
    return reading.unless_any_teacher(list(_as_written(reading, found)))


def take_denied_theme(reading: Reading) -> str | None:
    """What it should not be about, as it is written, taken out: „ne apie astronomiją“."""
    denied = _denied(reading, list(_left(reading)))
    for one in denied:
        reading.sentence.blank(*one.span())
    if not any(is_of_the_field(one[0]) for one in denied):
        return None
    return " ".join(written for _, written in _as_written(reading, denied))


def without_story(reading: Reading) -> str | None:
    """The sentence with the clauses blank in which somebody tells of an event that has been."""
    clauses = list(_clauses(reading.asked))
    told = [one for one in clauses if _BEHIND.search(reading.asked, one.start, one.stop)]
    if not told or len(told) == len(clauses):
        return None
    text = reading.sentence.original
    for one in told:
        text = f"{text[: one.start]}{' ' * len(one)}{text[one.stop :]}"
    return text


def _denied(reading: Reading, said: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words right after a denial, each next to the other."""
    denied: list[re.Match[str]] = []
    for one in said:
        goes_on = denied and not reading.asked[denied[-1].end() : one.start()].strip()
        if goes_on or _DENIED.search(reading.asked, 0, one.start()):
            denied.append(one)
    return denied


def _as_written(reading: Reading, found: Iterable[re.Match[str]]) -> Iterator[Word]:
    for one in found:
        yield one[0], reading.sentence.original[one.start() : one.end()]


class _Clause:
    """A clause with its words that are left."""

    def __init__(self, reading: Reading, place: range, left: list[re.Match[str]]) -> None:
        self.place = place
        self.left = {one for one in left if one.start() in place}
        self._reading = reading

    def is_of_the_field(self) -> bool:
        """Whether it has a word of education: then it is hardly a story of one's own."""
        return any(is_of_the_field(one[0]) for one in self.left)

    def names_a_theme(self) -> bool:
        """Whether it has a whole name of a theme: „bibliotekų veikla“, and not only a library."""
        said = sorted(self.left, key=re.Match.start)
        return next(load_synonyms().named([stem(one[0]) for one in said]), None) is not None

    def is_bare(self) -> bool:
        """Whether it has a theme and nothing of a sentence: „fizikos eksperimentai“."""
        sentence = self._reading.sentence.folded
        said = _WORD.finditer(self._reading.asked, self.place.start, self.place.stop)
        return any(not one[0].isdigit() for one in self.left) and all(
            (one in self.left or one[0] in _JOINING or sentence[one.start()] == _TAKEN)
            and (one[0] in _JOINING or one[0] not in stop_words())
            and not is_finite(one[0])
            for one in map(self._same, said)
        )

    def _same(self, word: re.Match[str]) -> re.Match[str]:
        return next((one for one in self.left if one.span() == word.span()), word)

    def is_of_oneself(self) -> bool:
        """Whether it tells of who asks, and wants nothing."""
        said = self._reading.asked[self.place.start : self.place.stop]
        told = _ONESELF.search(said) or any(is_finite(one[0]) for one in _WORD.finditer(said))
        return bool(told) and not self.is_wish()

    def is_wish(self) -> bool:
        """Whether something is wanted in it; it may have no theme and be all that is asked."""
        return _WISH.search(self._reading.asked, self.place.start, self.place.stop) is not None


def _of_a_search(clauses: list[_Clause], named: set[re.Match[str]]) -> set[re.Match[str]]:
    if named:
        return named.union(
            *(one.left for one in clauses if one.is_bare() and one.is_of_the_field())
        )
    tests: tuple[Callable[[_Clause], bool], ...] = (
        lambda one: one.is_bare() and one.is_of_the_field(),
        lambda one: one.is_of_the_field() and not one.is_of_oneself(),
        _Clause.names_a_theme,
        _Clause.is_bare,
        _Clause.is_wish,
        lambda one: not one.is_of_oneself(),
    )
    chosen = next((some for test in tests if (some := list(filter(test, clauses)))), clauses)
    return set[re.Match[str]]().union(*(one.left for one in chosen))


def _beside_a_deed(reading: Reading, asked: Wanted, clauses: list[_Clause]) -> set[re.Match[str]]:
    """Words in clauses of the field; without such, what is linked to the deed in its own clause."""
    told = [range(one.start, one.end) for one in asked.told]
    deeds = {one.start for one in asked.spoken}
    of_the_deed = [clause for clause in clauses if any(at in clause.place for at in deeds)]
    of_the_field = [clause for clause in clauses if clause.is_of_the_field()]
    return {
        one
        for clause in of_the_field or of_the_deed
        for one in clause.left
        if not _is_infinitive(one, reading)
        and not any(one.start() in each for each in told)
        and (of_the_field or _is_linked(one, reading))
    }


def _is_linked(word: re.Match[str], reading: Reading) -> bool:
    return _LINK.search(reading.asked, 0, word.start()) is not None


def _clauses(asked: str) -> Iterator[range]:
    """The places of the clauses, one after another."""
    begins = 0
    for end in _CLAUSE_END.finditer(asked):
        yield range(begins, end.start())
        begins = end.start()
    yield range(begins, len(asked))


def _left(reading: Reading) -> Iterator[re.Match[str]]:
    """The words that may be of a theme; also „needs“, where it is within the name of one."""
    said = list(_WORD.finditer(reading.sentence.remaining()))
    named = load_synonyms().mentions([stem(one[0]) for one in said])
    within = {at for name in named if len(name.phrase) > 1 for at in range(name.first, name.last)}
    for at, found in enumerate(said):
        if _is_left(reading, found) or (at in within and found[0] not in stop_words()):
            yield found


def _is_left(reading: Reading, word: re.Match[str]) -> bool:
    written = reading.sentence.original[word.start() : word.end()]
    if reading.sentence.is_kept(word.start()):
        return word[0] not in stop_words()
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
