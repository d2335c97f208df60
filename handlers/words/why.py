"""Why the last message came, and how to stop its kind."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.tables import NoticeKind
from catalogue.subscriptions.tables import Subscription
from handlers.words.events import shortened, title
from handlers.words.reminders import length
from handlers.words.speech import Speech, _
from handlers.words.subscriptions import WORDS_LENGTH


def nothing_yet(say: Speech) -> Markup:
    return say(
        "In the last 30 days I have written to you only in answer to what you wrote or pressed."
    )


def came(say: Speech, sent_at: datetime, reason: Markup, *, now: datetime) -> Markup:
    """When the message came, and why."""
    when = say.moment(sent_at, now=now)
    return Markup("\n").join([say("My last message to you came on {when}.", when=when), reason])


def reminder(say: Speech, event: Event) -> Markup:
    return say(
        "It was a reminder: you are registered for “{title}”.\n\nYou can do without this one, "
        "without all reminders, or leave the event:",
        title=_title(say, event),
    )


def notice(say: Speech, kind: NoticeKind, event: Event) -> Markup:
    """What has become of one's registration is said in any case; it ends with leaving."""
    reason = say(NOTICES[kind], title=_title(say, event))
    stop = say("Of what happens to your own events I write in any case. It ends when you leave:")
    return Markup("{}\n\n{}").format(reason, stop)


def announcement(say: Speech, whom: Markup, *, is_of_own_event: bool) -> Markup:
    """`whom` are the recipients in words."""
    stop = (
        say("It concerns those who take part, so it comes in any case. It ends when you leave:")
        if is_of_own_event
        else say("You can stop all announcements of the centres:")
    )
    reason = say("It was an announcement of a centre. {whom}", whom=whom)
    return Markup("{}\n\n{}").format(reason, stop)


def digest(say: Speech, told: Sequence[Subscription]) -> Markup:
    """A wish ends with its answer, so there may be nothing to stop."""
    words = ", ".join(
        say("“{words}”", words=shortened(one.words, WORDS_LENGTH)).unescape() for one in told
    )
    reason = say("It told of new events, as you had asked to hear of: {words}.", words=words)
    if all(one.ended_at is not None for one in told):
        return Markup("{} {}").format(reason, say("No more of it will come."))
    return reason


def of_work(say: Speech) -> Markup:
    """To staff of the events and announcements they answer for."""
    return say("It was about your work at the centre: I tell the staff what needs them.")


def nearing(say: Speech, first: int, last: int) -> Markup:
    """To staff; both are days before the start."""
    return say(
        "It was about an event that nears with few registrations: {first} and {last} days before "
        "the start I tell its coordinator, each time once. It does not come where enough people "
        "have registered.",
        first=first,
        last=last,
    )


def no_lead(say: Speech, lead: int) -> str:
    return say("Not this one: {lead} before", lead=length(say, lead)).unescape()


def stop_label(say: Speech, one: Subscription) -> str:
    return say("No more: {words}", words=shortened(one.words, 30)).unescape()


def _title(say: Speech, event: Event) -> str:
    return shortened(title(say, event), 160)


NOTICES = {
    NoticeKind.MOVED_UP: _("You were waiting for a seat at “{title}”, and one came free."),
    NoticeKind.OFFERED: _("You are waiting for a seat at “{title}”, and one came free."),
    NoticeKind.OFFER_OVER: _("You were offered a seat at “{title}”, and the offer ended."),
    NoticeKind.CHANGED: _("You are registered for “{title}”, and it was changed."),
    NoticeKind.CANCELLED: _("You were registered for “{title}”, and it was cancelled."),
    NoticeKind.REOPENED: _("You were registered for “{title}”, and it is on again."),
    NoticeKind.APPROVED: _("You asked to take part in “{title}”, and were accepted."),
    NoticeKind.REJECTED: _("You asked to take part in “{title}”, and were not accepted."),
    NoticeKind.SEAT_GIVEN: _("You were waiting for a seat at “{title}”, and were given one."),
    NoticeKind.TAKEN_OFF: _("You were registered for “{title}”, and staff took you off."),
    NoticeKind.PASSED_ON: _("You were registered for “{title}”, and a colleague took your seat."),
    NoticeKind.LINK_OVER: _("You offered your seat at “{title}” to a colleague by a link."),
    NoticeKind.LEAVE_GRANTED: _("You asked to cancel “{title}”, and were let go."),
    NoticeKind.LEAVE_REFUSED: _("You asked to cancel “{title}”, and were not let go."),
}
