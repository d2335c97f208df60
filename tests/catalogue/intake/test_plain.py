"""What is kept is what was read."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.editing.rules import change
from catalogue.files.drafts import SessionDraft
from catalogue.intake.plain import (
    differences,
    draft_of,
    plain,
    put_back,
    refusals,
    refused_of,
    state_of,
    text_of,
)
from catalogue.programme.refused import Reason, Refused
from catalogue.programme.tables import Status
from tests.catalogue.files.made_up import drafts_of
from tests.factories import NOW, an_event, kept

FULL = {
    "code": "V-1",
    "title_lt": "Vertinimas",
    "audience": ["pradinių klasių mokytojai"],
    "mode": "online",
    "start": "2026-12-07 10:00",
    "hours": 4.5,
    "price_eur": "25,50",
    "cancel_until": "2026-12-01",
    "status": "draft",
    "certificate": "taip",
}


def test_a_draft_comes_back_as_it_was() -> None:
    """Prices, moments, lists and what the file states, through a text and back."""
    short, full = drafts_of({"title_lt": "A", "start": "2026-12-07 10:00"}, FULL)
    assert [draft_of(text_of(one)) for one in (short, full)] == [short, full]


def test_a_refusal_comes_back_as_it_was() -> None:
    """With its facts."""
    refused = [Refused(3, "Pradžia", Reason.NO_TIME, {"written": "gruodžio 5 d."}, "Lapas")]
    assert refused_of(refusals(refused)) == refused


def test_differences_are_plain() -> None:
    """Meetings and moments are written as JSON can hold them."""
    event = an_event(
        code="V-1", title_lt="Vertinimas", status=Status.PUBLISHED, sequence=0, cancel_reason=""
    )
    (draft,) = drafts_of({"code": "V-1", "title_lt": "Kitas", "start": "2026-12-07 10:00"})
    changed = differences(change(event, draft).fields)
    assert ["title_lt", "Vertinimas", "Kitas"] in changed
    meeting = SessionDraft(NOW, NOW + timedelta(hours=1))
    assert plain((meeting,))[0]["starts_at"] == NOW.isoformat()


async def test_an_event_is_put_back(sqlite_database: Database) -> None:
    """Every field, its meetings, and why it was off."""

    async def work(session: AsyncSession) -> None:
        event = an_event(
            code="V-1", title_lt="Vertinimas", status=Status.CANCELLED, cancel_reason="Liga"
        )
        await kept(session, event)
        before = state_of(event)
        (draft,) = drafts_of(FULL | {"status": "published"})
        change(event, draft)
        assert (event.title_lt, event.cancel_reason) == ("Vertinimas", "")
        assert state_of(event) != before
        put_back(event, before)
        assert state_of(event) == before
        assert event.cancel_reason == "Liga"

    await sqlite_database.write(work)
