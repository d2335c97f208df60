"""Calendar files as a source."""

import pytest

from catalogue.files.drafts import EventDraft, Reading
from catalogue.files.reading import read
from catalogue.programme.refused import Reason, Unreadable
from catalogue.programme.tables import Status
from tests.catalogue.files.made_up import VILNIUS, at

ENTRY = (
    "UID:a@b.lt", "SUMMARY:Muzika\\, menai", "DESCRIPTION:Viena\\nDvi",
    "DTSTART;TZID=Europe/Vilnius:20261207T100000", "DTEND:20261207T100000Z", "LOCATION:Salė",
    'ORGANIZER;CN="Muzikos centras":mailto:a@b.lt',
)  # fmt: skip


def ics(*lines: str, method: str = "PUBLISH") -> Reading:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", f"METHOD:{method}"]
    text = [*head, "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    return read("a.ics", "\r\n".join(text).encode(), zone=VILNIUS)


def one(*lines: str, method: str = "PUBLISH") -> EventDraft:
    reading = ics(*lines, method=method)
    assert not reading.refused
    return reading.drafts[0]


def test_entry() -> None:
    """An entry of any calendar is an event."""
    draft = one(*ENTRY)
    assert (draft.title_lt, draft.summary) == ("Muzika, menai", "Viena\nDvi")
    assert (draft.starts_at, draft.ends_at) == (at("2026-12-07T10:00"), at("2026-12-07T12:00"))
    assert (draft.organiser, draft.code_as_written) == ("Muzikos centras", "a@b.lt")
    assert draft.sessions[0].place == "Salė"


def test_link_in_the_place_is_a_link() -> None:
    """Many calendars keep the meeting's address where the place is."""
    draft = one("UID:1", "SUMMARY:A", "DTSTART:20261207T100000", "LOCATION:https://example.org/1")
    assert draft.sessions[0].join_url == "https://example.org/1"
    assert draft.starts_at == at("2026-12-07T10:00")


def test_duration() -> None:
    """An entry may say how long instead of until when."""
    assert one("SUMMARY:A", "DTSTART:20261207T100000", "DURATION:PT1H").ends_at == at(
        "2026-12-07T11:00"
    )


@pytest.mark.parametrize(
    ("line", "method", "status"),
    [
        ("STATUS:CANCELLED", "PUBLISH", Status.CANCELLED),
        ("STATUS:TENTATIVE", "PUBLISH", Status.DRAFT),
        ("STATUS:CONFIRMED", "PUBLISH", Status.PUBLISHED),
        ("STATUS:CONFIRMED", "CANCEL", Status.CANCELLED),
    ],
)
def test_status(line: str, method: str, status: Status) -> None:
    """What a calendar calls off is called off."""
    assert one(*ENTRY, line, method=method).status is status


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((*ENTRY, "RRULE:FREQ=WEEKLY"), Reason.REPEATING),
        (("SUMMARY:A", "DTSTART;VALUE=DATE:20261207"), Reason.NO_TIME),
        (("DTSTART:20261207T100000",), Reason.NO_TITLE),
        (("SUMMARY:A",), Reason.MISSING),
    ],
)
def test_refused(lines: tuple[str, ...], reason: Reason) -> None:
    """What we cannot hold is refused plainly and not half taken."""
    reading = ics(*lines)
    assert [(row.row, row.reason) for row in reading.refused] == [(1, reason)]


@pytest.mark.parametrize(
    "data", [b"hello", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n\xff\xfe", b"BEGIN:VCALENDAR"]
)
def test_not_a_calendar(data: bytes) -> None:
    """A broken file has one reason."""
    with pytest.raises(Unreadable) as unreadable:
        read("a.ics", data, zone=VILNIUS)
    assert unreadable.value.reason in {Reason.NOT_A_CALENDAR, Reason.NO_ROWS}
