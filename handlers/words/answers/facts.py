"""One fact of an event in a plain sentence, and which event it is of."""

from collections.abc import Callable, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations.queries import Standing
from catalogue.registrations.tables import State
from handlers.words.events import SESSIONS_SHOWN, in_brief, title, town_and_place
from handlers.words.speech import Speech


def fact(
    say: Speech,
    name: str,
    event: Event,
    standing: Standing,
    *,
    now: datetime,
    among_others: bool = False,
) -> Markup:
    """One fact of an event in a plain sentence; where the programme does not tell, it says so."""
    if event.status is Status.CANCELLED:
        return say("<b>This event has been cancelled.</b>")
    tell = IN_A_LIST.get(name, FACTS[name]) if among_others else FACTS[name]
    return tell(say, event, standing, now)


def about(say: Speech, event: Event, *, now: datetime) -> Markup:
    """Which event an answer is about."""
    return Markup("<b>{}</b>\n{}").format(title(say, event), in_brief(say, event, now=now))


def about_numbered(
    say: Speech, number: int, event: Event, told: Markup, *, name: str, now: datetime
) -> Markup:
    """In a list of several, with the day, unless that is the fact itself."""
    heading = Markup("{}. <b>{}</b>").format(number, title(say, event))
    day = [] if name == "when" else [Markup("{}").format(say.moment(event.starts_at, now=now))]
    return Markup("\n").join([heading, *day, told])


def of_each(say: Speech, lines: Sequence[Markup]) -> Markup:
    return Markup("\n\n").join([say("Here is what I know of each:"), *lines])


def which_event(say: Speech) -> Markup:
    return say(
        "Which event do you mean? Write its title or theme, or open its card, and ask again."
    )


def about_last(say: Speech, event: Event, told: Markup) -> Markup:
    return say(
        "About “{title}”, which you looked at last: {fact}", title=title(say, event), fact=told
    )


def _when(say: Speech, event: Event, _standing: Standing, now: datetime) -> Markup:
    sessions: Sequence[Session] = event.sessions
    if len(sessions) > 1:
        lines = [
            Markup("• {}").format(say.period(one.starts_at, one.ends_at, now=now))
            for one in sessions[:SESSIONS_SHOWN]
        ]
        if rest := len(sessions) - len(lines):
            lines.append(say.n("and {n} more meeting", "and {n} more meetings", rest))
        heading = say.n("It has {n} meeting:", "It has {n} meetings:", len(sessions))
        return Markup("\n").join([heading, *lines])
    ends_at = sessions[0].ends_at if sessions else event.ends_at
    if ends_at is None:
        return say("It takes place: {when}", when=say.moment(event.starts_at, now=now))
    return say("It takes place: {when}", when=say.period(event.starts_at, ends_at, now=now))


def _where(say: Speech, event: Event, _standing: Standing, _now: datetime) -> Markup:
    place = town_and_place(event)
    if event.mode is Mode.ONLINE:
        return say("It is held online.")
    if event.mode is Mode.HYBRID:
        if not place:
            return say("You can come or take part online, as you like; the place is not given.")
        return say("You can come ({place}) or take part online, as you like.", place=place)
    if event.mode is Mode.ONSITE and not place:
        return say("It is held on site, but the programme does not name the place.")
    if not place:
        return say("The programme does not say where it is held.")
    return say("It is held on site: {place}", place=place)


def _price(say: Speech, event: Event, standing: Standing, now: datetime) -> Markup:
    told = _price_alone(say, event, standing, now)
    if event.price_eur == 0:
        return told
    whom_to_ask = say(
        "About an invoice, or payment by your school, ask the organiser: {contact}",
        contact=contact(event),
    )
    return Markup("\n").join([told, whom_to_ask])


def _price_alone(say: Speech, event: Event, _standing: Standing, _now: datetime) -> Markup:
    if event.price_eur == 0:
        return say("It is free of charge.")
    if event.price_eur is None:
        told = [say("The programme does not give the price.")]
    else:
        told = [say("It costs {price}.", price=say.euros(event.price_eur))]
    if event.funding:
        told.append(say("Funding: {funding}", funding=event.funding))
    return Markup("\n").join(told)


def _hours(say: Speech, event: Event, standing: Standing, now: datetime) -> Markup:
    certificate = _certificate(say, event, standing, now)
    return Markup("\n").join([_length(say, event), certificate])


def _length(say: Speech, event: Event) -> Markup:
    if event.hours is None:
        return say("The programme does not give the academic hours.")
    return say("It lasts {hours} academic h.", hours=say.number(event.hours))


def _certificate(say: Speech, event: Event, _standing: Standing, _now: datetime) -> Markup:
    if event.certificate is None:
        return say("The programme does not say whether a certificate is issued.")
    if not event.certificate:
        return say("No certificate is issued.")
    return say("A certificate is issued.")


def _certificate_and_hours(say: Speech, event: Event, standing: Standing, now: datetime) -> Markup:
    certificate = _certificate(say, event, standing, now)
    return Markup("\n").join([certificate, *([_length(say, event)] if event.hours else [])])


def _seats(say: Speech, event: Event, standing: Standing, now: datetime) -> Markup:
    if event.closes_at <= now:
        return deadline(say, event, standing, now)
    if standing.free is None or event.seats is None:
        return say("The number of seats is not limited.")
    if not standing.is_full:
        return say.n(
            "{n} seat of {all} is free.",
            "{n} seats of {all} are free.",
            standing.free,
            all=event.seats,
        )
    if not event.waiting_list:
        return say("All seats are taken, and there is no waiting list.")
    if not standing.waiting:
        return say("All seats are taken, but you can join the waiting list; nobody waits yet.")
    return say.n(
        "All seats are taken, but you can join the waiting list; {n} person waits there.",
        "All seats are taken, but you can join the waiting list; {n} people wait there.",
        standing.waiting,
    )


def deadline(say: Speech, event: Event, _standing: Standing, now: datetime) -> Markup:
    if event.starts_at <= now:
        return say("Registration is over: the event has started.")
    when = say.moment(event.closes_at, now=now)
    if event.closes_at <= now:
        return say("Registration closed on {when}.", when=when)
    if event.closes_at == event.starts_at:
        return say("One can register until the start: {when}", when=when)
    return say("One can register until: {when}", when=when)


def _leaving(say: Speech, event: Event, _standing: Standing, now: datetime) -> Markup:
    if event.starts_at <= now:
        return say("One can no longer cancel: the event has started.")
    when = say.moment(event.leaving_until, now=now)
    if event.leaving_until <= now:
        return say("One could cancel until: {when}", when=when)
    return say("One can cancel until: {when}", when=when)


def _lecturer(say: Speech, event: Event, _standing: Standing, _now: datetime) -> Markup:
    if not event.lecturer:
        return say("The programme does not name the lecturer.")
    return say("<b>Lecturer:</b> {value}", value=event.lecturer)


def _coordinator(say: Speech, event: Event, _standing: Standing, _now: datetime) -> Markup:
    known = [
        say("<b>Coordinator:</b> {value}", value=event.coordinator) if event.coordinator else None,
        say("<b>Contact:</b> {value}", value=event.contact) if event.contact else None,
    ]
    if not any(known):
        return say(
            "The programme names no coordinator. The organiser is: {name}", name=event.centre.name
        )
    return Markup("\n").join(line for line in known if line is not None)


def _link(say: Speech, event: Event, standing: Standing, _now: datetime) -> Markup:
    """Only for those who hold a confirmed seat: a link in the open lets anybody in."""
    if event.mode is Mode.ONSITE:
        return say("It is held on site, so it needs no link.")
    own = standing.own
    if own is None or own.state is not State.CONFIRMED:
        return say("The link is shown only to those whose registration is confirmed.")
    links = dict.fromkeys(
        filter(None, [event.join_url, *(meeting.join_url for meeting in event.sessions)])
    )
    if not links:
        return say("The organiser will send the link to join.")
    return Markup("\n").join(say("Link to join: {link}", link=link) for link in links)


def _materials(say: Speech, event: Event, _standing: Standing, now: datetime) -> Markup:
    """What to bring is asked before it is over alone."""
    if event.over_at <= now:
        return say(
            "There are no slides or recordings here so far. When the organiser adds materials, I "
            "shall write to those who came. You can also ask: {contact}",
            contact=contact(event),
        )
    return say(
        "There are no slides or recordings here so far, and the programme does not say what to "
        "bring. When the organiser adds materials, I shall write to those who came. You can also "
        "ask: {contact}",
        contact=contact(event),
    )


def contact(event: Event) -> str:
    """Whom to ask about an event: the coordinator with the contact, or at least the centre."""
    known = ", ".join(part for part in (event.coordinator, event.contact) if part)
    return known or event.centre.name


FACTS: dict[str, Callable[[Speech, Event, Standing, datetime], Markup]] = {
    "when": _when,
    "where": _where,
    "price": _price,
    "hours": _hours,
    "seats": _seats,
    "deadline": deadline,
    "leaving": _leaving,
    "lecturer": _lecturer,
    "link": _link,
    "certificate": _certificate_and_hours,
    "coordinator": _coordinator,
    "materials": _materials,
}

#: What is told in fewer words of each of several events.
IN_A_LIST: dict[str, Callable[[Speech, Event, Standing, datetime], Markup]] = {
    "price": _price_alone,
}
