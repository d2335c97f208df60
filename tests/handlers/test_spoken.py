"""A button below an open question, written instead of pressed."""

from typing import Any

import pytest
from aiogram.types import Update

from handlers import forms, keyboards
from handlers.callbacks.learning import EntryAnswer, EntryPart, NoComment, OneEntry
from handlers.callbacks.menu import StopForm
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.showing import say_to
from handlers.spoken import as_pressed
from handlers.talk import Talk
from tests.handlers.talking import written

STOP, STUDY = StopForm(), EntryAnswer(part=EntryPart.KIND, value="self_study")
SKIP, TO_ENTRY = NoComment(event=7), OneEntry(entry=7)


@pytest.mark.parametrize(
    ("text", "shown", "meant"),
    [
        ("savisvieta", {"Savišvieta": STUDY, "Nereikia": STOP}, STUDY),
        ("Nereikia!", {"Savišvieta": STUDY, "Nereikia": STOP}, STOP),
        ("/stop", {"Savišvieta": STUDY, "Nereikia": STOP}, STOP),
        ("Atšaukti", {"Praleisti": SKIP}, SKIP),
        ("stop", {"Praleisti": TO_ENTRY}, TO_ENTRY),
        ("stop", {"Savišvieta": STUDY}, None),
        ("Savišvieta namuose", {"Savišvieta": STUDY, "Nereikia": STOP}, None),
        ("…", {"…": STUDY}, None),
    ],
)
async def test_what_is_written_word_for_word(
    talk: Talk, text: str, shown: dict[str, Any], meant: Any
) -> None:
    """However it is spelt; and whoever wants out says so in other words."""
    await forms.enter(talk.state, Form.own_entry)
    rows = keyboards.rows([[button(label, data)] for label, data in shown.items()])
    await forms.remember(talk.state, say_to(talk, "Kas tai buvo?", rows))
    found = await as_pressed(talk.state, Update(update_id=1, message=written(text)))
    press = found.callback_query if found else None
    assert (press.data if press else None) == (meant.pack() if meant else None)


@pytest.mark.parametrize("form", [None, Form.consent, Form.survey])
async def test_where_only_a_press_counts(talk: Talk, form: Any) -> None:
    """A consent, the answers of a survey, and where nothing is asked."""
    if form is not None:
        await forms.enter(talk.state, form)
    rows = keyboards.rows([[button("Sutinku", STOP)]])
    await forms.remember(talk.state, say_to(talk, "Ar sutinkate?", rows))
    update = Update(update_id=1, message=written("Sutinku"))
    assert await as_pressed(talk.state, update) is None
