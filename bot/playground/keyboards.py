"""Keyboards under a message and in place of the letters: what Telegram keeps and refuses."""

from bot.playground import links
from bot.playground.refusal import Json, bad

PER_ROW = 12
IN_ALL = 300
_ACTIONS = (
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def markup(given: object) -> Json | None:
    """A reply_markup as it will be kept; None when there is nothing to show."""
    if given in (None, "", {}):
        return None
    if not isinstance(given, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in given:
        rows = _rows(given["inline_keyboard"], name="inline_keyboard")
        kept = _cut([[_inline_button(one) for one in row] for row in rows])
        return {"inline_keyboard": kept} if kept else None
    if "keyboard" in given:
        rows = _rows(given["keyboard"], name="keyboard")
        return {**given, "keyboard": [[_reply_button(one) for one in row] for row in rows]}
    return dict(given)


def inline_only(given: object) -> Json | None:
    """The markup of an edit: an inline keyboard or none."""
    kept = markup(given)
    if kept and "inline_keyboard" not in kept:
        raise bad("inline keyboard expected")
    return kept


def _rows(given: object, *, name: str) -> list[list[object]]:
    if not isinstance(given, list) or not all(isinstance(row, list) for row in given):
        raise bad(f'field "{name}" of the reply markup must be an Array of Arrays')
    return given


def _cut(rows: list[list[Json]]) -> list[list[Json]]:
    """Excess buttons are silently cut: 12 in a row, 300 in all."""
    kept: list[list[Json]] = []
    left = IN_ALL
    for row in rows:
        part = row[: min(PER_ROW, left)]
        left -= len(part)
        if part:
            kept.append(part)
    return kept


def _reply_button(given: object) -> Json:
    button = {"text": given} if isinstance(given, str) else given
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad("can't parse keyboard button: button text must be non-empty")
    return dict(button)


def _inline_button(given: object) -> Json:
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise _button('field "text" must be of type String')
    if not given["text"].strip():
        raise _button("button text must be non-empty")
    actions = [name for name in _ACTIONS if given.get(name) is not None]
    if not actions and not given.get("disabled"):
        raise _button("Text buttons are unallowed in the inline keyboard")
    if "callback_data" in actions and not 1 <= len(str(given["callback_data"]).encode()) <= 64:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in actions:
        _check_url(str(given["url"]))
    if "web_app" in actions:
        _check_web_app(given["web_app"])
    return dict(given)


def _button(reason: str) -> Exception:
    return bad(f"can't parse inline keyboard button: {reason}")


def _check_url(url: str) -> None:
    fault = links.fault_of(url)
    if fault:
        raise bad(f"inline keyboard button URL '{url}' is invalid: {fault}")


def _check_web_app(given: object) -> None:
    url = str(given.get("url", "")) if isinstance(given, dict) else ""
    if not url.startswith("https://"):
        raise bad(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
