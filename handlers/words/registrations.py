"""What joining and leaving brought, and one's own events."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from catalogue.programme.tables import Event, Mode, Status
from catalogue.registrations.queries import is_coming
from catalogue.registrations.queue import IN_QUEUE
from catalogue.registrations.reminders import is_soon
from catalogue.registrations.tables import Registration, State
from handlers.words.events import essentials, title
from handlers.words.reminders import how_soon
from handlers.words.speech import Speech
from handlers.words.states import offer_line, state_after, state_line


def joined(
    say: Speech,
    event: Event,
    state: State,
    place: int | None,
    *,
    usual: Iterable[timedelta],
    now: datetime,
) -> Markup:
    """The answer to a press on „Register“: the state first, then title, when and where.

    `usual` is REMINDERS: who joins too late for one of them hears here how soon it starts.
    """
    lines = [
        Markup("<b>{}</b>").format(state_line(say, state, place)),
        Markup(""),
        essentials(say, event, now=now),
        Markup(""),
        _what_follows(say, event, state),
    ]
    if state is State.CONFIRMED and is_soon(event, usual=usual, zone=say.timezone, now=now):
        lines.append(how_soon(say, event.starts_at, now=now))
    return Markup("\n").join(lines)


def moved_up(say: Speech, event: Event, state: State, *, now: datetime) -> Markup:
    """To one for whom a place has come free: what they were given, when and where."""
    lines = [
        say("Good news: a seat has come free, and it is kept for you.")
        if state is State.PENDING
        else say("Good news: a seat has come free, and it is yours."),
        Markup("<b>{}</b>").format(state_line(say, state, None)),
        Markup(""),
        essentials(say, event, now=now),
        Markup(""),
        _what_follows(say, event, state),
        say("If you cannot come, please cancel, so that the next in the queue gets the seat."),
    ]
    return Markup("\n").join(lines)


def leave_question(say: Speech, event: Event, state: State) -> Markup:
    if state in IN_QUEUE:
        return say(
            "Leave the waiting list of “{title}”? Your place in it will be lost.",
            title=title(say, event),
        )
    return say(
        "Cancel your registration for “{title}”? The seat goes to the next in the queue.",
        title=title(say, event),
    )


def left(say: Speech, event: Event) -> Markup:
    return say(
        "<b>Cancelled</b>\n\nYou no longer take part in “{title}”. Thank you for letting us know.",
        title=title(say, event),
    )


def kept(say: Speech, event: Event, state: State, place: int | None) -> Markup:
    return say(
        "Nothing was changed: “{title}”.\n<b>{state}</b>",
        title=title(say, event),
        state=state_line(say, state, place),
    )


def own_line(
    say: Speech,
    number: int,
    registration: Registration,
    place: int | None,
    *,
    was_there: bool | None = None,
    now: datetime,
) -> Markup:
    """One of one's own events, with its state; one that was cancelled, or is over, says so.

    `was_there` is None where nobody has noted it.
    """
    event = registration.event
    state = state_line(say, registration.state, place)
    offer = Markup("")
    if event.status is Status.CANCELLED:
        state = say("the organiser has cancelled this event")
    elif not is_coming(registration, now):
        state = state_after(say, registration.state, was_there=was_there)
    elif registration.state is State.OFFERED and event.status is Status.PUBLISHED:
        offer = Markup("\n{}").format(offer_line(say, registration.offer_until, now=now))
    return Markup("{}. <b>{}</b>\n{} · {}{}").format(
        number, title(say, event), say.brief(event.starts_at, now=now), state, offer
    )


def own_events(heading: Markup, lines: Sequence[Markup]) -> Markup:
    return Markup("\n\n").join([Markup("<b>{}</b>").format(heading), *lines])


def coming_heading(say: Speech) -> Markup:
    return say("My coming events")


def waiting_heading(say: Speech) -> Markup:
    return say("My waiting lists")


def past_heading(say: Speech) -> Markup:
    return say("My past events")


def no_coming(say: Speech) -> Markup:
    return say(
        "You have no coming events yet. Find one under “Events”, or just write what you need."
    )


def no_waiting(say: Speech) -> Markup:
    return say("You are on no waiting list.")


def no_past(say: Speech) -> Markup:
    return say("You have no past events here yet.")


def ask_access_need(say: Speech, event: Event) -> Markup:
    return say(
        "What should the organisers prepare for you at “{title}”? For example: step-free access, "
        "a seat near the screen, large print, sign language. Write it in one message.",
        title=title(say, event),
    )


def access_need_kept(say: Speech, need: str) -> Markup:
    return say("Noted, the organisers will see it:\n“{need}”", need=need)


def shared(say: Speech, event: Event, link: str, *, now: datetime) -> Markup:
    """A message to pass on; the link opens the card."""
    return Markup("{}\n\n{}").format(essentials(say, event, now=now), link)


def calendar_caption(say: Speech, event: Event) -> str:
    """Plain text, as captions are."""
    put_in = say("Open the file to put “{title}” into your calendar.", title=title(say, event))
    return put_in.unescape()


def _what_follows(say: Speech, event: Event, state: State) -> Markup:
    if state is State.WAITING:
        return say(
            "When a seat comes free, it goes to the first in the queue, and we write at once."
        )
    if state is State.PENDING:
        return say("The organiser looks at each registration; we write as soon as it is decided.")
    if event.mode in {Mode.ONLINE, Mode.HYBRID} and event.join_url:
        return say("Link to join: {link}", link=event.join_url)
    if event.mode is Mode.ONLINE:
        return say("The organiser will send the link to join.")
    return say("Put it into your calendar with the button below.")
