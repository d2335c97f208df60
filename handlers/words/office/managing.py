"""The staff's page of an event."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.participants.overview import Overview, Standstill
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from handlers.words.events import essentials
from handlers.words.speech import Speech, _

NAMES_SHOWN = 20


def page(say: Speech, event: Event, seen: Overview, *, now: datetime) -> Markup:
    lines = [
        essentials(say, event, now=now),
        Markup(""),
        *_counts(say, event, seen),
        *([Markup(""), _queue(say, seen, now=now)] if _has_queue(seen) else []),
        *[_offer(say, one, person, now=now) for one, person in seen.offers],
    ]
    if seen.changed_at is not None:
        lines += [Markup(""), *_unanswered(say, seen, seen.changed_at, now=now)]
    return Markup("\n").join(lines)


def seats_empty(say: Speech, event: Event, free: int, waiting: int, *, now: datetime) -> Markup:
    """To staff, when nobody is offered a seat any more."""
    lines = [
        say.n("<b>{n} seat stays empty</b>", "<b>{n} seats stay empty</b>", free),
        say.n("{n} person is waiting", "{n} people are waiting", waiting),
        Markup(""),
        essentials(say, event, now=now),
        Markup(""),
        say(
            "It is too close to the start to offer a seat by itself. You may let the queue move "
            "until later, or call those who wait."
        ),
    ]
    return Markup("\n").join(lines)


def hours_label(say: Speech, hours: int) -> str:
    return say.n("{n} h before", "{n} h before", hours).unescape()


def _counts(say: Speech, event: Event, seen: Overview) -> list[Markup]:
    seats = (
        say("<b>Seats:</b> no limit")
        if event.seats is None
        else say("<b>Seats:</b> {all}", all=event.seats)
    )
    return [
        seats,
        say("Confirmed: {n}", n=seen.counts.get(State.CONFIRMED, 0)),
        *[say(COUNTS[state], n=n) for state in COUNTS if (n := seen.counts.get(state, 0))],
    ]


def _has_queue(seen: Overview) -> bool:
    """Before an event is published, and once it has begun, only those who wait make one."""
    never_moves = seen.standstill in {Standstill.NOT_PUBLISHED, Standstill.STARTED}
    return not never_moves or bool(seen.counts.get(State.WAITING))


def _queue(say: Speech, seen: Overview, *, now: datetime) -> Markup:
    """Why the queue moves, or does not."""
    return say(QUEUE[seen.standstill], when=say.deadline(seen.offers_close, now=now))


def _offer(say: Speech, one: Registration, person: Person, *, now: datetime) -> Markup:
    if one.offer_until is None:
        return say("• {name}: the offer is on its way", name=_name(say, person))
    until = say.deadline(one.offer_until, now=now)
    return say("• {name}: offered until {when}", name=_name(say, person), when=until)


def _unanswered(
    say: Speech, seen: Overview, changed_at: datetime, *, now: datetime
) -> list[Markup]:
    when = say.moment(changed_at, now=now)
    if not seen.unanswered:
        return [say("Everybody has answered the change of {when}.", when=when)]
    heading = say.n(
        "{n} person has not answered the change of {when}:",
        "{n} people have not answered the change of {when}:",
        len(seen.unanswered),
        when=when,
    )
    shown: Sequence[Person] = seen.unanswered[:NAMES_SHOWN]
    lines = [Markup("• {}").format(_name(say, person)) for person in shown]
    if rest := len(seen.unanswered) - len(shown):
        lines.append(say.n("and {n} more", "and {n} more", rest))
    return [heading, *lines]


def _name(say: Speech, person: Person) -> Markup:
    name = person.name or say("without a name")
    if person.unreachable_since is not None:
        return say("{name} (cannot be reached)", name=name)
    return Markup("{}").format(name)


#: Said only where there are any.
COUNTS = {
    State.PENDING: _("Awaiting approval: {n}"),
    State.OFFERED: _("Offered a seat: {n}"),
    State.WAITING: _("Waiting: {n}"),
    State.CANCELLED: _("Cancelled: {n}"),
}

#: `when` is from when on nobody is offered a seat.
QUEUE = {
    None: _("The queue is moving: seats are offered until {when}."),
    Standstill.NOT_PUBLISHED: _("The queue stands still: the event is not published."),
    Standstill.STARTED: _("The queue stands still: the event has started."),
    Standstill.NOBODY_WAITS: _("Nobody waits. Freed seats are offered until {when}."),
    Standstill.NO_FREE_SEAT: _(
        "The queue waits for a seat to come free. Freed seats are offered until {when}."
    ),
    Standstill.CUT_OFF: _(
        "The queue stands still since {when}: it is too close to the start to offer seats."
    ),
    Standstill.UNREACHABLE: _("The queue stands still: nobody who waits can be reached."),
}
