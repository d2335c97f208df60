"""Codes of events: what a deep link can carry, and how anything else becomes such a code."""

import hashlib
import re
import unicodedata
from datetime import UTC, datetime

from catalogue.centres.names import plain_words

LONGEST = 40
_VALID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_MARK = 8  # hex digits: two spellings that look alike stay two codes


def is_valid(code: str) -> bool:
    return _VALID.fullmatch(code) is not None


def code_of(written: str) -> str:
    """The code itself where a link can carry it, otherwise a slug that is always the same."""
    return written if is_valid(written) else _slug(written, mark=_digest(written))


def derived(*, organiser: str, title: str, starts_at: datetime) -> str:
    """For an event that has no code; another title or start is another event."""
    moment = starts_at.astimezone(UTC).isoformat()
    return _slug(
        plain_words(title),
        mark=_digest("\n".join((plain_words(organiser), plain_words(title), moment))),
    )


def slug(text: str, *, longest: int = LONGEST) -> str:
    """Latin letters, digits and hyphens; empty where the text has none of them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:longest].strip("-")


def _slug(text: str, *, mark: str) -> str:
    return "-".join(part for part in (slug(text, longest=LONGEST - _MARK - 1), mark) if part)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_MARK]
