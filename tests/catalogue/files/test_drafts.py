"""Rows become events."""

from datetime import UTC, timedelta
from decimal import Decimal

import pytest

from catalogue.files.drafts import EventDraft
from catalogue.programme.refused import Reason
from catalogue.programme.tables import Mode, Status
from tests.catalogue.files.made_up import at, drafts_of, read_rows

ROW: dict[str, object] = {"code": "A", "title_lt": "Muzika", "start": "2026-12-07 10:00"}
SECOND = {**ROW, "start": "2026-12-14 10:00"}


def one(*rows: dict[str, object]) -> EventDraft:
    (draft,) = drafts_of(*rows)
    return draft


def test_defaults() -> None:
    """A title and a start are enough; nothing is claimed that nobody said."""
    draft = one({"title_lt": "Muzika", "start": "2026-12-07 10:00"})
    assert (draft.status, draft.waiting_list, draft.language) == (Status.PUBLISHED, True, "lt")
    assert (draft.seats, draft.price_eur, draft.hours, draft.mode) == (None, None, None, None)
    assert (draft.registration_closes, draft.cancel_until, draft.ends_at) == (None, None, None)
    assert (draft.certificate, draft.audience, draft.organiser) == (None, [], "")
    assert draft.code.startswith("muzika-")


def test_whole_row() -> None:
    """Every column of the contract arrives in its field."""
    draft = one(
        {
            "id": 7, "title_lt": "Muzika", "title_en": "Music", "summary": "Apie ją.",
            "form": "seminaras", "audience": ["muzikos mokytojai"], "subjects": "Muzika; Menai",
            "priority_field": "Lyderystė", "mode": "hybrid", "city": "Kaunas", "place": "Salė",
            "join_url": "https://example.org/1", "start": "2026-12-07T10:00:00+02:00",
            "end": "2026-12-07T14:00:00+02:00", "hours": 4, "price_eur": 0, "funding": "ES",
            "seats": 30, "waiting_list": False, "registration_closes": "2026-12-01 12:00",
            "cancel_until": "2026-12-02 12:00", "organiser": "KŠIC", "lecturer": "Docentė",
            "coordinator": "Rasa", "contact": "+370 600 00000", "ktprr_code": "213001",
            "language": "en", "status": "draft", "certificate": True,
        }
    )  # fmt: skip
    (meeting,) = draft.sessions
    assert draft.code == "7"
    assert draft.price_eur == Decimal(0)
    assert draft.mode is Mode.HYBRID
    assert draft.status is Status.DRAFT
    assert (draft.subjects, draft.waiting_list) == (["Muzika", "Menai"], False)
    assert draft.registration_closes == at("2026-12-01T12:00")
    assert (meeting.starts_at, meeting.ends_at) == (at("2026-12-07T10:00"), at("2026-12-07T14:00"))
    assert (meeting.city, meeting.place) == ("Kaunas", "Salė")
    assert meeting.join_url == "https://example.org/1"
    assert (draft.contact, draft.certificate, draft.language) == ("+370 600 00000", True, "en")


def test_end_from_hours() -> None:
    """Four academic hours last three hours."""
    draft = one({**ROW, "hours": 4})
    assert draft.ends_at == at("2026-12-07T13:00")


@pytest.mark.parametrize("hours", [24, 40])
def test_hours_of_many_days_do_not_make_a_night(hours: int) -> None:
    """A programme of 40 hours with one known meeting does not last until the next evening."""
    draft = one({**ROW, "hours": hours})
    assert draft.ends_at is None
    assert draft.sessions[0].ends_at == at("2026-12-07T16:00")


def test_rows_with_one_code_are_meetings() -> None:
    """A programme of several meetings is one event, in order of time."""
    draft = one({**SECOND, "place": "B"}, {**ROW, "place": "A", "end": "12:00"})
    assert [meeting.place for meeting in draft.sessions] == ["A", "B"]
    assert draft.starts_at == at("2026-12-07T10:00").astimezone(UTC)


def test_hours_are_shared_out_over_meetings() -> None:
    """Hours said once for the whole programme are those of all its meetings together."""
    draft = one({**ROW, "hours": 8}, {**SECOND, "hours": 8})
    assert draft.hours == 8
    assert [m.ends_at - m.starts_at for m in draft.sessions] == [timedelta(hours=3)] * 2


def test_what_differs_from_meeting_to_meeting() -> None:
    """Different hours are added up, lecturers listed, modes mixed."""
    draft = one(
        {**ROW, "hours": 8, "lecturer": "Ona", "mode": "online"},
        {**SECOND, "hours": 4, "lecturer": "Jonas", "mode": "onsite"},
    )
    assert (draft.hours, draft.lecturer, draft.mode) == (12, "Ona; Jonas", Mode.HYBRID)


def test_short_rows_go_on_from_the_first() -> None:
    """A code and a time are enough for the second meeting; the place is the same."""
    draft = one(
        {**ROW, "organiser": "KŠIC", "place": "Salė"}, {"code": "A", "start": SECOND["start"]}
    )
    assert [meeting.place for meeting in draft.sessions] == ["Salė", "Salė"]


def test_same_code_of_two_organisers_is_two_events() -> None:
    """Centres do not know each other's codes."""
    assert len(drafts_of({**ROW, "organiser": "A"}, {**SECOND, "organiser": "B"})) == 2


def test_another_spelling_of_the_code_is_kept() -> None:
    """People see the code as they wrote it."""
    draft = one({**ROW, "code": "2026/15"})
    assert draft.code_as_written == "2026/15"
    assert draft.code != "2026/15"


@pytest.mark.parametrize(
    ("second", "reason", "column"),
    [
        (ROW, Reason.TWICE, "start"),
        ({**SECOND, "title_lt": "Dailė"}, Reason.ANOTHER_EVENT, "title_lt"),
        ({**SECOND, "price_eur": 5}, Reason.DIFFERS, "price_eur"),
        ({**SECOND, "status": "cancelled"}, Reason.DIFFERS, "status"),
    ],
)
def test_row_that_contradicts_is_refused(
    second: dict[str, object], reason: Reason, column: str
) -> None:
    """The first row stays, the second is refused with the row it contradicts."""
    reading = read_rows({**ROW, "price_eur": 3, "status": "published"}, second)
    (draft,), (refused,) = reading.drafts, reading.refused
    assert len(draft.sessions) == 1
    assert (refused.row, refused.reason, refused.column) == (2, reason, column)
    assert refused.values["row"] == 1


def test_same_rows_without_a_code_are_refused() -> None:
    """A line copied twice is not two events."""
    row = {"title_lt": "Muzika", "start": "2026-12-07 10:00"}
    reading = read_rows(row, row)
    assert len(reading.drafts) == 1
    assert [each.reason for each in reading.refused] == [Reason.TWICE]


def test_bad_row_of_a_programme_holds_up_no_other() -> None:
    """The good meetings come in; the event is marked, so that none is taken away."""
    reading = read_rows(ROW, {**SECOND, "start": "rytoj"}, {**ROW, "code": "B"})
    assert [(draft.code, draft.incomplete) for draft in reading.drafts] == [
        ("A", True),
        ("B", False),
    ]
    assert [refused.row for refused in reading.refused] == [2]


def test_what_the_file_has_no_column_for() -> None:
    """An import knows what the file is silent about."""
    assert one(ROW).stated == {"code", "title_lt", "start"}
