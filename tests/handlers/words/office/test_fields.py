from typing import Any

import pytest

from catalogue.programme.tables import Event
from handlers.words.office import fields
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT

#: What staff do not change: numbers of rows, and what is counted or noted by itself.
OURS = {"id", "centre_id", "code", "published_at", "next_ticket", "sequence", "revision",
        "approvals_told_at", "leaving_told_at", "few_told"}  # fmt: skip


def test_every_field_of_an_event_has_its_words() -> None:
    """So that any change of it can be told."""
    assert {column.key for column in Event.__table__.columns} - OURS <= set(fields.FIELDS)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"seats": [None, 25]}, "vietų skaičių – → 25"),
        ({"starts_at": ["2026-12-02T08:00:00+00:00", "2027-01-05T08:00:00+00:00"]},
         "pradžią gruodžio 2 d., tr 10:00 → 2027 m. sausio 5 d., an 10:00"),
        ({"waiting_list": [True, False]}, "laukiančiųjų eilę taip → ne"),
        ({"offers_close": [12, 24]}, "vietų siūlymo pabaigą prieš 12 val. → prieš 24 val."),
        ({"mode": ["onsite", "online"]}, "dalyvavimo būdą kontaktiniu būdu → nuotoliu"),
        ({"form": ["seminaras", ""]}, "formą seminaras → –"),
        ({name: [] for name in ("summary", "place", "contact", "lecturer", "city", "form")},
         "aprašymą, vietą, kontaktą, lektorių, ir dar 2"),
    ],
)  # fmt: skip
def test_a_change_is_told_before_and_after(changed: dict[str, Any], told: str) -> None:
    """In the words of the house, and not more than a few of many."""
    assert fields.changed(LT, changed, now=NOW) == told
    assert fields.changed(EN, changed, now=NOW)
