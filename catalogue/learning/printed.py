"""What stands on a paper of an event: plain values, the same for all who hold one."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.centres.pages import page_of
from catalogue.centres.tables import Centre
from catalogue.programme.tables import Event, Mode, Session


def printed(event: Event, *, zone: ZoneInfo) -> dict[str, Any]:
    """JSON-able, and telling of no person who takes part. Days are local ISO dates."""
    days = sorted({one.starts_at.astimezone(zone).date() for one in event.sessions})
    days = days or [event.starts_at.astimezone(zone).date()]
    last = max([days[-1], *(_last_day(one, zone) for one in event.sessions)])
    return {
        "title": event.title,
        "form": event.form,
        "ktprr_code": event.ktprr_code,
        "project": event.project,
        "first_day": days[0].isoformat(),
        "last_day": last.isoformat(),
        "meetings": len(event.sessions),
        "mode": event.mode.value if event.mode else None,
        "places": [] if event.mode is Mode.ONLINE else _places(event),
        "topics": _distinct([one.title for one in event.sessions]),
        "summary": event.summary,
        "lecturer": event.lecturer,
        "organiser": organiser(event.centre),
    }


def organiser(centre: Centre) -> dict[str, str]:
    """What staff have entered; the code also from the centre's own page, which does not run out as
    an accreditation does.
    """
    page = page_of(centre.name)
    return {
        "name": centre.name,
        "company_code": centre.company_code or (page.company_code if page else ""),
        "accreditation": centre.accreditation,
        "head_position": centre.head_position,
        "head_name": centre.head_name,
    }


def last_day(facts: dict[str, Any]) -> date:
    """Of the event that a paper with these facts is of."""
    return date.fromisoformat(facts["last_day"])


def _last_day(meeting: Session, zone: ZoneInfo) -> date:
    ends: datetime = meeting.ends_at.astimezone(zone)
    return ends.date()


def _places(event: Event) -> list[str]:
    """Town and place of each meeting, the town once where the place names it."""
    held = [_place(one.city or event.city, one.place or event.place) for one in event.sessions]
    return _distinct(held or [_place(event.city, event.place)])


def _place(city: str, place: str) -> str:
    if city and city in place:
        return place
    return ", ".join(part for part in (city, place) if part)


def _distinct(values: list[str]) -> list[str]:
    """In their order, without what is empty or said before."""
    return list(dict.fromkeys(value for value in values if value))
