"""Reminders, and what people and staff say of when they shall come."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from catalogue.people.quiet import on_the_clock
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Mode, Session
from catalogue.registrations.reminders import LINK_LEAD
from handlers.words.events import title, town_and_place
from handlers.words.speech import Speech

_SOON = timedelta(hours=6)


def reminder(say: Speech, event: Event, meeting: Session, lead: int, *, now: datetime) -> Markup:
    """How soon first, then everything one needs to get to this meeting."""
    link = link_to(event, meeting)
    joining = say("Link to join: {link}", link=link) if link else None
    is_link_first = lead == LINK_LEAD
    lines = [
        Markup("<b>{}</b>").format(how_soon(say, meeting.starts_at, now=now)),
        joining if is_link_first else None,
        Markup(""),
        Markup("<b>{}</b>").format(title(say, event)),
        _which(say, event, meeting),
        say("<b>When:</b> {when}", when=say.period(meeting.starts_at, meeting.ends_at, now=now)),
        _where(say, event, meeting),
        None if is_link_first else joining,
    ]
    if event.seats is not None:
        lines += [
            Markup(""),
            say("If you cannot come, please cancel: somebody else may be waiting for the seat."),
        ]
    return Markup("\n").join(line for line in lines if line is not None)


def how_soon(say: Speech, starts_at: datetime, *, now: datetime) -> Markup:
    """As one would say it: minutes and hours on the day itself, days of the calendar before."""
    minutes = round((starts_at - now) / timedelta(minutes=1))
    days = (say.local(starts_at).date() - say.local(now).date()).days
    if minutes < 60:
        return say("It starts in {minutes} min.", minutes=minutes)
    if days == 0 or starts_at - now < _SOON:
        hours, rest = divmod(5 * round(minutes / 5), 60)
        if rest:
            return say("It starts in {hours} h {minutes} min.", hours=hours, minutes=rest)
        return say("It starts in {hours} h.", hours=hours)
    if days == 1:
        return say("It starts tomorrow.")
    return say.n("It starts in {n} day.", "It starts in {n} days.", days)


def place_of(event: Event, meeting: Session) -> str:
    """Town and place of this meeting; the event's own only where no meeting has another."""
    has_own = any(each.city or each.place for each in event.sessions)
    return town_and_place(meeting if has_own else event)


def link_to(event: Event, meeting: Session) -> str:
    """Empty for those who come to the place."""
    if event.mode not in {Mode.ONLINE, Mode.HYBRID}:
        return ""
    has_own = any(each.join_url for each in event.sessions)
    return meeting.join_url if has_own else event.join_url


def length(say: Speech, lead: int) -> str:
    """„7 d.“, “2 h”: the largest unit that comes out even."""
    if lead % (24 * 60) == 0:
        return str(say("{n} d", n=lead // (24 * 60)))
    if lead % 60 == 0:
        return str(say("{n} h", n=lead // 60))
    return str(say("{n} min", n=lead))


def own(say: Speech, person: Person) -> Markup:
    """The page of one's own reminders."""
    lines = [
        say("<b>Reminders and quiet hours</b>"),
        say("How long before each meeting shall I remind you? The marked ones come.")
        if person.wants_reminders
        else say("You get no reminders."),
        _quiet(say, person),
    ]
    return Markup("\n\n").join(lines)


def own_label(say: Speech, lead: int) -> str:
    """For a button; the shortest of all has a word of its own, since not every event has it."""
    if lead == LINK_LEAD:
        return str(say("{length} before, with the link to join", length=length(say, lead)))
    return str(say("{length} before", length=length(say, lead)))


def quiet_label(say: Speech, person: Person) -> str:
    if person.quiet_from == person.quiet_until:
        return str(say("Quiet hours: none"))
    return str(say("Quiet hours: {hours}", hours=_hours(person)))


def quiet(say: Speech, person: Person) -> Markup:
    return Markup("\n\n").join(
        [
            _quiet(say, person),
            say(
                "Reminders and news come before them or after. They are broken only by word that "
                "something was cancelled or moved which starts before they end."
            ),
            say("When shall they begin and end?"),
        ]
    )


def begins(say: Speech, minute: int) -> str:
    return str(say("from {hour}", hour=on_the_clock(minute)))


def ends(say: Speech, minute: int) -> str:
    return str(say("until {hour}", hour=on_the_clock(minute)))


def of_event(say: Speech, event: Event, leads: Sequence[int]) -> Markup:
    """Staff's page of an event; `leads` are those that hold, without the link's own."""
    set_here = event.reminders is not None
    lengths = ", ".join(length(say, lead) for lead in leads)
    if not leads:
        what = say("No reminders go out for this event.")
    elif set_here:
        what = say("Set for this event: {lengths} before each meeting.", lengths=lengths)
    else:
        what = say("As usual: {lengths} before each meeting.", lengths=lengths)
    lines = [
        say("<b>Reminders</b>: {title}", title=title(say, event)),
        what,
        say("The link to join comes 15 minutes before in any case.")
        if event.mode in {Mode.ONLINE, Mode.HYBRID}
        else None,
        say("Everybody may turn off for themselves what they do not want."),
    ]
    return Markup("\n\n").join(line for line in lines if line is not None)


def _which(say: Speech, event: Event, meeting: Session) -> Markup | None:
    if len(event.sessions) == 1:
        return None
    number = 1 + event.sessions.index(meeting)
    return say("Meeting {number} of {all}", number=number, all=len(event.sessions))


def _where(say: Speech, event: Event, meeting: Session) -> Markup | None:
    place = place_of(event, meeting)
    if event.mode is Mode.ONLINE:
        return say("<b>Where:</b> online")
    if event.mode is Mode.HYBRID and place:
        return say("<b>Where:</b> {place}, or online, as you like", place=place)
    if event.mode is Mode.HYBRID:
        return say("<b>Where:</b> on site or online, as you like")
    return say("<b>Where:</b> {place}", place=place) if place else None


def _quiet(say: Speech, person: Person) -> Markup:
    if person.quiet_from == person.quiet_until:
        return say("You have no quiet hours: I may write at any time.")
    return say("Quiet hours: {hours}. I do not write in them.", hours=_hours(person))


def _hours(person: Person) -> str:
    return f"{on_the_clock(person.quiet_from)}–{on_the_clock(person.quiet_until)}"
