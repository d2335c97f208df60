"""What centres say of themselves, and what they do not."""

from collections.abc import Collection

from markupsafe import Markup

from catalogue.programme.tables import Event
from handlers.words.events import title
from handlers.words.speech import Speech


def nobody_says(say: Speech) -> Markup:
    return say("None of the centres I know writes anything about this.")


def proposing(say: Speech) -> Markup:
    return say("A programme cannot be proposed here yet: please write to the centre itself.")


def borrowing(say: Speech) -> Markup:
    return say("I do not know what exactly is lent and what is free: please ask the centre itself.")


def retraining(say: Speech) -> Markup:
    return say("I do not know of places, prices and dates: please ask the centre itself.")


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
