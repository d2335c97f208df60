"""Messages and chats as the page and the tests read them."""

from bot.playground import wall
from bot.playground.people import Letter, Person
from bot.playground.refusal import Json

FILES = ("document", "photo", "voice", "sticker")
OTHERS = ("contact", "location", "poll")


def letter_view(person: Person, letter: Letter) -> Json:
    """One message: who, when, visible text, entities, keyboard, file."""
    message = letter.message
    caption = "caption" in message
    markup = message.get("reply_markup", {})
    seen: Json = {
        "message_id": message["message_id"],
        "from": letter.side,
        "author": message["from"].get("first_name", ""),
        "date": message["date"],
        "edited": "edit_date" in message,
        "kind": kind_of(message),
        "text": message.get("caption" if caption else "text", ""),
        "html": letter.html,
        "entities": message.get("caption_entities" if caption else "entities", []),
        "keyboard": markup.get("inline_keyboard", []),
        "document": _file(message),
        "pinned": message["message_id"] in person.pinned,
    }
    for extra in (*OTHERS, "media_group_id"):
        if extra in message:
            seen[extra] = message[extra]
    if "via_bot" in message:
        seen["via_bot"] = message["via_bot"]["username"]
    if "reply_to_message" in message:
        seen["reply_to"] = message["reply_to_message"]["message_id"]
    if "forward_origin" in message:
        seen["forwarded"] = True
    return seen


def kind_of(message: Json) -> str:
    """What a message is: text, document, photo, voice, sticker, contact, location, poll."""
    return next((kind for kind in (*FILES, *OTHERS) if kind in message), "text")


def _file(message: Json) -> Json | None:
    kind = next((kind for kind in FILES if kind in message), None)
    if kind is None:
        return None
    found = message[kind][-1] if kind == "photo" else message[kind]
    names = ("file_id", "file_name", "mime_type", "file_size", "width", "height", "emoji")
    return {"kind": kind, **{name: found[name] for name in names if name in found}}


def chat_view(person: Person, *, after: int = 0) -> Json:
    """One person's chat; with `after` only messages of a higher id."""
    return {
        "person": person.id,
        "messages": [
            letter_view(person, letter)
            for number, letter in person.letters.items()
            if number > after
        ],
        "toasts": person.toasts,
        "reply_keyboard": person.reply_keyboard,
        "typing": person.typing_until > wall.elapsed(),
        "blocked": person.blocked,
        "started": person.started,
    }
