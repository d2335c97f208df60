"""Why the last message came: from what the outbox has sent."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.why import why
from catalogue.announcements.segments import Block, Kind, Segment
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.database import Database
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations import rules
from catalogue.registrations.tables import Notice, NoticeKind, Registration
from catalogue.subscriptions.tables import Rhythm
from scheduler.outbox import Outgoing, Priority, SendState
from tests.bot.composing.test_digests import labels, making
from tests.catalogue.subscriptions.news import asked, hit, published
from tests.factories import NOW, a_person, an_event, kept

HOUR = timedelta(hours=1)
CHAT = 777


@pytest.fixture
async def world(database: Database) -> Any:
    """Ona, who takes part in „Vertinimas“."""
    async with AsyncSession(database.engine, expire_on_commit=False) as session, session.begin():
        ona = a_person(telegram_id=CHAT)
        event = an_event(title_lt="Vertinimas")
        await kept(session, ona, event)
        joined = await rules.join(session, event_id=event.id, person=ona, now=NOW - HOUR)
        yield session, ona, joined.registration, event


async def sent(session: AsyncSession, key: str | None, **facts: Any) -> None:
    plain: dict[str, Any] = {
        "key": key,
        "chat_id": CHAT,
        "method": "sendMessage",
        "priority": Priority.REMINDER,
        "state": SendState.SENT,
        "sent_at": NOW - HOUR,
        "created_at": NOW,
        "put_at": NOW,
    }
    await kept(session, Outgoing(**plain | facts))


async def asks(session: AsyncSession, ona: Person) -> tuple[str, list[str]]:
    made = await why(str(ona.id), making(session))
    assert made is not None
    has_buttons = "reply_markup" in made.payload and made.payload["reply_markup"]["inline_keyboard"]
    return made.payload["text"], labels(made) if has_buttons else []


World = tuple[AsyncSession, Person, Registration, Event]


async def test_nothing_was_sent_yet(world: World) -> None:
    """Answers, what failed, what waits, what was sent to others or long ago is not meant."""
    session, ona, registration, _ = world
    number = registration.id
    others: list[dict[str, Any]] = [
        {"priority": Priority.ANSWER},
        {"state": SendState.FAILED},
        {"state": SendState.WAITING, "sent_at": None},
        {"chat_id": 1},
        {"sent_at": NOW - timedelta(days=31)},
        {"method": "editMessageText"},
    ]
    for at, facts in enumerate(others):
        await sent(session, f"reminder:{number}:1:1440:{at}", **facts)
    await sent(session, None)
    text, buttons = await asks(session, ona)
    assert text.startswith("Per pastarąsias 30 dienų")
    assert buttons == ["Naujienos"]


async def test_a_reminder(world: World) -> None:
    """Because of the registration: this one, all of them or the event itself can be left."""
    session, ona, registration, _ = world
    await sent(session, f"notice:{registration.id}", sent_at=NOW - 3 * HOUR)
    await sent(session, f"reminder:{registration.id}:1:1440:0")
    text, buttons = await asks(session, ona)
    assert text.startswith("Paskutinė mano žinutė Jums: lapkričio 22 d., sekmadienis, 09:00.")
    assert "nes esate užsiregistravę į „Vertinimas“" in text
    assert buttons[:2] == ["Nesiųsti, kai lieka 1 d.", "Nesiųsti jokių priminimų"]
    assert buttons[2].startswith("Atsisakyti: ")


@pytest.mark.parametrize("kind", NoticeKind)
async def test_a_notice_of_each_kind(world: World, kind: NoticeKind) -> None:
    """What becomes of one's registration is told in any case, until one leaves."""
    session, ona, registration, _ = world
    notice = Notice(registration_id=registration.id, kind=kind, made_at=NOW)
    await kept(session, notice)
    await sent(session, f"notice:{notice.id}", priority=Priority.URGENT)
    text, buttons = await asks(session, ona)
    assert "„Vertinimas“" in text
    assert [one.split(":")[0] for one in buttons] == ["Atsisakyti"]


async def test_of_an_event_with_few_registered(world: World) -> None:
    """To staff: when it comes, and when it does not."""
    session, ona, *_ = world
    await sent(session, f"nearing:{ona.id}:1", priority=Priority.URGENT)
    text, buttons = await asks(session, ona)
    assert "likus 7 ir 2 d. iki pradžios" in text
    assert buttons == []


@pytest.mark.parametrize("key", ["certificate:1", "certificate_revoked:1:1795000000"])
async def test_of_a_certificate(world: World, key: str) -> None:
    """It comes in any case; a press leads to all of them."""
    session, ona, *_ = world
    await sent(session, key, priority=Priority.ANNOUNCEMENT)
    text, buttons = await asks(session, ona)
    assert "Tai buvo Jūsų pažyma" in text
    assert buttons == ["Mano pažymos"]


@pytest.mark.parametrize(
    ("is_own", "stops"), [(True, "Atsisakyti: "), (False, "Nesiųsti centrų skelbimų")]
)
async def test_an_announcement(world: World, is_own: bool, stops: str) -> None:  # noqa: FBT001 -- a table
    """To whom it was addressed, in words; those who take part get theirs in any case."""
    session, ona, _, event = world
    block = Block(Kind.REGISTERED, str(event.id)) if is_own else Block(Kind.LANGUAGE, "lt")
    announcement = Announcement(
        author_id=ona.id,
        state=AnnouncementState.DONE,
        text="Kviečiame",
        created_at=NOW,
        segment=Segment((block,)).as_json(),
    )
    await kept(session, announcement)
    await sent(session, f"announcement:{announcement.id}:{ona.id}", priority=Priority.ANNOUNCEMENT)
    text, buttons = await asks(session, ona)
    assert "Tai buvo centro skelbimas." in text
    assert buttons[0].startswith(stops)


async def test_a_digest(world: World) -> None:
    """A button for each thing asked for; a wish ended with its answer."""
    session, ona, *_ = world
    lasting = await asked(session, ona, rhythm=Rhythm.WEEKLY)
    wish = await asked(session, ona, words="robotika", rhythm=Rhythm.ONCE, ended_at=NOW)
    event = await published(session)
    for one in (lasting, wish):
        await hit(session, one, event, planned_at=NOW)
    await sent(session, _digest_key(ona, NOW), priority=Priority.ANNOUNCEMENT)
    text, buttons = await asks(session, ona)
    assert "nes prašėte: „keramika“, „robotika“" in text
    assert buttons == ["Nebepranešti: keramika", "Naujienos"]
    lasting.ended_at = NOW
    await session.flush()
    text, buttons = await asks(session, ona)
    assert text.endswith("Daugiau apie tai nepranešiu.")
    assert buttons == ["Naujienos"]


@pytest.mark.parametrize("key", ["seats_empty:1:777", "announcement:1:unreached"])
async def test_what_staff_are_told(world: World, key: str) -> None:
    """It belongs to their work; one who was forgotten is told nothing."""
    session, ona, *_ = world
    await sent(session, key)
    text, buttons = await asks(session, ona)
    assert ("Jūsų darbą centre" in text, buttons) == (True, [])
    ona.telegram_id = None
    await session.flush()
    assert await why(str(ona.id), making(session)) is None


def _digest_key(person: Person, moment: datetime) -> str:
    return f"digest:{person.id}:{moment.isoformat()}"
