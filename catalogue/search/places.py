"""Towns of Lithuania in every case, with and without diacritics."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from catalogue.search.normalise import fold
from catalogue.search.sentence import Sentence

_CASES: tuple[tuple[str, str], ...] = (
    ("iai", "iai iu iams ius iais iuose"),
    ("nys", "nys niu nims nis nimis nyse"),
    ("rys", "rys riu rims ris rimis ryse"),
    ("ai", "ai u ams us ais uose"),
    ("os", "os u oms as omis ose"),
    ("ius", "ius iaus iui iu iumi iuje"),
    ("us", "us aus ui u umi uje"),
    ("jis", "jis jo jui ji ju jyje juje"),
    ("is", "is io iui i iu yje"),
    ("ys", "ys io iui i iu yje"),
    ("as", "as o ui a u e"),
    ("a", "a os ai oje"),
    ("e", "e es ei eje"),
)
_PLURAL_IN_ES = frozenset({"grigiskes"})
_AMBIGUOUS = frozenset({"sakiu", "sakius", "nida", "venta", "ventos", "plunges"})
"""Forms that are more often another word (sakiu: I say)."""
_BESIDE_FROM = {"plunges": "Plungė", "sakiu": "Šakiai", "ventos": "Venta"}
"""The same, where „iš“ stands before: then it is the town."""

_ONLY = re.compile(r"[,–-]\s*(?:tik|only|just)\s+$")
"""Before what is said better after others: „Utena ar Anykščiai – ne, tik Utena“."""

_HOME = re.compile(r"\b(?:is|from|gyven(?:u|ame?)|dirb(?:u|ame?)|(?:live|work|based) in)\s*$")
"""Before the town where one is at home."""

_ADJECTIVES = {
    "sostineje": "Vilnius",
    "uostamiestyje": "Klaipėda",
    "uostamiesty": "Klaipėda",
    "sostinej": "Vilnius",
    "in the capital": "Vilnius",
    "laikinojoje sostineje": "Kaunas",
}


def case_forms(name: str) -> frozenset[str]:
    """The folded case forms of a town's nominative; of two words only the last is declined."""
    first, _, last = fold(name).rpartition(" ")
    if first:
        return _declined_pair(first, last)
    if last in _PLURAL_IN_ES:
        return frozenset(last[:-2] + end for end in ("es", "iu", "ems", "emis", "ese"))
    for ending, cases in _CASES:
        if last.endswith(ending):
            base = last[: -len(ending)]
            return frozenset(_shortened(base + case for case in cases.split())) - _AMBIGUOUS
    return frozenset({last})


def _shortened(forms: Iterable[str]) -> Iterator[str]:
    """The forms and the ways they are spoken: Vilniuje and Vilniuj."""
    for form in forms:
        yield form
        if form.endswith("yje"):
            yield form[:-2]
        if form.endswith(("je", "ose")):
            yield form[:-1]


def _declined_pair(first: str, last: str) -> frozenset[str]:
    """Kazlų Rūda keeps its first word; in Naujoji Akmenė both are declined."""
    if not first.endswith("oji"):
        return frozenset(f"{first} {form}" for form in case_forms(last))
    base = first[:-3]
    return frozenset(
        f"{base}{start} {form}"
        for start in ("oji", "osios", "ajai", "aja", "ojoje", "ojoj", "oje", "oj", "os")
        for form in case_forms(last)
    )


@cache
def towns() -> tuple[str, ...]:
    """The packaged towns, nominative: every municipality's centre and other towns with schools."""
    text = files(__package__).joinpath("towns.txt").read_text(encoding="utf-8")
    return tuple(filter(None, map(str.strip, text.splitlines())))


@lru_cache(maxsize=64)
def _forms(more: frozenset[str]) -> dict[str, str]:
    known = {form: name for name in (*sorted(more), *towns()) for form in case_forms(name)}
    return known | _ADJECTIVES


@lru_cache(maxsize=64)
def _pattern(more: frozenset[str]) -> re.Pattern[str]:
    ways = sorted(_forms(more), key=lambda form: (-len(form), form))
    near = r"(?:(?:netoli|salia|aplink|prie|near|around|close to)\s+)?"
    area = (
        r"(?:[\s.]+(?:r|raj|rajon\w*|m|miest\w*|sav|savivaldyb\w*|krast\w*|apskrit\w*|region\w*"
        r"|apylink\w*|district|city|region|area|municipality)(?!\w))*(?:-based)?"
    )
    after_from = rf"(?<=\bis )(?:{'|'.join(_BESIDE_FROM)})"
    return re.compile(rf"\b{near}({'|'.join(map(re.escape, ways))}|{after_from})\b{area}(?!\w)")


def towns_in_cases() -> frozenset[str]:
    """The folded forms of the packaged towns that are one word."""
    return frozenset(form for form in _forms(frozenset()) if " " not in form)


def is_town(form: str) -> bool:
    """Whether a folded word is a case form of a packaged town."""
    return form in _forms(frozenset())


def town_named(form: str) -> str | None:
    """The packaged town (nominative) of which a folded phrase is a case form."""
    return _forms(frozenset()).get(form)


def take_city(
    sentence: Sentence, more: Iterable[str] = (), *, online: bool = False
) -> tuple[str | None, str | None]:
    """The town asked for, and the town excluded (nominative), taken out of the sentence.

    Two towns offered as a choice are none, for one of them would exclude the other. Who seeks what
    is online says with „iš Utenos“ only where they are.
    """
    vocabulary = frozenset(filter(None, more)) - frozenset(towns())
    wanted: list[str] = []
    before: set[str] = set()
    excluded: str | None = None
    sentence.end_denial()
    corrected = sentence.corrected_at()
    for found in sentence.take_all(_pattern(vocabulary)):
        if online and _HOME.search(sentence.folded, 0, found.start()):
            continue
        if sentence.take_indifferent(*found.span()):
            continue
        name = _forms(vocabulary).get(found[1]) or _BESIDE_FROM[found[1]]
        if (wanted or excluded) and _ONLY.search(sentence.folded, 0, found.start()):
            return name, None if excluded == name else excluded
        if sentence.take_denied(found.start(), found.end()):
            excluded = excluded or name
        elif name not in wanted:
            if 0 <= corrected < found.start():
                before.update(wanted)
                wanted = []
            wanted.append(name)
    if excluded in before:
        excluded = None  # „Kaune, tiksliau ne Kaune, o Alytuje“: it is put right
    return (wanted[0] if len(wanted) == 1 else None), excluded
