"""What is known of centres, and what is not."""

from collections.abc import Collection

from markupsafe import Markup

from catalogue.programme.tables import Event
from handlers.words.events import title
from handlers.words.speech import Speech


def perhaps(say: Speech) -> Markup:
    return say("Perhaps this is what you ask about:")


def not_known(say: Speech) -> Markup:
    return say("I do not know this: nothing I have read says it.")


def centre_does_not_say(say: Speech, name: str) -> Markup:
    return say("{name}: its page says nothing about this.", name=name)


def ask_the_centre(say: Speech) -> Markup:
    return say(
        "I cannot pass a question on to a coordinator yet: please ask the organiser, whose contact "
        "stands on the card of each event."
    )


def ask_about_event(say: Speech, event: Event) -> Markup:
    """Where neither a person nor an address is named, the centre."""
    named = [one for one in (event.coordinator, event.contact) if one]
    return say(
        "I cannot pass a question on to a coordinator yet. About “{title}” please ask: {contact}",
        title=title(say, event),
        contact=", ".join(named) or event.centre.name,
    )


def proposing(say: Speech) -> Markup:
    return say("A programme cannot be proposed here yet: please write to the centre itself.")


def borrowing(say: Speech) -> Markup:
    return say("I do not know what exactly is lent and what is free: please ask the centre itself.")


def which_centre(say: Speech, names: Collection[str]) -> Markup:
    lines = [Markup("• {}").format(name) for name in names]
    return Markup("\n").join([say("Which centre do you mean? I know these:"), *lines])


def no_centres(say: Speech) -> Markup:
    return say("There are no centres in the programme yet.")


def contacts_unknown(say: Speech) -> Markup:
    return say("I do not know the centre’s address, telephone or working hours.")


def contact_of_event(say: Speech, event: Event) -> Markup:
    return say(
        "The contact given for its event “{title}”: {contact}",
        title=title(say, event),
        contact=event.contact,
    )
