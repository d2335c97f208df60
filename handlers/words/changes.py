"""An event that was moved, cancelled or taken up again, told to those who are in it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.editing.changes import Difference, Step
from catalogue.programme.tables import Event, Mode, Session
from catalogue.registrations.tables import NoticeKind, State
from handlers.words.events import because, shortened, title
from handlers.words.limits import LONGEST_CAPTION, length
from handlers.words.speech import Speech
from handlers.words.states import state_line

LONGEST_TITLE = 150
LONGEST_FACT = 120


def told(
    say: Speech,
    event: Event,
    difference: Difference,
    state: State,
    place: int | None,
    *,
    others: bool,
    now: datetime,
) -> Markup:
    """What was and what is now, as the caption of a calendar file holds it.

    The list of meetings is cut short where it is too long, never a sentence in the middle. With
    `others` buttons below lead to other events.
    """
    waits = place is not None
    match difference.kind:
        case NoticeKind.CANCELLED:
            ending = _after_cancelling(say, waits=waits, others=others)
            return _fitting(_cancelled(say, event, difference, ending, now=now))
        case NoticeKind.REOPENED:
            return _fitting(_reopened(say, event, state, place, now=now))
    return _fitting(_changed(say, event, difference, waits=waits, now=now))


def noted(say: Speech) -> str:
    """Plain text, as short notes above the chat are."""
    return say("Thank you, noted. See you there!").unescape()


def _changed(
    say: Speech, event: Event, difference: Difference, *, waits: bool, now: datetime
) -> Iterator[Markup]:
    heading = [
        say("<b>The organiser has changed “{title}”</b>", title=_short_title(say, event)),
        Markup(""),
    ]
    if difference.has_other_mode:
        modes = mode_name(say, difference.mode_before), mode_name(say, difference.mode_after)
        heading.append(_was_and_is(say, say("How one takes part"), *modes))
    ending = [Markup(""), _after_change(say, waits=waits)]
    if len(event.sessions) == 1 and len(difference.steps) == 1 and difference.steps[0].is_both:
        step = difference.steps[0]
        yield from _cut(say, heading, list(_facts(say, step, now=now)), ending)
        return
    if not difference.steps and event.sessions:
        heading.append(Markup("{}").format(_when(say, event.sessions[0], now=now)))
    lines = [line for step in difference.steps for line in _lines(say, step, now=now)]
    yield from _cut(say, heading, lines, ending)


def _cancelled(
    say: Speech, event: Event, difference: Difference, ending: Sequence[Markup], *, now: datetime
) -> Iterator[Markup]:
    heading = [
        say("<b>The organiser has cancelled “{title}”</b>", title=_short_title(say, event)),
        *([because(say, event)] if event.cancel_reason else []),
        Markup(""),
    ]
    meetings = [step.before or step.after for step in difference.steps]
    lines = [
        Markup("{}").format(_when_and_where(say, meeting, now=now))
        for meeting in meetings
        if meeting
    ]
    yield from _cut(say, heading, lines, ending)


def _reopened(
    say: Speech, event: Event, state: State, place: int | None, *, now: datetime
) -> Iterator[Markup]:
    heading = [
        say("<b>Good news: “{title}” takes place after all</b>", title=_short_title(say, event)),
        Markup("<b>{}</b>").format(state_line(say, state, place)),
        Markup(""),
    ]
    coming = [meeting for meeting in event.sessions if meeting.ends_at > now]
    lines = [Markup("{}").format(_when_and_where(say, meeting, now=now)) for meeting in coming]
    ending = [Markup(""), _after_change(say, waits=place is not None)]
    yield from _cut(say, heading, lines, ending)


def _after_change(say: Speech, *, waits: bool) -> Markup:
    if waits:
        return say("You have kept your place in the queue.")
    return say("Open the file to put it right in your calendar. Does this suit you?")


def _after_cancelling(say: Speech, *, waits: bool, others: bool) -> list[Markup]:
    lines = [Markup(""), say("We are sorry that it will not take place.")]
    if not waits:
        lines.append(say("Open the file to take it out of your calendar."))
    if others:
        lines.append(say("Perhaps one of these is for you:"))
    return lines


def _facts(say: Speech, step: Step, *, now: datetime) -> Iterator[Markup]:
    """Of an event of one meeting: each fact that is another one now."""
    before, after = step.before, step.after
    if before is None or after is None:
        return
    if step.is_moved:
        yield _was_and_is(say, say("Time"), _when(say, before, now=now), _when(say, after, now=now))
    else:
        yield Markup("{}").format(_when(say, after, now=now))
    if step.has_other_place:
        yield _was_and_is(say, say("Place"), _where(say, before), _where(say, after))
    if step.has_other_link:
        yield _link(say, after)


def _lines(say: Speech, step: Step, *, now: datetime) -> Iterator[Markup]:
    """Of an event of several meetings: a line for each fact of each meeting."""
    before, after = step.before, step.after
    if after is None:
        if before is not None:
            yield say("• will not take place: {when}", when=_when(say, before, now=now))
        return
    when = _when(say, after, now=now)
    if before is None:
        yield say("• a new meeting: {when}", when=_when_and_where(say, after, now=now))
        return
    if step.is_moved:
        yield say("• {before} → <b>{after}</b>", before=_when(say, before, now=now), after=when)
    if step.has_other_place:
        yield say(
            "• {when}: {before} → <b>{after}</b>",
            when=when,
            before=_where(say, before),
            after=_where(say, after),
        )
    if step.has_other_link:
        yield say("• {when}: {what}", when=when, what=_link(say, after))


def _was_and_is(say: Speech, what: Markup, before: str, after: str) -> Markup:
    return say(
        "<b>{what}</b>\nwas: {before}\nnow: <b>{after}</b>", what=what, before=before, after=after
    )


def _link(say: Speech, meeting: Session) -> Markup:
    if not meeting.join_url:
        return say("the link to join is no longer valid, a new one will follow")
    return say("the link to join is now {link}", link=meeting.join_url)


def _when(say: Speech, meeting: Session, *, now: datetime) -> str:
    return say.period(meeting.starts_at, meeting.ends_at, now=now)


def _where(say: Speech, meeting: Session) -> str:
    parts = dict.fromkeys(part for part in (meeting.city, meeting.place) if part)
    return shortened(", ".join(parts), LONGEST_FACT) or say("not known yet").unescape()


def _when_and_where(say: Speech, meeting: Session, *, now: datetime) -> str:
    when = _when(say, meeting, now=now)
    return f"{when}, {_where(say, meeting)}" if meeting.city or meeting.place else when


def mode_name(say: Speech, mode: Mode | None) -> str:
    known = {
        Mode.ONSITE: say("on site"),
        Mode.ONLINE: say("online"),
        Mode.HYBRID: say("on site or online"),
        None: say("not known yet"),
    }
    return known[mode].unescape()


def _short_title(say: Speech, event: Event) -> str:
    return shortened(title(say, event), LONGEST_TITLE)


def _cut(
    say: Speech, heading: Sequence[Markup], lines: Sequence[Markup], ending: Sequence[Markup]
) -> Iterator[Markup]:
    """The whole, and then with fewer and fewer of the lines."""
    for shown in range(len(lines), -1, -1):
        rest = len(lines) - shown
        more = [say.n("and {n} more change", "and {n} more changes", rest)] if rest else []
        yield Markup("\n").join([*heading, *lines[:shown], *more, *ending])


def _fitting(candidates: Iterator[Markup]) -> Markup:
    """The first that a caption holds; the last of them always does."""
    text = Markup("")
    for text in candidates:
        if length(text) <= LONGEST_CAPTION:
            break
    return text
