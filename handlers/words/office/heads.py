"""Heads of schools, as the staff who confirm them see them."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.heads.tables import Head
from catalogue.heads.teachers import Doubt, Workplace
from catalogue.people.tables import Person
from handlers.words.events import shortened
from handlers.words.heads import school
from handlers.words.office.roles import name_of
from handlers.words.speech import Speech

_LABEL = 56


def asks(say: Speech, head: Head, person: Person) -> Markup:
    """News for staff."""
    return say(
        "<b>{name}</b> says that they are the head or a deputy here: {school}.\n\nOnce confirmed "
        "they see the names of the teachers who allow it. Confirm only whom you know to be it: "
        "look at the school's site or telephone.",
        name=name_of(say, person),
        school=school(say, head),
    )


def page(say: Speech, heads: Sequence[tuple[Head, Person]]) -> Markup:
    if not heads:
        return say("<b>Heads of schools</b>\nNobody has said yet that they are one.")
    return say(
        "<b>Heads of schools</b>\nWho waits to be confirmed comes first; ✓ is who is. Only "
        "a confirmed head sees names, of those teachers who allow it."
    )


def label(say: Speech, head: Head, person: Person) -> str:
    mark = "✓ " if head.confirmed_at is not None else ""
    return shortened(f"{mark}{name_of(say, person)}, {school(say, head)}", _LABEL)


def card(
    say: Speech,
    head: Head,
    person: Person,
    *,
    moved_to: Workplace | None,
    is_own: bool,
    now: datetime,
) -> Markup:
    """`moved_to` is another school that their profile names now; `is_own` to the head."""
    lines = [
        Markup("<b>{}</b>").format(name_of(say, person)),
        say("Head or deputy: {school}", school=school(say, head)),
        say("Said so on {day}.", day=say.plain_day(say.local(head.said_at).date(), now=now)),
    ]
    if person.telephone:
        lines.append(say("Telephone: {values}", values=person.telephone))
    if head.confirmed_at is None:
        lines.append(say("Not confirmed: sees no names."))
        if is_own:
            lines.append(say("Nobody confirms themselves: a colleague will do it."))
    else:
        day = say.plain_day(say.local(head.confirmed_at).date(), now=now)
        lines.append(say("Confirmed on {day}: sees the names of those who allow it.", day=day))
    if moved_to is not None:
        lines.append(
            say(
                "Their profile names another school now, so they see nothing of any: {school}",
                school=school(say, moved_to),
            )
        )
    return Markup("\n").join(lines)


def doubts(say: Speech, head: Head, shown: Sequence[Doubt], *, first: int) -> Markup:
    """Of each what they wrote, with what was decided."""
    heading = say("<b>Who works here?</b> {school}", school=school(say, head))
    if not shown:
        return Markup("\n").join([heading, say("There is nobody of whom it is not clear.")])
    how = say(
        "These teachers wrote their school so that it may be another one. ✓ means that it is "
        "this school, ✗ that it is another; until you say so, they are not counted."
    )
    return Markup("\n").join(
        [
            heading,
            how,
            *(_doubt(say, one, number) for number, one in enumerate(shown, start=first)),
        ]
    )


def _doubt(say: Speech, one: Doubt, number: int) -> Markup:
    mark = {None: "", True: " ✓", False: " ✗"}[one.is_own]
    there = one.workplace
    town = there.city or say("town not told").unescape()
    return Markup("{}. {}: {}, {}{}").format(
        number, name_of(say, one.person), shortened(there.school, _LABEL), town, mark
    )


def why_asks(say: Speech) -> Markup:
    return say(
        "Somebody says that they are the head of a school: the staff of a centre are told of "
        "each once, so that one of you confirms it."
    )
