"""The Bot API's methods about the bot itself, its command menus, chats and files."""

from collections.abc import Callable

from bot.playground import rules, sending
from bot.playground.arguments import Arguments
from bot.playground.people import BOT_ID, Person
from bot.playground.refusal import Json, Refused, bad
from bot.playground.world import World

Scope = tuple[str, int, int]
GENERAL = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
OF_CHAT = ("chat", "chat_administrators", "chat_member")
TEXTS = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, _args: Arguments) -> Json:
    return world.bot()


def _scope(world: World, args: Arguments) -> Scope:
    given = args.data("scope") or {"type": "default"}
    kind = given.get("type") if isinstance(given, dict) else None
    if kind in GENERAL:
        return str(kind), 0, 0
    if kind not in OF_CHAT:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    person = sending.addressee(world, Arguments(given))
    if not person.started:
        raise bad("chat not found")
    return str(kind), person.id, int(given.get("user_id", 0))


def set_commands(world: World, args: Arguments) -> bool:
    key = (*_scope(world, args), rules.language(args.text("language_code")))
    world.commands[key] = rules.commands(args.data("commands"))
    world.feed.tell({"type": "commands"})
    return True


def get_commands(world: World, args: Arguments) -> list[Json]:
    key = (*_scope(world, args), rules.language(args.text("language_code")))
    return world.commands.get(key, [])


def delete_commands(world: World, args: Arguments) -> bool:
    key = (*_scope(world, args), rules.language(args.text("language_code")))
    world.commands.pop(key, None)
    world.feed.tell({"type": "commands"})
    return True


def commands_for(world: World, person: Person) -> list[Json]:
    """The menu this person sees: the narrowest scope first, their language before none."""
    scopes: list[Scope] = [
        ("chat", person.id, 0),
        ("all_private_chats", 0, 0),
        ("default", 0, 0),
    ]
    for scope in scopes:
        for language in (person.language_code[:2], ""):
            found = world.commands.get((*scope, language))
            if found:
                return found
    return []


def _setter(field: str) -> Callable[[World, Arguments], bool]:
    def set_text(world: World, args: Arguments) -> bool:
        text = args.text(field)
        if len(text) > TEXTS[field]:
            raise bad(f"{field} is too long: {TEXTS[field]} characters at most")
        language = rules.language(args.text("language_code"))
        if text:
            world.texts[field, language] = text
        else:
            world.texts.pop((field, language), None)
        return True

    return set_text


def _getter(field: str) -> Callable[[World, Arguments], Json]:
    def get_text(world: World, args: Arguments) -> Json:
        language = rules.language(args.text("language_code"))
        return {field: world.texts.get((field, language), world.texts.get((field, ""), ""))}

    return get_text


def set_menu_button(world: World, args: Arguments) -> bool:
    chat = args.number("chat_id")
    if chat:
        world.person(chat)
    world.menu_buttons[chat] = args.data("menu_button") or {"type": "default"}
    return True


def get_menu_button(world: World, args: Arguments) -> Json:
    common = world.menu_buttons.get(0, {"type": "default"})
    return world.menu_buttons.get(args.number("chat_id"), common)


def get_chat(world: World, args: Arguments) -> Json:
    person = sending.addressee(world, args)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    whole: Json = {
        **person.chat(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), False),
    }
    if person.pinned:
        whole["pinned_message"] = person.letters[person.pinned[-1]].message
    return whole


def get_chat_member(world: World, args: Arguments) -> Json:
    """getChatMember: in a private chat the person and the bot."""
    person = sending.addressee(world, args)
    number = args.number("user_id")
    if number == BOT_ID:
        status = "kicked" if person.blocked else "member"
        extra = {"until_date": 0} if person.blocked else {}
        return {"user": world.bot(), "status": status, **extra}
    if number != person.id:
        raise bad("member not found")
    return {"user": person.user(), "status": "member"}


def get_file(world: World, args: Arguments) -> Json:
    return world.stash.download(args.text("file_id"))


def get_photos(_world: World, _args: Arguments) -> Json:
    """getUserProfilePhotos: nobody here has any."""
    return {"total_count": 0, "photos": []}


def delete_webhook(world: World, args: Arguments) -> bool:
    world.webhook_url = ""
    if args.flag("drop_pending_updates"):
        world.updates.forget_all()
    return True


def set_webhook(world: World, args: Arguments) -> bool:
    """setWebhook: remembered and said aloud, but the playground delivers by polling only."""
    world.webhook_url = args.text("url")
    if world.webhook_url:
        world.note("setWebhook: the playground delivers updates by getUpdates only")
    if args.flag("drop_pending_updates"):
        world.updates.forget_all()
    return True


def get_webhook_info(world: World, _args: Arguments) -> Json:
    return {
        "url": world.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting),
    }


async def get_updates(world: World, args: Arguments) -> list[Json]:
    if world.webhook_url:
        raise Refused(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    kinds = args.data("allowed_updates")
    if isinstance(kinds, list):
        world.updates.allowed = tuple(str(kind) for kind in kinds)
    return await world.updates.poll(
        offset=args.number("offset"),
        limit=args.number("limit", 100),
        timeout=args.number("timeout"),
    )


METHODS = {
    "getme": get_me,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": delete_commands,
    "setmyname": _setter("name"),
    "getmyname": _getter("name"),
    "setmydescription": _setter("description"),
    "getmydescription": _getter("description"),
    "setmyshortdescription": _setter("short_description"),
    "getmyshortdescription": _getter("short_description"),
    "setchatmenubutton": set_menu_button,
    "getchatmenubutton": get_menu_button,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getfile": get_file,
    "getuserprofilephotos": get_photos,
    "deletewebhook": delete_webhook,
    "setwebhook": set_webhook,
    "getwebhookinfo": get_webhook_info,
}
