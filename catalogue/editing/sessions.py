"""The meetings of an event when its plan changes: each keeps its row, and so its calendar entry."""

from dataclasses import replace
from datetime import timedelta

from catalogue.files.drafts import EventDraft, SessionDraft
from catalogue.programme.tables import Event, Session

_WHERE = ("city", "place", "join_url")
#: What a meeting has of its own beside its time, and the columns of a file it stands in.
OWN = {key: key for key in _WHERE} | {"title": "session_title", "hours": "session_hours"}


def as_drafts(event: Event) -> tuple[SessionDraft, ...]:
    return tuple(
        SessionDraft(s.starts_at, s.ends_at, **{key: getattr(s, key) for key in OWN})
        for s in event.sessions
    )


def replan(event: Event, draft: EventDraft) -> None:
    """Gives the event the meetings of the draft.

    A meeting is known by its start; those left over on both sides are paired in order of time, so
    one that only moved is still the same. No start is ever taken twice on the way, because a
    start that both sides have is paired first.
    """
    pairs, gone = _pairs(event, draft)
    keeps_length = _keeps_length(event, draft)
    ends_known = (event if keeps_length else draft).ends_at is not None
    for meeting, wanted in pairs:
        if meeting is None:
            event.sessions.append(new_session(wanted))
        else:
            _give(
                meeting,
                _with_what_is_not_stated(meeting, wanted, draft, keeps_length=keeps_length),
            )
    if not draft.incomplete:
        for meeting in gone:
            event.sessions.remove(meeting)
    event.sessions.sort(key=lambda meeting: meeting.starts_at)
    first = event.sessions[0]
    ends_at = max(meeting.ends_at for meeting in event.sessions) if ends_known else None
    wanted_now = {"starts_at": first.starts_at, "ends_at": ends_at}
    wanted_now |= {key: getattr(first, key) for key in _WHERE}
    for key, value in wanted_now.items():
        if getattr(event, key) != value:
            setattr(event, key, value)


def new_session(wanted: SessionDraft) -> Session:
    return Session(**wanted.values())


def _pairs(
    event: Event, draft: EventDraft
) -> tuple[list[tuple[Session | None, SessionDraft]], list[Session]]:
    left = {meeting.starts_at: meeting for meeting in event.sessions}
    same = {w.starts_at: left.pop(w.starts_at) for w in draft.sessions if w.starts_at in left}
    rest = sorted(left.values(), key=lambda meeting: meeting.starts_at)
    pairs: list[tuple[Session | None, SessionDraft]] = []
    for wanted in draft.sessions:
        meeting = same.get(wanted.starts_at) or (rest.pop(0) if rest else None)
        pairs.append((meeting, wanted))
    return pairs, rest


def _keeps_length(event: Event, draft: EventDraft) -> bool:
    """Whether the file says nothing new of how long the meetings are."""
    if "end" in draft.stated:
        return False
    return draft.incomplete or "hours" not in draft.stated or event.hours == draft.hours


def _with_what_is_not_stated(
    meeting: Session, wanted: SessionDraft, draft: EventDraft, *, keeps_length: bool
) -> SessionDraft:
    kept = {key: getattr(meeting, key) for key, column in OWN.items() if column not in draft.stated}
    if keeps_length:
        lasts: timedelta = meeting.ends_at - meeting.starts_at
        return replace(wanted, ends_at=wanted.starts_at + lasts, **kept)
    return replace(wanted, **kept)


def _give(meeting: Session, wanted: SessionDraft) -> None:
    for key in ("starts_at", "ends_at", *OWN):
        if getattr(meeting, key) != getattr(wanted, key):
            setattr(meeting, key, getattr(wanted, key))
