"""Why a row or a file was not taken: facts, which `handlers/words/importing.py` words."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field


class Reason(enum.StrEnum):
    """What was wrong; the values that go with each stand beside it."""

    # a cell
    MISSING = "missing"
    NO_TITLE = "no_title"
    NOT_A_DATE = "not_a_date"  # written
    NO_TIME = "no_time"  # written
    NO_SUCH_TIME = "no_such_time"  # written
    NO_YEAR = "no_year"  # written
    YEAR_OUT_OF_RANGE = "year_out_of_range"  # written
    EITHER_DAY = "either_day"  # written
    OTHER_WEEKDAY = "other_weekday"  # written
    SAME_START = "same_start"
    NO_DAY = "no_day"  # written
    LEFT_OVER = "left_over"  # written
    NOT_A_NUMBER = "not_a_number"  # written
    NOT_WHOLE = "not_whole"  # written
    OUT_OF_RANGE = "out_of_range"  # written, lowest, highest
    NOT_YES_OR_NO = "not_yes_or_no"  # written
    UNKNOWN_WORD = "unknown_word"  # written, allowed
    NOT_A_LINK = "not_a_link"  # written
    NOT_A_TEXT = "not_a_text"
    TOO_LONG = "too_long"  # limit
    TOO_MANY = "too_many"  # limit
    END_BEFORE_START = "end_before_start"
    TOO_LONG_TO_BE_ONE = "too_long_to_be_one"  # days
    # a row
    TWICE = "twice"  # code, row
    ANOTHER_EVENT = "another_event"  # code, row
    DIFFERS = "differs"  # row
    MEETING_MARKED = "meeting_marked"
    NOT_JSON = "not_json"
    REPEATING = "repeating"
    NO_CENTRE = "no_centre"
    UNKNOWN_CENTRE = "unknown_centre"  # organiser
    OTHER_CENTRE = "other_centre"  # organiser
    # a file
    NO_FILE = "no_file"
    UNKNOWN_ENDING = "unknown_ending"  # ending
    EMPTY = "empty"
    TOO_LARGE = "too_large"  # megabytes
    TOO_LARGE_INSIDE = "too_large_inside"
    TOO_MANY_ROWS = "too_many_rows"  # limit
    NOT_A_WORKBOOK = "not_a_workbook"
    OLD_OR_PROTECTED = "old_or_protected"
    MACROS = "macros"
    UNKNOWN_LETTERS = "unknown_letters"
    NOT_A_CALENDAR = "not_a_calendar"
    NO_HEADINGS = "no_headings"
    NO_ROWS = "no_rows"


Value = str | int


@dataclass(frozen=True, slots=True)
class Refused:
    """`row` counts from 1 as a spreadsheet does; `column` is the heading as the file writes it."""

    row: int
    column: str
    reason: Reason
    values: Mapping[str, Value] = field(default_factory=dict)
    sheet: str = ""


class Unreadable(Exception):  # noqa: N818 -- it says what the file is
    """Nothing of the file could be read."""

    def __init__(self, reason: Reason, **values: Value) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values = values


class WrongCell(Exception):  # noqa: N818 -- it says what the cell is
    """The cell cannot be understood. The text it held is cut, so that a report stays readable."""

    def __init__(self, reason: Reason, **values: object) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values: dict[str, Value] = {
            name: value if isinstance(value, int) else _shown(value)
            for name, value in values.items()
        }


def _shown(value: object) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value)[:200]).split())
    return text if len(text) <= 60 else text[:59] + "…"
