"""People as staff paste them, a line each, taken apart: name, school, e-mail, telephone."""

import re
from dataclasses import dataclass

from catalogue.people.refusals import NotAName, NotATelephone
from catalogue.people.rules import clean_name
from catalogue.people.tables import Trait
from catalogue.people.traits import clean_telephone, clean_value

MOST_LINES = 50

_EMAIL = re.compile(r"(?<![^\s,;<>()\"])[^\s,;<>()\"]+@[^\s,;<>()\"@]+\.[^\s,;<>()\"@.]{2,}")
_TELEPHONE = re.compile(r"(?<![\w+])(?:\+|00)?\d[\d \u00a0().–-]{6,18}\d(?!\w)")
_BETWEEN = re.compile(r"[,;\t|]+")
_NUMBER = re.compile(r"^\s*(?:\d{1,3}[.)]|[-–•*])\s+")
_AROUND = " <>();:.–-"
#: „Tel.“, „el. paštas“: what stands before what is found anyway.
_LABELS = re.compile(
    r"\b(?:tel|telefonas|mob|el\.? ?paštas|el\.? ?p|e-?mail|phone)\b\.?:?\s*", re.IGNORECASE
)
#: What a school is called by: such a word begins no name of a person.
_SCHOOL = re.compile(
    r"\b(?:\w*gimnazij|\w*mokykl|lopšel|daržel|lic[eė]j|kolegij|universitet|centr|biblioteka)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pasted:
    """One line. Whatever was not found is empty; without a name there is nobody to add."""

    name: str
    school: str = ""
    email: str = ""
    telephone: str = ""


def people(text: str) -> list[Pasted]:
    """A person a line, the first fifty; empty lines are nobody."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [taken_apart(line) for line in lines[:MOST_LINES]]


def taken_apart(line: str) -> Pasted:
    """An e-mail and a telephone are known by their look wherever they stand; of what is left the
    first piece that can be a name is the name, and the rest is the school.
    """
    rest = _NUMBER.sub("", line)
    email, rest = _take(_EMAIL, rest)
    telephone, rest = _take_telephone(rest)
    pieces = [piece.strip(_AROUND) for piece in _BETWEEN.split(_LABELS.sub("", rest))]
    pieces = [piece for piece in pieces if any(map(str.isalnum, piece))]
    name = next((piece for piece in pieces if _is_name(piece)), "")
    school = ", ".join(piece for piece in pieces if piece != name)
    if not name and pieces:
        name, school = _name_before_school(pieces)
    return Pasted(
        name=clean_name(name) if name else "",
        school=clean_value(Trait.SCHOOL, school),
        email=email.lower(),
        telephone=telephone,
    )


def _name_before_school(pieces: list[str]) -> tuple[str, str]:
    """„Ona Petraitienė Akmenės gimnazija“: with nothing between, a name has two words.

    What is no more than „Kauno r. mokykla“ has nobody's name in it.
    """
    first, rest = pieces[0].split(), pieces[1:]
    name, school = " ".join(first[:2]), " ".join(first[2:])
    if school[:1].isupper() and name.istitle() and _can_be_name(name):
        return name, ", ".join([school, *rest])
    return "", ", ".join(pieces)


def _is_name(piece: str) -> bool:
    return not _SCHOOL.search(piece) and _can_be_name(piece)


def _can_be_name(piece: str) -> bool:
    try:
        clean_name(piece)
    except NotAName:
        return False
    return True


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    if found is None:
        return "", text
    return found[0].strip("."), f"{text[: found.start()]},{text[found.end() :]}"


def _take_telephone(text: str) -> tuple[str, str]:
    for found in _TELEPHONE.finditer(text):
        try:
            telephone = clean_telephone(found[0].replace("\u00a0", " "))
        except NotATelephone:
            continue
        return telephone, f"{text[: found.start()]},{text[found.end() :]}"
    return "", text
