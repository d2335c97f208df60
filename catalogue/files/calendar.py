"""Calendar entries (iCalendar) of an event: one a meeting, and one a day where it lasts for days.

Every entry keeps its UID for ever, so that a change moves the entry in a person's calendar and a
cancellation takes it away.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from catalogue.programme.moments import wall_clock
from catalogue.programme.tables import Event, Mode, Session, Status

if TYPE_CHECKING:
    import icalendar

DOMAIN = "kvieslys"
PRODUCT = "-//Kvieslys//Kvieslys//LT"
_OVERNIGHT = timedelta(hours=16)


def calendar(
    event: Event,
    *,
    method: Literal["PUBLISH", "CANCEL"] = "PUBLISH",
    language: str = "lt",
    now: datetime,
    zone: ZoneInfo,
    url: str = "",
    with_links: bool = True,
    before: Sequence[Session] = (),
) -> bytes:
    """A file for Google, Apple and Outlook calendars.

    `with_links` is for those who take part: the link to join stands in LOCATION, where calendars
    make it pressable. `url` leads to the event's card. `before` are the meetings of an earlier
    file: what stands in it and no longer takes place is taken out of the calendar.
    """
    whole = empty_calendar(method)
    is_off = method == "CANCEL" or event.status is Status.CANCELLED
    entries = {}
    for number, meeting in enumerate(event.sessions, start=1):
        title = _title(event, language)
        if len(event.sessions) > 1:
            title = f"{title} ({number}/{len(event.sessions)})"
        link = meeting.join_url if with_links else ""
        for uid, start, end in _days(meeting, zone):
            entry = new_entry(event, uid=uid, title=title, start=start, end=end, now=now)
            add_text(entry, "LOCATION", location(meeting, event.mode, link))
            add_text(entry, "DESCRIPTION", _description(event))
            if url:
                entry.add("URL", url)
            entry.add("STATUS", "CANCELLED" if is_off else "CONFIRMED")
            entries[uid] = entry
    for meeting in before:
        for uid, start, end in _days(meeting, zone):
            if uid not in entries:
                title = _title(event, language)
                entry = new_entry(event, uid=uid, title=title, start=start, end=end, now=now)
                entry.add("STATUS", "CANCELLED")
                entries[uid] = entry
    for entry in entries.values():
        whole.add_component(entry)
    return finished(whole, (meeting.starts_at for meeting in (*event.sessions, *before)))


def uid_of(meeting: Session) -> str:
    return f"session-{meeting.id}@{DOMAIN}"


def empty_calendar(method: str) -> "icalendar.Calendar":
    import icalendar

    whole = icalendar.Calendar()
    whole.add("PRODID", PRODUCT)
    whole.add("VERSION", "2.0")
    whole.add("CALSCALE", "GREGORIAN")
    whole.add("METHOD", method)
    return whole


def new_entry(
    event: Event, *, uid: str, title: str, start: date, end: date, now: datetime
) -> "icalendar.Event":
    import icalendar

    entry = icalendar.Event()
    entry.add("UID", uid)
    entry.add("DTSTAMP", now.astimezone(UTC))
    entry.add("SEQUENCE", event.sequence)
    entry.add("DTSTART", start)
    entry.add("DTEND", end)
    add_text(entry, "SUMMARY", title)
    return entry


def add_text(entry: "icalendar.Event", name: str, text: str) -> None:
    if text:
        entry.add(name, text)


def finished(whole: "icalendar.Calendar", starts: Iterable[datetime]) -> bytes:
    """With the rules of the time zone for the years the entries are in."""
    moments = list(starts)
    if moments:
        whole.add_missing_timezones(
            first_date=min(moments).date() - timedelta(days=366),
            last_date=max(moments).date() + timedelta(days=732),
        )
    return bytes(whole.to_ical())


def exact(moment: datetime, zone: ZoneInfo) -> datetime:
    """Local time, or UTC in the second of two equal hours, which no local time can name."""
    is_plain = wall_clock(moment, zone) is not None
    return moment.astimezone(zone if is_plain else UTC)


def location(meeting: Session, mode: Mode | None, link: str) -> str:
    """The room and the link of a hybrid meeting; the link alone of one that is online."""
    where = ", ".join(dict.fromkeys(part for part in (meeting.place, meeting.city) if part))
    if mode is Mode.ONLINE and link:
        return link
    return "; ".join(part for part in (where, link) if part)


def _title(event: Event, language: str) -> str:
    return (event.title_en or event.title_lt) if language == "en" else event.title


def _description(event: Event) -> str:
    """Facts without labels, so that it needs no language of its own."""
    facts = (event.summary, event.lecturer, event.centre.name, event.contact)
    return "\n".join(fact for fact in facts if fact)


def _days(meeting: Session, zone: ZoneInfo) -> list[tuple[str, date, date]]:
    """UID, start and end of each entry of a meeting.

    Two days from 9 to 16 are two entries from 9 to 16. From 14 of one day to 13 of the third the
    hours of each day are not known, so each day is marked as a whole. A night is one entry.
    """
    uid = uid_of(meeting)
    start, end = meeting.starts_at.astimezone(zone), meeting.ends_at.astimezone(zone)
    last = (end - timedelta(minutes=1)).date()
    days = [start.date() + timedelta(days=n) for n in range((last - start.date()).days + 1)]
    if len(days) == 1 or meeting.ends_at - meeting.starts_at <= _OVERNIGHT:
        return [(uid, exact(start, zone), exact(end, zone))]
    uids = [uid] + [f"session-{meeting.id}-{n}@{DOMAIN}" for n in range(2, len(days) + 1)]
    if end.time() > start.time() and end.date() == last:
        return [
            (
                name,
                datetime.combine(day, start.time(), zone),
                datetime.combine(day, end.time(), zone),
            )
            for name, day in zip(uids, days, strict=True)
        ]
    return [(name, day, day + timedelta(days=1)) for name, day in zip(uids, days, strict=True)]
