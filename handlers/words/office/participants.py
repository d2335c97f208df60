"""The list of those who take part in an event, as its staff see it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.participants.queries import Listed, Part
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.tables import State
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _
from handlers.words.states import state_line

LONGEST_NAME = 60
LONGEST_LABEL = 40

Counts = Mapping[State, int]


def numbers(say: Speech, event: Event, counts: Counts) -> Markup:
    """„18/24 · eilėje 3“; only what there is, but for those who come."""
    coming = counts.get(State.CONFIRMED, 0)
    seats = "" if event.seats is None else f"/{event.seats}"
    told = [Markup("{}{}").format(coming, seats)]
    told += [
        say(sentence, n=n) for state, sentence in _NUMBERS.items() if (n := counts.get(state, 0))
    ]
    return Markup(" · ").join(told)


def heading(say: Speech, event: Event, counts: Counts, *, now: datetime) -> Markup:
    """What every page of an event's list begins with; it is of this very moment."""
    return Markup("\n").join(
        [
            Markup("<b>{}</b>").format(shortened(title(say, event), 160)),
            Markup("{}").format(say.brief(event.starts_at, now=now)),
            say("{numbers}, at {time}", numbers=numbers(say, event, counts), time=say.clock(now)),
        ]
    )


def part_name(say: Speech, part: Part, number: int) -> Markup:
    return Markup("{} ({})").format(say(PARTS[part]), number)


def part_label(say: Speech, part: Part, number: int) -> str:
    return str(part_name(say, part, number))


def lines(
    say: Speech, shown: Sequence[Listed], *, first: int, whole: bool, with_state: bool
) -> list[Markup]:
    """A line each. Without the right to all of it (`whole`) no more than names and states."""
    told = []
    for number, one in enumerate(shown, start=first):
        facts = [shortened(one.name, LONGEST_NAME)]
        facts += [shortened(one.school, LONGEST_NAME)] if whole and one.school else []
        facts += [str(state_of(say, one.state, None))] if with_state else []
        facts += [str(say("came without a registration"))] if one.walked_in and with_state else []
        facts += [str(say("seat passed on"))] if one.passed_on else []
        facts += [str(say("asks to cancel late"))] if whole and one.asks_to_leave else []
        facts += [one.telephone] if whole and not one.is_reached and one.telephone else []
        told.append(Markup("{}. {}").format(number, " · ".join(facts)))
    return told


def to_phone(say: Speech) -> Markup:
    return say("Telegram does not reach these people: please call them when anything changes.")


def phoned(say: Speech, person: Person) -> Markup:
    return say("✓ Phoned: {name}", name=person.name or say("without a name"))


def state_of(say: Speech, state: State, place: int | None) -> Markup:
    """As it is told of somebody else; to staff an offer is not a place in the queue."""
    if state is State.OFFERED:
        return say("Offered a seat")
    if state is not State.WAITING:
        return state_line(say, state, None)
    return (
        say("In the queue")
        if place is None
        else say("In the queue (place {place})", place=say.nth(place))
    )


def nobody(say: Speech) -> Markup:
    return say("Nobody is here.")


def found(say: Speech, words: str, number: int) -> Markup:
    if not number:
        return say("Nobody found: “{words}”", words=words)
    return say.n(
        "<b>Found: {n}</b>, “{words}”", "<b>Found: {n}</b>, “{words}”", number, words=words
    )


def how_to_search(say: Speech) -> Markup:
    return say("Write a part of a name or of a school to search.")


def how_to_search_names(say: Speech) -> Markup:
    return say("Write a part of a name to search.")


def label(say: Speech, one: Listed, number: int) -> str:
    name = one.name or str(say("without a name"))
    return shortened(f"{number}. {name}", LONGEST_LABEL)


def approvals(say: Speech, event: Event, waiting: int, *, now: datetime) -> Markup:
    """To staff, of an event whose registrations they approve."""
    count = say.n(
        "<b>{n} registration awaits approval</b>",
        "<b>{n} registrations await approval</b>",
        waiting,
    )
    where = Markup("{}\n{}").format(title(say, event), say.brief(event.starts_at, now=now))
    return Markup("\n\n").join([count, where])


PARTS: Mapping[Part, str] = {
    Part.CONFIRMED: _("Confirmed"),
    Part.WALKED_IN: _("Without a registration"),
    Part.PENDING: _("To be approved"),
    Part.OFFERED: _("Offered a seat"),
    Part.WAITING: _("In the queue"),
    Part.CANCELLED: _("Cancelled ones"),
    Part.TO_PHONE: _("To be phoned"),
}

_NUMBERS = {
    State.PENDING: _("to be approved {n}"),
    State.OFFERED: _("offered a seat {n}"),
    State.WAITING: _("in the queue {n}"),
}
