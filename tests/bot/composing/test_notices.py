from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.making import Make, Making
from bot.composing.notices import moved_up, offer_over, offered, seats_empty
from catalogue.database import Database
from catalogue.programme.tables import Status
from catalogue.registrations.tables import Notice, NoticeKind, Registration, State
from handlers.words.speech import Speech
from scheduler.outbox import Outgoing, SendState
from scheduler.sender import Composed
from tests.catalogue.registrations.test_queue import DAY, HOUR, SOON, C, F, W, X, queued
from tests.factories import NOW, VILNIUS, kept
from tests.handlers.talking import a_house

Change = Callable[["Told"], None]


class Told:
    """The second of a queue has been left a note."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def set_up(self, kind: NoticeKind, state: State = C, **facts: Any) -> "Told":
        plain: dict[str, Any] = {"title_lt": "Vertinimas", "title_en": "Assessment"}
        self.event, people = await queued(self.session, [X, state, W], **plain | facts)
        self.own = await self.session.get_one(Registration, 2)
        self.notice = await self.noted(kind)
        self.person = people[1]
        return self

    async def noted(self, kind: NoticeKind, *, sent: bool = False) -> Notice:
        notice = Notice(registration_id=self.own.id, kind=kind, made_at=NOW, planned_at=NOW)
        await kept(self.session, notice)
        await kept(
            self.session,
            Outgoing(
                key=f"notice:{notice.id}", chat_id=1, method="sendMessage", priority=1,
                state=SendState.SENT if sent else SendState.WAITING, created_at=NOW, put_at=NOW,
            ),
        )  # fmt: skip
        return notice

    async def compose(
        self, make: Make, *, language: str = "lt", now: datetime = NOW, key: str = ""
    ) -> Composed | None:
        await self.session.flush()
        say = Speech(language, VILNIUS)
        making = Making(session=self.session, say=say, now=now, house=a_house())
        return await make(key or str(self.notice.id), making)

    async def holds_no_more(self, make: Make, state: State) -> None:
        """After the start, of one who has left and come back since, and where the event is off."""
        assert await self.compose(make, now=NOW + 4 * DAY) is None
        self.own.joined_at = self.own.changed_at = NOW + timedelta(minutes=1)
        assert await self.compose(make) is None
        self.own.joined_at = self.own.changed_at = NOW
        self.own.state = W
        assert await self.compose(make) is None
        self.own.state, self.event.status = state, Status.CANCELLED
        assert await self.compose(make) is None


def labels(made: Composed | None) -> list[str]:
    assert made is not None
    return [
        button["text"] for row in made.payload["reply_markup"]["inline_keyboard"] for button in row
    ]


def change(**facts: Any) -> Change:
    """Sets facts of the registration or, where it has no such, of the event."""

    def made(told: Told) -> None:
        for name, value in facts.items():
            setattr(told.own if hasattr(told.own, name) else told.event, name, value)

    return made


NOT_SAID: list[tuple[str, Make, NoticeKind, State, Change, timedelta]] = [
    ("left", moved_up, NoticeKind.MOVED_UP, C, change(state=X), 0 * HOUR),
    ("off", moved_up, NoticeKind.MOVED_UP, C, change(status=Status.CANCELLED), 0 * HOUR),
    ("started", moved_up, NoticeKind.MOVED_UP, C, change(), 3 * DAY),
    ("no offer", offered, NoticeKind.OFFERED, F, change(state=W), 0 * HOUR),
    ("draft", offered, NoticeKind.OFFERED, F, change(status=Status.DRAFT), 0 * HOUR),
    ("begun", offered, NoticeKind.OFFERED, F, change(), 3 * DAY),
]


@pytest.mark.parametrize("row", NOT_SAID, ids=[row[0] for row in NOT_SAID])
async def test_nothing_is_said_that_is_no_longer_so(
    database: Database, row: tuple[Any, ...]
) -> None:
    """A seat or an offer that is gone, and an event that is off or has begun."""
    _, make, kind, state, later, after = row

    async def work(session: Any) -> tuple[bool, bool]:
        told = await Told(session).set_up(kind, state)
        before = await told.compose(make)
        later(told)
        return before is not None, await told.compose(make, now=NOW + after) is not None

    assert await database.write(work) == (True, False)


async def test_moved_up_says_what_when_and_where(database: Database) -> None:
    """In the language of the one who is told."""

    async def work(session: Any) -> str:
        told = await Told(session).set_up(NoticeKind.MOVED_UP)
        made = await told.compose(moved_up, language="en")
        assert made is not None
        return str(made.payload["text"])

    said = await database.write(work)
    for words in ("it is yours", "Assessment", "25 November", "Kaunas", "Registration confirmed"):
        assert words in said


async def test_who_moved_up_is_asked_who_pays(database: Database) -> None:
    """Where it costs; one who awaits approval still may not come."""

    async def work(session: Any) -> None:
        told = await Told(session).set_up(NoticeKind.MOVED_UP, price_eur=Decimal(40))
        made = await told.compose(moved_up)
        assert made is not None
        assert "Kas mokės?" in made.payload["text"]
        assert labels(made)[:3] == ["Mokykla", "Pats / pati", "Kitas"]
        told.own.state = State.PENDING
        assert "Mokykla" not in labels(await told.compose(moved_up))

    await database.write(work)


async def test_an_offer_says_until_when(database: Database) -> None:
    """Counted from the moment it is composed; an older offer is silent beside a newer one."""

    async def work(session: Any) -> None:
        told = await Told(session).set_up(NoticeKind.OFFERED, F)
        made = await told.compose(offered, now=NOW + HOUR)
        assert made is not None
        assert "lapkričio 22 d. 23:00" in made.payload["text"]
        assert labels(made) == ["Priimu vietą", "Atsisakau vietos"]
        await told.noted(NoticeKind.OFFERED)
        assert await told.compose(offered) is None

    await database.write(work)


OVER: list[tuple[State, bool, Change, str | None]] = [
    (X, True, change(), "Vėl stoti į eilę"),
    (W, True, change(), "Išeiti iš eilės"),
    (X, False, change(), None),
    (W, False, change(), None),
    (F, True, change(), None),
    (W, True, change(joined_at=NOW + HOUR), None),
    (X, True, change(status=Status.CANCELLED), None),
]


@pytest.mark.parametrize("row", OVER)
async def test_an_offer_that_is_over(database: Database, row: tuple[Any, ...]) -> None:
    """Told with the next step to one who knew of it; who never did, or is in it anew, is not."""
    state, sent, later, label = row

    async def work(session: Any) -> list[str] | None:
        told = await Told(session).set_up(NoticeKind.MOVED_UP, state)
        await told.noted(NoticeKind.OFFERED, sent=sent)
        over = await told.noted(NoticeKind.OFFER_OVER)
        later(told)
        made = await told.compose(offer_over, key=str(over.id))
        return labels(made) if made else None

    assert await database.write(work) == (label and [label])


async def test_empty_seats_are_told_to_staff_while_they_are_so(database: Database) -> None:
    """How many, and how many wait, with the way to the event's page."""

    async def work(session: Any) -> None:
        told = await Told(session).set_up(NoticeKind.MOVED_UP, C, seats=3)
        key = f"{told.event.id}:0:2"
        made = await told.compose(seats_empty, key=key, language="en")
        assert made is not None
        assert made.payload["text"].startswith("<b>2 seats stay empty</b>\n1 person is waiting")
        assert labels(made) == ["Manage"]
        told.event.seats = 1
        assert await told.compose(seats_empty, key=key) is None
        told.event.seats = 3
        assert await told.compose(seats_empty, key=key, now=SOON) is None

    await database.write(work)
