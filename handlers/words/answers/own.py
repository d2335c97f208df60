"""One's own events, places in a queue, certificates and hours."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration
from handlers.words import labels
from handlers.words.answers.facts import contact
from handlers.words.events import title
from handlers.words.speech import Speech
from handlers.words.states import state_after


def nearest(say: Speech) -> Markup:
    return say("Your nearest event:")


def which_to_cancel(say: Speech, count: int) -> Markup:
    if count == 1:
        return say("To cancel, press the button below; I shall ask once more.")
    return say("Which one would you like to cancel? I shall ask once more.")


def none_such_to_cancel(say: Speech) -> Markup:
    return say("None of your events fits what you wrote. Here are all of them:")


def nothing_to_cancel(say: Speech) -> Markup:
    return say("You have no coming events to cancel.")


def cancel_label(say: Speech, event_label: str) -> str:
    return say("Cancel: {event}", event=event_label).unescape()[:60]


def where_to_cancel(say: Speech) -> Markup:
    return say(
        "You can cancel in the chat with Kvieslys: send /my, open the event and press “Cancel”."
    )


def where_own_events_are(say: Speech) -> Markup:
    return say("Your own events are shown in the chat with Kvieslys: send /my.")


def where_own_places_are(say: Speech) -> Markup:
    return say("Your place in a queue is shown in the chat with Kvieslys: send /my.")


def calendar_file(say: Speech) -> Markup:
    return say(
        "For the calendar file, open the event and press “{button}”.", button=say(labels.CALENDAR)
    )


def how_queue_moves(say: Speech) -> Markup:
    return say("When a seat comes free, it goes to the first in the queue, and we write at once.")


def how_to_wait(say: Speech) -> Markup:
    return say(
        "When every seat at an event is taken, its card has the button “{button}”.",
        button=say(labels.JOIN_WAITING_LIST),
    )


def certificates(say: Speech, issued: int) -> Markup:
    """`issued` are those one has already."""
    how = say(
        "A certificate comes here by itself when an event that you took part in is over and its "
        "organiser has handed in the report. All of them: /certificates"
    )
    if not issued:
        return Markup("{}\n\n{}").format(say("You have no certificates here yet."), how)
    told = say.n("You have {n} certificate here.", "You have {n} certificates here.", issued)
    return Markup("{}\n\n{}").format(told, how)


def where_certificates_are(say: Speech) -> Markup:
    """To nobody in particular."""
    return say(
        "Certificates are in the chat with Kvieslys: send /certificates. One comes there by itself "
        "when the event is over and its organiser has handed in the report."
    )


def over_already(say: Speech, event: Event) -> Markup:
    """To whoever wants to cancel what is over."""
    return say(
        "“{title}” is over, so there is nothing to cancel. If your attendance was noted wrongly, "
        "write to: {contact}",
        title=title(say, event),
        contact=contact(event),
    )


def past_with_contacts(
    say: Speech, own: Sequence[Registration], there: Mapping[int, bool], *, now: datetime
) -> Markup:
    """With why there may be none: `there` is who was at it by a registration's number, as noted."""
    lines = [
        Markup("• <b>{}</b>, {} · {}\n{}").format(
            title(say, each.event),
            say.day(each.event.starts_at, now=now),
            state_after(say, each.state, was_there=there.get(each.id)),
            contact(each.event),
        )
        for each in own
    ]
    heading = say("If one is missing, these are your past events and whom to ask:")
    return Markup("\n").join([heading, *lines])


def no_hours(say: Speech, law: Markup) -> Markup:
    """`law` says how many days a teacher has."""
    return Markup("\n\n").join(
        [
            say("Your own hours are counted in the chat with Kvieslys: send /hours."),
            law,
            say("How many hours make a day, ask your school."),
        ]
    )  # fmt: skip
