"""Answers to questions: what was found, one fact of an event, one's own things, the centres."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from babel import dates
from markupsafe import Markup

from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations.queries import Standing
from catalogue.registrations.tables import State
from catalogue.search.filters import Filters
from handlers.words import labels, menu
from handlers.words.events import SESSIONS_SHOWN, form_name, in_brief, title
from handlers.words.speech import Speech
from handlers.words.states import state_line


def found(say: Speech, total: int, filters: Filters, lines: Sequence[Markup], *, now: datetime) -> (
    Markup
):  # fmt: skip
    """How many there are, what was understood of the conditions, and the page of them."""
    heading = say.n("Found {n} event:", "Found {n} events:", total)
    if understood := conditions(say, filters, now=now):
        heading += Markup("\n<i>{}</i>").format(understood)
    return Markup("\n\n").join([heading, *lines])


def did_you_mean(say: Speech, events: Sequence[Event], lines: Sequence[Markup]) -> Markup:
    if len(events) == 1:
        question = say("Did you mean “{title}”?", title=title(say, events[0]))
    else:
        question = say("Did you mean one of these?")
    return Markup("\n\n").join([question, *lines])


def nothing(say: Speech, relaxed: Sequence[str], lines: Sequence[Markup]) -> Markup:
    """`relaxed` are the filters let go to come to the events in `lines`."""
    none = say("I found nothing of the kind in the programme.")
    if not lines:
        advice = say("Try other words, another time or another town.")
        return Markup("{} {}").format(none, advice)
    return Markup("\n\n").join([Markup("{}\n{}").format(none, _instead(say, relaxed)), *lines])


def empty_programme(say: Speech) -> Markup:
    return say("The programme has no coming events yet.")


def _instead(say: Speech, relaxed: Sequence[str]) -> Markup:
    if tuple(relaxed) == ("topic",):
        return say("Nothing on that theme, but the rest fits these:")
    names = {name: str(say(RELAXED[name])) for name in relaxed if name in RELAXED}
    if not names:
        return say("Perhaps something near it will do:")
    different = ", ".join(dict.fromkeys(names.values()))
    return say("Here is what is nearest. It differs in: {conditions}", conditions=different)


def conditions(say: Speech, filters: Filters, *, now: datetime) -> str:
    """The filters as understood, no HTML yet, e.g. „gruodis · Kaunas · nemokama“; may be empty."""
    said = [
        _span(say, filters.first, filters.last, now),
        ", ".join(_weekday(say, number) for number in filters.weekday),
        *[
            str(say(NAMES[value]))
            for value in (filters.part_of_day, filters.mode, filters.language)
            if value in NAMES
        ],
        filters.city or "",
        str(say("free of charge")) if filters.free else "",
        str(say("up to {price}", price=say.euros(filters.max_price))) if filters.max_price else "",
        filters.audience or "",
        form_name(say, filters.form) if filters.form else "",
        filters.organiser or "",
        str(say("at least {hours} academic h", hours=say.number(filters.min_hours)))
        if filters.min_hours
        else "",
    ]
    if filters.exclude and (excluded := conditions(say, filters.exclude, now=now)):
        said.append(say("not: {conditions}", conditions=excluded).unescape())
    return " · ".join(filter(None, said))


def _span(say: Speech, first: date | None, last: date | None, now: datetime) -> str:
    if first and last:
        after = last + timedelta(days=1)
        if first == last:
            return say.day(first, now=now)
        if first.day == 1 and after.day == 1 and (last - first).days < 31:
            return say.month(first)
        return f"{say.day(first, now=now)} – {say.day(last, now=now)}"
    if first:
        return str(say("from: {day}", day=say.day(first, now=now)))
    return str(say("until: {day}", day=say.day(last, now=now))) if last else ""


def _weekday(say: Speech, number: int) -> str:
    names = dates.get_day_names("wide", locale="en_GB" if say.language == "en" else say.language)
    return str(names[number - 1])


def fact(say: Speech, name: str, event: Event, standing: Standing, *, now: datetime) -> Markup:
    """One fact of an event in a plain sentence; where the programme does not tell, it says so."""
    if event.status is Status.CANCELLED:
        return say("<b>This event has been cancelled.</b>")
    return FACTS[name](say, event, standing, now)


def about(say: Speech, event: Event, *, now: datetime) -> Markup:
    """Which event an answer is about."""
    return Markup("<b>{}</b>\n{}").format(title(say, event), in_brief(say, event, now=now))


def about_numbered(say: Speech, number: int, event: Event, told: Markup, *, now: datetime) -> (
    Markup
):  # fmt: skip
    return Markup("{}. <b>{}</b>\n{}\n{}").format(
        number, title(say, event), say.moment(event.starts_at, now=now), told
    )


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
    place = ", ".join(part for part in (event.city, event.place) if part)
    if event.city and event.city in event.place:
        place = event.place
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


def _price(say: Speech, event: Event, _standing: Standing, _now: datetime) -> Markup:
    if event.price_eur == 0:
        return say("It is free of charge.")
    if event.price_eur is None:
        told = [say("The programme does not give the price.")]
    else:
        told = [say("It costs {price}.", price=say.euros(event.price_eur))]
    if event.funding:
        told.append(say("Funding: {funding}", funding=event.funding))
    told.append(
        say(
            "About an invoice, or payment by your school, ask the organiser: {contact}",
            contact=contact(event),
        )
    )
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
        return _deadline(say, event, standing, now)
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


def _deadline(say: Speech, event: Event, _standing: Standing, now: datetime) -> Markup:
    if event.starts_at <= now:
        return say("Registration is over: the event has started.")
    when = say.moment(event.closes_at, now=now)
    if event.closes_at <= now:
        return say("Registration closed on {when}.", when=when)
    if event.closes_at == event.starts_at:
        return say("One can register until the start: {when}", when=when)
    return say("One can register until: {when}", when=when)


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


def _materials(say: Speech, event: Event, _standing: Standing, _now: datetime) -> Markup:
    return say(
        "Slides and recordings are not kept here. Please ask the organiser: {contact}",
        contact=contact(event),
    )


def centre_writes(say: Speech, said: Mapping[str, str]) -> Markup:
    """One of the facts a centre gives about itself."""
    return say("The centre writes: {text}", text=said.get(say.language) or said.get("lt", ""))


def contact(event: Event) -> str:
    """Whom to ask about an event: the coordinator with the contact, or at least the centre."""
    known = ", ".join(part for part in (event.coordinator, event.contact) if part)
    return known or event.centre.name


def to_register(say: Speech, event: Event, standing: Standing, *, now: datetime) -> Markup:
    """Above the card of the one event somebody wants to join."""
    if event.status is Status.CANCELLED:
        return say("<b>This event has been cancelled.</b>")
    if standing.own and standing.is_in:
        state = state_line(say, standing.own.state, standing.place)
        return say("You are registered already. <b>{state}</b>", state=state)
    if event.closes_at <= now:
        return _deadline(say, event, standing, now)
    if not standing.is_full:
        return _press_on_card(say, labels.REGISTER)
    if event.waiting_list:
        return _press_on_card(say, labels.JOIN_WAITING_LIST)
    return say("All seats are taken, and there is no waiting list.")


def _press_on_card(say: Speech, label: str) -> Markup:
    return say("To join, press “{button}” on the event’s card.", button=say(label))


def which_to_join(say: Speech, lines: Sequence[Markup]) -> Markup:
    return Markup("\n\n").join([say("Which one would you like to join?"), *lines])


def what_to_join(say: Speech) -> Markup:
    return say("Which event would you like to join? Write its title, theme or date.")


def for_a_colleague(say: Speech) -> Markup:
    return say(
        "A seat cannot be handed over: your colleague registers with their own Telegram, and you "
        "cancel yours. If people are waiting, your seat goes to the first of them."
    )


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


def no_certificates(say: Speech) -> Markup:
    return say(
        "Certificates come from the organiser of the event; they are not kept here yet. Ask there, "
        "and give the title and the date of the event."
    )


def past_with_contacts(say: Speech, events: Sequence[Event], *, now: datetime) -> Markup:
    lines = [
        Markup("• <b>{}</b>, {}\n{}").format(
            title(say, event), say.day(event.starts_at, now=now), contact(event)
        )
        for event in events
    ]
    return Markup("\n").join([say("Your past events and whom to ask:"), *lines])


def no_hours(say: Speech) -> Markup:
    return Markup("\n\n").join(
        [
            say("Attendance is not kept here yet, so I cannot count your hours. Add up the "
                "academic hours that stand on your certificates."),
            say("The Education Act (article 49) gives a teacher the right to at least 5 days of "
                "professional development a year. How many hours make a day, ask your school."),
        ]
    )  # fmt: skip


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


def no_preferences(say: Speech) -> Markup:
    return say(
        "There are no settings for messages here yet. If messages disturb you, mute this chat in "
        "Telegram; /forget deletes everything we keep about you."
    )


def privacy(say: Speech) -> Markup:
    return say(
        "We keep your Telegram number and language and, when you have agreed, your name and "
        "registrations. Everything kept about you: /my_data. Delete it: /forget."
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


def _(word: str) -> str:
    """Marks a word for translation; it is said where the person's language is known."""
    return word


FACTS: dict[str, Callable[[Speech, Event, Standing, datetime], Markup]] = {
    "when": _when,
    "where": _where,
    "price": _price,
    "hours": _hours,
    "seats": _seats,
    "deadline": _deadline,
    "lecturer": _lecturer,
    "link": _link,
    "certificate": _certificate_and_hours,
    "coordinator": _coordinator,
    "materials": _materials,
}

#: What a filter is called when it was let go.
RELAXED = {
    "from": _("date"),
    "to": _("date"),
    "weekday": _("day of the week"),
    "part_of_day": _("time of day"),
    "city": _("town"),
    "mode": _("way of taking part"),
    "free": _("price"),
    "max_price": _("price"),
    "audience": _("for whom it is"),
    "form": _("form"),
    "organiser": _("organiser"),
    "min_hours": _("number of hours"),
    "language": _("language"),
    "not": _("what you did not want"),
}

#: Values of filters, as they stand in a list of conditions.
NAMES = {
    "morning": _("in the morning"),
    "afternoon": _("in the afternoon"),
    "evening": _("in the evening"),
    "online": _("online"),
    "onsite": _("on site"),
    "hybrid": _("on site or online"),
    "lt": _("in Lithuanian"),
    "en": _("in English"),
}
