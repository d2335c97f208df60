"""The Bot API's answers to a pressed button and to an inline query."""

from bot.playground import deeds, keyboards, rules
from bot.playground.arguments import Arguments
from bot.playground.refusal import Json, bad
from bot.playground.world import World


def answer_callback(world: World, args: Arguments) -> bool:
    """answerCallbackQuery: once, while the person still waits."""
    text = rules.toast_text(args.text("text"))
    url = args.text("url")
    if url and deeds.followed(url) is None:
        raise bad("URL_INVALID")
    callback = world.open_callback(args.text("callback_query_id"))
    callback.answered = True
    toast: Json = {
        "callback_query_id": callback.id,
        "message_id": callback.message_id,
        "data": callback.data,
        "text": text,
        "show_alert": args.flag("show_alert"),
        "url": url,
    }
    world.people[callback.person].toasts.append(toast)
    world.feed.tell({"type": "toast", "person": callback.person, "toast": toast})
    return True


def answer_inline(world: World, args: Arguments) -> bool:
    """answerInlineQuery: every result is checked as if it were sent."""
    results = rules.inline_results(args.data("results"))
    for result in results:
        _check_content(result)
    button = args.data("button")
    if button and "start_parameter" in button and not rules.is_deep_link(button["start_parameter"]):
        raise bad("START_PARAM_INVALID")
    question = world.open_question(args.text("inline_query_id"))
    question.answer = {
        "results": results,
        "next_offset": rules.next_offset(args.text("next_offset")),
        "button": button,
        "cache_time": args.number("cache_time", 300),
        "is_personal": args.flag("is_personal"),
    }
    world.feed.tell()
    return True


def _check_content(result: Json) -> None:
    content = result.get("input_message_content")
    if result["type"] == "article" and not content:
        raise bad("can't parse inline query result: message content must be specified")
    if content and "message_text" in content:
        rules.text_of(
            content["message_text"],
            parse_mode=content.get("parse_mode") or "",
            given=content.get("entities"),
        )
    rules.caption_of(result.get("caption") or "", parse_mode=result.get("parse_mode") or "")
    keyboards.inline_only(result.get("reply_markup"))


METHODS = {"answercallbackquery": answer_callback, "answerinlinequery": answer_inline}
