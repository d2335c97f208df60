"""Files, in and out: what their buttons carry."""

import enum

from aiogram.filters.callback_data import CallbackData

from catalogue.programme.periods import Period
from handlers.callbacks.fields import Row


class IntakeStep(enum.StrEnum):
    """What is done with a file that was sent."""

    SUMMARY = "s"
    TAKE = "t"
    DRAFTS = "d"
    DROP = "x"
    UNDO = "u"
    REALLY_UNDO = "r"


class Intaken(CallbackData, prefix="im"):
    """A file that waits to be taken in, or was."""

    intake: Row
    step: IntakeStep


class Look(enum.StrEnum):
    """At one event of the file: only that, or leave it out, or take it after all."""

    LOOK = "l"
    LEAVE_OUT = "o"
    TAKE = "t"


class IntakeCard(CallbackData, prefix="ie"):
    """One event of the file, among the new or the changed; the first page is 0."""

    intake: Row
    changed: bool
    page: Row = 0
    deed: Look = Look.LOOK


class SampleHeadings(CallbackData, prefix="ih"):
    """A file with the headings alone."""


class Ending(enum.StrEnum):
    """What kind of file."""

    XLSX = "xlsx"
    CSV = "csv"
    ICS = "ics"
    JSONL = "jsonl"


class Exporting(CallbackData, prefix="ex"):
    """A part of the plan; with an `ending` it is made."""

    period: Period
    ending: Ending | None = None
