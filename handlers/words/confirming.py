"""Hours of learning elsewhere that a centre is asked to confirm."""

from datetime import datetime

from markupsafe import Markup

from catalogue.learning.tables import OwnEntry
from catalogue.people.tables import Person
from handlers.words.own_entries import own_line
from handlers.words.speech import Speech


def which_centre(say: Speech, name: str) -> Markup:
    return say(
        "Which centre shall confirm this entry? Its staff will see your name ({name}) and the "
        "entry. Once confirmed it is part of your hours.",
        name=name,
    )


def asked(say: Speech, centre: str) -> Markup:
    return say(
        "The request has gone to the centre: {centre}. We write when there is an answer. Have the "
        "paper at hand: they may ask for it.",
        centre=centre,
    )


def waits(say: Speech) -> Markup:
    return say("This entry has been asked for already.")


def question(say: Speech, person: Person, entry: OwnEntry, *, now: datetime) -> Markup:
    """To the staff of the centre."""
    return Markup("\n\n").join(
        [
            say("<b>{name}</b> asks you to confirm hours of learning elsewhere:", name=person.name),
            _entry(say, entry, now=now),
            say("Please confirm only what you have seen proof of: it becomes part of the hours."),
        ]
    )


def done(say: Speech, person: Person, entry: OwnEntry, *, confirmed: bool, now: datetime) -> Markup:
    told = (
        say("✓ Confirmed, and {name} will hear of it:", name=person.name)
        if confirmed
        else say("Not confirmed, and {name} will hear of it:", name=person.name)
    )
    return Markup("{}\n{}").format(told, _entry(say, entry, now=now))


def decided(say: Speech, entry: OwnEntry, *, confirmed: bool, now: datetime) -> Markup:
    """To the one who asked."""
    told = (
        say("The centre has confirmed your entry; it is part of your hours now:")
        if confirmed
        else say("The centre has not confirmed your entry. It stays among your own ones:")
    )
    return Markup("{}\n{}").format(told, _entry(say, entry, now=now))


def nobody(say: Speech) -> Markup:
    return say("There is nobody at this centre yet who could confirm it. It stays your own entry.")


def not_ones_own(say: Speech) -> Markup:
    return say("Nobody confirms an entry of their own: a colleague does.")


def nothing_asked(say: Speech) -> Markup:
    return say(
        "Nothing is to be confirmed here any more: the entry was changed or deleted, or a "
        "colleague has decided."
    )


def _entry(say: Speech, entry: OwnEntry, *, now: datetime) -> Markup:
    line = own_line(say, entry, now=now)
    return Markup("{} · {}").format(line, entry.organiser) if entry.organiser else line
