"""What a line of a plan says after its day: the title, then price, hours, lecturer, place …"""

import re
from collections.abc import Sequence

from catalogue.search.audiences import groups_in
from catalogue.search.forms import FORMS
from catalogue.search.normalise import fold
from catalogue.search.places import take_city
from catalogue.search.sentence import Sentence

_QUOTED = re.compile(r"[„“\"](?P<title>[^“”\"]{1,300})[“”\"]")
_PRICE = re.compile(
    r"(?:kaina|dalyvio mokestis|mokestis)?:?\s*"
    r"(\d+(?:[.,]\d{1,2})?\s*(?:€|eur\w*\.?)|nemokam\w*)"
)
_HOURS = re.compile(r"(?:trukme:?\s*)?(\d+(?:[.,]\d)?)\s*(?:ak|akad)\w*\.?\s*(?:val\w*\.?|h)")
_SEATS = re.compile(r"(?:iki\s+)?(\d+)\s*(?:viet\w*|dalyvi\w*)|vietu\w*:?\s*(\d+)")
_LECTURER = re.compile(r"(?:lekt(?:or\w*|\.|\b)|dest(?:yt\w*|\.)|pranesej\w*|veda)\.?:?\s*")
_MODE = (
    ("hybrid", re.compile(r"misr\w*|hibridin\w*")),
    ("online", re.compile(r"nuotolin?\w*|zoom\w*|(?:ms )?teams|online|internetu")),
    ("onsite", re.compile(r"kontaktin\w*|gyvai|in person")),
)
_LINK = re.compile(r"https?://\S+|www\.\S+")
_PLACE = re.compile(
    r"\bg\.|\bpr\.|\bal\.|\bsal(?:e|eje)\b|\bkab\b|\baud\b|mokykl|gimnazij|progimnazij|bibliotek"
    r"|muziej|centr(?:as|e)\b|darzel|universitet|kolegij|\d+ kabinet"
)
_FOR_WHOM = re.compile(r"(?:skirta|kam|tiksline grupe|dalyviai):?\s+")
_CITY_ENDING = re.compile(r"\s*\bm\.?$")
#: A comma within a number or within quotation marks divides nothing.
_BETWEEN = re.compile(r"[\t;|]|\s[–—]\s|,(?!\d)(?![^„“\"]*[“”\"][^„]*$)")
_FORM_WORDS = ("seminaras", "mokymai", "kursai", "susitikimas", "diskusija", "projektas")

Cells = dict[str, str]


def cells_of(lines: Sequence[str]) -> tuple[Cells, list[str]]:
    """Cells by column, and the parts that nobody understands.

    The first part is the title, with what follows it until something else is said.
    """
    parts = [part for line in lines for part in _parts(line)]
    if not parts:
        return {}, []
    cells: Cells = {}
    form, title = _titled(parts[0])
    if form:
        cells["form"] = form
    titles: list[str] = [title]
    left: list[str] = []
    for part in parts[1:]:
        key, value = _said(part)
        if key and key not in cells:
            cells[key] = value
        elif len(cells) <= bool(form) and not left:
            titles.append(part)
        else:
            left.append(part)
    cells["title_lt"] = ", ".join(titles)
    return cells, left


def _parts(line: str) -> list[str]:
    """Between commas, semicolons and bars; never within quotation marks, brackets or a number."""
    return [part for one in _BETWEEN.split(line) if (part := one.strip(" .–—-"))]


def _titled(part: str) -> tuple[str, str]:
    """„Seminaras „Vertinimas““: the form stands before the quotation marks or a colon."""
    if quoted := _QUOTED.search(part):
        before = part[: quoted.start()].strip(" :")
        return _form(before), quoted["title"].strip() if not before or _form(before) else part
    before, colon, after = part.partition(":")
    if colon and after.strip() and _form(before):
        return _form(before), after.strip()
    return "", part


def _form(text: str) -> str:
    folded = fold(text).strip()
    for name, pattern in FORMS:
        if re.fullmatch(pattern, folded):
            return name
    return next((word for word in _FORM_WORDS if fold(word) == folded), "")


def _said(part: str) -> tuple[str, str]:
    """The column that the part is of, and its value; empty where it is none we know."""
    folded = fold(part).strip()
    for read in (_link, _price, _hours, _seats, _mode, _lecturer, _form_alone, _city, _place):
        key, value = read(part, folded)
        if key:
            return key, value
    return _audience(part, folded)


def _link(part: str, _folded: str) -> tuple[str, str]:
    found = _LINK.search(part)
    return ("join_url", found[0]) if found else ("", "")


def _price(_part: str, folded: str) -> tuple[str, str]:
    found = _PRICE.fullmatch(folded)
    return ("price_eur", found[1]) if found else ("", "")


def _hours(_part: str, folded: str) -> tuple[str, str]:
    found = _HOURS.fullmatch(folded)
    return ("hours", found[1]) if found else ("", "")


def _seats(_part: str, folded: str) -> tuple[str, str]:
    found = _SEATS.fullmatch(folded)
    return ("seats", found[1] or found[2]) if found else ("", "")


def _mode(_part: str, folded: str) -> tuple[str, str]:
    return next((("mode", mode) for mode, said in _MODE if said.match(folded)), ("", ""))


def _lecturer(part: str, folded: str) -> tuple[str, str]:
    found = _LECTURER.match(folded)
    return ("lecturer", part[found.end() :].strip()) if found else ("", "")


def _form_alone(part: str, _folded: str) -> tuple[str, str]:
    form = _form(part)
    return ("form", form) if form else ("", "")


def _city(part: str, _folded: str) -> tuple[str, str]:
    """A town alone, in any case form."""
    sentence = Sentence(_CITY_ENDING.sub("", part))
    city, _ = take_city(sentence)
    alone = city and not re.search(r"\w", sentence.folded.replace("\x1f", ""))
    return ("city", city or "") if alone else ("", "")


def _place(part: str, folded: str) -> tuple[str, str]:
    return ("place", part) if _PLACE.search(folded) else ("", "")


def _audience(part: str, folded: str) -> tuple[str, str]:
    """As it is written, so that nothing of it is lost."""
    said = _FOR_WHOM.match(folded)
    if said:
        return "audience", part[said.end() :]
    return ("audience", part) if groups_in(part) else ("", "")
