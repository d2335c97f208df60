"""Addresses that a button may carry: Telegram refuses a whole message for one bad button."""

from urllib.parse import quote, urlsplit

MAP = "https://www.google.com/maps/search/?api=1&query="
#: Letters of a place that a search of the map still makes sense of.
PLACE_LENGTH = 200


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
