"""Forms of events: which words name one, and which are only another word for an event."""

import re
from collections.abc import Iterator
from functools import lru_cache

from catalogue.search.heads import is_head, modifies
from catalogue.search.normalise import fold
from catalogue.search.sentence import Sentence

FORMS: tuple[tuple[str, str], ...] = (
    (
        "ilgalaikė programa",
        (
            r"ilgalaik\w+(?: (?:\w+ ){0,2}(?:program|kurs|mokym)\w*|(?=\s*(?:\x1f|[,.!?]|$)))"
            r"|ilg\w{1,4} program\w*|long(?:.term)? program\w*|long.term(?= \w+ program)"
        ),
    ),
    (
        "edukacinė išvyka",
        (
            r"(?:edukacin\w+ )?(?:isvyk|ekskursij)(?:a|os|u|oms|as|ai|ose|oje)"
            r"|edukacin\w+ kelion\w*|excursions?|study visits?"
            r"|(?:(?:field|study|educational) )?(?:trips?|visits?(?= to))"
        ),
    ),
    ("metodinis pasitarimas", r"metodin\w+ (?:pasitarim|susirinkim)\w*"),
    (
        "metodinė diena",
        r"metodin\w+ dien(?:a|os|u|oje|ose|as|oms)|method(?:s|ology|ological)? days?",
    ),
    ("apskritasis stalas", r"apskrit\w+ stal\w*(?: diskusij\w*)?|round tables?"),
    ("tiesioginė transliacija", r"(?:tiesiogin\w+ )?transliacij\w*|live ?streams?"),
    ("meistriškumo pamokos", r"meistriskumo (?:pamok|kurs)\w*|master ?class\w*"),
    ("konferencija", r"konferencij\w*|conferences?"),
    ("vebinaras", r"[vw]ebinar\w*"),
    ("paskaita", r"paskait(?:a|os|u|oms|as|ose|oje|ai|omis)|lectur(?:es?|s)"),
    ("dirbtuvės", r"(?:kurybin\w+ )?dirbtuv\w*|[wv]ork ?shop(?:s|as|ai|a|u|us|e|o|ui|uose|iukas)?"),
    ("konsultacija", r"konsultacij\w*|consultations?"),
    ("forumas", r"forum(?:as|o|e|a|ai|u|us|uose|s)?(?! t(?:eatr|heat))"),
    ("pleneras", r"plener\w*"),
    ("paroda", r"parod(?:a|os|u|oms|as|ose|oje|ai)|exhibitions?"),
    ("stažuotė", r"stazuot(?:e|es|ei|eje|iu|ems|ese)|internships?"),
    ("olimpiada", r"olimpiad(?!in)\w*|olympiads?"),
    ("konkursas", r"konkurs(?:as|o|a|ai|u|us|e|ui|uose|ams)|competitions?"),
    ("viktorina", r"protmus\w*"),
    (
        "diskusija",
        (
            r"(?:diskusij(?:a|oje|as|oms|omis|ose)"
            r"|(?:(?<!es )(?<!os )|(?<=tos )|(?<=mos ))diskusij(?:os|u|ai))"
            r"(?=\s*(?:\x1f|$|[,.!?;–-]|(?:apie|del|su|kur|kada|bus|butu|buna|yra|vyks|vyksta"
            r"|iesk\w+|nor\w+|reik\w*|gal|mokytoj\w*|pedagog\w*|skirt\w+"
            r"|(?!klas|pamok|mokykl|grup|darzel)\w{4,}(?:je|se|ne))\b))"
            r"|panel discussions?|(?<=\ba )discussion|(?:(?<=\bany )|(?<=\bthe ))discussions?"
        ),
    ),
    (
        "popietė",
        (
            r"metodin\w+ popiet\w*|popiet(?:es|ei|eje|iu|ems)"
            r"|popiete(?= (?:apie|skirta|su|mokytoj\w*)\b)"
        ),
    ),
)
"""Words that ask for one form, the longest first. Not here: a word that is a theme as often."""

_PATTERNS = tuple((name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in FORMS)
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _PATTERNS))
"""Most titles name none: they are told by one look."""

_OPEN = frozenset({"edukacinė išvyka", "paroda", "olimpiada", "konkursas", "pleneras", "stažuotė"})
"""Forms that an event's title says, whatever is written as its form."""

_ABOUT = re.compile(r"(?<![\w-])(?<!\x1f )(?:(?<!kalbu )apie|about|on)\s+(?:(?!the\b)\w+\s+)?$")
_LIST = re.compile(r"\s+(?:saras|kalendori|tvarkarast|grafik|anons|dat(?:a|os|u)\b)\w*")
"""„Olimpiadų sąrašas“ asks for olympiads."""

GENERIC = re.compile(
    r"\b(?:seminar(?:as|o|ai|u|us|ams|uose|e|ui|s|a|eli|elis)?"
    r"|kurs(?:as|o|ai|u|us|ams|uose|ui|e|a|elis|eliai)"
    r"|mokym(?:ai|us|ams|uose|ais)|(?<!nuotoliniu )(?<!misriu )mokymu"
    r"|rengin(?:i?(?:ai|u|us|ams|uose|ui|o|s|ais)|ys|i)"
    r"|uzsiemim\w+|trainings?|courses?|events?|classes|programos|programu|programa|programmes?|activit(?:y|ies))\b"
)
"""Words for events of any form: they never exclude."""

_DENIED = (("seminar", "seminaras"), ("kurs", "kursai"), ("course", "kursai"))


@lru_cache(maxsize=256)
def form_of(text: str) -> str:
    """The form that an event's own word for its form means; the word itself when none is known."""
    folded = fold(text)
    for name, pattern in _PATTERNS:
        if pattern.search(folded):
            return name
    return text


def forms_in_title(title: str) -> frozenset[str]:
    """The forms that a title alone decides: an olympiad is one whatever its form says."""
    return forms_named(title) & _OPEN


@lru_cache(maxsize=1024)
def forms_named(title: str) -> frozenset[str]:
    """Every form that a title names as the thing itself, and not as what something is for or of."""
    folded = fold(title)
    if not _ANY.search(folded):
        return frozenset()
    return frozenset(
        name
        for name, pattern in _PATTERNS
        if any(is_head(title, *found.span()) for found in pattern.finditer(folded))
    )


def take_form(sentence: Sentence) -> tuple[str | None, str | None]:
    """The form asked for, and the form excluded, taken out of the sentence."""
    said = dict(_forms_said(sentence))
    sentence.end_denial()
    in_order = sorted(said, key=lambda name: said[name].start())
    denied = {name for name in in_order if sentence.take_denied(*said[name].span())}
    wanted = next((name for name in said if name not in denied), None)
    return wanted, next((name for name in said if name in denied), None)


def _forms_said(sentence: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    """The first word for each form, taken out; a theme and what says whose it is stay."""
    for name, pattern in _PATTERNS if _ANY.search(sentence.folded) else ():
        found = pattern.search(sentence.folded)
        if not found or _ABOUT.search(sentence.folded, 0, found.start()):
            continue
        listed = _LIST.match(sentence.folded, found.end())
        if name in _OPEN and modifies(sentence.folded, found.end()) and not listed:
            continue
        sentence.blank(found.start(), (listed or found).end())
        yield name, found


def take_generic(sentence: Sentence, *, beside: str | None) -> tuple[bool, str | None]:
    """Whether a word for any event was said, and the form one of them excludes.

    Denied beside a form asked for, such a word is a form itself: conferences and no seminars.
    """
    found = sentence.take_all(GENERIC)
    excluded: str | None = None
    for one in found if beside else ():
        if sentence.take_denied(one.start(), one.end()):
            names = (name for start, name in _DENIED if one[0].startswith(start))
            excluded = excluded or next(names, None)
    return bool(found), excluded
