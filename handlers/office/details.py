"""What not every event has, added to a new draft with two presses each and kept at once."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from catalogue.editing import pending
from catalogue.editing import rules as editing
from catalogue.programme.refusals import NotUnderstood, StageOver
from catalogue.programme.refused import WrongCell
from catalogue.programme.tables import Event, Status
from handlers import forms, keyboards
from handlers.browsing import mark
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks.programme import NewDetail
from handlers.office.creating import DETAILS, Shown, confirmed
from handlers.office.editing import offered_for
from handlers.office.life import held, note
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import creating as words

router = Router(name="details")


@router.callback_query(NewDetail.filter())
async def detail(press: CallbackQuery, callback_data: NewDetail, talk: Talk) -> Replies:
    """Asked for; or what was pressed is taken."""
    event = await _draft(talk, callback_data.event)
    if callback_data.back:
        return rewrite(talk, press, *await confirmed(talk, event))
    name = DETAILS[min(callback_data.field, len(DETAILS) - 1)]
    offered = await _offered(talk, event, name)
    taken = next((one for one in offered if mark(one) == callback_data.mark), None)
    if taken is not None:
        return rewrite(talk, press, *await _put(talk, event, name, taken))
    await forms.enter(talk.state, Form.new_detail, event=event.id, field=name)
    rows = [[button(one, callback_data.model_copy(update={"mark": mark(one)}))] for one in offered]
    skip = button(talk.say(labels.SKIP), callback_data.model_copy(update={"back": True}))
    text = words.ask_detail(talk.say, name, event, any_offered=bool(offered))
    return rewrite(talk, press, text, keyboards.rows([*rows, [skip]]))


@router.message(Form.new_detail, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    form = await forms.gathered(talk.state)
    event = await _draft(talk, form["event"])
    return say_to(talk, *await _put(talk, event, form["field"], message.text or ""))


async def _draft(talk: Talk, event_id: int) -> Event:
    """Of what teachers see nothing is kept at once. Raises EventGone, StaffOnly, StageOver."""
    event = await held(talk, event_id)
    if event.status is not Status.DRAFT:
        raise StageOver(event)
    return event


async def _offered(talk: Talk, event: Event, name: str) -> list[str]:
    """Whoever describes an event is most often its coordinator."""
    own = [talk.person.name] if name == "coordinator" and talk.person.name else []
    return list(dict.fromkeys([*own, *await offered_for(talk, event, name)]))


async def _put(talk: Talk, event: Event, name: str, cell: str) -> Shown:
    """Raises NotUnderstood, and the form waits for another try."""
    zone = talk.say.timezone
    try:
        wanted = pending.with_cell(pending.begun(event), event, name, cell, zone)
    except WrongCell as wrong:
        raise NotUnderstood(name, wrong.reason, wrong.values) from None
    edits = pending.edits(wanted, zone)
    note(talk, await editing.save(talk.session, event, edits, now=talk.now, zone=zone))
    await forms.leave(talk.state)
    return await confirmed(talk, event)
