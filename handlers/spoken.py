"""A button below an open question, written instead of pressed."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Update

from catalogue.search.normalise import words
from handlers import forms
from handlers.callbacks.learning import NoComment, OneEntry
from handlers.callbacks.menu import StopForm
from handlers.callbacks.practice import NoExample
from handlers.forms import Form

#: As people write who want to get out.
_STOP = frozenset({"stop", "stabdyti", "cancel", "atsaukti", "baigti", "quit"})
_WAYS_OUT = frozenset({kind.__prefix__ for kind in (StopForm, NoComment, NoExample, OneEntry)})


async def as_pressed(state: FSMContext, update: Update) -> Update | None:
    """The press that was meant, as if it came below no message; None for all other words. Consent
    is given by a press alone.
    """
    said = update.message
    by_press_alone = {None, Form.consent.state}
    if said is None or said.from_user is None or await state.get_state() in by_press_alone:
        return None
    way_on = await forms.way_on(state)
    every = [one for row in way_on.inline_keyboard for one in row] if way_on else []
    meant = next((one for one in every if _is_meant(one, said.text or "")), None)
    if meant is None:
        return None
    press = CallbackQuery(
        id="", from_user=said.from_user, chat_instance="", data=meant.callback_data
    )
    return Update(update_id=update.update_id, callback_query=press)


def wants_out(text: str) -> bool:
    spoken = words(text)
    return len(spoken) == 1 and spoken[0] in _STOP


def _is_meant(one: InlineKeyboardButton, text: str) -> bool:
    spoken = words(text)
    if not spoken or one.callback_data is None:
        return False
    is_way_out = one.callback_data.partition(":")[0] in _WAYS_OUT
    return spoken == words(one.text) or (is_way_out and wants_out(text))
