from catalogue.registrations import rules
from handlers import keyboards, showing
from handlers.replies import Recipe
from handlers.talk import Talk
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.talking import pressed, rewritten, texts


async def test_say_to_goes_to_the_chat_as_plain_text(talk: Talk) -> None:
    """A finished value: Telegram's HTML as a plain string, with its keyboard."""
    said = showing.say_to(talk, talk.say("<b>Staff</b>"), keyboards.stop(talk.say))
    assert (said.chat_id, said.text) == (talk.chat_id, "<b>Darbuotojai</b>")
    assert type(said.text) is str
    assert said.reply_markup == keyboards.stop(talk.say)


async def test_rewrite_changes_the_pressed_message(talk: Talk) -> None:
    """Or says it anew where Telegram no longer tells which message it was."""
    press = pressed(message_id=5)
    assert rewritten(showing.rewrite(talk, press, "a")) == [5]
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


async def test_who_moved_up_is_told_in_their_language(talk: Talk) -> None:
    """One who was forgotten meanwhile cannot be told, and nobody else is missed."""
    event = an_event()
    english, gone = a_person(client_language="en"), a_person()
    await kept(talk.session, event, english, gone)
    moved = [
        (await rules.join(talk.session, event_id=event.id, person=one, now=NOW)).registration
        for one in (english, gone)
    ]
    gone.telegram_id = None
    assert await showing.tell_moved_up(talk, moved) == [
        Recipe(
            chat_id=english.telegram_id or 0,
            kind="moved_up",
            key=str(moved[0].id),
            language="en",
            urgent=True,
        )
    ]
    assert await showing.tell_moved_up(talk, []) == []
