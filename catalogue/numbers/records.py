"""What is counted: events and registrations, without anything that tells who it was."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from catalogue.programme.tables import Mode
from catalogue.registrations.tables import State


class Entry(NamedTuple):
    """A registration; event and person by their numbers. Whose seat was `passed_on` to a colleague
    has left none empty.
    """

    event: int
    person: int
    state: State
    joined_at: datetime
    changed_at: datetime
    passed_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An event. Who leaves from `late_from` on leaves a seat that nobody is offered any more, or
    leaves it when one no longer may.
    """

    number: int
    audience: tuple[str, ...]
    city: str
    mode: Mode | None
    priority_field: str
    funding: str
    seats: int | None
    late_from: datetime
