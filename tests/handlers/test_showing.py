from aiogram.types import CallbackQuery, Document, Message

from handlers import keyboards, showing
from handlers.talk import Talk
from tests.factories import an_event, kept
from tests.handlers.talking import pressed, rewritten, texts


async def test_say_to_goes_to_the_chat_as_plain_text(talk: Talk) -> None:
    """A finished value: Telegram's HTML as a plain string, with its keyboard."""
    said = showing.say_to(talk, talk.say("<b>Staff</b>"), keyboards.stop(talk.say))
    assert (said.chat_id, said.text) == (talk.chat_id, "<b>Darbuotojai</b>")
    assert type(said.text) is str
    assert said.reply_markup == keyboards.stop(talk.say)


def below_a_file(message_id: int) -> CallbackQuery:
    press = pressed(message_id=message_id)
    assert isinstance(press.message, Message)
    file = Document(file_id="1", file_unique_id="1")
    return press.model_copy(update={"message": press.message.model_copy(update={"document": file})})


async def test_rewrite_changes_the_pressed_message(talk: Talk) -> None:
    """Or says it anew where Telegram no longer tells which it was, and below a file."""
    press = pressed(message_id=5)
    assert rewritten(showing.rewrite(talk, press, "a")) == [5]
    assert rewritten(showing.rewrite(talk, below_a_file(5), "a")) == []
    gone = press.model_copy(update={"message": None})
    assert rewritten(showing.rewrite(talk, gone, "a")) == []
    assert texts(showing.rewrite(talk, gone, "a")) == ["a"]


async def test_the_card_is_the_same_new_and_refreshed(talk: Talk) -> None:
    """As things stand for this person now."""
    event = an_event()
    await kept(talk.session, event)
    new, again = (
        await showing.card(talk, event),
        await showing.refreshed_card(talk, pressed(), event),
    )
    assert texts(new) == texts(again)
    assert (rewritten(new), rewritten(again)) == ([], [77])


async def test_what_is_out_of_date_leads_on(talk: Talk) -> None:
    """One is told so, and finds the three doors."""
    told = showing.out_of_date(talk)
    assert "paseno" in told.text
    assert told.reply_markup == keyboards.doors(talk.say)
