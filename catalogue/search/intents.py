"""What a sentence wants: a list, a fact of an event, a deed, a thing about oneself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from catalogue.search.hearing import Heard, families_of, rules
from catalogue.search.learnt import Features, likelihoods, of_sentence
from catalogue.search.meanings import Mention
from catalogue.search.reading import Reading

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
_CLAUSE = re.compile(
    r"[.;!?]+\s+(?=\w)|,\s+(?=(?:o|gal|kas|ka|kur|kada|ar|kok\w+|what|is|are|any|can|do|so|iesk\w+)\b)"
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


def _of_groups(name: str, groups: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*(families_of(name, group) for group in groups))


@cache
def _told() -> frozenset[str]:
    """The families of every deed and fact."""
    facts = _of_groups(_FACTS, {rule.group for rule in rules(_FACTS)})
    return (facts | _of_groups(_INTENTS, _DEEDS)) - _EVENTS


def heard(reading: Reading) -> frozenset[str]:
    """The names of the families, marks and filters in a sentence."""
    return _names(Heard(reading), reading)


def _names(said: Heard, reading: Reading) -> frozenset[str]:
    return said.names.union(reading.filters.said())


def wanted(reading: Reading) -> Wanted:
    """What a sentence wants: as the rules tell, unless sentences like it mostly want otherwise."""
    heard = Heard(reading)
    told = _told_by_rules(reading, heard)
    seen = of_sentence(reading.asked, _names(heard, reading))
    likely = likelihoods("intent", seen)
    learnt = cast("Intent", max(likely, key=likely.__getitem__))
    a_search = (told.intent, learnt) == ("event_facts", _SEARCH)
    is_much = a_search or told.intent == _SEARCH or learnt == "unknown"
    is_much = is_much or heard.is_alone(heard.of(_told()))
    if learnt == told.intent or likely[learnt] < (_VERY_LIKELY if is_much else _LIKELY):
        return told
    if (told.intent, learnt) == ("unknown", "event_facts") and heard.is_alone(()):
        return told  # „o apie ką?“: of small words alone no fact is guessed
    return _as_learnt(learnt, heard, seen)


def _as_learnt(intent: Intent, heard: Heard, seen: Features) -> Wanted:
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


def _deed(intent: Intent, heard: Heard) -> Wanted:
    groups = _DEEDS if intent in _DEEDS else {intent}
    spoken = heard.of(_of_groups(_INTENTS, groups) - _EVENTS)
    return Wanted(intent, None, spoken, heard.mentions, heard.of(_told()))


def _told_by_rules(reading: Reading, heard: Heard) -> Wanted:
    """By the rule of the highest figure that fits."""
    rule = next(iter(heard.fitting(_INTENTS)), None)
    beside = reading.beside_centre()
    if beside and _OF_THE_CENTRE.fullmatch(beside) and (rule is None or rule.figure <= _BARE):
        return Wanted("centre_info")
    if rule is None or rule.group != _SEARCH:
        begins = _last_clause(reading.asked)
        last = next(iter(Heard(reading, begins).fitting(_INTENTS)), None) if begins else None
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


def _fact(heard: Heard) -> tuple[str | None, int]:
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


def _is_asked(heard: Heard, reading: Reading) -> bool:
    """Whether a fact is asked for and not only named: „sąskaita“ is, „kaina ir vertė“ is not."""
    if heard.holds("@asked") or not reading.topic() or heard.is_alone(heard.of(_told())):
        return True
    return heard.is_alone(_spoken_of_facts(heard))


def _spoken_of_facts(heard: Heard) -> tuple[Mention, ...]:
    """The words of every fact that is asked for, and of registering for it."""
    asked = _of_groups(_FACTS, {rule.group for rule in heard.fitting(_FACTS)})
    return heard.of(asked | families_of(_INTENTS, "register"))
