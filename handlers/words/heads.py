"""What a head of a school is told of their teachers, and what a teacher is asked before it."""

from collections.abc import Sequence
from datetime import date, datetime

from markupsafe import Markup

from catalogue.heads.completed import Completed, Named, Others
from catalogue.heads.tables import Head
from catalogue.heads.teachers import Workplace
from catalogue.numbers.groups import Label, Other
from catalogue.plans.queries import Line
from handlers.words import labels
from handlers.words.events import shortened, title
from handlers.words.plans import Link, parts
from handlers.words.programme import capitalised
from handlers.words.speech import Speech

#: Events of a letter, and how many characters their lines may have with their tags; the same of a
#: text to forward.
MOST_EVENTS, EVENTS_ROOM = 10, 1900
MOST_FORWARDED, FORWARDED_ROOM = 30, 3600
#: Names that are told before the press for the rest.
MOST_NAMES = 5
_SCHOOL, _NAME, _TITLE, _TITLES = 120, 60, 50, 3
_THEME, _GROUP = 60, 50


def letter(
    say: Speech,
    month: date,
    lines: Sequence[Line],
    told: Completed | None,
    *,
    link: Link,
    now: datetime,
    is_confirmed: bool,
) -> Markup:
    """What is planned for the month, and what was completed in the one before."""
    pieces = [_planned_heading(say, month, len(lines)), *_some(say, lines, link=link, now=now)]
    if told is not None:
        pieces.append(completed(say, told, is_confirmed=is_confirmed, now=now))
    return Markup("\n\n").join(pieces)


def _planned_heading(say: Speech, month: date, count: int) -> Markup:
    name = capitalised(say.month(month))
    if not count:
        return say("<b>{month}</b>: no events for your teachers have been announced yet.",
                   month=name)  # fmt: skip
    return say.n(
        "<b>{month}: for your teachers</b> · {n} event",
        "<b>{month}: for your teachers</b> · {n} events",
        count,
        month=name,
    )


def _some(say: Speech, lines: Sequence[Line], *, link: Link, now: datetime) -> list[Markup]:
    """As many as a letter has room for, and how many more there are."""
    told, count = _fitting(say, lines[:MOST_EVENTS], EVENTS_ROOM, link=link, now=now)
    rest = len(lines) - count
    more = say.n("And {n} more: “{button}”.", "And {n} more: “{button}”.", rest,
                 button=say(labels.MONTHS_EVENTS))  # fmt: skip
    return [*([told] if count else []), *([more] if rest else [])]


def _fitting(
    say: Speech, lines: Sequence[Line], room: int, *, link: Link, now: datetime
) -> tuple[Markup, int]:
    """The first of them as far as there is room, tags and all, and how many they are."""
    for count in range(len(lines), 0, -1):
        told = parts(say, lines[:count], link=link, now=now)
        if len(told) == 1 and len(told[0]) <= room:
            return told[0], count
    return Markup(""), 0


def completed(say: Speech, told: Completed, *, is_confirmed: bool, now: datetime) -> Markup:
    """By name who agreed to it, the others as a number, or that they are too few for one."""
    month = capitalised(say.month(told.month))
    lines = [say("<b>{month}: completed</b>", month=month)]
    if told.named:
        lines += [say("By name, as they agreed themselves:")]
        lines += [named(say, one) for one in told.named[:MOST_NAMES]]
        if (rest := len(told.named) - MOST_NAMES) > 0:
            lines.append(say.n("and {n} more", "and {n} more", rest))
        lines.append(Markup(""))
    lines += _others(say, told.others, beside=bool(told.named))
    if told.counted_at is not None:
        day = say.plain_day(say.local(told.counted_at).date(), now=now)
        lines.append(say("Counted on {day} by who was noted as present until then.", day=day))
    if not is_confirmed:
        lines.append(not_confirmed(say))
    return Markup("\n").join(lines)


def _others(say: Speech, others: Others | None, *, beside: bool) -> list[Markup]:
    if others is None:
        few = (
            say("Without a name fewer than five took part, or nobody, so nothing is told of them.")
            if beside
            else say("Fewer than five teachers took part, or nobody, so nothing is told of them.")
        )
        return [few]
    hours = say.number(others.hours)
    counted = (
        say.n("Without a name: {n}, academic h: {hours}.",
              "Without a name: {n}, academic h: {hours}.", others.people, hours=hours)
        if beside
        else say.n("Teachers: {n}, academic h: {hours}.",
                   "Teachers: {n}, academic h: {hours}.", others.people, hours=hours)
    )  # fmt: skip
    themes = "; ".join(f"{_theme(say, label)} – {times}" for label, times in others.themes)
    return [counted, *([say("Themes: {themes}", themes=themes)] if themes else [])]


def _theme(say: Speech, label: Label) -> str:
    match label:
        case Other.UNSAID:
            return say("not given").unescape()
        case Other():
            return say("others").unescape()
        case _:
            return shortened(str(label), _THEME)


def named(say: Speech, one: Named) -> Markup:
    """„• Ona Petraitienė, 6 akad. val.: „Vertinimas““"""
    titles = [shortened(title(say, took.event), _TITLE) for took in one.took[:_TITLES]]
    if rest := max(0, len(one.took) - _TITLES):
        titles.append(f"+{rest}")
    return say(
        "• {name}, academic h: {hours} ({titles})",
        name=shortened(one.person.name, _NAME),
        hours=say.number(one.hours),
        titles="; ".join(titles),
    )


def view(
    say: Speech, head: Head, told: Completed | None, *, moved_to: Workplace | None, now: datetime
) -> Markup:
    """`moved_to` is another school that the profile names now."""
    pieces = [Markup("{}\n{}").format(say("<b>My school</b>"), school(say, head))]
    if moved_to is not None:
        pieces.append(
            say(
                "Your profile names another school now: {school}. If you are its head or deputy, "
                "press “{button}”.",
                school=school(say, moved_to),
                button=say(labels.I_AM_HEAD),
            )
        )
    elif head.confirmed_at is not None:
        pieces.append(say("Staff have confirmed you: you see the names of those who allow it."))
    if told is not None:
        is_confirmed = head.confirmed_at is not None
        pieces.append(completed(say, told, is_confirmed=is_confirmed, now=now))
    elif moved_to is None and head.confirmed_at is None:
        pieces.append(not_confirmed(say))
    return Markup("\n\n").join(pieces)


def not_confirmed(say: Speech) -> Markup:
    return say(
        "Staff have not confirmed you yet. Until then no names are shown; teachers who allow "
        "theirs to be shown are not counted here."
    )


def names(say: Speech, told: Completed, shown: Sequence[Named]) -> Markup:
    """A page of all of them."""
    heading = say("<b>{month}: completed</b>", month=capitalised(say.month(told.month)))
    lines = [named(say, one) for one in shown]
    return Markup("\n").join([heading, say("By name, as they agreed themselves:"), *lines])


def school(say: Speech, there: Workplace | Head) -> str:
    """„Kauno „Saulės“ gimnazija“, with its town where it was told."""
    name = shortened(there.school, _SCHOOL)
    return say("{school}, {town}", school=name, town=there.city).unescape() if there.city else name


def settings(say: Speech, there: Workplace | None, head: Head | None, *, is_named: bool) -> Markup:
    """A teacher's own, and a head's too."""
    place = school(say, there) if there else say("not told").unescape()
    lines = [
        say("<b>School and head</b>"),
        say("My school: {school}", school=place),
        Markup(""),
        *(_of_name(say, is_named=is_named) if there else [_tell_school(say)]),
    ]
    if head is not None:
        groups = ", ".join(head.groups) or say("everybody").unescape()
        lines += [
            Markup(""),
            say("The letter of the month: yes") if head.wants_letters
            else say("The letter of the month: no"),
            say("It tells of events for: {groups}", groups=groups),
        ]  # fmt: skip
    return Markup("\n").join(lines)


def _tell_school(say: Speech) -> Markup:
    return say(
        "Tell at which school you work: then you can choose whether its head sees your name."
    )


def _of_name(say: Speech, *, is_named: bool) -> list[Markup]:
    stands = (
        say("My name: the head of the school sees it")
        if is_named
        else say("My name: the head of the school does not see it")
    )
    return [stands, consent(say)]


def consent(say: Speech) -> Markup:
    """What it means, before it is given."""
    return say(
        "If you allow it, a head or deputy whom the staff of a centre have confirmed sees your "
        "name, the events that end from today on, and your hours at them. If not, you are only "
        "a part of a number, and only where at least five are. You can change your mind at any "
        "time; what the head has seen by then cannot be taken back."
    )


def naming_question(say: Speech, there: Workplace) -> Markup:
    """Once, after the first event of one whose school has a confirmed head."""
    return Markup("\n\n").join(
        [
            say("<b>May the head of your school see your name?</b>"),
            say(
                "You told that you work here: {school}. Once a month its head sees how many "
                "teachers took part in events, without names.",
                school=school(say, there),
            ),
            consent(say),
            say(
                "I ask this once. Later: /profile, “{button}”.", button=say(labels.SCHOOL_AND_HEAD)
            ),
        ]
    )


def now_named(say: Speech) -> Markup:
    return say("From today on the head of your school sees your name.")


def not_named(say: Speech) -> Markup:
    return say(
        "The head of your school does not see your name. What they have seen by now cannot be "
        "taken back."
    )


def said(say: Speech, head: Head) -> Markup:
    """To one who has just said that they are a head."""
    return say(
        "Noted: you are the head or a deputy here: {school}. The staff of the centre will be "
        "asked to confirm it.\n\nOn the first working day of each month I will send you the events "
        "for your teachers. What they completed you see as numbers of five or more; names of "
        "those who allow it only once you are confirmed.",
        school=school(say, head),
    )


def school_needed(say: Speech) -> Markup:
    return say("Tell the school at which you work first, then press the second button.")


def town_needed(say: Speech, school: str) -> Markup:
    return say(
        "Which town is it in: {school}? There may be a school of the same name elsewhere. Tell "
        "the town first, then press the second button.",
        school=shortened(school, _SCHOOL),
    )


def resigned(say: Speech) -> Markup:
    return say("Noted: you are no longer a head here, and no letters will come.")


def letters(say: Speech, *, wanted: bool) -> Markup:
    if wanted:
        return say("I will send you the letter of the month again.")
    return say("I will send no more letters of the month. Your school stays behind /school.")


def forward(say: Speech) -> Markup:
    """Above the message that is to be forwarded."""
    return say("Forward the next message to your teachers:")


def recommendation(
    say: Speech, month: date, lines: Sequence[Line], *, link: Link, plan: str, now: datetime
) -> Markup:
    """Ready to be forwarded; each title leads to its event."""
    heading = say("<b>{month}: events for teachers</b>", month=capitalised(say.month(month)))
    told, count = _fitting(say, lines[:MOST_FORWARDED], FORWARDED_ROOM, link=link, now=now)
    how = say("To register, press the title of an event.")
    whole = Markup('<a href="{}">{}</a>').format(plan, say("All events of the month"))
    more = [whole] if count < len(lines) else []
    return Markup("\n\n").join([heading, told, how, *more])


def nothing_to_recommend(say: Speech) -> Markup:
    return say("Nothing for your teachers is still to come in this month.")


def choose_groups(say: Speech, head: Head) -> Markup:
    """What is chosen has a tick on its button; what has none is cut there."""
    groups = ", ".join(head.groups) or say("everybody").unescape()
    return say(
        "Of events for whom shall the letter of the month tell?\n\nNow: {groups}", groups=groups
    )


def group_label(group: str, *, taken: bool) -> str:
    name = shortened(capitalised(group), _GROUP)
    return f"✓ {name}" if taken else name


def names_label(say: Speech, count: int) -> str:
    return say("All names ({n})", n=count).unescape()


def confirmed(say: Speech, head: Head) -> Markup:
    """To the head."""
    return say(
        "Staff have confirmed that you are the head or a deputy here: {school}. With /school "
        "you now see the names of the teachers who allow it.",
        school=school(say, head),
    )


def taken_back(say: Speech, head: Head) -> Markup:
    """To the head."""
    return say(
        "Staff have taken back the confirmation that you are the head here: {school}. Names are "
        "no longer shown; the letter of the month goes on. If this is a mistake, write to the "
        "centre.",
        school=school(say, head),
    )


def why_month(say: Speech) -> Markup:
    return say(
        "You said that you are the head of a school or a deputy: on the first working day of a "
        "month I tell what is planned and what was completed. You can stop it:"
    )


def why_naming(say: Speech) -> Markup:
    return say(
        "Your school has a confirmed head, and you took part in an event. I ask once whether the "
        "head may see your name, and never again. Your choice stands here:"
    )
