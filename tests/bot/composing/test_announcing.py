from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing import announcing
from bot.composing.making import Making
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.database import Database
from catalogue.people.tables import Person
from handlers.words.speech import Speech
from scheduler.outbox import Message, Outgoing, Priority, SendState, put
from scheduler.sender import Composed
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.handlers.talking import a_house


class Desk:
    """Rasa's announcement, and what is composed of it."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def set_up(self, **facts: Any) -> Announcement:
        self.rasa = a_person(name="Rasa")
        await kept(self.session, self.rasa)
        plain: dict[str, Any] = {
            "author_id": self.rasa.id, "state": AnnouncementState.DRAFT, "text": "<b>Sveiki</b>",
            "created_at": NOW,
        }  # fmt: skip
        self.announcement = Announcement(**plain | facts)
        await kept(self.session, self.announcement)
        return self.announcement

    async def make(self, kind: str, key: str = "") -> Composed | None:
        await self.session.flush()
        making = Making(session=self.session, say=Speech("lt", VILNIUS), now=NOW, house=a_house())
        return await announcing.KINDS[kind](key or f"{self.announcement.id}", making)

    async def gone_out(self, person: Person, state: SendState, error: str = "") -> None:
        message = Message(
            chat_id=person.telegram_id,
            payload={},
            batch=self.announcement.batch,
            priority=Priority.ANNOUNCEMENT,
            key=f"{self.announcement.batch}:{person.id}",
        )
        await put(self.session, [message], now=NOW)
        row = await self.session.get_one(Outgoing, await self._newest())
        row.state, row.last_error, row.sent_at = state, error, NOW

    async def _newest(self) -> int:
        return int(await self.session.scalar(select(func.max(Outgoing.id))) or 0)


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async with AsyncSession(database.engine, expire_on_commit=False) as session, session.begin():
        yield Desk(session)


@pytest.mark.parametrize(
    ("facts", "method", "payload"),
    [
        ({}, "sendMessage", {"text": "<b>Sveiki</b>"}),
        ({"photo": "f1"}, "sendPhoto", {"photo": "f1", "caption": "<b>Sveiki</b>"}),
        ({"document": "f2"}, "sendDocument", {"document": "f2", "caption": "<b>Sveiki</b>"}),
    ],
)
async def test_everyone_gets_what_its_author_wrote(
    desk: Desk, facts: dict[str, str], method: str, payload: dict[str, str]
) -> None:
    """With its formatting, under its file where there is one, and a button for each event."""
    event = an_event(title_lt="Vertinimas", code="V-1")
    await kept(desk.session, event)
    await desk.set_up(event_ids=[event.id, 99], **facts)
    keyboard = [[{"text": "12-02 Vertinimas", "url": "https://t.me/kvieslys_bot?start=ev_V-1"}]]
    assert await desk.make("announcement") == Composed(
        method, {**payload, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": keyboard}}
    )
    assert await desk.make("announcement", "99") is None


async def test_a_long_text_is_not_cut(desk: Desk) -> None:
    """Its formatting does not count against Telegram's limit."""
    text = "".join(f"<b>{letter}</b>" for letter in "a" * 1000)
    await desk.set_up(text=text)
    letter = await desk.make("announcement")
    assert letter is not None
    assert letter.payload["text"] == text


async def test_the_summary_counts_those_who_get_it_later(desk: Desk) -> None:
    """Who has had as much as they want for a week, of those that can be reached; in the place of
    the pressed message, until it is no draft any more.
    """
    await desk.set_up()
    ona = a_person(weekly_ceiling=1)
    gone = a_person(weekly_ceiling=1, unreachable_since=NOW)
    await kept(desk.session, ona, gone)
    await desk.gone_out(ona, SendState.SENT)
    await desk.gone_out(gone, SendState.SENT)
    made = await desk.make("announcement_summary")
    assert made is not None
    assert made.method == "sendMessage"
    assert "Gaus <b>2 žmonės</b>" in made.payload["text"]
    assert "1 iš jų gaus vėliau" in made.payload["text"]
    made = await desk.make("announcement_summary", f"{desk.announcement.id}:77")
    assert made is not None
    assert (made.method, made.payload["message_id"]) == ("editMessageText", 77)
    desk.announcement.state = AnnouncementState.SCHEDULED
    assert await desk.make("announcement_summary") is None


async def test_the_report_adds_up(desk: Desk) -> None:
    """Sent, blocked, known to be out of reach, failed and cancelled; those not reached by name."""
    people = [a_person(name=f"Ona {letter}") for letter in "ABCDE"]
    await kept(desk.session, *people)
    await desk.set_up(
        state=AnnouncementState.DONE, started_at=NOW, finished_at=NOW, skipped=[people[4].id]
    )
    people[1].telephone = "+37061234567"
    for person, state, error in zip(
        people,
        (SendState.SENT, SendState.FAILED, SendState.FAILED, SendState.CANCELLED),
        ("", "Forbidden: bot was blocked by the user", "Bad Request", ""),
        strict=False,
    ):
        await desk.gone_out(person, state, error)
    made = await desk.make("announcement_progress_again")
    assert made is not None
    assert made.method == "editMessageText"
    assert made.payload["text"].splitlines() == [
        "<b>Skelbimas išsiųstas</b>",
        "<i>Sveiki</i>",
        "Išsiųsta: 1",
        "Nepasiekta: 2",
        "Nepavyko: 1",
        "Nesiųsta: 1",
        "Trukmė: 0 sekundžių",
        "",
        "<b>Nepasiekti:</b>",
        "• Ona B, +37061234567",
        "• Ona C, telefonas nenurodytas",
        "• Ona E, telefonas nenurodytas",
    ]
    assert await desk.make("announcement_unreached") is None


async def test_many_who_were_not_reached_are_a_file(desk: Desk) -> None:
    """Then the report itself names nobody; the forgotten stand nowhere."""
    people = [a_person(name=f"={number}") for number in range(announcing.NAMED_IN_REPORT + 2)]
    people[0].forgotten_at = NOW
    await kept(desk.session, *people)
    await desk.set_up(
        state=AnnouncementState.DONE,
        started_at=NOW,
        finished_at=NOW,
        skipped=[one.id for one in people],
    )
    report = await desk.make("announcement_progress")
    assert report is not None
    assert "Nepasiekti:" not in report.payload["text"]
    made = await desk.make("announcement_unreached")
    assert made is not None
    file = made.files["document"]
    assert file.name == "nepasiekti.xlsx"
    rows = CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0).to_python()
    assert len(rows) == announcing.NAMED_IN_REPORT + 2
    assert rows[1] == ["'=1", ""]


async def test_a_correction_counts_those_who_have_it(desk: Desk) -> None:
    """At the moment it is said."""
    await desk.set_up()
    await desk.gone_out(desk.rasa, SendState.SENT)
    made = await desk.make("announcement_corrected")
    assert made is not None
    assert "1 žmogui" in made.payload["text"]


@pytest.mark.parametrize("kind", sorted(set(announcing.KINDS) - {"announcement"}))
async def test_of_what_is_gone_nothing_is_said(desk: Desk, kind: str) -> None:
    """Nor of the progress of what has not begun."""
    await desk.set_up(state=AnnouncementState.SCHEDULED)
    assert await desk.make(kind, "99") is None
    if kind.startswith("announcement_progress"):
        assert await desk.make(kind) is None


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("announcement_progress", ["Pristabdyti", "Stabdyti", "Taisyti tekstą"]),
        ("announcement_watched", ["Pristabdyti", "Stabdyti"]),
    ],
)
async def test_a_colleague_may_stop_and_not_reword(desk: Desk, kind: str, shown: list[str]) -> None:
    """Below the same progress."""
    await desk.set_up(state=AnnouncementState.SENDING, started_at=NOW)
    made = await desk.make(kind)
    assert made is not None
    rows = made.payload["reply_markup"]["inline_keyboard"]
    assert [one["text"] for row in rows for one in row] == shown
