"""From one stage of an event's life to the next; what reaches people is asked once more."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from catalogue.editing import removing, stages
from catalogue.editing import rules as editing
from catalogue.editing.rules import Changed
from catalogue.editing.stages import LONGEST_REASON, Turn
from catalogue.journal.rules import differences
from catalogue.journal.tables import Deed
from catalogue.learning.holders import holders, outlook
from catalogue.people.rights import Right
from catalogue.programme.queries import by_id
from catalogue.programme.refusals import StageOver
from catalogue.programme.tables import Event, Status
from catalogue.registrations.queue import free_seats
from catalogue.registrations.refusals import EventGone
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office import managing
from handlers.office.callbacks.programme import DeleteDraft, Make, NewEvents
from handlers.office.callbacks.staff import EventPage, EventTurn
from handlers.replies import Replies, Reply
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import life as words
from handlers.words.office.certificates import sure_to_report

router = Router(name="life")

_YES = {
    Turn.CANCEL: office_labels.YES_CANCEL_EVENT,
    Turn.PUBLISH: office_labels.YES_PUBLISH,
    Turn.REPORT: office_labels.YES_REPORT,
}

_DEEDS = {
    Turn.PUBLISH: Deed.EVENT_PUBLISHED,
    Turn.CANCEL: Deed.EVENT_CANCELLED,
    Turn.REPORT: Deed.EVENT_REPORTED,
}


@router.callback_query(EventTurn.filter())
async def turn(press: CallbackQuery, callback_data: EventTurn, talk: Talk) -> Replies:
    event = await held(talk, callback_data.event)
    free = await free_seats(talk.session, event)
    if callback_data.turn not in stages.turns(event, free=free, now=talk.now):
        raise StageOver(event)
    if not callback_data.sure and (question := await _question(talk, press, event, callback_data)):
        return question
    form = await forms.gathered(talk.state)
    reason = form.get("reason", "") if form.get("event") == event.id else ""
    await forms.leave(talk.state)
    changed = await stages.take(
        talk.session,
        event,
        callback_data.turn,
        free=free,
        now=talk.now,
        zone=talk.say.timezone,
        reason=reason,
    )
    note(talk, changed, _DEEDS.get(callback_data.turn))
    return rewrite(talk, press, *await managing.page(talk, event))


@router.message(Form.cancel_reason, F.text)
async def reason_written(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    event = await held(talk, form["event"])
    reason = " ".join((message.text or "").split())[:LONGEST_REASON]
    await forms.enter(talk.state, Form.cancel_reason, reason=reason)
    told = await editing.how_many_hear(talk.session, event)
    return _ask(talk, event, words.sure_to_cancel(talk.say, event, reason, told))


@router.callback_query(DeleteDraft.filter())
async def delete_draft(press: CallbackQuery, callback_data: DeleteDraft, talk: Talk) -> Replies:
    event = await held(talk, callback_data.event)
    if not callback_data.sure:
        rows = [
            [
                button(
                    talk.say(office_labels.YES_DELETE_DRAFT),
                    callback_data.model_copy(update={"sure": True}),
                )
            ],
            [button(talk.say(labels.BACK), EventPage(event=event.id))],
        ]
        return rewrite(talk, press, words.sure_to_delete(talk.say, event), keyboards.rows(rows))
    said = words.deleted(talk.say, event)
    talk.note(Deed.DRAFT_DELETED, event=event, title=event.title)
    await removing.delete_draft(talk.session, event)
    back = button(talk.say(office_labels.DRAFTS), NewEvents(deed=Make.DRAFTS))
    return rewrite(talk, press, said, keyboards.rows([[back]]))


async def held(talk: Talk, event_id: int) -> Event:
    """For one who may change it. Raises EventGone, StaffOnly."""
    event = await by_id(talk.session, event_id)
    if event is None:
        raise EventGone
    await talk.need(Right.PROGRAMME, event)
    return await editing.held(talk.session, event_id)


def note(talk: Talk, changed: Changed | None, deed: Deed | None = None) -> None:
    """Into the journal: by a deed of its own, or field by field."""
    if changed is None:
        return
    if deed is not None:
        talk.note(deed, event=changed.event)
        return
    fields = [(one.field, one.before, one.after) for one in changed.fields]
    talk.note(Deed.EVENT_CHANGED, event=changed.event, changed=differences(fields))


async def _question(
    talk: Talk, press: CallbackQuery, event: Event, asked: EventTurn
) -> Replies | None:
    """What is asked before it is done; None where nobody hears of it."""
    told = await editing.how_many_hear(talk.session, event)
    if asked.turn is Turn.CANCEL:
        told = told if event.status is Status.PUBLISHED else 0
        await forms.enter(talk.state, Form.cancel_reason, event=event.id, reason="")
        keyboard = keyboards.rows(
            [
                [button(talk.say(labels.WITHOUT_REASON), _sure(event, Turn.CANCEL))],
                [button(talk.say(labels.BACK), EventPage(event=event.id))],
            ]
        )
        return rewrite(talk, press, words.ask_reason(talk.say, event, told), keyboard)
    if asked.turn is Turn.PUBLISH and told:
        return _ask(talk, event, words.sure_to_publish(talk.say, event, told), asked.turn)
    if asked.turn is Turn.REPORT:
        seen = outlook(event, await holders(talk.session, event))
        if seen.due or seen.unsaid:
            return _ask(talk, event, sure_to_report(talk.say, event, seen), asked.turn)
    return None


def _ask(talk: Talk, event: Event, question: str, turn: Turn = Turn.CANCEL) -> Reply:
    keyboard = keyboards.rows(
        [
            [button(talk.say(_YES[turn]), _sure(event, turn))],
            [button(talk.say(labels.BACK), EventPage(event=event.id))],
        ]
    )
    return say_to(talk, question, keyboard)


def _sure(event: Event, turn: Turn) -> EventTurn:
    return EventTurn(event=event.id, turn=turn, sure=True)
