from typing import Any

from aiogram.methods import AnswerCallbackQuery, EditMessageReplyMarkup
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing.changes import note_change, plan_of
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Notice
from handlers import changes
from handlers.callbacks.seats import ChangeAnswer
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, F, W, X, queued, states_of
from tests.factories import NOW
from tests.handlers.talking import a_talk, buttons, each, labels, pressed, texts


async def moved(session: AsyncSession, **facts: Any) -> tuple[Event, Talk, Talk, int]:
    """One in and one waiting were told of another room; both, and the notice of the first."""
    event, people = await queued(session, [C, W], title_lt="Vertinimas", **facts)
    before = plan_of(event)
    event.sessions[0].place = "Biblioteka"
    await session.flush()
    await note_change(session, event, before, now=NOW)
    notice = (await session.scalars(select(Notice).order_by(Notice.registration_id))).first()
    assert notice is not None
    first, second = (a_talk(session, person) for person in people)
    return event, first, second, notice.id


async def answer(talk: Talk, notice: int, *, fine: bool) -> Any:
    data = ChangeAnswer(notice=notice, fine=fine)
    handler = changes.fine if fine else changes.cannot_come
    return await handler(pressed(data), data, talk)


async def test_fine_is_noted(session: AsyncSession) -> None:
    """The message stays, with the way out instead of the question; again is the same."""
    event, talk, _, number = await moved(session)
    for _ in range(2):
        note, edit = each(await answer(talk, number, fine=True))
        assert isinstance(note, AnswerCallbackQuery)
        assert note.text == "Ačiū, užsirašiau. Iki susitikimo!"
        assert isinstance(edit, EditMessageReplyMarkup)
        assert labels(edit.reply_markup) == ["Atsisakyti"]
    notice = await session.get_one(Notice, number)
    assert (notice.is_fine, notice.answered_at) == (True, NOW)
    assert await states_of(session, event) == [C, W]


async def test_who_cannot_come_is_asked_nothing_more(session: AsyncSession) -> None:
    """The limit of leaving does not hold, the seat goes on, and a second press changes nothing."""
    event, talk, _, number = await moved(session, cancel_until=NOW)
    edit, farewell = each(await answer(talk, number, fine=False))
    assert isinstance(edit, EditMessageReplyMarkup)
    assert labels(edit.reply_markup) == ["Atidaryti"]
    assert texts(farewell)[0].startswith("<b>Atšaukta</b>")
    assert (await session.get_one(Notice, number)).is_fine is False
    assert await states_of(session, event) == [X, F]
    for fine in (True, False):
        assert buttons(await answer(talk, number, fine=fine)) == [
            "Renginiai", "Mano renginiai", "Klausti"
        ]  # fmt: skip
    assert (await session.get_one(Notice, number)).is_fine is False


async def test_nobody_answers_for_another(session: AsyncSession) -> None:
    """Whoever got hold of a button presses it in vain, as one of a notice that never was."""
    event, _, other, number = await moved(session)
    for notice in (number, 404):
        for fine in (True, False):
            said = await answer(other, notice, fine=fine)
            assert buttons(said) == ["Renginiai", "Mano renginiai", "Klausti"]
    assert await states_of(session, event) == [C, W]
