"""What a sentence wants: a list, a fact of an event, a deed, a thing about oneself."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from catalogue.search.field import is_of_the_field
from catalogue.search.learnt import Features, likelihoods, of_sentence
from catalogue.search.meanings import Mention, mentions
from catalogue.search.reading import Reading, is_theme, stop_words

Intent = Literal[
    "find_events",
    "event_facts",
    "register",
    "cancel",
    "my_events",
    "waiting_list",
    "certificate",
    "hours",
    "centre_info",
    "propose_programme",
    "borrow",
    "retraining",
    "award",
    "preferences",
    "privacy",
    "language",
    "help",
    "unknown",
]
INTENTS: tuple[str, ...] = get_args(Intent)

_ALONE = "@alone"
_INTENTS = "intents.txt"
_FACTS = "facts.txt"
_BARE = 4
"""The figure up to which a fact is only asked by the way: a when or where in another question."""

_SURE = 7
"""The figure from which a fact goes before those that are said earlier."""

_LIKELY, _VERY_LIKELY = 0.65, 0.8
"""From how likely on what was learnt counts more than the rules; more is needed to give up a
search, or a reading that leaves no word over, and to understand nothing.
"""

_DEEDS = frozenset({"register", "cancel", "my_events", "waiting_list"})
"""Intents that are told in the same words, one beside the other."""

_EVENTS = frozenset({"event"})
"""Families whose words are left to the readers of forms: „bendroji programa“ may be a theme."""

_SEARCH: Intent = "find_events"
_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(
    r"[.;!?]+\s+(?=\w)|,\s+(?=(?:o|gal|kas|ka|kur|kada|ar|kok\w+|what|is|are|any|can|do|so|iesk\w+)\b)"
)
_ASKS = re.compile(
    r"\?|\b(?:kada|kur|kur(?:is|i|ie|ioje?|iame?)|kiek|keli\w*|kas|kam|kok\w+|ar|kaip|reik(?:ia|es|e?tu)"
    r"|duo(?:k|t)\w*|(?:atsius|pasaky|parasy)k\w*|when|where|who|whom|whose|which|how|what|are|do|does"
    r"|did|will|can|send|give|is (?:it|this|that|there|the|a|an|my|your|registration))\b"
)
_OF_THE_CENTRE = re.compile(
    r"(?:o )?(?:kas|koks|kokia)"
    r"(?: (?:yra|buvo|buves|buvusi\w*|dabar|tai|tas|toks|ta|tokia|cia|per|istaiga|daiktas))+"
    r"|(?:(?:papasakok|paaiskink|pasakyk)\w*|ka (?:zinai|zinot|zinote)|noriu (?:su)?zinoti"
    r"|info|informacij\w+)?(?: ?(?:man|mums|daugiau|placiau))* ?apie"
    r"|(?:ka|kuo) (?:reiskia|daro|veikia|uzsiima)"
    r"|(?:and )?(?:what|who)(?: (?:s|is|are|was|were|exactly|the))+"
    r"|what (?:does|do)(?: the)? (?:do|mean|stand for)"
    r"|(?:(?:please|can you|tell|me|us|more|something|info|information) )*about(?: the)?"
    r"|(?:o )?(?:kur|where)(?: (?:yra|randasi|isikur\w+|s|is|are|the|located))+"
    r"|(?:(?:koks|kokie|kokia|yra|what|s|is|are|the) )*"
    r"(?:adres|telefon|kontakt|address|phone|contact)\w*(?: (?:numer\w+|number|of|for|the))*"
)
"""What is said beside a centre's name when the centre itself is asked about, and not its events."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Families and marks that must all be there, and those that must not, for a group to fit.

    `alone` where no word of a theme may stand beside them.
    """

    group: str
    needed: frozenset[str]
    barred: frozenset[str]
    alone: bool
    figure: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted, the fact asked for, and the words that say so and are no theme.

    `mentions` are the words of every family, of whatever is wanted; `told` those that could tell
    any deed or fact.
    """

    intent: Intent
    fact: str | None = None
    spoken: tuple[Mention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    told: tuple[Mention, ...] = ()


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of a packaged file, in its order."""
    found: list[Rule] = []
    group = ""
    for line in files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            said, _, figure = line.partition(" = ")
            needed = frozenset(one for one in said.split() if not one.startswith("-"))
            barred = frozenset(one[1:] for one in said.split() if one.startswith("-"))
            alone = _ALONE in needed
            found.append(Rule(group, needed - {_ALONE}, barred, alone, int(figure)))
    return tuple(found)


@cache
def _by_need(name: str) -> dict[str, list[tuple[int, Rule]]]:
    """The rules of a file with their ranks, the highest figure first; by the rarest of their needs,
    so that few are looked at in a sentence.
    """
    ranked = sorted(rules(name), key=lambda rule: -rule.figure)
    needs = Counter(need for rule in ranked for need in rule.needed)
    found: dict[str, list[tuple[int, Rule]]] = defaultdict(list)
    for rank, rule in enumerate(ranked):
        found[min(rule.needed, key=lambda need: (needs[need], need))].append((rank, rule))
    return found


@cache
def _families(name: str, group: str) -> frozenset[str]:
    """The families that the rules of a group need."""
    return frozenset[str]().union(*(one.needed for one in rules(name) if one.group == group))


def _of_groups(name: str, groups: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(_families(name, group) for group in groups))


@cache
def _told() -> frozenset[str]:
    """The families of every deed and fact."""
    facts = _of_groups(_FACTS, {rule.group for rule in rules(_FACTS)})
    return (facts | _of_groups(_INTENTS, _DEEDS)) - _EVENTS


class _Heard:
    """The families said from a character on, and the marks of what is known of the sentence."""

    def __init__(self, reading: Reading, since: int = 0) -> None:
        self.mentions = tuple(one for one in mentions(reading.asked) if one.start >= since)
        self._left = " " * since + reading.sentence.folded[since:]
        filters = reading.filters
        named = filters.said()
        marks = {
            "@event": reading.names_events or filters.form is not None,
            "@centre": filters.organiser is not None,
            "@priced": filters.free is not None or filters.max_price is not None,
            "@filters": any(name != "language" for name in named),
            "@audience": filters.audience is not None,
            "@length": filters.min_hours is not None,
            "@city": filters.city is not None,
            "@days": filters.first is not None or filters.last is not None,
            "@day": bool(filters.first or filters.weekday or filters.part_of_day),
            "@theme": any(map(is_theme, self._beside_families())),
            "@field": any(
                is_theme(one) and is_of_the_field(one) for one in self._beside_families()
            ),
            "@asked": _ASKS.search(reading.asked) is not None,
        }
        said = {one.family for one in self.mentions}
        self._said = said | {mark for mark, holds in marks.items() if holds}

    @property
    def names(self) -> frozenset[str]:
        """Of every family and mark."""
        return frozenset(self._said)

    def holds(self, mark: str) -> bool:
        """Whether a mark holds, or a family is said."""
        return mark in self._said

    def fitting(self, name: str) -> list[Rule]:
        """The rules of a file that fit, the highest figure first."""
        near = (ranked for need in self._said for ranked in _by_need(name).get(need, ()))
        return [rule for _, rule in sorted(one for one in near if self._fits(one[1], name))]

    def _fits(self, rule: Rule, name: str) -> bool:
        if not rule.needed <= self._said or rule.barred & self._said:
            return False
        return not rule.alone or self.is_alone(self.of(_families(name, rule.group)))

    def is_alone(self, spoken: tuple[Mention, ...]) -> bool:
        """Whether no word of a theme is left beside what is spoken."""
        return all(
            found[0] in stop_words()
            or found[0].isdigit()
            or any(one.start <= found.start() < one.end for one in spoken)
            for found in _WORD.finditer(self._left)
        )

    def _beside_families(self) -> Iterator[str]:
        """The words left that are in no family."""
        for found in _WORD.finditer(self._left):
            if not any(one.start <= found.start() < one.end for one in self.mentions):
                yield found[0]

    def said_at(self, rule: Rule) -> int:
        """Where the last of a rule's families is first said: its own word, not a small one."""
        return max(
            min(one.start for one in self.mentions if one.family == family)
            for family in rule.needed & {one.family for one in self.mentions}
        )

    def of(self, families: Iterable[str]) -> tuple[Mention, ...]:
        """The mentions of these families."""
        return tuple(one for one in self.mentions if one.family in families)


def heard(reading: Reading) -> frozenset[str]:
    """The names of the families, marks and filters in a sentence."""
    return _names(_Heard(reading), reading)


def _names(said: _Heard, reading: Reading) -> frozenset[str]:
    return said.names.union(reading.filters.said())


def wanted(reading: Reading) -> Wanted:
    """What a sentence wants: as the rules tell, unless sentences like it mostly want otherwise."""
    heard = _Heard(reading)
    told = _told_by_rules(reading, heard)
    seen = of_sentence(reading.asked, _names(heard, reading))
    likely = likelihoods("intent", seen)
    learnt = cast("Intent", max(likely, key=likely.__getitem__))
    is_much = told.intent == _SEARCH or learnt == "unknown" or heard.is_alone(heard.of(_told()))
    if learnt == told.intent or likely[learnt] < (_VERY_LIKELY if is_much else _LIKELY):
        return told
    if (told.intent, learnt) == ("unknown", "event_facts") and heard.is_alone(()):
        return told  # „o apie ką?“: of small words alone no fact is guessed
    return _as_learnt(learnt, heard, seen)


def _as_learnt(intent: Intent, heard: _Heard, seen: Features) -> Wanted:
    if intent in {"find_events", "unknown"}:
        return Wanted(intent, mentions=heard.mentions)
    if intent != "event_facts":
        return _deed(intent, heard)
    fact, _ = _fact(heard)
    if fact is None:
        likely = likelihoods("fact", seen)
        fact = max(likely, key=likely.__getitem__)
    spoken = _spoken_of_facts(heard)
    return Wanted(intent, fact, spoken, heard.mentions, heard.of(_told()))


def _deed(intent: Intent, heard: _Heard) -> Wanted:
    groups = _DEEDS if intent in _DEEDS else {intent}
    spoken = heard.of(_of_groups(_INTENTS, groups) - _EVENTS)
    return Wanted(intent, None, spoken, heard.mentions, heard.of(_told()))


def _told_by_rules(reading: Reading, heard: _Heard) -> Wanted:
    """By the rule of the highest figure that fits."""
    rule = next(iter(heard.fitting(_INTENTS)), None)
    beside = reading.beside_centre()
    if beside and _OF_THE_CENTRE.fullmatch(beside) and (rule is None or rule.figure <= _BARE):
        return Wanted("centre_info")
    if rule is None or rule.group != _SEARCH:
        begins = _last_clause(reading.asked)
        last = next(iter(_Heard(reading, begins).fitting(_INTENTS)), None) if begins else None
        if last and last.group == _SEARCH and last.figure >= _BARE:
            return Wanted(_SEARCH, mentions=heard.mentions)
    fact, figure = _fact(heard)
    if fact and figure > (rule.figure if rule else 0) and _is_asked(heard, reading):
        spoken = _spoken_of_facts(heard)
        return Wanted("event_facts", fact, spoken, heard.mentions, heard.of(_told()))
    if rule:
        return _deed(cast("Intent", rule.group), heard)
    if reading.filters or reading.names_events or reading.topic():
        return Wanted("find_events", mentions=heard.mentions)
    return Wanted("unknown")


def _last_clause(asked: str) -> int:
    """Where a question begins that comes after a story: „negaliu rytoj, kas bus poryt?“."""
    return max((found.end() for found in _CLAUSE.finditer(asked)), default=0)


def _fact(heard: _Heard) -> tuple[str | None, int]:
    """The fact asked for and its figure: the first said of those in words of their own."""
    fitting = heard.fitting(_FACTS)
    if not fitting:
        return None, 0
    clear = next(
        found
        for least in (_SURE, _BARE + 1, 0)
        if (found := [rule for rule in fitting if rule.figure >= least])
    )
    first = min(clear, key=heard.said_at)
    return first.group, max(rule.figure for rule in fitting)


def _is_asked(heard: _Heard, reading: Reading) -> bool:
    """Whether a fact is asked for and not only named: „sąskaita“ is, „kaina ir vertė“ is not."""
    if heard.holds("@asked") or not reading.topic() or heard.is_alone(heard.of(_told())):
        return True
    return heard.is_alone(_spoken_of_facts(heard))


def _spoken_of_facts(heard: _Heard) -> tuple[Mention, ...]:
    """The words of every fact that is asked for, and of registering for it."""
    asked = _of_groups(_FACTS, {rule.group for rule in heard.fitting(_FACTS)})
    return heard.of(asked | _families(_INTENTS, "register"))
