"""A file read apart, in a process of its own, into what is quick to hand over."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.files.reading import read
from catalogue.intake.plain import refusals, text_of
from catalogue.learning.roll_files import RollFile, read_roll
from catalogue.programme.refused import Reason, Unreadable, Value


@dataclass(frozen=True, slots=True)
class Read:
    """A reading whose drafts and refusals are written as `catalogue.intake.plain` has them."""

    drafts: list[str]
    refused: list[dict[str, Any]]
    ignored: list[str]


@dataclass(frozen=True, slots=True)
class Unread:
    """Why nothing of the file could be read."""

    reason: Reason
    values: dict[str, Value]


def read_apart(name: str, data: bytes, zone: ZoneInfo) -> Read | Unread | RollFile:
    """A programme, or what is none: a list of who came is known by its headings."""
    try:
        reading = read(name, data, zone=zone)
    except Unreadable as unreadable:
        if unreadable.reason is Reason.NO_HEADINGS and (roll := read_roll(name, data)) is not None:
            return roll
        return Unread(unreadable.reason, dict(unreadable.values))
    drafts = [text_of(draft) for draft in reading.drafts]
    return Read(drafts, refusals(reading.refused), list(reading.ignored))
