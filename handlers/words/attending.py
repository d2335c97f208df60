"""Showing that one is at a meeting: what becomes of a code."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from markupsafe import Markup

from catalogue.learning.arriving import Arrival, Outcome
from catalogue.learning.marking import opens_at
from catalogue.programme.tables import Event, Session
from catalogue.search.normalise import words
from handlers.words.events import title
from handlers.words.speech import Speech

_MINUTE = timedelta(minutes=1)
#: As people write it who see no button for it.
_HERE = frozenset(
    {"as cia", "as jau cia", "as atvykau", "esu cia", "jau cia", "atvykau", "i am here", "im here"}
)


def says_here(text: str) -> bool:
    return " ".join(words(text.replace("'", "").replace("’", ""))) in _HERE


def ask_code(say: Speech, events: Sequence[Event]) -> Markup:
    """Of the events whose meetings go on, it is known which one only where there is one."""
    if len({event.id for event in events}) > 1:
        return say("Please write the four letters that the lecturer shows.")
    return say(
        "Please write the four letters that the lecturer shows at “{title}”.",
        title=title(say, events[0]),
    )


def scanned(say: Speech, arrival: Arrival, *, now: datetime) -> Markup:
    """After a code in a picture."""
    if arrival.outcome is Outcome.WRONG:
        return say(
            "This code has changed already: it changes every minute. Scan the one that is shown "
            "now, or write the four letters below it."
        )
    return _told(say, arrival, now=now)


def typed(say: Speech, arrival: Arrival, *, now: datetime) -> Markup:
    """After four letters."""
    if arrival.outcome is Outcome.WRONG and arrival.again_at is None:
        return say(
            "These letters do not fit. The code changes every five minutes: please look at the "
            "screen again and write the four letters that are shown now."
        )
    if arrival.again_at is not None:
        return say.n(
            "Too many wrong tries. You can try again in {n} minute, or tell the lecturer that you "
            "are here: they will mark you.",
            "Too many wrong tries. You can try again in {n} minutes, or tell the lecturer that you "
            "are here: they will mark you.",
            max(1, -((now - arrival.again_at) // _MINUTE)),
        )
    return _told(say, arrival, now=now)


def not_now(say: Speech) -> Markup:
    return say(
        "None of the events you are registered for goes on now. If you stand at the door without a "
        "registration, scan the code in the picture with the camera of your phone."
    )


def _told(say: Speech, arrival: Arrival, *, now: datetime) -> Markup:
    event, meeting = arrival.event, arrival.meeting
    assert event is not None  # noqa: S101 -- only a wrong code is of no meeting
    assert meeting is not None  # noqa: S101
    return _SENTENCES[arrival.outcome](say, arrival, event, meeting, now)


def _marked(
    say: Speech, _arrival: Arrival, event: Event, meeting: Session, now: datetime
) -> Markup:
    return say(
        "Thank you, you are marked as present: “{title}”, {when}.",
        title=title(say, event),
        when=say.period(meeting.starts_at, meeting.ends_at, now=now),
    )


def _before(
    say: Speech, _arrival: Arrival, event: Event, meeting: Session, now: datetime
) -> Markup:
    if now > meeting.ends_at:
        return say("You are marked as present: “{title}”.", title=title(say, event))
    return say("You are marked already: “{title}”. Enjoy the meeting!", title=title(say, event))


def _not_now(
    say: Speech, _arrival: Arrival, event: Event, meeting: Session, now: datetime
) -> Markup:
    if now > meeting.ends_at:
        return say(
            "This meeting of “{title}” is over. If you were there, please write to the organiser.",
            title=title(say, event),
        )
    return say(
        "Attendance at “{title}” is recorded from {when}.",
        title=title(say, event),
        when=say.deadline(opens_at(meeting), now=now),
    )


def _off(say: Speech, _arrival: Arrival, event: Event, _meeting: Session, _now: datetime) -> Markup:
    return say("“{title}” has been cancelled by the organiser.", title=title(say, event))


def _unconfirmed(
    say: Speech, _arrival: Arrival, event: Event, _meeting: Session, _now: datetime
) -> Markup:
    return say(
        "Your registration for “{title}” has not been confirmed by the organiser, so I cannot mark "
        "you. Please speak to them at the door.",
        title=title(say, event),
    )


def _unregistered(
    say: Speech, arrival: Arrival, event: Event, _meeting: Session, _now: datetime
) -> Markup:
    if arrival.has_seat:
        return say(
            "You are not registered for “{title}”, but there is a seat. Register now, and you are "
            "marked at once.",
            title=title(say, event),
        )
    return say(
        "You are not registered for “{title}”, and there is no seat that I could give. Please "
        "speak to the organiser at the door.",
        title=title(say, event),
    )


_Sentence = Callable[[Speech, Arrival, Event, Session, datetime], Markup]
_SENTENCES: Mapping[Outcome, _Sentence] = {
    Outcome.MARKED: _marked,
    Outcome.MARKED_BEFORE: _before,
    Outcome.NOT_NOW: _not_now,
    Outcome.OFF: _off,
    Outcome.NOT_CONFIRMED: _unconfirmed,
    Outcome.UNREGISTERED: _unregistered,
}
