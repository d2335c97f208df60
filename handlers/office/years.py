"""The year of a day that was written without one: pressed, never guessed."""

from aiogram import Router
from aiogram.types import CallbackQuery

from catalogue.programme import days
from catalogue.programme.refusals import NotUnderstood
from catalogue.programme.refused import WrongCell
from handlers import forms
from handlers.forms import Form
from handlers.office import creating, editing, meetings
from handlers.office.callbacks.programme import OfYear
from handlers.replies import Replies
from handlers.showing import out_of_date
from handlers.talk import Talk

router = Router(name="years")

_GOES_ON = {
    Form.event_field.state: editing.take,
    Form.event_meeting.state: meetings.take,
    Form.new_event.state: creating.take,
}


@router.callback_query(OfYear.filter())
async def of_year(press: CallbackQuery, callback_data: OfYear, talk: Talk) -> Replies:
    """The form that is open takes what was written, line by line with the year."""
    go_on = _GOES_ON.get(await talk.state.get_state())
    text = (await forms.gathered(talk.state)).get("dated")
    if go_on is None or text is None:
        return out_of_date(talk)
    try:
        dated = [days.with_year(line, callback_data.year) for line in text.splitlines()]
    except WrongCell as wrong:
        raise NotUnderstood("when", wrong.reason, wrong.values) from None
    return await go_on(talk, "\n".join(dated))
