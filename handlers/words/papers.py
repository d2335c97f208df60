"""What stands on a paper of attendance, word by word."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from catalogue.programme.tables import Mode
from handlers.words.events import shortened
from handlers.words.speech import Speech, _

#: As much of each as a page bears.
_TITLE, _VALUE, _TOPICS = 300, 200, 900

MODES = {
    Mode.ONSITE: _("face to face"),
    Mode.ONLINE: _("from afar"),
    Mode.HYBRID: _("face to face and from afar"),
}


def heading(say: Speech) -> str:
    return say("CERTIFICATE OF PROFESSIONAL DEVELOPMENT").unescape()


def organiser_lines(say: Speech, organiser: Mapping[str, str]) -> list[str]:
    """Below the centre's name; nothing of what it has not told."""
    told = []
    if organiser["company_code"]:
        told.append(say("Code of the institution: {code}", code=organiser["company_code"]))
    if organiser["accreditation"]:
        told.append(say("Accreditation: {number}", number=organiser["accreditation"]))
    return [" · ".join(one.unescape() for one in told)] if told else []


def dated(say: Speech, day: date, number: str) -> str:
    return say("{day} No. {number}", day=say.plain_day(day), number=number).unescape()


def took_part(say: Speech) -> str:
    return say("took part in the professional development event").unescape()


def title(say: Speech, facts: Mapping[str, Any]) -> str:
    return say("“{title}”", title=shortened(facts["title"], _TITLE)).unescape()


def rows(say: Speech, facts: Mapping[str, Any], hours: float) -> list[tuple[str, str]]:
    """Labels with values; what is empty is left out by the page."""
    values = {
        _("Form"): facts["form"],
        _("Date"): dates(say, facts),
        _("Length"): hours_told(say, hours),
        _("Way of taking part"): _mode(say, facts),
        _("Place"): "; ".join(facts["places"]),
        _("KTPRR code"): facts["ktprr_code"],
        _("Project code"): facts["project"],
        _("Lecturer"): facts["lecturer"],
    }
    told = [(str(say(label)), shortened(value, _VALUE)) for label, value in values.items()]
    return [*told, (str(say("Topics")), _topics(facts))]


def dates(say: Speech, facts: Mapping[str, Any]) -> str:
    """„2026 m. lapkričio 10–24 d. (3 susitikimai)“"""
    first, last = (date.fromisoformat(facts[edge]) for edge in ("first_day", "last_day"))
    days = say.plain_day(first) if first == last else say.days(first, last)
    if facts["meetings"] < 2:
        return days
    return say.n(
        "{days} ({n} meeting)", "{days} ({n} meetings)", facts["meetings"], days=days
    ).unescape()


def hours_told(say: Speech, hours: float) -> str:
    return say("{hours} academic h", hours=say.number(hours)).unescape()


def signature(say: Speech) -> str:
    return str(say("(signature)"))


def stamp(say: Speech) -> str:
    """Where the stamp goes, as papers call the place."""
    return str(say("Stamp"))


def under(say: Speech, *, code: str, web: str, bot: str) -> list[str]:
    """Beside the picture, for one who has no telephone with a camera at hand."""
    if web:
        address = f"{web}/check".partition("://")[2]
        return [
            say("To check: scan the code, or open {address}", address=address).unescape(),
            say("Check code: {code}", code=code).unescape(),
        ]
    return [
        say("To check: scan the code, or write to t.me/{bot}", bot=bot).unescape(),
        say("/verify {code}", code=code).unescape(),
    ]


def file_name(say: Speech, number: str) -> str:
    """Of one paper."""
    return say("certificate_{number}.pdf", number=number).unescape()


def _mode(say: Speech, facts: Mapping[str, Any]) -> str:
    return str(say(MODES[Mode(facts["mode"])])) if facts["mode"] else ""


def _topics(facts: Mapping[str, Any]) -> str:
    """What was done, meeting by meeting where that was told, else in short."""
    topics: Sequence[str] = facts["topics"]
    text = "; ".join(topics) if len(topics) > 1 else " ".join(facts["summary"].split())
    return shortened(text or "; ".join(topics), _TOPICS)
