"""Events, places taken and marks, with only what a test cares about said at the call."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from catalogue.learning.tables import Presence
from catalogue.numbers.packing import packed
from catalogue.registrations.tables import State
from catalogue.reports.counting import count
from catalogue.reports.records import Known, Line, Mark, Records, Taking
from catalogue.reports.values import Report
from tests.catalogue.numbers.test_labels import held
from tests.factories import NOW

_OF_HELD = {"audience", "city", "mode", "priority_field", "funding", "seats"}


def a_line(number: int = 1, **facts: Any) -> Line:
    """Held yesterday: one meeting of four hours, whose number is that of the event."""
    own = {name: facts.pop(name) for name in _OF_HELD & facts.keys()}
    plain: dict[str, Any] = {
        "held": held(number, **own),
        "code": f"E-{number}",
        "title": f"Renginys {number}",
        "form": "seminaras",
        "starts_at": NOW - timedelta(days=1, hours=3),
        "ended_at": NOW - timedelta(days=1),
        "is_off": False,
        "payer": "",
        "project": "",
        "price": None,
        "shares": {number: 4.0},
        "reported_at": None,
    }
    return Line(**plain | facts)


def takings(event: int, people: Iterable[int], **facts: Any) -> list[Taking]:
    """A registration of each; its number says both the event and the person."""
    plain = {"state": State.CONFIRMED, "payer": None, "is_paid": False}
    return [Taking(number(event, one), event, one, **plain | facts) for one in people]


def marks(
    event: int,
    people: Iterable[int],
    presence: Presence = Presence.PRESENT,
    *,
    hours: float | None = None,
    meeting: int | None = None,
) -> list[Mark]:
    return [Mark(number(event, one), meeting or event, presence, hours) for one in people]


def number(event: int, person: int) -> int:
    return event * 10_000 + person


def counted(
    lines: list[Line],
    taken: list[Taking] | None = None,
    noted: list[Mark] | None = None,
    known: list[Known] | None = None,
) -> Report:
    pieces = (packed(one or []) for one in (lines, taken, noted, known))
    return count(Records(*([piece] for piece in pieces)), now=NOW)
