"""A file that was read, as a test needs it."""

from datetime import timedelta
from typing import Any

from catalogue.centres.tables import Centre
from catalogue.intake.plain import text_of
from catalogue.intake.tables import Intake, IntakeEvent, IntakeState, Outcome, Standing
from catalogue.people.tables import Person
from tests.catalogue.files.made_up import drafts_of
from tests.factories import NOW


def an_intake(person: Person, **facts: Any) -> Intake:
    plain: dict[str, Any] = {
        "person_id": person.id,
        "file_name": "planas.xlsx",
        "made_at": NOW,
        "state": IntakeState.READY,
        "centres": None,
        "founds": False,
        "refused": [],
        "ignored": [],
        "new_centres": [],
        "revision": 0,
    }
    return Intake(**plain | facts)


def a_row(intake: Intake, centre: Centre | None, number: int = 0, **facts: Any) -> IntakeEvent:
    """A new event of the file, ten days from now."""
    starts = f"{NOW + timedelta(days=10 + number):%Y-%m-%d} 14:00"
    (draft,) = drafts_of({"code": f"N-{number}", "title_lt": f"Naujas {number}", "start": starts})
    plain: dict[str, Any] = {
        "intake_id": intake.id,
        "number": number,
        "outcome": Outcome.ADDED,
        "standing": Standing.WAITING,
        "centre_id": centre.id if centre else None,
        "draft": text_of(draft),
        "fields": [],
        "is_told": False,
    }
    return IntakeEvent(**plain | facts)
