"""The steps in which a typed text is an answer to us and not a question of the person's."""

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Update

from handlers.callbacks import CONTINUES_A_FORM


class Form(StatesGroup):
    """`name` and `consent` keep the event to join in the conversation's data, if any."""

    name = State()
    consent = State()
    access_need = State()


#: The steps of introducing oneself.
INTRODUCTION = frozenset({Form.name.state, Form.consent.state})


def goes_on(update: Update) -> bool:
    """Whether this goes on with an open form: a text that is no command, or the form's buttons.

    Whatever else a person does, they have turned to something else, and what they write next
    must not be taken for a name.
    """
    if update.message:
        return not (update.message.text or "").startswith("/")
    if update.callback_query:
        pressed = (update.callback_query.data or "").partition(":")[0]
        return pressed in {kind.__prefix__ for kind in CONTINUES_A_FORM}
    return True
