"""A sentence that is read piece by piece: what has been understood is taken out."""

import re
from collections.abc import Collection, Iterator

from catalogue.search.normalise import clean, fold
from catalogue.search.phrases import phrases
from catalogue.search.stems import stem

_TAKEN = "\x1f"
_WAYS = phrases("denials.txt")
_NOT = re.compile(
    rf"\b(?P<listing>{_WAYS['listing']})\b"
    rf"|\b(?:(?:tik|bet|but|jau|kad|o)\s+)*(?:{_WAYS['denial']})\b"
)
_TO_DENIED = re.compile(rf"\s*(?:\s(?:{_WAYS['between']}))*\s+")
_AFTER = rf"[\s,–-]+(?:(?:{_WAYS['before_after']})\s+)*(?:{_WAYS['after']})\b"
_NOT_AFTER = re.compile(_AFTER)
_NOT_AFTER_BOTH = re.compile(rf"(?:\s+(?:ir|ar|arba|bei|and|or|nor)\s+[\w\x1f]+)+{_AFTER}")
"""„Pirmadieniais ir antradieniais negaliu“: both are denied, the second by the word itself."""

_AND = re.compile(r"^\s*(?:ir|ar|arba|bei|,?\s*nei|or|and|,?\s*nor)\s+(?:(?:ne|i|in|on|be)\s+)*$")
_LISTED = re.compile(r"^\s*,\s*(?:(?:ir|ar|arba|or|and|be)\s+)?$")
_AND_EXCEPT = re.compile(
    r"\b(?:isskyrus|except(?: for)?|excluding|apart from)\s+(?:[\w\x1f]+\s+){1,2}"
    r"(?:ir|bei|and|or|nei)\s+$"
)
"""„Išskyrus Alytų ir vebinarus“: the second is of another kind, and read before the first."""

_ENGLISH_BE = re.compile(
    r"(?:\b(?:will|would|shall|should|can|could|may|might|must)\b.*|\bto\s+)\bbe\s+(?:[a-z]+\s+){0,5}$"
)
"""Will it be online: no denial, though the Lithuanian „be“ is one."""

_TITLE = re.compile(r"[„“\"](?P<words>\w[^„“”\"\x1f]*\s[^„“”\"\x1f]+)[“”\"]")
_WORD = re.compile(r"[^\W_]+")
_FARTHEST = 48
"""Characters before a thing within which it may be denied."""

_CORRECTION = re.compile(
    r"[,.;!?–-]\s*tiksliau\b|\b(?:i meant|or rather|make that|sorry,? i mean"
    r"|(?:as )?norejau (?:pa)?sakyti|turejau (?:omeny|galvoj)\w*)\b"
)
_DOES_NOT_MATTER = (
    r"(?:(?:man|mums|i|it|that|visai|tikrai|tai|really)\s+)?"
    r"(?:ne(?:svarbu|rupi|turi reiksm\w+)|vis ?tiek|vienodai"
    r"|(?:does ?n.?t|does not) matter|(?:is|are)(?: not|n.?t) important|don.?t (?:care|mind))\b"
)
_OR_NOT = re.compile(rf"\W*\b(?:ar|arba|or)\s+(?:ne|not)[ ,.;:–-]+{_DOES_NOT_MATTER}")
_NO_MATTER = re.compile(
    r"\b(?:nesvarbu|nerupi|no matter|(?:does ?n.?t|does not) matter|don.?t care)"
    r"\W+(?:ar|if|whether)\W+"
    r"(?:\w+\W+){0,2}$"
)
_OR_NOT_THERE = re.compile(r"\W*\b(?:ar|arba|or)\s+(?:ne|not)\b")

_ABBREVIATION = re.compile(r"[A-ZĄČĘĖĮŠŲŪŽ]{2,4}")


class Sentence:
    """The text as written beside its folded form, where what is understood becomes blank."""

    def __init__(self, text: str) -> None:
        self.original = clean(text)
        self.folded = fold(self.original)
        self._denied_until = -1
        self._denied_list = False
        self._kept: list[tuple[int, str]] = []

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, taken out of the sentence."""
        found = pattern.search(self.folded)
        if found:
            self.blank(found.start(), found.end())
        return found

    def take_all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Every match, each taken out."""
        found = list(pattern.finditer(self.folded))
        for one in found:
            self.blank(one.start(), one.end())
        return found

    def take_denied(self, at: int, end: int | None = None) -> bool:
        """Whether what stands from `at` to `end` is denied: by a word of denial that is taken out.

        It may stand before („ne Kaune“), after („pirmadieniai netinka“), or before what is joined
        to it („išskyrus Kauną, Uteną ir Vilnių“); „ne Kaune, Vilniuje“ denies one.
        """
        denial = self._denial(at)
        if denial and _ENGLISH_BE.search(self.folded, 0, at):
            return False
        after = _NOT_AFTER.match(self.folded, end) if end else None
        if denial:
            self.blank(denial.start(), at)
            self._denied_list = denial["listing"] is not None
        elif after:
            self.blank(after.start(), after.end())
            self._denied_list = False
        elif not (
            self._is_joined(at)
            or _AND_EXCEPT.search(self.folded, 0, at)
            or (end and _NOT_AFTER_BOTH.match(self.folded, end))
        ):
            return False
        self._denied_until = end or at
        return True

    def corrected_at(self) -> int:
        """Where begins what puts right what was said: after „tiksliau“, "I meant"; or -1."""
        return max((found.end() for found in _CORRECTION.finditer(self.folded)), default=-1)

    def take_indifferent(self, at: int, end: int) -> bool:
        """Whether it does not matter if what stands there holds: „Kaune ar ne, nesvarbu“."""
        after = _OR_NOT.match(self.folded, end)
        if after is None and _NO_MATTER.search(self.folded, 0, at):
            after = _OR_NOT_THERE.match(self.folded, end)
        if after:
            self.blank(end, after.end())
        return after is not None

    def end_denial(self) -> None:
        """Let no denial said before go on over what is read from here: it is of another kind."""
        self._denied_until = -1

    def _denial(self, at: int) -> re.Match[str] | None:
        """The word of denial that what stands at a place follows."""
        for found in _NOT.finditer(self.folded, max(0, at - _FARTHEST), at):
            between = _TO_DENIED.fullmatch(self.folded, found.end(), at)
            if between:
                return found
        return None

    def _is_joined(self, at: int) -> bool:
        """Whether what stands at a place is joined to what was denied last."""
        between = self.folded[self._denied_until : at] if 0 <= self._denied_until <= at else None
        if between is None:
            return False
        listed = self._denied_list and _LISTED.match(between)
        return bool(listed or _AND.match(between))

    def blank(self, first: int, last: int) -> None:
        """Take these characters out."""
        self.folded = self.folded[:first] + _TAKEN * (last - first) + self.folded[last:]

    def keep(self, phrases: Collection[tuple[str, ...]]) -> None:
        """Let nobody take these rows of stems, in any case form: they are left in the end.

        Of rows within each other the longest is kept.
        """
        found = list(_WORD.finditer(self.folded)) if phrases else []
        stems = [stem(one[0]) for one in found]
        longest = max(map(len, phrases), default=0)
        at = 0
        while at < len(stems):
            most = min(longest, len(stems) - at)
            long = next((n for n in range(most, 0, -1) if tuple(stems[at : at + n]) in phrases), 0)
            if long:
                first, last = found[at].start(), found[at + long - 1].end()
                self._kept.append((first, self.folded[first:last]))
                self.blank(first, last)
            at += long or 1

    def keep_titles(self) -> None:
        """Let nobody take what stands in quotation marks, two words or more of it."""
        for title in _TITLE.finditer(self.folded):
            self._kept.append((title.start("words"), title["words"]))
            self.blank(*title.span("words"))

    def is_kept(self, at: int) -> bool:
        """Whether what stands there is kept from being taken."""
        return any(first <= at < first + len(words) for first, words in self._kept)

    def left(self) -> Iterator[tuple[str, str]]:
        """The words nobody has taken, folded and as written."""
        for found in _WORD.finditer(self.remaining()):
            yield found[0], self.original[found.start() : found.end()]

    def is_abbreviation(self, written: str) -> bool:
        """Whether a word is one by its capitals: IT is no it, unless all is written so."""
        shouted = self.original.isupper() and " " in self.original
        return not shouted and _ABBREVIATION.fullmatch(written) is not None

    def remaining(self) -> str:
        """The folded text with what is taken blank, and what is kept in its place."""
        folded = self.folded
        for first, kept in self._kept:
            folded = folded[:first] + kept + folded[first + len(kept) :]
        return folded
