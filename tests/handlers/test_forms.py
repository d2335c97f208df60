import pytest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Update

from handlers import forms
from handlers.callbacks.menu import StopForm
from handlers.callbacks.person import Consent, CorrectName
from handlers.callbacks.programme import Calendar, OpenEvent
from handlers.forms import Form, goes_on
from handlers.talk import Talk
from tests.handlers.talking import pressed, written


@pytest.mark.parametrize(
    ("text", "goes"),
    [("Ona Petraitienė", True), ("o kada?", True), ("", True), ("/mano", False), ("/", False)],
)
def test_a_text_goes_on_and_a_command_does_not(text: str, goes: bool) -> None:  # noqa: FBT001 -- a table
    """After a command the next text is a question again, and no name."""
    assert goes_on(Update(update_id=1, message=written(text))) is goes


def test_a_picture_leaves_the_form_open() -> None:
    """A sticker sent by mistake does not throw away what was filled in."""
    assert goes_on(Update(update_id=1, message=written()))


@pytest.mark.parametrize(
    ("data", "goes"),
    [
        (Consent(agreed=True), True),
        (CorrectName(), True),
        (StopForm(), False),
        (OpenEvent(event=1), False),
        (Calendar(event=1), False),
        (None, False),
    ],
)
def test_the_forms_own_buttons_go_on(data: CallbackData | None, goes: bool) -> None:  # noqa: FBT001 -- a table
    """Every other press has turned to something else, also one whose name begins alike."""
    assert goes_on(Update(update_id=1, callback_query=pressed(data))) is goes


async def test_a_form_gathers_apart_from_the_conversation(talk: Talk) -> None:
    """Step by step what is said adds up, and when the form is left its subject is still known."""
    await talk.state.update_data(event=4)
    await forms.enter(talk.state, Form.name, event=7, anyway=True)
    await forms.enter(talk.state, Form.consent, name="Ona Petraitienė")
    assert await talk.state.get_state() == Form.consent.state
    assert await forms.gathered(talk.state) == {
        "event": 7,
        "anyway": True,
        "name": "Ona Petraitienė",
    }
    await forms.leave(talk.state)
    assert await talk.state.get_state() is None
    assert await talk.state.get_data() == {"event": 4}
