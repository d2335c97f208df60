"""The Bot API's methods that change, delete and pin messages."""

from bot.playground import keyboards, sending, wall
from bot.playground.arguments import Arguments
from bot.playground.people import Letter, Person
from bot.playground.refusal import Json, bad
from bot.playground.world import World

SAME = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


_PARTS = {
    "text": ("text", "entities"),
    "caption": ("caption", "caption_entities"),
    "media": ("caption", "caption_entities", "photo", "document", "video", "audio"),
    "": (),
}


def _target(world: World, args: Arguments) -> tuple[Person, Letter]:
    inline = args.text("inline_message_id")
    if inline:
        place = world.inline_letters.get(inline)
        if place is None or place[1] not in world.people[place[0]].letters:
            raise bad("MESSAGE_ID_INVALID")
        person = world.people[place[0]]
        return person, person.letters[place[1]]
    person = sending.addressee(world, args)
    letter = person.letters.get(args.number("message_id"))
    if letter is None or letter.hidden:
        raise bad("message to edit not found")
    if letter.side != "bot":
        raise bad("message can't be edited")
    return person, letter


def _change(
    world: World, args: Arguments, person: Person, letter: Letter, fields: Json, *, part: str = ""
) -> Json | bool:
    """Replace a part of the message and the keyboard: without one it goes away."""
    markup = keyboards.inline_only(args.data("reply_markup"))
    gone = _PARTS[part]
    kept = {k: v for k, v in letter.message.items() if k not in (*gone, "reply_markup")}
    new = {**kept, **fields, **({"reply_markup": markup} if markup else {})}
    if {**new, "edit_date": 0} == {**letter.message, "edit_date": 0}:
        raise bad(SAME)
    world.pace.step(person.id)
    letter.message = {**new, "edit_date": wall.unix_now()}
    if part in ("text", "caption"):
        letter.html = args.text(part)
    world.show(person, letter)
    return True if letter.inline_id else letter.message


def edit_text(world: World, args: Arguments) -> Json | bool:
    person, letter = _target(world, args)
    fields = sending.text_fields(args)
    if "text" not in letter.message:
        raise bad("there is no text in the message to edit")
    return _change(world, args, person, letter, fields, part="text")


def edit_caption(world: World, args: Arguments) -> Json | bool:
    """editMessageCaption: an empty one takes the caption away."""
    person, letter = _target(world, args)
    fields = sending.caption_fields(args)
    if "text" in letter.message:
        raise bad("there is no caption in the message to edit")
    return _change(world, args, person, letter, fields, part="caption")


def edit_media(world: World, args: Arguments) -> Json | bool:
    """editMessageMedia: another picture or file in the place of one, with the caption it brings."""
    person, letter = _target(world, args)
    media = args.data("media")
    if not isinstance(media, dict):
        raise bad("media must be an object")
    if "text" in letter.message:
        raise bad("there is no media in the message to edit")
    part = sending.media_part(world, args, media)
    letter.html = str(media.get("caption") or "")
    return _change(world, args, person, letter, part, part="media")


def edit_markup(world: World, args: Arguments) -> Json | bool:
    person, letter = _target(world, args)
    return _change(world, args, person, letter, {})


def delete(world: World, args: Arguments) -> bool:
    """deleteMessage: one's own and the person's, for 48 hours."""
    person = sending.addressee(world, args)
    _delete(world, person, args.number("message_id"))
    return True


def _delete(world: World, person: Person, number: int) -> None:
    letter = person.letters.get(number)
    if letter is None or letter.hidden:
        raise bad("message to delete not found")
    if sending.forgotten(letter):
        raise bad("message can't be deleted for everyone")
    world.remove(person, number)


def delete_many(world: World, args: Arguments) -> bool:
    """deleteMessages: 1 to 100; those not found are skipped."""
    person = sending.addressee(world, args)
    numbers = args.data("message_ids")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
        raise bad("1 to 100 message identifiers expected")
    for number in numbers:
        if int(number) in person.letters:
            _delete(world, person, int(number))
    return True


def pin(world: World, args: Arguments) -> bool:
    person = sending.addressee(world, args)
    letter = person.letters.get(args.number("message_id"))
    if letter is None or letter.hidden:
        raise bad("message to pin not found")
    number = letter.message["message_id"]
    person.pinned = [one for one in person.pinned if one != number] + [number]
    world.show(person, letter)
    return True


def unpin(world: World, args: Arguments) -> bool:
    """unpinChatMessage: the given one, or the newest."""
    person = sending.addressee(world, args)
    newest = person.pinned[-1] if person.pinned else 0
    number = args.number("message_id", newest)
    if number not in person.pinned:
        raise bad("message to unpin not found")
    person.pinned.remove(number)
    world.show(person, person.letters[number])
    return True


METHODS = {
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagemedia": edit_media,
    "editmessagereplymarkup": edit_markup,
    "deletemessage": delete,
    "deletemessages": delete_many,
    "pinchatmessage": pin,
    "unpinchatmessage": unpin,
}
