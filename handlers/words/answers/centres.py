"""What is known of centres, and what is not."""

from collections.abc import Collection

from markupsafe import Markup

from catalogue.answers.index import Known
from catalogue.programme.tables import Event
from catalogue.search.languages import language_of
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, capitalised

BUTTON_LENGTH = 60


def perhaps(say: Speech) -> Markup:
    return say("Perhaps this is what you ask about:")


def not_known(say: Speech) -> Markup:
    return say("I do not know this: nothing I have read says it.")


def centre_does_not_say(say: Speech, name: str) -> Markup:
    return say("{name}: its page says nothing about this.", name=name)


def nothing_read(say: Speech, name: str) -> Markup:
    """Of a centre whose page we have not."""
    return say("{name}: I know nothing about this.", name=name)


def can_be_passed_on(say: Speech) -> Markup:
    """Above the button that does it."""
    return say("I can pass your question on to a coordinator.")


def ask_the_organiser(say: Speech) -> Markup:
    return say("Please ask the organiser of the event.")


def ask_the_centre(say: Speech) -> Markup:
    return say("Please ask the centre itself.")


def asked(say: Speech, known: Known) -> str:
    """On the button of what may have been meant: a way to ask for it, in the person's language."""
    ways = [way for way in known.asked if language_of(way) == say.language]
    way = (ways or known.asked)[0].strip().removesuffix("?")
    return shortened(f"{capitalised(way)}?", BUTTON_LENGTH)


def ask_about_event(say: Speech, event: Event) -> Markup:
    """Where neither a person nor an address is named, the centre."""
    named = [one for one in (event.coordinator, event.contact) if one]
    return say(
        "About “{title}” one can ask: {contact}",
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


def whose_answer(say: Speech, names: Collection[str]) -> Markup:
    lines = [Markup("• {}").format(name) for name in names]
    question = say("Centres answer this differently. Whose answer shall I show?")
    return Markup("\n").join([question, *lines])


def contacts_unknown(say: Speech) -> Markup:
    return say("I do not know the centre’s address, telephone or working hours.")


def contact_of_event(say: Speech, event: Event) -> Markup:
    return say(
        "The contact given for its event “{title}”: {contact}",
        title=title(say, event),
        contact=event.contact,
    )
