"""What is wanted and is not there, as staff see it: never of fewer than five people."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.demand.wishes import Wish
from catalogue.numbers.groups import LEAST, Group, Other
from handlers.words.office.numbers import label, wish
from handlers.words.speech import Speech

#: Of a wish on a button, and how many groups a line names.
LABEL_LENGTH, NAMED = 50, 6


def page(say: Speech, wishes: Sequence[Wish], *, first: int, now: datetime) -> Markup:
    """A numbered list, the most wanted first."""
    heading = say("<b>What is wanted and is not in the programme</b>")
    if not wishes:
        nothing = say("Nothing yet that {least} people want or have looked for.", least=LEAST)
        return Markup("\n").join([heading, nothing])
    lines = [
        Markup("{}. {}: {}").format(number, wish(say, one, now=now), size(say, one))
        for number, one in enumerate(wishes, start=first)
    ]
    note = say(
        "Of the last 12 months, at all centres together. People asked to be told of it or named it "
        "in a survey; who searched is not known, so those are times."
    )
    return Markup("\n").join([heading, *lines, Markup(""), note])


def size(say: Speech, one: Wish) -> Markup:
    """„9 žmonės, ieškota 14 kartų“: what is known of the two."""
    people = say.n("{n} person", "{n} people", one.people) if one.people else None
    times = say.n("looked for {n} time", "looked for {n} times", one.times) if one.times else None
    return Markup(", ").join(filter(None, (people, times)))


def demanded(
    say: Speech, one: Wish, groups: Sequence[Group], towns: Sequence[Group], *, now: datetime
) -> Markup:
    """One thing: how much it is wanted, for whom and where."""
    lines = [Markup("<b>{}</b>").format(wish(say, one, now=now)), size(say, one)]
    return Markup("\n").join([*lines, *who(say, groups, towns, now=now)])


def set_aside(say: Speech, one: Wish | None, *, now: datetime) -> Markup:
    if one is None:
        return say("It is put aside.")
    return say(
        "“{wish}” is put aside. It stands here again once enough people want it anew.",
        wish=wish(say, one, now=now),
    )


def who(
    say: Speech, groups: Sequence[Group], towns: Sequence[Group], *, now: datetime
) -> list[Markup]:
    """A line for the groups and one for the towns, where any of them can be named."""
    lines = []
    if _tell(groups):
        lines.append(say("Groups: {groups}", groups=_listed(say, groups, now=now)))
    if _tell(towns):
        lines.append(say("Towns: {towns}", towns=_listed(say, towns, now=now)))
    return lines


def _tell(groups: Sequence[Group]) -> bool:
    return any(not isinstance(one.label, Other) for one in groups)


def _listed(say: Speech, groups: Sequence[Group], *, now: datetime) -> str:
    """Each with its people."""
    return "; ".join(
        f"{label(say, one.label, now=now)} {one.registrations}" for one in groups[:NAMED]
    )


def making(say: Speech) -> Markup:
    return say("I am gathering what is wanted.")


def caption(say: Speech) -> Markup:
    return say("What is wanted and is not in the programme: {least} people or more.", least=LEAST)


def file_name(say: Speech) -> str:
    return str(say("demand"))


def sheet_names(say: Speech) -> tuple[str, str, str]:
    return str(say("Demand")), str(say("By group")), str(say("By town"))


def columns(say: Speech) -> tuple[str, str, str, str, str]:
    """The wish, its people and times; a group and a town."""
    return (
        str(say("Wish")),
        str(say("People")),
        str(say("Times looked for")),
        str(say("Group")),
        str(say("Town")),
    )


def explained(say: Speech) -> list[str]:
    sentences = (
        say("Of the last 12 months, at all centres together; every way to say one thing is one."),
        say("A person counts once, however often they said it; times are not people."),
        say("No group of fewer than {least} people is shown by itself.", least=LEAST),
    )
    return [str(one.unescape()) for one in sentences]
