"""What people do: each deed becomes the update Telegram would make of it."""

import re
import secrets

from bot.playground import entities, rules, stash, wall
from bot.playground.people import BOT_USERNAME, Letter, Person
from bot.playground.refusal import Json, bad, forbidden
from bot.playground.world import Callback, InlineQuestion, World

INSTANCE = "-4611686018427387904"


def write(world: World, person: Person, text: str) -> list[Letter]:
    """Send a text; a long one goes in several messages, as Telegram's apps cut it."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # no half letters
    parts = entities.pieces(whole)
    if not parts:
        raise bad("text must be non-empty")
    return [_say(world, person, _text_fields(part)) for part in parts]


def _text_fields(text: str) -> Json:
    found = entities.found_in(text)
    return {"text": text, **({"entities": found} if found else {})}


def _say(world: World, person: Person, fields: Json) -> Letter:
    _may_speak(person)
    person.started = True
    letter = world.new_letter(person, "person", person.user(), fields)
    letter.html = str(fields.get("text", fields.get("caption", "")))
    if person.reply_keyboard and person.reply_keyboard.get("one_time_keyboard"):
        person.reply_keyboard = None
    world.updates.put("message", letter.message)
    world.show(person, letter)
    return letter


def _may_speak(person: Person) -> None:
    if person.blocked:
        raise forbidden("this person has blocked the bot and must unblock it first")


def edit(world: World, person: Person, message_id: int, text: str) -> Letter:
    """Change a text of one's own."""
    letter = person.letters.get(message_id)
    if letter is None or letter.side != "person" or "text" not in letter.message:
        raise bad("message can't be edited")
    kept = {key: value for key, value in letter.message.items() if key != "entities"}
    letter.message = {**kept, "edit_date": wall.unix_now(), **_text_fields(text.strip())}
    letter.html = text
    world.updates.put("edited_message", letter.message)
    world.show(person, letter)
    return letter


def press(world: World, person: Person, message_id: int, data: str) -> Callback:
    """Press a button. The data is not compared with the button: an app may send any."""
    letter = person.letters.get(message_id)
    if letter is None:
        raise bad("message not found")
    _may_speak(person)
    if len(data.encode()) > 64:
        raise bad("DATA_INVALID")
    number = str(secrets.randbelow(9 * 10**18) + 10**18)
    callback = Callback(number, person.id, message_id, data, wall.elapsed())
    world.callbacks[number] = callback
    about: Json = {"id": number, "from": person.user(), "chat_instance": INSTANCE, "data": data}
    if letter.inline_id:
        about["inline_message_id"] = letter.inline_id
    else:
        about["message"] = letter.message
    world.updates.put("callback_query", about)
    world.feed.tell()
    return callback


def ask_inline(world: World, person: Person, query: str, offset: str = "") -> InlineQuestion:
    """Type the bot's name and a query."""
    number = str(secrets.randbelow(9 * 10**18) + 10**18)
    question = InlineQuestion(number, person.id, query[:256], wall.elapsed())
    world.questions[number] = question
    asked: Json = {"id": number, "from": person.user(), "query": query[:256], "offset": offset}
    world.updates.put("inline_query", {**asked, "chat_type": "sender"})
    return question


def choose(world: World, person: Person, question_id: str, result_id: str, to: Person) -> Letter:
    """Send an inline result: into one's own chat with the bot, or to another person."""
    question = world.questions.get(question_id)
    results = (question.answer or {}).get("results", []) if question else []
    result = next((one for one in results if one["id"] == result_id), None)
    if question is None or question.person != person.id or result is None:
        raise bad("RESULT_ID_INVALID")
    fields = _result_fields(world, result)
    fields["via_bot"] = world.bot_author()
    own = to.id == person.id
    letter = world.new_letter(to, "person" if own else "other", person.user(), fields)
    letter.html = str(fields.get("text", fields.get("caption", "")))
    letter.hidden = not own
    if "reply_markup" in fields:
        letter.inline_id = f"inline-{secrets.token_hex(8)}"
        world.inline_letters[letter.inline_id] = (to.id, letter.message["message_id"])
    if own:
        person.started = True
        world.updates.put("message", letter.message)
    world.show(to, letter)
    return letter


def _result_fields(world: World, result: Json) -> Json:
    fields: Json = {}
    content = result.get("input_message_content")
    file_id = result.get(f"{result['type']}_file_id")
    if content:
        text, found = rules.text_of(
            content.get("message_text", ""),
            parse_mode=content.get("parse_mode", "") or "",
            given=content.get("entities"),
        )
        fields = {"text": text, **({"entities": found} if found else {})}
    elif file_id:
        text, found = rules.caption_of(
            result.get("caption", ""), parse_mode=result.get("parse_mode", "") or ""
        )
        fields = stash.part(world.stash.find(file_id))
        fields |= {"caption": text, "caption_entities": found} if text else {}
    else:
        fields = {"text": result.get("title", "…")}
    if result.get("reply_markup"):
        fields["reply_markup"] = result["reply_markup"]
    return fields


def upload(
    world: World, person: Person, kind: str, *, content: bytes, name: str, caption: str = ""
) -> Letter:
    """Send a file: photo, document, voice or sticker."""
    if kind not in ("photo", "document", "voice", "sticker"):
        raise bad("unknown kind of file")
    mime = {"voice": "audio/ogg", "photo": "image/jpeg", "sticker": "image/webp"}.get(kind, "")
    fields = stash.part(world.stash.keep(content, kind=kind, name=name, mime=mime))
    if caption:
        found = entities.found_in(caption)
        fields["caption"] = caption[: rules.CAPTION_LIMIT]
        fields |= {"caption_entities": found} if found else {}
    return _say(world, person, fields)


def share(world: World, person: Person, what: Json) -> Letter:
    """Send a contact, a location, or a forwarded poll: `{"poll": {"question", "options"}}`."""
    if "contact" in what:
        given = what["contact"]
        contact = {"phone_number": "+37060000000", "first_name": person.first_name, **given}
        return _say(world, person, {"contact": contact})
    if "location" in what:
        return _say(world, person, {"location": what["location"]})
    if "poll" in what:
        return _say(world, person, {"poll": _poll(what["poll"]), **_forwarded()})
    raise bad("contact, location or poll expected")


def _forwarded() -> Json:
    origin = {"type": "hidden_user", "date": wall.unix_now(), "sender_user_name": "Kolegė"}
    return {"forward_origin": origin}


def _poll(given: Json) -> Json:
    options = [
        {"persistent_id": str(at), "text": text, "voter_count": 0}
        for at, text in enumerate(given.get("options", ["Taip", "Ne"]))
    ]
    return {
        "id": str(secrets.randbelow(10**18)),
        "question": given.get("question", "?"),
        "options": options,
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }


def block(world: World, person: Person, *, blocked: bool) -> None:
    """Block or unblock the bot; saying it twice changes nothing."""
    if person.blocked == blocked:
        return
    person.blocked = blocked
    me = world.bot()
    member = {"user": me, "status": "member"}
    kicked = {"user": me, "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if blocked else (kicked, member)
    change = {"chat": person.chat(), "from": person.user(), "date": wall.unix_now()}
    change |= {"old_chat_member": old, "new_chat_member": new}
    world.updates.put("my_chat_member", change)
    world.feed.tell({"type": "people"})


def followed(url: str) -> str | None:
    """The payload of a deep link to this bot; None for any other link."""
    pattern = rf"(?:https?://)?t\.me/{BOT_USERNAME}(?:\?start=([A-Za-z0-9_-]*))?/?"
    found = re.fullmatch(pattern, url, re.IGNORECASE)
    return (found[1] or "") if found else None
