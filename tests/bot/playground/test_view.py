"""Messages and chats as the page reads them."""

from typing import Any

import pytest

from bot.playground.people import Letter, Person
from bot.playground.view import chat_view, kind_of, letter_view
from bot.playground.world import World

ONA = Person(5, "Ona")


def seen(person: Person = ONA, **fields: Any) -> dict[str, Any]:
    """A message of the bot as the page sees it."""
    message = {"message_id": 7, "from": {"first_name": "Kvieslys"}, "date": 1, **fields}
    return letter_view(person, Letter(message, "bot", html="<b>x</b>"))


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"text": "x"}, "text"),
        ({"document": {}, "caption": "x"}, "document"),
        ({"photo": [{}]}, "photo"),
        ({"voice": {}}, "voice"),
        ({"sticker": {}}, "sticker"),
        ({"contact": {}}, "contact"),
        ({"location": {}}, "location"),
        ({"poll": {}}, "poll"),
    ],
)
def test_kinds(fields: dict[str, Any], kind: str) -> None:
    """What a message carries tells how the page draws it."""
    assert kind_of(fields) == kind


def test_a_text() -> None:
    """Who, what, with which marks and buttons; nothing that is not there."""
    row = [{"text": "a", "callback_data": "b"}]
    assert seen(text="x", entities=[{"type": "bold"}], reply_markup={"inline_keyboard": [row]}) == {
        "message_id": 7,
        "from": "bot",
        "author": "Kvieslys",
        "date": 1,
        "edited": False,
        "kind": "text",
        "text": "x",
        "html": "<b>x</b>",
        "entities": [{"type": "bold"}],
        "keyboard": [row],
        "document": None,
        "pinned": False,
    }


def test_a_file_with_its_caption() -> None:
    """The caption stands as the text; of a photo the largest size counts."""
    sizes = [{"file_id": "small", "width": 1}, {"file_id": "large", "width": 9}]
    view = seen(photo=sizes, caption="štai", caption_entities=[{"type": "italic"}])
    assert (view["text"], view["entities"]) == ("štai", [{"type": "italic"}])
    assert view["document"] == {"kind": "photo", "file_id": "large", "width": 9}


def test_what_else_may_be_said_of_a_message() -> None:
    """Edited, pinned, answering, forwarded and by way of a bot are all shown."""
    pinned = Person(5, "Ona", pinned=[7])
    view = seen(
        pinned,
        text="x",
        edit_date=2,
        via_bot={"username": "b"},
        reply_to_message={"message_id": 3},
        forward_origin={},
        media_group_id="9",
    )
    assert (view["edited"], view["pinned"], view["forwarded"]) == (True, True, True)
    assert (view["via_bot"], view["reply_to"], view["media_group_id"]) == ("b", 3, "9")


def test_a_chat_from_some_message_on() -> None:
    """Who has seen the first messages is given the later ones; all else is as it is now."""
    world = World()
    person = world.add(Person(5, "Ona", started=True))
    numbers = [
        world.new_letter(person, "bot", world.bot_author(), {"text": word}).message["message_id"]
        for word in ("a", "b", "c")
    ]
    view = chat_view(person, after=numbers[0])
    assert [one["text"] for one in view["messages"]] == ["b", "c"]
    assert (view["person"], view["started"], view["blocked"], view["typing"]) == (
        5,
        True,
        False,
        False,
    )
    world.typing(person)
    assert chat_view(person)["typing"] is True
