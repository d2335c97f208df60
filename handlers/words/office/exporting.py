"""Handing the plan out as a file."""

from collections.abc import Mapping

from markupsafe import Markup

from handlers.words.speech import Speech


def choose(say: Speech) -> Markup:
    return say(
        "<b>The programme as a file</b>\nChoose the time, then what kind of file. Drafts and "
        "cancelled events are in it too, and the file can be sent back to me with changes."
    )


def making(say: Speech) -> Markup:
    return say("I am making the file.")


def made(say: Speech, period: str, count: int) -> Markup:
    """Below the file."""
    told = say.n("{n} event", "{n} events", count)
    return Markup("{}: {}").format(period, told)


def nothing(say: Speech, period: str) -> Markup:
    return Markup("{}: {}").format(period, say("there are no events then."))


def file_names(say: Speech) -> Mapping[str, str]:
    """How the file is called, without its ending."""
    return {"programme": str(say("programme")), "headings": str(say("headings"))}
