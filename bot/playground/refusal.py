"""What the Bot API says when it refuses, in Telegram's own words."""

from typing import Any

Json = dict[str, Any]


class Refused(Exception):  # noqa: N818 -- named by what happened, as Telegram answers it
    """A call that was not executed: `code` is the HTTP status, the text is the description."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> Json:
        """The answer's JSON body."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad(reason: str) -> Refused:
    """A 400 with Telegram's prefix."""
    return Refused(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> Refused:
    """A 403 with Telegram's prefix."""
    return Refused(403, f"Forbidden: {reason}")


def too_many(seconds: int) -> Refused:
    """A 429 that says when to come back."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
