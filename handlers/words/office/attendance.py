"""Who came, as staff see and say it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil

from markupsafe import Markup

from catalogue.learning import refusals
from catalogue.learning.attendance import Tally
from catalogue.learning.doors import Shown
from catalogue.learning.hours import shares
from catalogue.learning.marking import LONGEST_REASON, Entry
from catalogue.learning.rolls import Line
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Session
from handlers.words.events import shortened, title
from handlers.words.office import participants
from handlers.words.speech import Speech, _, capitalised

_LONGEST_TITLE = 160
_LONGEST_NAME = 40
#: As many as stand in a row.
_MOST_PARTS = 8

SIGNS: Mapping[Presence | None, str] = {
    None: "☐",
    Presence.PRESENT: "✓",
    Presence.LATE: "✓◔",
    Presence.LEFT_EARLY: "✓◕",
    Presence.ABSENT: "✗",
}
PRESENCES: Mapping[Presence, str] = {
    Presence.PRESENT: _("present"),
    Presence.LATE: _("came late"),
    Presence.LEFT_EARLY: _("left early"),
    Presence.ABSENT: _("absent"),
}
SOURCES: Mapping[Source, str] = {
    Source.QR: _("scanned the code at the door"),
    Source.CODE: _("typed the code"),
    Source.LIST: _("the list of staff"),
}
#: The reasons most often meant, so that nothing need be typed.
REASONS = (
    _("Slip in marking"),
    _("Signed the paper list"),
    _("Was there but could not scan"),
    _("Another person had been marked"),
)


def choose_meeting(say: Speech, event: Event, counted: Tally) -> Markup:
    return Markup("\n").join(
        [
            say("<b>Attendance</b>"),
            _titled(say, event),
            came_line(say, counted),
            Markup(""),
            say("Which meeting?"),
        ]
    )


def meeting_label(say: Speech, meeting: Session, counted: Tally, *, now: datetime) -> str:
    """„lapkričio 22 d., sk 10:00 · 23“"""
    return f"{say.brief(meeting.starts_at, now=now)} · {counted.at.get(meeting.id, 0)}"


def roll(
    say: Speech,
    event: Event,
    meeting: Session,
    lines: Sequence[Line],
    *,
    page: tuple[int, int],
    sought: str = "",
    shut: Markup | None = None,
    now: datetime,
) -> Markup:
    """`page` is its number and how many there are, from 1; where somebody is `sought` the rest need
    not be told. `shut` is why nothing can be noted at this time.
    """
    there = sum(one.is_there for one in lines)
    told = [
        _titled(say, event),
        Markup("{}").format(say.period(meeting.starts_at, meeting.ends_at, now=now)),
        say("<b>Came: {n} of {all}</b>", n=there, all=len(lines)),
    ]
    if not lines:
        return Markup("\n").join([*told[:2], Markup(""), say("Nobody is confirmed here yet.")])
    if walked_in := sum(one.walked_in for one in lines):
        told.append(say("Without a registration, at the end of the list: {n}", n=walked_in))
    if sought:
        return Markup("\n").join([*told, *([shut] if shut else [])])
    number, pages = page
    if pages > 1:
        told.append(say("Page {n} of {all}", n=number, all=pages))
    told += [
        Markup(""),
        shut or say("Press a name: ✓ came, ✗ did not. ⋯ late, left early, hours."),
        *([say("Write a part of a name to search.")] if pages > 1 else []),
    ]
    return Markup("\n").join(told)


def found(say: Speech, sought: str, number: int) -> Markup:
    """Below what is so of the whole list."""
    if number:
        return participants.found(say, sought, number)
    return say("Nobody of the list answers to “{words}”.", words=sought)


def line_label(say: Speech, line: Line) -> str:
    sign = SIGNS[line.mark.presence if line.mark else None]
    name = f"{sign} {shortened(line.name, _LONGEST_NAME)}"
    return str(say("{name} · unregistered", name=name)) if line.walked_in else name


def came_line(say: Speech, counted: Tally) -> Markup:
    """„Atvyko 23 iš 30“; nobody has come is not said where nobody has looked."""
    if counted.expected and not counted.noted:
        return say("<b>Attendance is not marked yet</b>")
    return say("<b>Came: {n} of {all}</b>", n=counted.came, all=counted.expected)


def entry(say: Speech, one: Entry, by: Person | None, *, now: datetime) -> Markup:
    """What was said of one person at one meeting, how and when."""
    lines = [
        Markup("<b>{}</b>").format(one.person.name),
        _titled(say, one.event),
        Markup("{}").format(say.period(one.meeting.starts_at, one.meeting.ends_at, now=now)),
        Markup(""),
    ]
    if one.mark is None:
        return Markup("\n").join([*lines, say("Nothing has been said yet.")])
    lines += [_said(say, one.mark), _how(say, one.mark, by, now=now)]
    if one.mark.hours is None and parts(one):
        most = say.number(_most(one))
        told = say("All {most} academic hours count. If it was less, press how many:", most=most)
        lines += [Markup(""), told]
    return Markup("\n").join(lines)


def parts(one: Entry) -> Sequence[int]:
    """The whole hours to be offered of one who was there for a part, the most first."""
    if one.mark is None or one.mark.presence not in {Presence.LATE, Presence.LEFT_EARLY}:
        return ()
    return range(min(ceil(_most(one)) - 1, _MOST_PARTS), 0, -1)


def _most(one: Entry) -> float:
    return shares(one.event)[one.meeting.id]


def ask_hours(say: Speech, one: Entry) -> Markup:
    return say(
        "How many academic hours was <b>{name}</b> there? The whole meeting is {most}. "
        "Please write a number.",
        name=one.person.name,
        most=say.number(_most(one)),
    )


def ask_reason(say: Speech, one: Entry) -> Markup:
    return say(
        "Something else was recorded before, or the report is handed in already: why do you "
        "correct the mark of <b>{name}</b>? Press a reason or write your own, without names: the "
        "journal keeps it for good.",
        name=one.person.name,
    )


def all_came_question(say: Speech, unsaid: int) -> Markup:
    return say.n(
        "{n} person is not marked yet. Mark them as present?",
        "{n} people are not marked yet. Mark all of them as present?",
        unsaid,
    )


def door_opens(say: Speech) -> Markup:
    """In the place of the list, while the picture is on its way."""
    return say("The picture with the code comes below and changes every minute.")


def door_caption(say: Speech, seen: Shown, counted: Tally) -> Markup:
    return Markup("\n").join(
        [
            _titled(say, seen.event),
            say(
                "<b>Came: {n} of {all}</b>",
                n=counted.at.get(seen.meeting.id, 0),
                all=counted.expected,
            ),
            say("The code for typing: <b>{code}</b>", code=seen.to_type),
            say("The picture changes every minute: a photo of it soon opens nothing."),
        ]
    )


def door_hint(say: Speech) -> str:
    """On the picture."""
    return str(say("Scan it, or write to the bot:"))


def door_closed(say: Speech, event: Event, meeting: Session, counted: Tally) -> Markup:
    return Markup("\n").join(
        [
            say("The code is shown no more."),
            _titled(say, event),
            say("<b>Came: {n} of {all}</b>", n=counted.at.get(meeting.id, 0), all=counted.expected),
        ]
    )


def not_held(say: Speech, refusal: refusals.NotHeld) -> Markup:
    return say(
        "“{title}” is cancelled or not published, so attendance is not recorded.",
        title=title(say, refusal.event),
    )


def too_early(say: Speech, refusal: refusals.TooEarly, *, now: datetime) -> Markup:
    return say(
        "Attendance can be recorded from {when}, half an hour before the meeting.",
        when=say.deadline(refusal.opens_at, now=now),
    )


def doors_closed(say: Speech, _refusal: refusals.DoorsClosed) -> Markup:
    return say("The meeting is over, so no codes are shown. Those who came are ticked in the list.")


def not_taking_part(say: Speech, refusal: refusals.NotTakingPart) -> Markup:
    return say(
        "This person’s registration for “{title}” is not confirmed, so attendance is not recorded.",
        title=title(say, refusal.event),
    )


def reason_needed(say: Speech) -> Markup:
    return say(
        "The report is handed in already. Correct the marks one by one, each with its reason."
    )


def not_a_reason(say: Speech) -> Markup:
    return say(
        "Please write the reason in one sentence, up to {most} letters.", most=LONGEST_REASON
    )


def names_somebody(say: Speech) -> Markup:
    return say(
        "Please write the reason without the person’s name: the journal is kept for good, and "
        "whom it is about is noted there already."
    )


def not_part(say: Speech, refusal: refusals.NotPartOfMeeting) -> Markup:
    return say(
        "I need a number greater than 0 and at most {most}, for example: <i>1,5</i>",
        most=say.number(refusal.most),
    )


def meeting_gone(say: Speech) -> Markup:
    return say("This meeting is not in the programme any more.")


def presence(say: Speech, said: Presence, hours: float | None) -> Markup:
    """„vėlavo, 2 akad. val.“"""
    told = say(PRESENCES[said])
    if hours is None:
        return told
    return Markup("{}, {}").format(told, say("{hours} academic h", hours=say.number(hours)))


def _said(say: Speech, mark: Attendance) -> Markup:
    told = presence(say, mark.presence, mark.hours)
    return Markup("<b>{}</b>").format(capitalised(told))


def _how(say: Speech, mark: Attendance, by: Person | None, *, now: datetime) -> Markup:
    when, how = say.moment(mark.marked_at, now=now), say(SOURCES[mark.source])
    if by is None or not by.name:
        return Markup("{} · {}").format(how, when)
    return Markup("{} · {} · {}").format(how, by.name, when)


def _titled(say: Speech, event: Event) -> Markup:
    return Markup("<b>{}</b>").format(shortened(title(say, event), _LONGEST_TITLE))


def file_coming(say: Speech) -> Markup:
    return say("The list is on its way.")
