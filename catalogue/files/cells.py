"""One cell of a programme file → a value of the catalogue. Each raises WrongCell.

A cell is whatever a file can hold: text, a number, a boolean, a date, a list, nothing.
"""

import math
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from catalogue.centres.names import plain_words
from catalogue.programme.refused import Reason, WrongCell
from catalogue.programme.tables import Mode, Status

T = TypeVar("T")

_EMPTY = {"", "-", "–", "—", "?", "n/a", "null", "none"}
_KEPT_FORMAT = {"\u200c", "\u200d"}  # they join letters and emoji


def text(cell: object, *, longest: int, lines: bool = False) -> str:
    """One line (or several) without control characters; a formula stays the text that it is."""
    if cell is None:
        return ""
    if isinstance(cell, bool | list | dict | tuple):
        raise WrongCell(Reason.NOT_A_TEXT)
    if isinstance(cell, float):
        cell = int(cell) if cell.is_integer() else cell
    elif isinstance(cell, date):
        cell = cell.isoformat()
    plain = str(cell)
    if len(plain) > 20 * longest:
        raise WrongCell(Reason.TOO_LONG, limit=longest)
    plain = _clean(plain, lines=lines)
    if len(plain) > longest:
        raise WrongCell(Reason.TOO_LONG, limit=longest)
    return "" if plain in {"-", "–", "—"} else plain


def texts(cell: object, *, longest: int, most: int) -> list[str]:
    """A list, or a text with `;` (or new lines) between; each once, in the order written."""
    if not isinstance(cell, list | tuple):
        whole = text(cell, longest=longest * most, lines=True)
        cell = re.split(r"[;\n]", whole)
    if len(cell) > 20 * most:
        raise WrongCell(Reason.TOO_MANY, limit=most)
    parts = dict.fromkeys(text(part, longest=longest).replace(";", ",") for part in cell)
    parts.pop("", None)
    if len(parts) > most:
        raise WrongCell(Reason.TOO_MANY, limit=most)
    return list(parts)


def is_empty(cell: object) -> bool:
    """Nothing, or a dash that stands for nothing (in a cell that is not free text)."""
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in _EMPTY)


def number(cell: object, *, lowest: int, highest: int) -> float | None:
    """„1,5“, „40 akad. val.“, 6.0; None where empty."""
    if is_empty(cell):
        return None
    value = _number(cell, units=r"(?:(?:akad|ak|academic|astr)\b\.?\s*)?(?:val|h|hours?)?[a-z]*\.?")
    return float(_within(value, cell, lowest, highest).quantize(Decimal("0.01")))


def whole(cell: object, *, lowest: int, highest: int) -> int | None:
    """„30 vietų“, 30.0; None where empty or without a limit („neribota“)."""
    if is_empty(cell) or (
        isinstance(cell, str) and plain_words(cell)[:7] in {"neribot", "unlimit"}
    ):
        return None
    value = _number(cell, units=r"(?:viet|zm|asm|dalyvi|seat|place|people)[a-z]*\.?")
    if value != value.to_integral_value():
        raise WrongCell(Reason.NOT_WHOLE, written=cell)
    return int(_within(value, cell, lowest, highest))


def money(cell: object, *, highest: int) -> Decimal | None:
    """„25,00 €“, „Eur 25“, „nemokama“ (0); None where empty: unknown is not free."""
    if is_empty(cell):
        return None
    if isinstance(cell, str) and re.fullmatch(r"(nemokam|free)[a-z ]{0,20}", plain_words(cell)):
        return Decimal("0.00")
    value = _number(cell, units=r"(?:€|eur[a-z]*\.?)")
    if isinstance(cell, str) and value != value.quantize(Decimal("0.01")):
        raise WrongCell(Reason.NOT_A_NUMBER, written=cell)  # „1,234“: thousands or cents?
    return _within(value, cell, 0, highest).quantize(Decimal("0.01"))


def yes_or_no(cell: object) -> bool | None:
    """taip, ne, yes, no, true, false, 1, 0, + ; None where empty."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float) and cell in {0, 1}:
        return bool(cell)
    if isinstance(cell, str) and cell.strip() in {"+", "✓", "✔"}:
        return True
    if is_empty(cell):
        return None
    word = plain_words(str(cell)[:100])
    if word in {"taip", "t", "yes", "y", "true", "1", "yra", "x"}:
        return True
    if word in {"ne", "n", "no", "false", "0", "nera"}:
        return False
    raise WrongCell(Reason.NOT_YES_OR_NO, written=cell)


_MODES = {
    Mode.ONSITE: ("onsite", "on site", "kontaktin", "gyvai", "gyvas", "in person", "vietoje"),
    Mode.ONLINE: ("online", "nuotol", "virtual", "internet", "remote"),
    Mode.HYBRID: ("hybrid", "hibrid", "misr", "mixed", "kontaktinis ir nuotol",
                  "kontaktiniu ir nuotol", "nuotolinis ir kontakt", "nuotoliniu ir kontakt"),
}  # fmt: skip
_STATUSES = {
    Status.DRAFT: ("draft", "juodrast", "ruosiam", "planuojam"),
    Status.PUBLISHED: ("published", "paskelbt", "skelbiam", "aktyv", "active"),
    Status.CANCELLED: ("cancelled", "canceled", "atsaukt", "neivyks", "nevyks"),
}
_LANGUAGES = {
    "lt": ("lt", "lietuvi", "lithuanian"),
    "en": ("en", "anglu", "english"),
    "ru": ("ru", "rusu", "russian"),
    "pl": ("pl", "lenku", "polish"),
    "de": ("de", "vokiec", "german"),
    "fr": ("fr", "prancuz", "french"),
}


def mode(cell: object) -> Mode | None:
    return _one_of(cell, _MODES, allowed="kontaktinis, nuotolinis, mišrus")


def status(cell: object) -> Status | None:
    return _one_of(cell, _STATUSES, allowed="juodraštis, paskelbtas, atšauktas")


def language(cell: object) -> str:
    """A two-letter code where we know the language, otherwise what was written."""
    said = text(cell, longest=40)
    word = plain_words(said)
    for code, beginnings in _LANGUAGES.items():
        if word == code or any(len(b) > 2 and word.startswith(b) for b in beginnings):
            return code
    return "" if is_empty(said) else said


def link(cell: object) -> str:
    """An http(s) address; one without the scheme gets https."""
    if is_empty(cell):
        return ""
    address = text(cell, longest=500)
    if re.fullmatch(r"https?://[^\s/@:]+\.?[^\s]*", address, re.IGNORECASE):
        return address
    if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", address):
        return f"https://{address}"
    raise WrongCell(Reason.NOT_A_LINK, written=address)


def _one_of(cell: object, words: Mapping[T, tuple[str, ...]], *, allowed: str) -> T | None:
    if is_empty(cell):
        return None
    word = plain_words(str(cell)[:100])
    found = [
        (len(beginning), value)
        for value, beginnings in words.items()
        for beginning in beginnings
        if word.startswith(beginning)
    ]
    if not found:
        raise WrongCell(Reason.UNKNOWN_WORD, written=cell, allowed=allowed)
    return max(found, key=lambda pair: pair[0])[1]


def _clean(plain: str, *, lines: bool) -> str:
    if plain.isprintable():  # nothing to take out
        return " ".join(unicodedata.normalize("NFC", plain).split())
    kept = "".join(
        letter
        for letter in plain.replace("\r\n", "\n").replace("\r", "\n")
        if letter in "\n\t"
        or letter in _KEPT_FORMAT
        or unicodedata.category(letter) not in {"Cc", "Cf", "Cs"}
    )
    kept = unicodedata.normalize("NFC", kept)
    if not lines:
        return " ".join(kept.split())
    rows = [" ".join(row.split()) for row in kept.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()


def _number(cell: object, *, units: str) -> Decimal:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if isinstance(cell, float) and not math.isfinite(cell):
            raise WrongCell(Reason.NOT_A_NUMBER, written=cell)
        if abs(cell) > 10**15:
            raise WrongCell(Reason.NOT_A_NUMBER, written="…")
        return Decimal(str(cell))
    if not isinstance(cell, str) or len(cell) > 60:
        raise WrongCell(Reason.NOT_A_NUMBER, written=cell)
    plain = re.sub(r"[^\W\d_]+", lambda word: plain_words(word[0]), cell).strip()
    plain = re.sub(r"[−–]", "-", plain.removeprefix("'"))
    found = re.fullmatch(rf"(?:{units})?\s*([+-]?[\d., \u00a0\u202f]*\d)\s*(?:{units})?", plain)
    if found is None:
        raise WrongCell(Reason.NOT_A_NUMBER, written=cell)
    try:
        return Decimal(_with_point(re.sub(r"[ \u00a0\u202f]", "", found[1])))
    except InvalidOperation:
        raise WrongCell(Reason.NOT_A_NUMBER, written=cell) from None


def _with_point(digits: str) -> str:
    """1.234,50 and 1,234.50 and 1234,5: the last sign is the decimal one."""
    if "," in digits and "." in digits:
        decimal = max(",", ".", key=digits.rfind)
        return digits.replace("," if decimal == "." else ".", "").replace(decimal, ".")
    return digits.replace(",", ".")


def _within(value: Decimal, cell: object, lowest: int, highest: int) -> Decimal:
    if not lowest <= value <= highest:
        raise WrongCell(Reason.OUT_OF_RANGE, written=cell, lowest=lowest, highest=highest)
    return value
