"""Each deed of staff is noted where it is decided, and only when something changes by it."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.answers.tables import KnownAnswer
from catalogue.glossary.tables import Miss, TaughtWord
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.rights import Right
from catalogue.people.tables import Role
from catalogue.programme.tables import Event, SchoolHoliday
from catalogue.registrations.rules import join
from handlers import reminding
from handlers.browsing import mark
from handlers.callbacks.news import Deed as Reminders
from handlers.forms import Form, enter
from handlers.office import announcing, announcing_steps, glossary, holidays, known_answers, taught
from handlers.office.callbacks import staff as press
from handlers.talk import Talk
from tests.factories import NOW, an_event, kept
from tests.handlers.office.people import employed
from tests.handlers.talking import pressed, written


@pytest.fixture
async def rita(session: AsyncSession) -> Talk:
    """The coordinator of one centre."""
    event = an_event()
    await kept(session, event)
    return await employed(session, Role.COORDINATOR, event.centre)


async def noted(talk: Talk) -> Sequence[JournalEntry]:
    return (await talk.session.scalars(select(JournalEntry).order_by(JournalEntry.id))).all()


async def deeds(talk: Talk) -> list[Deed]:
    return [one.deed for one in await noted(talk)]


async def test_an_announcement(rita: Talk) -> None:
    """Sent, held, resumed, corrected, stopped; a press that changes nothing is no deed."""
    scheduled, sending = AnnouncementState.DRAFT, AnnouncementState.SENDING
    found = Announcement(author_id=rita.person.id, state=scheduled, text="Sveiki", created_at=NOW)
    event = (await rita.session.scalars(select(Event))).one()
    await kept(rita.session, found)
    await join(rita.session, event_id=event.id, person=rita.person, now=NOW)

    async def step(step: press.Step) -> None:
        data = press.Announce(announcement=found.id, step=step)
        work = announcing_steps.really_send if step is press.Step.REALLY else announcing_steps.steer
        await work(pressed(data), data, rita)

    for _ in range(2):
        await step(press.Step.REALLY)
    found.state, found.started_at = sending, NOW
    for each in (press.Step.PAUSE, press.Step.PAUSE, press.Step.RESUME, press.Step.LOOK):
        await step(each)
    await announcing.edited(written("Kitaip"), rita, found)
    for _ in range(2):
        await step(press.Step.HALT)
    assert await deeds(rita) == [
        Deed.ANNOUNCED,
        Deed.ANNOUNCEMENT_HELD,
        Deed.ANNOUNCEMENT_RESUMED,
        Deed.ANNOUNCEMENT_CORRECTED,
        Deed.ANNOUNCEMENT_STOPPED,
    ]
    first, *_ = await noted(rita)
    assert first.facts == {"announcement": found.id, "people": 1}
    assert first.centre_id is not None, "of one who speaks for one centre only"


async def test_holidays(rita: Talk) -> None:
    """Entered and taken out; what is gone already is not taken out again."""
    await holidays.written(written("Rudens atostogos 2026-11-02 – 2026-11-06"), rita)
    row = await rita.session.scalar(select(SchoolHoliday))
    assert row is not None
    for _ in range(2):
        await holidays.remove(pressed(), press.Holidays(remove=row.id), rita)
    assert await deeds(rita) == [Deed.HOLIDAYS_ADDED, Deed.HOLIDAYS_REMOVED]
    days = {"name": "Rudens atostogos", "first": "2026-11-02", "last": "2026-11-06"}
    assert [one.facts for one in await noted(rita)] == [days, days]


async def test_the_reminders_of_an_event(rita: Talk) -> None:
    """Looking at them and choosing what holds already is no deed."""
    event = an_event()
    await kept(rita.session, event)
    rita = await employed(rita.session, Role.COORDINATOR, event.centre)
    for deed in (Reminders.SHOW, Reminders.USUAL, Reminders.NONE, Reminders.NONE):
        data = press.EventReminders(event=event.id, deed=deed)
        await reminding.of_event(pressed(data), data, rita)
    assert [one.facts for one in await noted(rita)] == [{"changed": {"reminders": []}}]


async def test_words(rita: Talk) -> None:
    """Taught once, removed once; a search that is of no matter."""
    meaning = {"said": "kahutas", "meant": "Kahoot"}
    for _ in range(2):
        await enter(rita.state, Form.word, **meaning)
        await glossary.teach(pressed(), press.Teach(mark=mark("kahutas; Kahoot")), rita)
    word = await rita.session.scalar(select(TaughtWord))
    assert word is not None
    for _ in range(2):
        await taught.remove(pressed(), press.TaughtWord(word=word.id, remove=True), rita)
    miss = Miss(key="zyx", filters="{}", day=NOW.date(), words="zyx", is_known=False, count=2)
    await kept(rita.session, miss)
    for _ in range(2):
        await glossary.ignore(pressed(), press.MissedWord(miss=miss.id, ignore=True), rita)
    assert await deeds(rita) == [Deed.WORD_TAUGHT, Deed.WORD_REMOVED, Deed.MISS_IGNORED]
    assert [one.facts for one in await noted(rita)] == [meaning, meaning, {}]


async def test_answers(rita: Talk, session: AsyncSession) -> None:
    """Approved, corrected, asked for in other words, removed."""
    centre = (await rita.realm(Right.ANSWER)).only
    assert centre is not None
    form = {"question": "Ar yra liftas?", "answer": "Yra."}
    await enter(rita.state, Form.answer_text, **form)
    approval = press.ApproveAnswer(mark=known_answers._mark(form), centre=centre)
    await known_answers.approve(pressed(), approval, rita)
    known = await session.scalar(select(KnownAnswer))
    assert known is not None
    await enter(rita.state, Form.answer_correction, known=known.id)
    await known_answers.corrected(written("Nėra."), rita)
    await enter(rita.state, Form.answer_also, known=known.id)
    await known_answers.asked_also(written("Kur liftas?"), rita)
    for deed in (press.AnswerDeed.REMOVE, press.AnswerDeed.REALLY):
        await known_answers.remove(
            pressed(), press.ApprovedAnswers(deed=deed, answer=known.id), rita
        )
    assert await deeds(rita) == [
        Deed.ANSWER_APPROVED,
        Deed.ANSWER_CHANGED,
        Deed.ANSWER_CHANGED,
        Deed.ANSWER_REMOVED,
    ]
    assert {one.centre_id for one in await noted(rita)} == {centre}
