"""Groups of people an event is for, and how people call them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from catalogue.search.beginnings import Beginnings
from catalogue.search.normalise import fold, words
from catalogue.search.sentence import Sentence

EVERYONE = "visų dalykų mokytojai"
"""The group that every teacher belongs to."""

PUPILS = "mokiniai"
"""Whom most events are about: said beside a theme, it need not be for whom they are."""


@dataclass(frozen=True)
class Group:
    """A group by its Lithuanian name, with how people say it, the longest way first.

    The words of `more` say more than the group, and stay to be looked for.
    """

    name: str
    ways: tuple[str, ...]
    more: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any way; made when it is first needed, as most are not where one question is asked."""
        return re.compile("|".join(map(_phrase, self.ways)))

    @cached_property
    def kept(self) -> re.Pattern[str] | None:
        """Those that say more."""
        return re.compile("|".join(map(_phrase, self.more))) if self.more else None


@cache
def groups() -> tuple[Group, ...]:
    """The packaged groups."""
    found: list[Group] = []
    text = files(__package__).joinpath("audiences.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, _, ways = line.partition("|")
        if name.startswith("#") or not ways:
            continue
        said = [one for way in ways.split(" ; ") for one in _spelled_out(way.strip())]
        more = tuple(way[1:] for way in said if way.startswith("+"))
        plain = (way.removeprefix("+") for way in said)
        found.append(Group(name.strip(), tuple(sorted(plain, key=len, reverse=True)), more))
    return tuple(found)


_SHORT = {
    "TEACH": "(mokau|mokome?|destau|destome?|dest|destanti|destantiems|mokantiems|vedu|vedame?"
    "|mano dalykas)( vaikus| mokinius| ir)?",
    "STAFF": "(teacher*|educator*|instructor*|trainer*|staff|people|folks?|colleagues?|team"
    "|department)",
    "WHO": r"(?=\s?(,|$)|\s(iesk|domisi|nor|pageid|lauk|klausi|praso|teirau|gal[ie]|megst|trokst))",
}
"""Words of the packaged file that stand for others."""

_I_AM = "(esu|"


def _spelled_out(way: str) -> Iterator[str]:
    """A way without what is short for others; of „esu chemikė“ also „chemikė esu“."""
    for short, ways in _SHORT.items():
        way = way.replace(short, ways)
    yield way
    if way.startswith(_I_AM):
        yield f"{way.partition(') ')[2]} (esu|esame?)"


@cache
def _beginnings() -> Beginnings:
    return Beginnings(group.ways for group in groups())


def _said(folded: str) -> Iterator[tuple[re.Match[str], Group]]:
    """Every way to name a group that a text has, by group."""
    for number in sorted(_beginnings().possible(folded)):
        group = groups()[number]
        for found in group.pattern.finditer(folded):
            yield found, group


_PEOPLE = (
    r"(?:a[isu]?|ams?|ais|e[is]?|ems|emis|iu|o|oms?|os|ui|u|us|uose|ese|ose|iais|iams?|ius|iai)"
)
"""The endings of words for people, men and women."""


def _phrase(pattern: str) -> str:
    """A readable pattern as a regular expression: `*` ends a word, a space is any gap."""
    ways = pattern.strip().replace("*", r"\w*").replace("~", _PEOPLE).replace(" ", r"[\s.–-]+")
    return rf"\b(?:{ways})\b"


def one_word_names() -> frozenset[str]:
    """The words that alone name a group, in the cases in which people write them."""
    text = files(__package__).joinpath("audiences.txt").read_text(encoding="utf-8")
    found: set[str] = set()
    for stem, endings in _ONE_WORD.findall(text):
        chosen = endings.strip("()").split("|") if endings != "~" else ("ams", "ems", "ai", "es")
        found.update(stem + ending for ending in chosen)
    return frozenset(found)


def said_beside(group: str, folded: str) -> frozenset[str]:
    """The words that say more than the group: the instrument of „akordeono mokytojams“."""
    kept = (one.kept for one in groups() if one.name == group and one.kept)
    return frozenset(found[0].split()[0] for way in kept for found in way.finditer(folded))


def words_before_teachers() -> frozenset[str]:
    """The words right before „mokytojai“ or „pedagogai“ that make a group of them."""
    text = files(__package__).joinpath("audiences.txt").read_text(encoding="utf-8")
    return frozenset(
        stem + ending
        for stem, endings in _BEFORE_TEACHERS.findall(text)
        for ending in endings.strip("()").split("|")
    )


_ONE_WORD = re.compile(r"[;|] (\w+)(\([a-z|]+\)|~)(?= ;|$)", re.MULTILINE)
_BEFORE_TEACHERS = re.compile(
    r"[;|] (\w+)(\([a-z|]+\))?(?:\( [\w ]+\)\?)? (?:\(mokykl\S+ \)\?)?\(?(?:mokytoj|pedagog)"
)
_AT_SCHOOL = re.compile(
    r"\b(?:\d+|mokykl(?:u|os)|gimnazij(?:u|os)|(?:vaiku )?darzel(?:iu|io)|schools?)\s+$"
)
_IN_SCHOOL = re.compile(
    r"[\s,]+(?:(?:pro)?(?:gimnazijoje?|mokykloje?|gimnazijose|mokyklose)|(?:darzel|lopsel)(?:yje|yj|y|iuose)"
    r"|(?:in|at|of) (?:an? |the |our )?(?:kindergarten|nursery|preschool|primary school|school)s?"
    r"|(?:\d{1,2}\s*[-–]\s*)?\d{1,2}(?:-?[a-z]{1,3})? klas\w+|(?:to|in) (?:years?|grades?) \d+)\b"
)
"""Where people of a group work says nothing more of them."""


@cache
def _folded_names() -> tuple[tuple[str, str], ...]:
    return tuple((fold(group.name), group.name) for group in groups())


@lru_cache(maxsize=16384)
def groups_in(text: str) -> frozenset[str]:
    """The groups named in an event's own words about whom it is for.

    Of names within each other the longest counts: heads of classes are no heads of schools.
    """
    folded = fold(text)
    spans = [(found.start(), found.end(), group.name) for found, group in _said(folded)]
    named = {
        name
        for first, last, name in spans
        if not any(a <= first and last <= b and b - a > last - first for a, b, _ in spans)
    }
    named.update(name for folded_name, name in _folded_names() if folded_name in folded)
    return frozenset(named)


def take_audience(sentence: Sentence) -> tuple[str | None, str | None]:
    """The group asked for, and the group excluded, taken out of the sentence."""
    wanted: str | None = None
    excluded: str | None = None
    found = [(match.start(), -match.end(), group) for match, group in _said(sentence.folded)]
    taken_until = -1
    sentence.end_denial()
    for start, end, group in sorted(found, key=lambda one: one[:2]):
        if start < taken_until:
            continue
        taken_until = -end
        if beside := _AT_SCHOOL.search(sentence.folded, 0, start):
            sentence.blank(beside.start(), start)
        if beside := _IN_SCHOOL.match(sentence.folded, -end):
            sentence.blank(-end, beside.end())
        joined = _joined_group(sentence.folded, start, -end)
        _blank_second_subject(sentence, start, -end)
        if not (group.kept and group.kept.search(sentence.folded, start, -end)):
            sentence.blank(start, -end)
        if sentence.take_denied(start, -end):
            excluded = excluded or group.name
        else:
            wanted = wanted or (joined and joined.name) or group.name
        if joined:
            sentence.blank(joined.start, start)
    return wanted, excluded


@dataclass(frozen=True, slots=True)
class _Joined:
    """A group whose „mokytojai“ is said only once, after another: „istorijos ir geografijos“."""

    name: str
    start: int


_SECOND_SUBJECT = re.compile(r",? (?:ir|bei) (\w{4,})\b(?! mokytoj)")
"""„Mokau chemijos ir biologijos“: of two subjects the first is the group."""

_SUBJECT_AND = re.compile(r"\b(\w{4,}(?: kalbos)?)\s+(?:ir|ar|bei|arba)\s+$")


def _blank_second_subject(sentence: Sentence, start: int, end: int) -> None:
    second = _SECOND_SUBJECT.match(sentence.folded, end)
    named = second and "mokytoj" not in sentence.folded[start:end]
    if second and named and groups_in(f"mokau {second[1]}"):
        sentence.blank(*second.span())


def _joined_group(folded: str, start: int, end: int) -> _Joined | None:
    beside = _SUBJECT_AND.search(folded, 0, start)
    if beside is None or "mokytoj" not in folded[start:end]:
        return None
    named = groups_in(f"{beside[1]} mokytojai") - {EVERYONE}
    return _Joined(min(named), beside.start()) if named else None


_SUPPORT = "švietimo pagalbos specialistai"
_KINDS_OF_SUPPORT = frozenset(
    {
        "logopedai",
        "specialieji pedagogai",
        "socialiniai pedagogai",
        "psichologai",
        "mokytojų padėjėjai",
    }
)
_KINDS = {
    _SUPPORT: _KINDS_OF_SUPPORT,
    "suaugusieji": frozenset({"senjorai"}),
    "gamtos mokslų mokytojai": frozenset(
        {"fizikos mokytojai", "chemijos mokytojai", "biologijos mokytojai"}
    ),
    "menų mokytojai": frozenset(
        {"muzikos mokytojai", "dailės mokytojai", "šokio mokytojai", "teatro mokytojai"}
    ),
    "užsienio kalbų mokytojai": frozenset(
        {
            "anglų kalbos mokytojai",
            "vokiečių kalbos mokytojai",
            "prancūzų kalbos mokytojai",
            "rusų kalbos mokytojai",
        }
    ),
}


def said_of(group: str, text: str) -> tuple[str, ...]:
    """The folded words by which a sentence names a group."""
    patterns = (one.pattern for one in groups() if one.name == group)
    found = (match[0] for pattern in patterns for match in pattern.finditer(fold(text)))
    return tuple(word for phrase in found for word in words(phrase))


def served_by(group: str) -> frozenset[str]:
    """The groups whose events are for this one too: its own, its kinds, what it is a kind of."""
    wider = {name for name, kinds in _KINDS.items() if group in kinds}
    return frozenset({group}) | _KINDS.get(group, frozenset()) | wider


def is_of_teachers(group: str) -> bool:
    """Whether an event for every teacher is for this group too."""
    return "mokytojai" in group or "pedagogai" in group or group == "klasių vadovai"
