"""An announcement under way and its report, in words."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.announcements.progress import Progress, Unreached
from catalogue.announcements.tables import AnnouncementState
from handlers.words.speech import Speech


def progress(
    say: Speech, far: Progress, unreached: Sequence[Unreached], title: str, *, now: datetime
) -> Markup:
    """`title` is its first words; `unreached` is for the report, empty where it goes as a file."""
    lines = [
        _heading(say, far),
        Markup("<i>{}</i>").format(title),
        say.n("Sent: {n}", "Sent: {n}", far.sent),
        *([] if far.is_over else [say.n("Left: {n}", "Left: {n}", far.left)]),
        *([say.n("of these at their own hour: {n}", "of these at their own hour: {n}", far.later)]
          if far.later else []),
        say.n("Could not be reached: {n}", "Could not be reached: {n}", far.unreachable),
        *([say.n("Failed: {n}", "Failed: {n}", far.failed)] if far.failed else []),
        *([say.n("Not sent: {n}", "Not sent: {n}", far.cancelled)] if far.cancelled else []),
        *_time(say, far, now),
    ]  # fmt: skip
    if unreached:
        lines += [Markup(""), say("<b>Not reached:</b>"), *[_line(say, one) for one in unreached]]
    return Markup("\n").join(lines)


def _heading(say: Speech, far: Progress) -> Markup:
    if far.state is AnnouncementState.STOPPED:
        return say("<b>The announcement was stopped</b>")
    if far.is_over:
        return say("<b>The announcement has gone out</b>")
    if far.state is AnnouncementState.PAUSED:
        return say("<b>The announcement is paused</b>")
    return say("<b>The announcement is going out</b>")


def _time(say: Speech, far: Progress, now: datetime) -> list[Markup]:
    if far.is_over:
        return [say("Time taken: {span}", span=say.span(far.lasted))]
    left = far.time_left(now=now)
    return [] if left is None else [say("Time left, at a guess: {span}", span=say.span(left))]


def _line(say: Speech, one: Unreached) -> Markup:
    name = one.name or say("no name given yet")
    if one.telephone:
        return say("• {name}, {telephone}", name=name, telephone=one.telephone)
    return say("• {name}, no telephone", name=name)


def unreached_headings(say: Speech) -> tuple[str, str]:
    return str(say("First and last name")), str(say("Telephone"))


def unreached_file(say: Speech) -> str:
    return str(say("not_reached.xlsx"))


def unreached_comes(say: Speech, count: int) -> Markup:
    return say.n(
        "The announcement did not reach {n} person; here is who it is.",
        "The announcement did not reach {n} people; here is who they are.",
        count,
    )
