"""An event in words: its card, its line in a list, its label on a button."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.plans.entries import Entry, Meeting
from catalogue.programme.tables import Event, Mode, Session, Status
from catalogue.registrations.queries import Standing
from catalogue.registrations.tables import State
from handlers.words.event_forms import FORMS_EN
from handlers.words.speech import Speech, capitalised
from handlers.words.states import offer_line, state_after, state_line

SUMMARY_LENGTH = 700
DETAIL_LENGTH = 300
LABEL_LENGTH = 44
SESSIONS_SHOWN = 6
MODULE_LENGTH = 100


class Titled(Protocol):
    """Whatever has the titles of an event."""

    @property
    def title_lt(self) -> str: ...
    @property
    def title_en(self) -> str: ...


def title(say: Speech, event: Titled) -> str:
    """In the person's language where the programme has it."""
    if say.language == "en":
        return event.title_en or event.title_lt
    return event.title_lt or event.title_en


def town_and_place(held: Event | Session | Entry | Meeting) -> str:
    """The town is said once, also where the place names it."""
    if held.city and held.city in held.place:
        return held.place
    return ", ".join(part for part in (held.city, held.place) if part)


def centre_name(say: Speech, centre: Centre) -> str:
    """In English where the centre has such a name."""
    return (centre.name_en if say.language == "en" else "") or centre.name


def card(
    say: Speech,
    event: Event,
    standing: Standing,
    *,
    was_there: bool | None = None,
    now: datetime,
) -> Markup:
    """Everything one needs to decide, in the order one asks it; of what is over, what has become of
    one's registration: `was_there` is None where nobody has noted it.
    """
    lines = [
        Markup("<b>{}</b>").format(title(say, event)),
        _form_and_hours(say, event),
        _standing_line(say, event, standing, was_there=was_there, now=now),
        Markup(""),
        *_when(say, event, now),
        _where(say, event),
        _price(say, event),
        *_way_in(say, event, standing, now),
        say("<b>Organiser:</b> {name}", name=centre_name(say, event.centre)),
        *_details(say, event),
    ]
    if standing.own and standing.own.state is State.CONFIRMED and event.join_url:
        lines.append(say("<b>Link:</b> {link}", link=event.join_url))
    if event.summary:
        lines += [Markup(""), Markup("{}").format(shortened(event.summary, SUMMARY_LENGTH))]
    return Markup("\n").join(line for line in lines if line is not None)


def line(say: Speech, number: int, event: Event, free: int | None, *, now: datetime) -> Markup:
    """One event of a numbered list, on two lines."""
    facts = Markup("{}").format(in_brief(say, event, now=now))
    if event.status is Status.CANCELLED:
        facts += " · " + say("cancelled")
    elif free == 0:
        facts += " · " + say("full")
    elif free is not None and free <= 5:
        facts += " · " + say.n("{n} seat left", "{n} seats left", free)
    return Markup("{}. <b>{}</b>\n{}").format(number, shortened(title(say, event), 160), facts)


def label(say: Speech, event: Event, *, number: int | None = None) -> str:
    """For a button: the number in the list, or the day, and as much of the title as fits."""
    front = f"{number}." if number else say.short_day(event.starts_at)
    return shortened(f"{front} {title(say, event)}", LABEL_LENGTH)


def essentials(say: Speech, event: Event, *, now: datetime) -> Markup:
    """Title, when and where: what every message about an event repeats."""
    lines = [
        Markup("<b>{}</b>").format(title(say, event)),
        _cancelled(say, event),
        *_when(say, event, now),
        _where(say, event),
    ]
    return Markup("\n").join(line for line in lines if line is not None)


def contact_line(say: Speech, event: Event) -> Markup:
    """Whom to write to; the centre where the event names nobody."""
    if event.contact:
        return say("Please write to the organiser: {contact}", contact=event.contact)
    return say("Please write to the organiser: {contact}", contact=event.centre.name)


def in_brief(say: Speech, event: Event, *, now: datetime) -> str:
    """When, where and for how much, on one line."""
    facts = [say.brief(event.starts_at, now=now), where_short(say, event), price(say, event)]
    return " · ".join(fact for fact in facts if fact)


def where_short(say: Speech, event: Event | Entry) -> str:
    """Plain text, to be escaped where it is put into a message."""
    if event.mode is Mode.ONLINE:
        return str(say("online"))
    town = event.city or event.place
    if event.mode is Mode.HYBRID:
        if not town:
            return str(say("on site or online"))
        return say("{town} or online", town=town).unescape()
    return town


def price(say: Speech, event: Event | Entry) -> str:
    """Empty when the programme does not say: unknown is never shown as free."""
    if event.price_eur is None:
        return ""
    return str(say("free of charge")) if event.price_eur == 0 else say.euros(event.price_eur)


def form_name(say: Speech, form: str) -> str:
    """The programme writes forms in Lithuanian; the usual ones have an English word."""
    return str(say(FORMS_EN[form.lower()])) if form.lower() in FORMS_EN else form


def shortened(text: str, length: int) -> str:
    """Cut at a word, with an ellipsis, to at most `length` characters."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;:–-") + "…"


def _form_and_hours(say: Speech, event: Event) -> Markup | None:
    facts = []
    if event.form:
        facts.append(Markup("{}").format(form_name(say, event.form)))
    if event.hours:
        facts.append(say("{hours} academic h", hours=say.number(event.hours)))
    if event.language and event.language != say.language:
        facts.append(_language(say, event.language))
    line = Markup(" · ").join(facts)
    return capitalised(line) if facts else None


def _language(say: Speech, code: str) -> Markup:
    known = {"lt": say("in Lithuanian"), "en": say("in English"), "ru": say("in Russian")}
    return known.get(code, say("language: {code}", code=code))


def _cancelled(say: Speech, event: Event) -> Markup | None:
    if event.status is not Status.CANCELLED:
        return None
    off = say("<b>This event has been cancelled.</b>")
    return off + "\n" + because(say, event) if event.cancel_reason else off


def because(say: Speech, event: Event) -> Markup:
    """Why it is off, in the organiser's words."""
    return say("The reason: {reason}", reason=shortened(event.cancel_reason, DETAIL_LENGTH))


def _standing_line(
    say: Speech, event: Event, standing: Standing, *, was_there: bool | None, now: datetime
) -> Markup | None:
    if event.status is Status.CANCELLED:
        return _cancelled(say, event)
    if standing.own and standing.is_in and event.over_at <= now:
        became = state_after(say, standing.own.state, was_there=was_there)
        return Markup("<b>{}</b>").format(capitalised(became))
    if standing.own and standing.is_in:
        line = Markup("<b>{}</b>").format(state_line(say, standing.own.state, standing.place))
        if standing.asks_to_leave:
            return line + "\n" + say("You ask to be let go; the organiser has not answered yet.")
        if standing.own.state is not State.OFFERED:
            return line
        return line + "\n" + offer_line(say, standing.own.offer_until, now=now)
    return None


def _when(say: Speech, event: Event, now: datetime) -> list[Markup]:
    sessions: Sequence[Session] = event.sessions
    if not sessions:
        return [say("<b>When:</b> {when}", when=say.moment(event.starts_at, now=now))]
    if len(sessions) == 1:
        only = sessions[0]
        return [say("<b>When:</b> {when}", when=say.period(only.starts_at, only.ends_at, now=now))]
    lines = [say.n("<b>When:</b> {n} meeting", "<b>When:</b> {n} meetings", len(sessions))]
    lines += [
        Markup("• {}").format(_meeting(say, event, session, now))
        for session in sessions[:SESSIONS_SHOWN]
    ]
    if len(sessions) > SESSIONS_SHOWN:
        rest = len(sessions) - SESSIONS_SHOWN
        lines.append(say.n("and {n} more meeting", "and {n} more meetings", rest))
    return lines


def _meeting(say: Speech, event: Event, session: Session, now: datetime) -> Markup:
    """When, where it is not where the others are, and the module that it is."""
    own_place = session.place if session.place and session.place != event.place else ""
    when = say.period(session.starts_at, session.ends_at, now=now)
    line = Markup("{}").format(f"{when}, {own_place}" if own_place else when)
    if not session.title:
        return line
    module = Markup("{}: <i>{}</i>").format(line, shortened(session.title, MODULE_LENGTH))
    if not session.hours:
        return module
    return module + " (" + say("{hours} academic h", hours=say.number(session.hours)) + ")"


def _where(say: Speech, event: Event) -> Markup | None:
    place = town_and_place(event)
    if event.mode is Mode.ONLINE:
        return say("<b>Where:</b> online")
    if event.mode is Mode.HYBRID:
        if not place:
            return say("<b>Where:</b> on site or online, as you like")
        return say("<b>Where:</b> {place}, or online, as you like", place=place)
    return say("<b>Where:</b> {place}", place=place) if place else None


def _price(say: Speech, event: Event) -> Markup:
    if event.price_eur is None:
        return say("<b>Price:</b> not given, the organiser will tell")
    if event.price_eur == 0:
        return say("<b>Price:</b> free of charge")
    return say("<b>Price:</b> {price}", price=say.euros(event.price_eur))


def _way_in(say: Speech, event: Event, standing: Standing, now: datetime) -> list[Markup | None]:
    """Of no interest any more once it is over."""
    if event.status is not Status.CANCELLED and event.over_at <= now:
        return [say("The event is over.")]
    return [_seats(say, event, standing), _deadline(say, event, now)]


def _seats(say: Speech, event: Event, standing: Standing) -> Markup | None:
    if event.status is Status.CANCELLED:
        return None
    if standing.free is None or event.seats is None:
        return say("<b>Seats:</b> no limit")
    if not standing.is_full:
        return say.n(
            "<b>Seats:</b> {n} left of {all}",
            "<b>Seats:</b> {n} left of {all}",
            standing.free,
            all=event.seats,
        )
    if not event.waiting_list or standing.is_in:
        return say("<b>Seats:</b> none left")
    if standing.waiting == 0:
        return say("<b>Seats:</b> none left, you can join the waiting list")
    return say.n(
        "<b>Seats:</b> none left, {n} person is waiting",
        "<b>Seats:</b> none left, {n} people are waiting",
        standing.waiting,
    )


def _deadline(say: Speech, event: Event, now: datetime) -> Markup | None:
    if event.status is Status.CANCELLED:
        return None
    if event.starts_at <= now:
        return say("Registration is over: the event has started.")
    if event.closes_at <= now:
        return say("Registration closed on {when}.", when=say.moment(event.closes_at, now=now))
    if event.closes_at == event.starts_at:
        return say("<b>Register by:</b> the start")
    return say("<b>Register by:</b> {when}", when=say.moment(event.closes_at, now=now))


def _details(say: Speech, event: Event) -> list[Markup]:
    lecturer, audience, coordinator, contact = (
        shortened(value, DETAIL_LENGTH)
        for value in (event.lecturer, ", ".join(event.audience), event.coordinator, event.contact)
    )
    known = [
        (lecturer, say("<b>Lecturer:</b> {value}", value=lecturer)),
        (audience, say("<b>For whom:</b> {value}", value=audience)),
        (coordinator, say("<b>Coordinator:</b> {value}", value=coordinator)),
        (contact, say("<b>Contact:</b> {value}", value=contact)),
        (event.ktprr_code, say("<b>KTPRR code:</b> {value}", value=event.ktprr_code)),
        (event.certificate, say("A certificate is issued.")),
    ]
    return [text for value, text in known if value]
