"""What is asked of this assistant itself."""

from markupsafe import Markup

from handlers.words import menu
from handlers.words.speech import Speech


def no_preferences(say: Speech) -> Markup:
    return say(
        "There are no settings for messages here yet. If messages disturb you, mute this chat in "
        "Telegram; /forget deletes everything we keep about you."
    )


def privacy(say: Speech) -> Markup:
    return say(
        "We keep your Telegram number and language and, when you have agreed, your name and "
        "registrations. Everything kept about you: /my_data. Delete it: /forget."
    )


def language(say: Speech) -> Markup:
    return say("In which language shall we talk? It can be changed at any time: /language.")


def thanks(say: Speech) -> Markup:
    return say("You are welcome! Is there anything else you are looking for?")


def unknown(say: Speech) -> Markup:
    """Kind, with something to try."""
    examples = [Markup("• <i>{}</i>").format(example) for example in menu.examples(say)]
    asks = say("I did not understand that. Write a theme, a date, a town or a question, such as:")
    return Markup("\n").join([asks, *examples])
