"""What a sentence wants: a list, a fact of an event, a deed, a thing about oneself."""

import re
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from catalogue.search.normalise import fold, words
from catalogue.search.reading import stop_words

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

_SEARCHING = re.compile(
    r"\b(?:seminar|kurs(?:ai|u|us|as|uose|ams)?\b|mokym(?:ai|u|us|uose|ams)\b|rengini|rengin"
    r"|konferenc|paskait|vebinar|dirbtuv|parod|isvyk|olimpiad|konkurs|programos?\b"
    r"|training|course|workshop|event|webinar|conference|lecture|anything|something"
    r"|kas (?:vyks|bus|siandien|tink|naujo)|ko nors|ka (?:turit|siulot|nors)"
    r"|iesk|rask|rodyk|show|find|looking for|list|ar (?:yra|bus|turit)|tinka|domina"
    r"|noriu|noreciau|kur pasimok)"
)
_MINE = re.compile(
    r"\b(?:mano|man|savo|my|i)\b|\b(?:kur|where)\b.*\b(?:pazym|sertifik|certificate)"
    r"|\bpazym(?:a|os)\b|\bkada\b.*\bgausiu\b|\b(?:ne)?gavau\b"
)
_ASKS = re.compile(
    r"\?\s*$|\b(?:kada|kur|kiek|kas|koks|kokia|ar|kaip|reikia|reikes|when|where|who|how|what|is"
    r"|are|does)\b"
)
_OF_THE_CENTRE = re.compile(
    r"(?:o )?(?:kas|koks|kokia)(?: (?:yra|buvo|tai|tas|toks|ta|tokia|cia|per|istaiga))+"
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

_CONJUNCTION = re.compile(r"^(?:(?:o|na|nu|tai|bet|ir|tada|and|so|but|well|then)\b\W*)+(?=\w)")
"""What a question may begin with after another: „o kada?“"""

_BESIDE_A_FACT = re.compile(
    r"\b(?:(?:does|will|is|do) (?:it|this|that|they)|starts?|begins?|held|happen\w*|takes? place"
    r"|places|seats|spots|prasideda|prasides|many|left|send|atsiusk\w*|siuskit\w*|israsy\w*)\b"
)
"""Words of a question about a fact that are no theme."""

_OF_AN_EVENT = frozenset({"deadline", "coordinator", "price", "seats", "link"})
"""Facts that make a question of a sentence with the word register in it."""


@cache
def _patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The groups of a packaged file, each one pattern."""
    ways: dict[str, list[str]] = {}
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    group = ""
    for line in filter(None, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[]")
        elif not line.startswith("#"):
            ways.setdefault(group, []).append(line)
    return tuple(
        (name, re.compile(rf"(?:\b|^)(?:{'|'.join(some)})")) for name, some in ways.items()
    )


def _fact_of(folded: str) -> str | None:
    """The fact asked for; of when and where the one asked first."""
    found = [
        (name, match.start())
        for name, pattern in _patterns("facts.txt")
        if (match := pattern.search(folded))
    ]
    if not found:
        return None
    if found[0][0] in {"where", "when"}:
        return min(found, key=lambda pair: pair[1])[0]
    return found[0][0]


def intent_of(
    text: str, *, found_filters: bool, topic: bool, beside_centre: str | None = None
) -> tuple[Intent, str | None]:
    """The intent of a sentence, and the fact asked for when it is about one event.

    `beside_centre` are the folded words beside a centre's name, where nothing else is named.
    """
    folded = _CONJUNCTION.sub("", fold(text))
    fact = _fact_of(folded)
    for name, pattern in _patterns("intents.txt"):
        if pattern.search(folded):
            decided = _settled(cast("Intent", name), fact, folded, topic=topic)
            return decided, fact if decided == "event_facts" else None
    if beside_centre and _OF_THE_CENTRE.fullmatch(beside_centre):
        return "centre_info", None
    if fact and (_ASKS.search(folded) or not topic or _nothing_beside(folded)):
        return "event_facts", fact
    if found_filters or topic or _SEARCHING.search(folded):
        return "find_events", None
    return "unknown", None


def _settled(intent: Intent, fact: str | None, folded: str, *, topic: bool) -> Intent:
    """The intent when a fact is asked with it: a certificate may be of an event, or mine."""
    if intent == "certificate":
        of_event = fact in {"hours", "certificate"} and not _MINE.search(folded)
        return "event_facts" if of_event and _ASKS.search(folded) else intent
    if intent == "register" and fact in _OF_AN_EVENT:
        return "event_facts"
    if intent in {"register", "my_events"} and fact == "when" and topic:
        return "event_facts"
    if intent == "cancel" and fact == "deadline":
        return "event_facts"
    return intent


def _nothing_beside(folded: str) -> bool:
    """Whether a fact is named and nothing else: „sąskaita“, "invoice please"."""
    for pattern in spoken("event_facts", "any"):
        folded = pattern.sub(" ", folded)
    return all(word in stop_words() for word in words(folded))


def spoken(intent: Intent, fact: str | None) -> list[re.Pattern[str]]:
    """The patterns whose words say the intent and the fact, and not the theme."""
    chosen = {intent, "register", "certificate"} if intent == "event_facts" else {intent}
    ways = [pattern for name, pattern in _patterns("intents.txt") if name in chosen]
    if not fact:
        return ways
    return [*ways, *(pattern for _, pattern in _patterns("facts.txt")), _BESIDE_A_FACT]
