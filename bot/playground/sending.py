"""The Bot API's methods that put a message into a chat."""

import secrets

from bot.playground import keyboards, rules, stash, wall
from bot.playground.arguments import Arguments
from bot.playground.people import Letter, Person
from bot.playground.refusal import Json, bad, forbidden
from bot.playground.stash import Stored
from bot.playground.world import World

ALBUM_KINDS = {"photo": "photo", "document": "document", "video": "document", "audio": "document"}


def addressee(world: World, args: Arguments, name: str = "chat_id") -> Person:
    """Whose chat the call is about."""
    if not args.text(name):
        raise bad(f"{name} is empty")
    if args.text(name).startswith("@"):
        raise bad("chat not found")
    return world.person(args.number(name))


def deliver(world: World, person: Person, fields: Json, *, markup: Json | None = None) -> Letter:
    """Put the bot's message into the chat, if the person and the pace allow it."""
    check_reachable(person)
    world.pace.step(person.id)
    if markup and "inline_keyboard" in markup:
        fields = {**fields, "reply_markup": markup}
    elif markup:
        person.reply_keyboard = None if markup.get("remove_keyboard") else markup
    letter = world.new_letter(person, "bot", world.bot_author(), fields)
    world.typing_ends(person)
    return letter


def check_reachable(person: Person) -> None:
    """Nobody who blocked the bot or never spoke to it can be written to."""
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def text_fields(args: Arguments) -> Json:
    """`text` and `entities` of a call."""
    text, found = rules.text_of(
        args.text("text"),
        parse_mode=args.text("parse_mode"),
        given=args.objects("entities"),
    )
    return {"text": text, **({"entities": found} if found else {})}


def caption_fields(args: Arguments) -> Json:
    """`caption` and `caption_entities` of a call; nothing when there is none."""
    text, found = rules.caption_of(
        args.text("caption"),
        parse_mode=args.text("parse_mode"),
        given=args.objects("caption_entities"),
    )
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": found} if found else {})}


def _reply_fields(person: Person, args: Arguments) -> Json:
    given = args.data("reply_parameters") or {}
    number = int(given.get("message_id", 0)) or args.number("reply_to_message_id")
    if not number:
        return {}
    letter = person.letters.get(number)
    if letter is None or letter.hidden:
        if given.get("allow_sending_without_reply") or args.flag("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    quoted = {k: v for k, v in letter.message.items() if k != "reply_to_message"}
    return {"reply_to_message": quoted}


def _send(world: World, args: Arguments, fields: Json, html: str) -> Json:
    person = addressee(world, args)
    markup = keyboards.markup(args.data("reply_markup"))
    whole = {**_reply_fields(person, args), **fields}
    if args.flag("protect_content"):
        whole["has_protected_content"] = True
    letter = deliver(world, person, whole, markup=markup)
    letter.html = html
    world.show(person, letter)
    return letter.message


def send_message(world: World, args: Arguments) -> Json:
    addressee(world, args)
    return _send(world, args, text_fields(args), args.text("text"))


def _file(world: World, args: Arguments, name: str) -> Stored:
    """The file of a field: uploaded, or an id given out before."""
    uploaded = args.upload(name)
    if uploaded:
        content = rules.upload(uploaded.content, photo=name == "photo")
        if name == "photo":
            stash.picture_size(content)
        return world.stash.keep(content, kind=name, name=uploaded.name, mime=uploaded.mime)
    value = args.text(name)
    if not value:
        raise bad(f"there is no {name} in the request")
    if value.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    return world.stash.find(value)


def send_document(world: World, args: Arguments) -> Json:
    addressee(world, args)
    fields = caption_fields(args)
    part = stash.part(_file(world, args, "document"))
    return _send(world, args, {**part, **fields}, args.text("caption"))


def send_photo(world: World, args: Arguments) -> Json:
    addressee(world, args)
    fields = caption_fields(args)
    part = stash.part(_file(world, args, "photo"))
    return _send(world, args, {**part, **fields}, args.text("caption"))


def send_media_group(world: World, args: Arguments) -> list[Json]:
    """sendMediaGroup: 2 to 10 of one kind, or photos and videos together."""
    person = addressee(world, args)
    media = args.objects("media")
    if media is None or not 2 <= len(media) <= 10:
        raise bad("can't send an album: 2 to 10 items expected")
    kinds = {str(one.get("type")) for one in media}
    if not kinds <= set(ALBUM_KINDS):
        raise bad("can't parse InputMedia: invalid type specified")
    if len(kinds) > 1 and kinds & {"document", "audio"}:
        raise bad("document can't be mixed with other media types")
    parts = [media_part(world, args, one) for one in media]
    check_reachable(person)
    world.pace.step(person.id, messages=len(parts))
    group = str(secrets.randbelow(10**17))
    sent = []
    for part, one in zip(parts, media, strict=True):
        fields = {**part, "media_group_id": group}
        letter = world.new_letter(person, "bot", world.bot_author(), fields)
        letter.html = str(one.get("caption") or "")
        world.show(person, letter)
        sent.append(letter.message)
    world.typing_ends(person)
    return sent


def media_part(world: World, args: Arguments, one: Json) -> Json:
    """What a message has of an InputMedia; the file goes along or was sent before."""
    kind = ALBUM_KINDS.get(str(one.get("type")))
    if kind is None:
        raise bad("can't parse InputMedia: invalid type specified")
    inner = Arguments({**one, kind: one.get("media")}, args.uploads)
    return {**stash.part(_file(world, inner, kind)), **caption_fields(inner)}


def _source(world: World, args: Arguments) -> Letter:
    letter = addressee(world, args, "from_chat_id").letters.get(args.number("message_id"))
    if letter is None or letter.hidden:
        raise bad("message to copy not found")
    return letter


_OWN = (
    "message_id",
    "from",
    "chat",
    "date",
    "edit_date",
    "reply_markup",
    "reply_to_message",
    "media_group_id",
    "via_bot",
)


def _content(message: Json) -> Json:
    return {key: value for key, value in message.items() if key not in _OWN}


def copy_message(world: World, args: Arguments) -> Json:
    """copyMessage: the same content, without a trace of its author."""
    letter = _source(world, args)
    fields = _content(letter.message)
    fields.pop("forward_origin", None)
    if "caption" in args.values:
        fields = {k: v for k, v in fields.items() if not k.startswith("caption")}
        fields |= caption_fields(args)
    return {"message_id": _send(world, args, fields, letter.html)["message_id"]}


def forward_message(world: World, args: Arguments) -> Json:
    letter = _source(world, args)
    origin = {
        "type": "user",
        "date": letter.message["date"],
        "sender_user": letter.message["from"],
    }
    fields = {**_content(letter.message), "forward_origin": origin}
    return _send(world, args, fields, letter.html)


def send_chat_action(world: World, args: Arguments) -> bool:
    """sendChatAction: „typing“ for five seconds or until the next message."""
    person = addressee(world, args)
    check_reachable(person)
    if not args.text("action"):
        raise bad("wrong parameter action in request")
    world.typing(person)
    return True


def forgotten(letter: Letter) -> bool:
    """Whether a message is older than the 48 hours in which it can be deleted."""
    return bool(wall.unix_now() - letter.message["date"] > 48 * 3600)


METHODS = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "sendmediagroup": send_media_group,
    "copymessage": copy_message,
    "forwardmessage": forward_message,
    "sendchataction": send_chat_action,
}
