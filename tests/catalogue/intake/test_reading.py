"""What travels between processes."""

import pickle

from catalogue.intake.plain import draft_of
from catalogue.intake.reading import Read, Unread, read_apart
from catalogue.learning.roll_files import RollFile
from catalogue.programme.refused import Reason
from tests.catalogue.files.made_up import VILNIUS, jsonl

Handed = Read | Unread | RollFile


def handed_over(found: Handed) -> Handed:
    there: Handed = pickle.loads(pickle.dumps(found))  # noqa: S301 -- packed here
    return there


def test_a_reading_is_quick_to_hand_over() -> None:
    """Texts and plain values, which another process can take."""
    data = jsonl({"title_lt": "A", "start": "2026-12-07 10:00", "kambarys": 5}, {"title_lt": "B"})
    found = handed_over(read_apart("a.jsonl", data, VILNIUS))
    assert isinstance(found, Read)
    assert [draft_of(one).title_lt for one in found.drafts] == ["A"]
    assert [one["row"] for one in found.refused] == [2]
    assert found.ignored == ["kambarys"]


def test_why_nothing_could_be_read_is_handed_over_too() -> None:
    """With its facts."""
    found = handed_over(read_apart("a.docx", b"x", VILNIUS))
    assert found == Unread(Reason.UNKNOWN_ENDING, {"ending": ".docx"})
