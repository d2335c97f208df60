"""A piece of a plan that was pasted as text."""

from markupsafe import Markup

from handlers.words.speech import Speech


def which_year(say: Speech) -> Markup:
    return say("This looks like a piece of a plan. Of which year are its days?")


def whose(say: Speech) -> Markup:
    return say("This looks like a piece of a plan. Of which centre is it?")


def name(say: Speech) -> str:
    """In the place of a file's name."""
    return say("a pasted plan").unescape()
