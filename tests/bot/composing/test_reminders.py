from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.making import Making
from bot.composing.reminders import reminder
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations.tables import Registration, State
from handlers.links import MAP
from handlers.words.speech import Speech
from scheduler.sender import Composed
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.handlers.talking import a_house

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


class Scene:
    """Ona's registration for an event tomorrow at ten, and the reminder of the day before."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def set_up(self, **facts: Any) -> "Scene":
        self.person = a_person(telegram_id=7)
        plain: dict[str, Any] = {"starts": NOW + DAY, "title_lt": "Vertinimas"}
        self.event = an_event(**plain | facts)
        await kept(self.session, self.event, self.person)
        long_ago = NOW - 30 * DAY
        self.registration = Registration(
            event_id=self.event.id, person_id=self.person.id, state=State.CONFIRMED, ticket=1,
            access_need="", joined_at=long_ago, changed_at=long_ago,
        )  # fmt: skip
        await kept(self.session, self.registration)
        return self

    async def compose(
        self, lead: int = 1440, *, meeting: int = 0, now: datetime = NOW, moved: timedelta = 0 * DAY
    ) -> Composed | None:
        await self.session.flush()
        chosen = self.event.sessions[meeting]
        start = int((chosen.starts_at - moved).timestamp())
        making = Making(session=self.session, say=Speech("lt", VILNIUS), now=now, house=a_house())
        return await reminder(f"{self.registration.id}:{chosen.id}:{lead}:{start}", making)


def buttons(composed: Composed | None) -> list[list[str]]:
    assert composed is not None
    keyboard = composed.payload["reply_markup"]["inline_keyboard"]
    return [[button["text"] for button in row] for row in keyboard]


def addresses(composed: Composed | None) -> list[str]:
    assert composed is not None
    keyboard = composed.payload["reply_markup"]["inline_keyboard"]
    return [button["url"] for row in keyboard for button in row if "url" in button]


async def test_the_day_before(session: AsyncSession) -> None:
    """How soon, what, when and where, with three buttons; the map finds the place."""
    scene = await Scene(session).set_up(city="Kaunas", place="Vytauto pr. 44, II a.", seats=20)
    said = await scene.compose()
    assert said is not None
    assert said.payload["text"] == (
        "<b>Prasideda rytoj.</b>\n\n<b>Vertinimas</b>\n"
        "<b>Kada:</b> lapkričio 23 d., pirmadienis, 10:00–13:00\n"
        "<b>Kur:</b> Kaunas, Vytauto pr. 44, II a.\n\n"
        "Jei negalėsite dalyvauti, prašome atsisakyti: galbūt vietos laukia kitas mokytojas."
    )
    assert buttons(said) == [["Atsisakyti", "Kalendorius"], ["Kaip nuvykti"]]
    assert addresses(said) == [f"{MAP}Kaunas%2C%20Vytauto%20pr.%2044%2C%20II%20a."]


async def test_a_quarter_before_the_link_is_first(session: AsyncSession) -> None:
    """In the text and on a button above all others; nobody is sent to a place."""
    link = "https://zoom.example/j/1?pwd=a&b=c"
    scene = await Scene(session).set_up(mode=Mode.ONLINE, join_url=link)
    said = await scene.compose(15, now=NOW + DAY - timedelta(minutes=15))
    assert said is not None
    assert said.payload["text"].startswith(
        "<b>Prasideda po 15 min.</b>\n"
        "Prisijungimo nuoroda: https://zoom.example/j/1?pwd=a&amp;b=c\n\n"
    )
    assert buttons(said) == [["Prisijungti"], ["Atsisakyti", "Kalendorius"]]
    assert addresses(said) == [link]


async def test_a_link_that_telegram_would_refuse_stays_in_the_text(session: AsyncSession) -> None:
    """A bad button would lose the whole reminder."""
    scene = await Scene(session).set_up(mode=Mode.ONLINE, join_url="Teams: kodas 123")
    said = await scene.compose()
    assert said is not None
    assert "Teams: kodas 123" in said.payload["text"]
    assert addresses(said) == []


async def test_each_meeting_has_its_own_place(session: AsyncSession) -> None:
    """The second meeting of a course names its own town and link, never the first one's."""
    starts = [NOW + DAY, NOW + 2 * DAY]
    meetings = [
        Session(starts_at=starts[0], ends_at=starts[0] + HOUR, city="Kaunas", place="Pirma salė",
                join_url="https://a.example/1"),
        Session(starts_at=starts[1], ends_at=starts[1] + HOUR, city="Vilnius"),
    ]  # fmt: skip
    scene = await Scene(session).set_up(
        sessions=meetings, mode=Mode.HYBRID, city="Kaunas", place="Pirma salė",
        join_url="https://a.example/1",
    )  # fmt: skip
    said = await scene.compose(meeting=1, now=NOW + DAY)
    assert said is not None
    assert "Susitikimas 2 iš 2" in said.payload["text"]
    assert "Vilnius arba nuotoliu" in said.payload["text"]
    assert "Kaunas" not in str(said.payload)
    assert "a.example" not in str(said.payload)


CHANGES: list[tuple[str, Callable[[Event, Registration, Person], object]]] = [
    ("left", lambda _e, own, _p: setattr(own, "state", State.CANCELLED)),
    ("cancelled", lambda event, _r, _p: setattr(event, "status", Status.CANCELLED)),
    ("unwanted", lambda _e, _r, person: setattr(person, "unwanted_reminders", [1440])),
    ("none wanted", lambda _e, _r, person: setattr(person, "wants_reminders", False)),
    ("not set any more", lambda event, _r, _p: setattr(event, "reminders", [60])),
]


@pytest.mark.parametrize("change", [change for _, change in CHANGES], ids=[c for c, _ in CHANGES])
async def test_no_longer_said(
    session: AsyncSession, change: Callable[[Event, Registration, Person], object]
) -> None:
    """Whatever has changed between planning and sending is heeded."""
    scene = await Scene(session).set_up()
    assert await scene.compose() is not None
    change(scene.event, scene.registration, scene.person)
    assert await scene.compose() is None


async def test_not_said_of_another_start_nor_too_late(session: AsyncSession) -> None:
    """Of a meeting that was moved, has begun or is gone; nor beside a nearer reminder."""
    scene = await Scene(session).set_up()
    assert await scene.compose(moved=HOUR) is None
    assert await scene.compose(120, now=NOW + DAY) is None
    assert await scene.compose(120, now=NOW + DAY - HOUR) is not None
    assert await scene.compose(1440, now=NOW + DAY - HOUR) is None
    scene.event.sessions.append(Session(starts_at=NOW + 2 * DAY, ends_at=NOW + 2 * DAY + HOUR))
    gone = scene.event.sessions[0]
    key = f"{scene.registration.id}:{gone.id}:1440:{int(gone.starts_at.timestamp())}"
    scene.event.sessions.remove(gone)
    await session.flush()
    making = Making(session=session, say=Speech("lt", VILNIUS), now=NOW, house=a_house())
    assert await reminder(key, making) is None
