"""What is asked of this assistant itself."""

from markupsafe import Markup

from handlers.words import labels, menu
from handlers.words.speech import Speech


def preferences(say: Speech) -> Markup:
    """In the chat the page itself stands below."""
    return say(
        "You choose what I write to you: reminders of your own events, new events, announcements "
        "of the centres. It stands in /profile, “{news}”, and there your name and work, too.",
        news=say(labels.NEWS),
    )


def privacy(say: Speech) -> Markup:
    return say(
        "We keep your Telegram number and language, what you asked to be told of and, when you "
        "have agreed, your name and registrations; of your work and telephone only what you told "
        "yourself. Nobody but the organisers sees it. Everything kept about you: /my_data. "
        "Delete it: /forget."
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
