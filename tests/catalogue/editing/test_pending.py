"""What is to be changed and is not saved yet."""

import json
from typing import Any

import pytest

from catalogue.editing import pending
from catalogue.editing.pending import ASKED
from catalogue.programme.refused import Reason, WrongCell
from catalogue.programme.tables import Event
from handlers.words.office.editing import NAMES
from tests.catalogue.editing.test_rules import two_meetings
from tests.catalogue.files.made_up import at
from tests.factories import VILNIUS


def test_it_is_kept_as_plain_values() -> None:
    """And comes back from them as it was."""
    event = two_meetings()
    changes = pending.with_cell(pending.begun(event), event, "price_eur", "25 Eur", VILNIUS)
    changes = pending.with_meeting(changes, event, 0, name="hours", cell="8", zone=VILNIUS)
    again = pending.of_plain(json.loads(json.dumps(pending.plain(changes))))
    assert again == changes
    assert pending.edits(again, VILNIUS).values == {"price_eur": 25}
    assert not pending.begun(event)


@pytest.mark.parametrize(
    ("name", "cell", "reason"),
    [
        ("seats", "daug", Reason.NOT_A_NUMBER),
        ("mode", "kosmose", Reason.UNKNOWN_WORD),
        ("registration_closes", "gruodžio 1 d.", Reason.NO_YEAR),
        ("title_lt", "", Reason.NO_TITLE),
        ("join_url", "čia", Reason.NOT_A_LINK),
    ],
)
def test_what_a_file_would_not_say_is_refused(name: str, cell: str, reason: Reason) -> None:
    """With the same reason."""
    event = two_meetings(title_en="")
    with pytest.raises(WrongCell) as wrong:
        pending.with_cell(pending.begun(event), event, name, cell, VILNIUS)
    assert wrong.value.reason is reason


def test_what_is_so_already_is_not_pending() -> None:
    """Typed back to what it was, it is as if nothing had been typed."""
    event = two_meetings(seats=5)
    changes = pending.with_cell(pending.begun(event), event, "seats", "6", VILNIUS)
    assert changes.cells == {"seats": "6"}
    assert not pending.with_cell(changes, event, "seats", "5", VILNIUS)


def test_a_meeting_keeps_its_length_when_it_moves() -> None:
    """Unless its end is said too; those added are where the event is."""
    event = two_meetings()
    changes = moved(event, "2026-12-20 09:00")
    first, last = pending.meetings(changes, event)
    assert (last.starts_at, last.ends_at) == (at("2026-12-20 09:00"), at("2026-12-20 12:00"))
    changes = pending.with_more(changes, event, ["2026-12-01 10:00–11:00"], VILNIUS)
    assert pending.meetings(changes, event)[0].place == "Salė"
    changes = pending.without_meeting(changes, event, 0)
    changes = pending.without_meeting(changes, event, 1)
    assert pending.meetings(pending.without_meeting(changes, event, 0), event) == (first,)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["2026-12-02 10:00", "2026-12-02 10:00"], Reason.SAME_START),
        (["2026-12-02"], Reason.NO_TIME),
        ([f"2027-01-{1 + n // 20:02} {n % 20:02}:00" for n in range(61)], Reason.TOO_MANY),
    ],
)
def test_meetings_that_cannot_be(lines: list[str], reason: Reason) -> None:
    """Nothing of them is taken."""
    event = two_meetings()
    with pytest.raises(WrongCell) as wrong:
        pending.with_more(pending.begun(event), event, lines, VILNIUS)
    assert wrong.value.reason is reason


def test_every_field_asked_for_has_a_name() -> None:
    """And stands on an event."""
    assert set(ASKED) <= set(NAMES)
    assert all(hasattr(Event, name) for name in ASKED)


def moved(event: Event, cell: str) -> Any:
    return pending.with_meeting(
        pending.begun(event), event, 1, name="when", cell=cell, zone=VILNIUS
    )
