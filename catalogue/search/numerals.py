"""Numbers written out, „dvidešimt penkių eurų“ and "sixteen hours", put into figures.

Only a count of money or of hours, and a bare limit: elsewhere a number may be part of a theme.
"""

import re

from catalogue.search.normalise import fold

_TEENS = {"vienuol": 11, "dvyl": 12, "tryl": 13, "keturiol": 14, "penkiol": 15, "sesiol": 16}
_TEENS |= {"septyniol": 17, "astuoniol": 18, "devyniol": 19}
_TENS = {"dvi": 20, "tris": 30, "keturias": 40, "penkias": 50, "sesias": 60}
_TENS |= {"septynias": 70, "astuonias": 80, "devynias": 90}
_UNITS = {"vien": 1, "dv": 2, "tr": 3, "keturi": 4, "penki": 5, "sesi": 6}
_UNITS |= {"septyni": 7, "astuoni": 8, "devyni": 9}
_ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

_CASE = r"(?:ies|a|as|os|oms|u|us|ius|i|is|iu|iems|ioms|ies|ios|ias|iose|iuose|iais|iomis)?"
_UNIT_CASES = {
    "dv": r"(?:i|iejus|ieju|iem|iems|u|iese)|du",
    "tr": r"(?:ys|is|iju|ims|imis|ijose)",
    "vien": r"(?:as|a|o|os|am|ai|u)",
}
_OTHER_UNITS = r"(?:s|os|u|ems|oms|as|ais|omis)?"
_WORDS: dict[str, int] = {f"{stem}ik{_CASE}": number for stem, number in _TEENS.items()}
_WORDS |= {f"{stem}desim(?:t{_CASE}|ciu)": number for stem, number in _TENS.items()}
_WORDS |= {r"nul(?:is|io|iui|i|iu)|zero": 0, "a dozen|dozen|tuzin(?:as|o|a)": 12}
_WORDS |= {f"desim(?:t{_CASE}|ciu)": 10, f"simt{_CASE}": 100, "(?:a |one )?hundred": 100}
_WORDS |= {
    f"{stem}(?:{_UNIT_CASES.get(stem, _OTHER_UNITS)})": number for stem, number in _UNITS.items()
}
_WORDS |= {word: number for number, word in enumerate(_ENGLISH.split(), 1)}
_WORDS |= {word: 10 * number for number, word in enumerate(_ENGLISH_TENS.split(), 2)}

_ONE = re.compile("|".join(f"({way})" for way in _WORDS))
_VALUES = tuple(_WORDS.values())
_NUMBER = rf"(?:{'|'.join(_WORDS)})"
_NUMBERS = rf"{_NUMBER}(?:(?:\s+|-){_NUMBER})?"
_MORE = r"(?:\s+(?:ar|ir|arba|or|and)\s+(?:daugiau|ilgiau|more))?"
_UNIT = r"(?:eur\w*|€|val\b|valand\w*|hours?\b|[ap]m\b)"
_COUNTED = rf"(?={_MORE}[\s-]+(?:(?:ak\w*|academic|pd)\.?\s+)?{_UNIT})"
_THAN = r"(?:(?:daugiau|brangiau)(?: (?:kaip|nei|negu))?|than)"
_LIMIT = rf"\b(?:iki|uz|under|below|up to|ma[xk]\w*|{_THAN}|budget of|at most)\s+"
_END = r"(?=\s*(?:$|[,.;!?)]|(?:ir|o|bet|per|uz|and|but|for|each)\b))"
_SPELLED = re.compile(rf"\b(?P<counted>{_NUMBERS}){_COUNTED}|{_LIMIT}(?P<limit>{_NUMBERS}){_END}")


_NOTE = re.compile(r"\b(?:a )?(?:(?P<five>fiver)|tenner|desimtk\w{1,3})\b", re.IGNORECASE)


def in_figures(text: str) -> str:
    """The text with counts of money and hours in figures; every other word as written."""
    text = _NOTE.sub(lambda note: "5 eur" if note["five"] else "10 eur", text)
    folded = fold(text)
    done, pieces = 0, []
    for found in _SPELLED.finditer(folded):
        name = "counted" if found["counted"] else "limit"
        pieces += [text[done : found.start(name)], str(_value(found[name]))]
        done = found.end(name)
    return "".join((*pieces, text[done:]))


def _value(spelled: str) -> int:
    """The sum of a number's words: twenty five."""
    return sum(map(_of_word, re.findall(r"[a-z]+", spelled.replace("one hundred", "hundred"))))


def _of_word(word: str) -> int:
    found = _ONE.fullmatch(word)
    return (
        next((value for said, value in zip(found.groups(), _VALUES, strict=True) if said), 0)
        if found
        else 0
    )
