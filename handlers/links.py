"""Addresses that a button may carry: Telegram refuses a whole message for one bad button."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from urllib.parse import quote, urlsplit

MAP = "https://www.google.com/maps/search/?api=1&query="
#: Letters of a place that a search of the map still makes sense of.
PLACE_LENGTH = 200

#: Bytes of a question of which Telegram's 64 letters of a deep link have room.
QUESTION_BYTES = 45


def fits_button(address: str) -> bool:
    """Whether this is a whole web address, with a host that Telegram takes for one."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return False
    has_odd_letters = any(letter.isspace() or letter in "<>\"'\\" for letter in address)
    return parts.scheme in {"http", "https"} and "." in host.strip(".") and not has_odd_letters


def map_of(place: str) -> str:
    """A search for the place, which opens the map of whatever is held in the hand."""
    return MAP + quote(place[:PLACE_LENGTH], safe="")


def question(text: str) -> str:
    """What follows `/start` for a question to be asked in the chat, as much of it as there is room.

    Telegram allows letters, digits, _ and - there.
    """
    cut = text.encode()[:QUESTION_BYTES].decode(errors="ignore")
    return "q_" + urlsafe_b64encode(cut.encode()).decode().rstrip("=")


def question_in(value: str) -> str:
    """The question of such a link, from what follows „q_“; empty where it is none."""
    try:
        return urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode().strip()
    except ValueError:  # of base64 and of UTF-8 alike
        return ""
