"""Events, registrations and people of no database, for the tests of words."""

from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from catalogue.database import Base
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from handlers.words.speech import Speech
from tests.factories import NOW, a_centre, a_person, an_event

Row = TypeVar("Row", bound=Base)

VILNIUS = ZoneInfo("Europe/Vilnius")
LT = Speech("lt", VILNIUS)
EN = Speech("en", VILNIUS)


def event(**facts: Any) -> Event:
    """„Vertinimas“ at the education centre, 2 December from 10 to 13 o'clock in Kaunas."""
    plain: dict[str, Any] = {
        "title_lt": "Vertinimas",
        "title_en": "Assessment",
        "centre": a_centre(name="Švietimo centras"),
        "code": "V-1",
    }
    return with_defaults(an_event(**plain | facts))


def registration(state: State = State.CONFIRMED, **facts: Any) -> Registration:
    plain = {"id": 1, "event": event(), "joined_at": NOW, "changed_at": NOW}
    return with_defaults(Registration(state=state, **plain | facts))


def person(**facts: Any) -> Person:
    return with_defaults(a_person(**{"name": "Ona Petraitienė"} | facts))


def with_defaults(row: Row) -> Row:
    """As the database would give it back."""
    for column in row.__table__.columns:
        default: Any = column.default
        if default is not None and getattr(row, column.key) is None:
            setattr(row, column.key, default.arg(None) if default.is_callable else default.arg)
    return row
