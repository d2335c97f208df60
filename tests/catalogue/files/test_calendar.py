"""Calendar entries, read back with the library other programs use."""

from datetime import date, datetime
from typing import Any, Literal

import icalendar
import pytest

from catalogue.centres.tables import Centre
from catalogue.files.calendar import calendar
from catalogue.programme.tables import Event, Mode, Session, Status
from tests.catalogue.files.made_up import VILNIUS, at

NOW = at("2026-11-22T10:00")


def session(id_: int, start: str, end: str, **where: str) -> Session:
    known = {"city": "", "place": "", "join_url": "", **where}
    return Session(id=id_, starts_at=at(start), ends_at=at(end), **known)


def event(*sessions: Session, **fields: Any) -> Event:
    known: dict[str, Any] = {
        "title_lt": "Muzika ir ąžuolai", "title_en": "", "summary": "", "lecturer": "",
        "contact": "", "mode": None, "sequence": 3, "status": Status.PUBLISHED,
    }  # fmt: skip
    centre = Centre(name="Menų centras", name_en="", other_names=[], facts={})
    return Event(sessions=list(sessions), centre=centre, **(known | fields))


ONE = session(7, "2026-12-07T10:00", "2026-12-07T12:00", place="Salė", city="Kaunas")


def entries(
    of: Event, *, method: Literal["PUBLISH", "CANCEL"] = "PUBLISH", **how: Any
) -> list[Any]:
    content = calendar(of, method=method, now=NOW, zone=VILNIUS, **how)
    whole = icalendar.Calendar.from_ical(content)
    assert whole["METHOD"] == method
    assert [zone["TZID"] for zone in whole.walk("VTIMEZONE")] in (["Europe/Vilnius"], [])
    return list(whole.walk("VEVENT"))


def test_entry_of_a_meeting() -> None:
    """Time, place and a UID that stays."""
    (entry,) = entries(event(ONE))
    assert (entry["UID"], entry["SEQUENCE"], entry["STATUS"]) == (
        "session-7@kvieslys",
        3,
        "CONFIRMED",
    )
    assert (entry.start, entry.end) == (at("2026-12-07T10:00"), at("2026-12-07T12:00"))
    assert (entry["SUMMARY"], entry["LOCATION"]) == ("Muzika ir ąžuolai", "Salė, Kaunas")
    assert entry["DTSTAMP"].dt == NOW


def test_every_meeting_has_its_own_entry_and_place() -> None:
    """The second meeting never shows the first one's town."""
    second = session(8, "2026-12-14T10:00", "2026-12-14T12:00", city="Vilnius")
    found = entries(event(ONE, second))
    assert [(e["UID"], e["LOCATION"]) for e in found] == [
        ("session-7@kvieslys", "Salė, Kaunas"),
        ("session-8@kvieslys", "Vilnius"),
    ]
    assert [e["SUMMARY"] for e in found] == ["Muzika ir ąžuolai (1/2)", "Muzika ir ąžuolai (2/2)"]


def test_two_days_are_two_entries() -> None:
    """Two days from 9 to 16 are not drawn as 31 hours."""
    found = entries(event(session(7, "2026-12-07T09:00", "2026-12-08T16:00")))
    assert [e["UID"] for e in found] == ["session-7@kvieslys", "session-7-2@kvieslys"]
    assert [(e.start, e.end) for e in found] == [
        (at("2026-12-07T09:00"), at("2026-12-07T16:00")),
        (at("2026-12-08T09:00"), at("2026-12-08T16:00")),
    ]


def test_days_of_unknown_hours_are_whole() -> None:
    """From 14:00 of one day to 13:00 of the third no hours are made up."""
    found = entries(event(session(7, "2026-12-07T14:00", "2026-12-09T13:00")))
    assert [(e.start, e.end) for e in found] == [
        (date(2026, 12, day), date(2026, 12, day + 1)) for day in (7, 8, 9)
    ]


@pytest.mark.parametrize("end", ["2026-12-08T00:00", "2026-12-08T02:00"])
def test_night_is_one_entry(end: str) -> None:
    """What ends at midnight or soon after is one evening."""
    (entry,) = entries(event(session(7, "2026-12-07T18:00", end)))
    assert entry.end == at(end)


def test_what_fell_out_is_taken_out() -> None:
    """A meeting that is gone, and the second day of one that lasts a day now, stand cancelled."""
    stays = session(7, "2026-12-07T10:00", "2026-12-07T12:00")
    before = [
        session(7, "2026-12-07T09:00", "2026-12-08T16:00"),
        session(8, "2026-12-14T10:00", "2026-12-14T12:00"),
    ]
    found = entries(event(stays), before=before)
    assert [(e["UID"], e["STATUS"]) for e in found] == [
        ("session-7@kvieslys", "CONFIRMED"),
        ("session-7-2@kvieslys", "CANCELLED"),
        ("session-8@kvieslys", "CANCELLED"),
    ]


LINK = "https://example.org/zoom"


@pytest.mark.parametrize(
    ("mode", "place", "with_links", "location"),
    [
        (Mode.ONLINE, "", True, LINK),
        (Mode.HYBRID, "Salė", True, f"Salė; {LINK}"),
        (Mode.HYBRID, "Salė", False, "Salė"),
        (Mode.ONLINE, "", False, ""),
        (None, "", True, LINK),
    ],
)
def test_link_to_join_is_where_calendars_show_it(
    *, mode: Mode | None, place: str, with_links: bool, location: str
) -> None:
    """The link is one press away for those who take part, and hidden from the others."""
    meeting = session(7, "2026-12-07T10:00", "2026-12-07T12:00", place=place, join_url=LINK)
    (entry,) = entries(event(meeting, mode=mode), with_links=with_links)
    assert entry.get("LOCATION", "") == location
    assert (
        with_links
        or LINK
        not in calendar(event(meeting, mode=mode), now=NOW, zone=VILNIUS, with_links=False).decode()
    )


@pytest.mark.parametrize(
    ("method", "status"), [("CANCEL", Status.PUBLISHED), ("PUBLISH", Status.CANCELLED)]
)
def test_cancelled(method: Literal["PUBLISH", "CANCEL"], status: Status) -> None:
    """A cancelled event leaves the calendar under the same UID."""
    (entry,) = entries(event(ONE, status=status), method=method)
    assert (entry["UID"], entry["STATUS"]) == ("session-7@kvieslys", "CANCELLED")


def test_language_and_card() -> None:
    """The title is in the person's language; the address leads back to the card."""
    (entry,) = entries(
        event(ONE, title_en="Music"), language="en", url="https://example.org/?start=ev_A"
    )
    assert (entry["SUMMARY"], entry["URL"]) == ("Music", "https://example.org/?start=ev_A")


def test_long_lines_are_folded() -> None:
    """Outlook refuses lines above 75 octets; letters are not torn apart."""
    summary = "Ąžuolų giesmė, šilų ūksmė; " * 40
    content = calendar(event(ONE, summary=summary), now=NOW, zone=VILNIUS)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (entry,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert str(entry["DESCRIPTION"]).startswith(summary.strip())


def test_clock_of_the_summer() -> None:
    """A meeting in June keeps its wall clock: the file carries the time zone's rules."""
    (entry,) = entries(event(session(7, "2027-06-07T10:00", "2027-06-07T12:00")))
    assert entry.start.astimezone(VILNIUS) == datetime(2027, 6, 7, 10, tzinfo=VILNIUS)
