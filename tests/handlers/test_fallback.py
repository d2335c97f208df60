from typing import Any

import pytest
from aiogram.fsm.state import State
from aiogram.types import ChatMemberBanned, ChatMemberUpdated, Contact, PhotoSize, User

from handlers import fallback, forms
from handlers.forms import Form
from handlers.showing import out_of_date
from handlers.talk import Talk
from tests.factories import NOW
from tests.handlers.talking import ACCOUNT, buttons, pressed, texts, written

DOORS = ["Renginiai", "Mano renginiai", "Klausti"]
PHOTO: dict[str, Any] = {"photo": [PhotoSize(file_id="1", file_unique_id="1", width=1, height=1)]}


async def test_an_unknown_command_shows_what_there_is(talk: Talk) -> None:
    """Not only that it is unknown."""
    said = await fallback.unknown_command(written("/nesamone"), talk)
    assert texts(said)[0].startswith("Tokios komandos nežinau.\n\n<b>Ką moku</b>")
    assert buttons(said) == DOORS


async def test_a_picture_is_thanked_for(talk: Talk) -> None:
    """And whatever kind comes next year, too."""
    said = await fallback.not_a_text(written(**PHOTO), talk)
    assert texts(said)[0].startswith("Ačiū už nuotrauką!")
    contact = Contact(phone_number="1", first_name="A")
    other = await fallback.not_a_text(written(contact=contact), talk)
    assert texts(other)[0].startswith("Ačiū! ")
    assert buttons(said) == buttons(other) == DOORS


@pytest.mark.parametrize("step", [Form.name, Form.consent, Form.access_need])
async def test_a_picture_is_no_answer_to_a_question(talk: Talk, step: State) -> None:
    """The form stays open and says so, so that the next words are taken for what they are."""
    assert step in Form.__states__
    await talk.state.set_state(step)
    said = await fallback.not_a_text(written(**PHOTO), talk)
    assert texts(said)[0].endswith("atsakyti žodžiais arba mygtuku.")
    assert buttons(said) == ["Nereikia"]
    assert await talk.state.get_state() is not None
    await forms.remember(talk.state, out_of_date(talk))
    assert buttons(await fallback.not_a_text(written(**PHOTO), talk)) == DOORS


async def test_an_old_button_leads_on(talk: Talk) -> None:
    """Whatever it once meant."""
    said = await fallback.old_button(pressed(), talk)
    assert texts(said) == ["Šis mygtukas paseno. Pradėkime iš naujo:"]
    assert buttons(said) == DOORS


async def test_blocking_is_remembered_and_answered_by_nothing(talk: Talk) -> None:
    """Who left is not written to; who comes back has been met by the turn already."""
    bot = User(id=2, is_bot=True, first_name="Kvieslys")
    banned = ChatMemberBanned(user=bot, until_date=NOW)
    change = ChatMemberUpdated(
        chat=written().chat,
        from_user=ACCOUNT,
        date=NOW,
        old_chat_member=banned,
        new_chat_member=banned,
    )
    assert await fallback.blocked(change, talk) is None
    await talk.session.refresh(talk.person)
    assert talk.person.unreachable_since == NOW
    assert await fallback.back_again(change, talk) is None
