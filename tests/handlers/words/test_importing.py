"""What an import says."""

import string
import subprocess
import sys

import pytest

from catalogue.programme.refused import Reason, Refused
from handlers.words.importing import _REASONS, reason, refused_row

VALUES: dict[str, str | int] = {
    "organiser": "Kauno centras",
    "written": "x", "lowest": 0, "highest": 9, "allowed": "a, b", "limit": 5, "days": 366,
    "code": "A", "row": 3, "ending": ".doc", "megabytes": 20,
}  # fmt: skip


@pytest.mark.parametrize("why", list(Reason))
@pytest.mark.parametrize("language", ["lt", "en"])
def test_every_reason_has_words(why: Reason, language: str) -> None:
    """No organiser ever reads a code instead of a reason."""
    assert reason(why, VALUES, language)
    assert "{" not in reason(why, VALUES, language)


@pytest.mark.parametrize("why", list(Reason))
def test_both_languages_say_the_same_facts(why: Reason) -> None:
    """The number or the word that was wrong is told in both."""
    told = [{name for _, name, _, _ in string.Formatter().parse(text)} for text in _REASONS[why]]
    assert told[0] == told[1]


def test_row() -> None:
    """Row, column and reason, as one reads them beside the spreadsheet."""
    row = Refused(12, "Pradžia", Reason.NO_TIME, {"written": "2026-12-05"}, "Spalis")
    assert refused_row(row, "lt") == (
        "Lapas „Spalis“, 12 eilutė, „Pradžia“: nenurodyta valanda („2026-12-05“); "
        "rašykite, pvz., 2026-12-05 10:00"
    )
    assert (
        refused_row(Refused(3, "", Reason.NOT_JSON), "en") == "Row 3: the line is not a JSON object"
    )


def test_words_need_no_telegram() -> None:
    """The command line starts fast: these words bring no bot library along."""
    code = "import sys, handlers.words.importing; sys.exit('aiogram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
