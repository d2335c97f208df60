"""Which links Telegram takes, in a text and on a button."""

import re
from urllib.parse import urlsplit

WRONG_URL = "Wrong HTTP URL"
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")
_USER = re.compile(r"^tg://user\?id=(\d+)$")


def fault_of(url: str) -> str | None:
    """Why Telegram would refuse this link, in its words; None when it takes it."""
    if not url.strip():
        return "URL is empty"
    scheme = _SCHEME.match(url)
    if scheme and "//" not in url[:12] and scheme[1].lower() not in ("tg", "ton"):
        scheme = None
    if scheme and scheme[1].lower() in ("tg", "ton", "tonsite"):
        return None
    if scheme and scheme[1].lower() not in ("http", "https"):
        return "Unsupported URL protocol"
    return _host_fault(url if scheme else f"http://{url}")


def _host_fault(url: str) -> str | None:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return WRONG_URL
    if "." not in host.strip(".") or any(c.isspace() or c in "<>\"'" for c in host):
        return WRONG_URL
    return None


def normal(url: str) -> str:
    """The link as Telegram gives it back: with a scheme and a path."""
    if not re.match(r"^[A-Za-z][A-Za-z0-9+.-]*:", url):
        url = f"http://{url}"
    parts = urlsplit(url)
    return f"{url}/" if parts.netloc and not parts.path and not parts.query else url


def mentioned_user(url: str) -> int | None:
    """The person a `tg://user?id=` link means."""
    found = _USER.match(url)
    return int(found[1]) if found else None
