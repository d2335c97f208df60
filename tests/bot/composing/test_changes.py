from datetime import datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.composing.changes import change
from bot.composing.making import Making
from catalogue.database import Database
from catalogue.editing.changes import note_change, plan_of
from catalogue.programme.tables import Session, Status
from catalogue.registrations.tables import Notice, Registration, State
from handlers.words.speech import Speech
from scheduler.outbox import Outgoing, SendState
from scheduler.sender import Composed
from tests.bot.composing.test_notices import labels
from tests.catalogue.registrations.test_queue import SOON, C, F, W, X, queued
from tests.factories import NOW, VILNIUS, kept
from tests.handlers.talking import a_house

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LINK = "https://example.org/kambarys"


class Course:
    """Two meetings, a week apart, and one who is in it or waits."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def set_up(self, state: State = C) -> "Course":
        made = [
            Session(starts_at=SOON + day * DAY, ends_at=SOON + day * DAY + 2 * HOUR, place="Salė")
            for day in (0, 7)
        ]
        self.event, _ = await queued(
            self.session, [state], title_lt="Vertinimas", sessions=made, seats=1
        )
        self.own = (await self.session.scalars(select(Registration))).one()
        return self

    async def changed(self, *, now: datetime = NOW, **facts: Any) -> str:
        """Key of the notice. `place`, `starts_at` … are of the second meeting."""
        before = plan_of(self.event)
        second = self.event.sessions[-1]
        for name, value in facts.items():
            setattr(self.event if name == "status" else second, name, value)
        self.event.sequence += 1
        await self.session.flush()
        await note_change(self.session, self.event, before, now=now)
        notice = (await self.session.scalars(select(Notice).order_by(Notice.id.desc()))).first()
        assert notice is not None
        return str(notice.id)

    async def is_sent(self, key: str, state: SendState = SendState.SENT) -> None:
        await kept(
            self.session,
            Outgoing(key=f"notice:{key}", chat_id=1, method="sendMessage", priority=1, state=state,
                     created_at=NOW, put_at=NOW),
        )  # fmt: skip

    async def told(self, key: str, *, now: datetime = NOW) -> Composed | None:
        await self.session.flush()
        say = Speech("lt", VILNIUS)
        return await change(key, Making(session=self.session, say=say, now=now, house=a_house()))


async def words(course: Course, key: str) -> str:
    made = await course.told(key)
    assert made is not None
    return str(made.payload.get("caption") or made.payload["text"])


async def test_who_takes_part_gets_a_file_and_two_answers(database: Database) -> None:
    """The changed meeting alone in the words, all of them in the file."""

    async def work(session: Any) -> None:
        course = await Course(session).set_up()
        made = await course.told(await course.changed(place="Biblioteka", join_url=LINK))
        assert made is not None
        assert made.method == "sendDocument"
        assert made.payload["parse_mode"] == "HTML"
        assert made.payload["caption"].count("•") == 2
        assert "Salė → <b>Biblioteka</b>" in made.payload["caption"]
        assert labels(made) == ["Tinka", "Nedalyvausiu"]
        entries = Calendar.from_ical(made.files["document"].content).walk("VEVENT")
        assert [str(one["SEQUENCE"]) for one in entries] == ["1", "1"]

    await database.write(work)


@pytest.mark.parametrize("state", [W, F])
async def test_who_waits_is_told_without_a_file(database: Database, state: State) -> None:
    """Also one who has been offered a seat and has not answered yet."""

    async def work(session: Any) -> None:
        course = await Course(session).set_up(state)
        made = await course.told(await course.changed(place="Biblioteka", join_url=LINK))
        assert made is not None
        assert (made.method, made.files) == ("sendMessage", {})
        assert "Jūsų vieta eilėje išlieka" in made.payload["text"]
        assert labels(made) == ["Išeiti iš eilės"]

    await database.write(work)


async def test_two_changes_before_the_first_went_out_are_one(database: Database) -> None:
    """The older notice is silent and the newer tells it all; what was told is not told again."""

    async def work(session: Any) -> None:
        course = await Course(session).set_up()
        first = await course.changed(place="Biblioteka")
        second = await course.changed(starts_at=SOON + 8 * DAY, ends_at=SOON + 8 * DAY + HOUR)
        for key in (first, second):
            await course.is_sent(key, SendState.WAITING)
        assert await course.told(first) is None
        said = await words(course, second)
        assert "Salė → <b>Biblioteka</b>" in said
        assert said.count("→") == 2
        await session.execute(update(Outgoing).values(state=SendState.SENT))
        third = await course.changed(place="Kabinetas")
        said = await words(course, third)
        assert "Biblioteka → <b>Kabinetas</b>" in said
        assert said.count("→") == 1

    await database.write(work)


async def test_what_was_taken_back_is_not_told(database: Database) -> None:
    """Unless the person had heard of it: then they hear that it is as it was."""

    async def work(session: Any) -> list[bool]:
        seen: list[bool] = []
        course = await Course(session).set_up()
        for is_sent in (False, True):
            first = await course.changed(place="Biblioteka")
            await course.is_sent(first, SendState.SENT if is_sent else SendState.FAILED)
            back = await course.changed(place="Salė")
            seen.append(await course.told(back) is not None)
            await course.is_sent(back)
        return seen

    assert await database.write(work) == [False, True]


async def test_a_meeting_that_fell_out_is_taken_out_of_the_calendar(database: Database) -> None:
    """It stands cancelled in the file under its own UID."""

    async def work(session: Any) -> None:
        course = await Course(session).set_up()
        before = plan_of(course.event)
        gone = course.event.sessions[1]
        course.event.sessions.remove(gone)
        await session.flush()
        await note_change(session, course.event, before, now=NOW)
        made = await course.told("1")
        assert made is not None
        assert "• neįvyks:" in made.payload["caption"]
        entries = Calendar.from_ical(made.files["document"].content).walk("VEVENT")
        assert [(str(one["UID"]), str(one["STATUS"])) for one in entries][1] == (
            f"session-{gone.id}@kvieslys",
            "CANCELLED",
        )

    await database.write(work)


async def test_nobody_is_told_in_vain(database: Database) -> None:
    """Who has left, who came back later and knows it, a draft, and what is over."""

    async def work(session: Any) -> list[bool]:
        course = await Course(session).set_up()
        key = await course.changed(place="Biblioteka")
        seen = [await course.told(key, now=SOON + 8 * DAY) is None]
        course.own.joined_at = NOW + HOUR
        seen.append(await course.told(key) is None)
        course.own.joined_at = NOW
        course.event.status = Status.DRAFT
        seen.append(await course.told(key) is None)
        course.event.status = Status.PUBLISHED
        course.own.state = X
        return [*seen, await course.told(key) is None]

    assert await database.write(work) == [True] * 4


async def test_cancelled_and_taken_up_again(database: Database) -> None:
    """A file with METHOD:CANCEL and nothing to answer; then one that puts it back."""

    async def work(session: Any) -> None:
        course = await Course(session).set_up()
        off = await course.changed(status=Status.CANCELLED)
        made = await course.told(off)
        assert made is not None
        assert b"METHOD:CANCEL" in made.files["document"].content
        assert "Atsiprašome" in made.payload["caption"]
        await course.is_sent(off)
        on = await course.told(await course.changed(status=Status.PUBLISHED))
        assert on is not None
        assert b"METHOD:PUBLISH" in on.files["document"].content
        assert "vis dėlto įvyks" in on.payload["caption"]
        assert labels(on) == ["Tinka", "Nedalyvausiu"]

    await database.write(work)
