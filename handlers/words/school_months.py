"""The month of a school, as its head is told: what is planned, and what was completed."""

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
from handlers.words.heads import school
from handlers.words.plans import Link, parts
from handlers.words.speech import Speech, capitalised

#: Events of a letter, and how many characters their lines may have with their tags; the same of a
#: text to forward.
MOST_EVENTS, EVENTS_ROOM = 10, 1900
MOST_FORWARDED, FORWARDED_ROOM = 30, 3600
#: Names that are told before the press for the rest.
MOST_NAMES = 5
_NAME, _TITLE, _TITLES, _THEME = 60, 50, 3, 60


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


def names_label(say: Speech, count: int) -> str:
    return say("All names ({n})", n=count).unescape()


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
