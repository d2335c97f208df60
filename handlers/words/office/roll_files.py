"""The list of who came as a file: sent out, and what became of it when it came back."""

from collections.abc import Mapping

from markupsafe import Markup

from catalogue.learning.roll_files import Problem, Wrong
from catalogue.learning.taking_in import TakenIn
from catalogue.programme.tables import Event
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _

_LONGEST_TITLE = 160
_LONGEST_NAME = 60
PROBLEMS_SHOWN = 15

PROBLEMS: Mapping[Wrong, str] = {
    Wrong.NO_REGISTRATION: _("there is no number of a registration"),
    Wrong.NOT_A_MARK: _("“{written}” is no mark: + v i n, or hours"),
    Wrong.TWICE: _("registration {written} stands in a row above already"),
    Wrong.UNKNOWN: _("there is no such registration at this event"),
    Wrong.NO_MEETING: _("there is no such meeting any more"),
    Wrong.NOT_TAKING_PART: _("the registration is not confirmed"),
    Wrong.NOT_HELD: _("the event is cancelled or not published"),
    Wrong.TOO_EARLY: _("the meeting has not begun yet"),
    Wrong.TOO_MANY_HOURS: _("the meeting does not count so many hours"),
    Wrong.REASON_NEEDED: _("something else is recorded: a correction needs a reason"),
    Wrong.NOT_A_REASON: _("the reason is too short or too long"),
    Wrong.NAMES_SOMEBODY: _("the reason names the person: please write it without names"),
    Wrong.NOT_YOURS: _("you have no right to this event"),
    Wrong.BY_NOBODY: _("a correction is made by one of staff: give --by"),
}


def file_name(event: Event) -> str:
    return f"lankomumas_{event.code}.xlsx"


def caption(say: Speech, event: Event) -> str:
    """With the file that goes out."""
    return str(
        say(
            "{title}: attendance. Write + came, v late, i left early, n did not come, or hours, "
            "and send the file back to this chat.",
            title=shortened(title(say, event), _LONGEST_TITLE),
        ).unescape()
    )


def taken(say: Speech, name: str, found: TakenIn, *, rehearsal: bool = False) -> Markup:
    """What became of a file, row by row where it was not taken."""
    heading = (
        say("<b>“{name}”: nothing was written, it was only tried.</b>", name=_short(name))
        if rehearsal
        else say("<b>Attendance from “{name}” is taken in.</b>", name=_short(name))
    )
    lines = [
        heading,
        say("New marks: {n}", n=found.marked),
        say("Changed: {n}", n=found.changed),
        say("The same as before: {n}", n=found.same),
    ]
    if not found.problems:
        return Markup("\n").join(lines)
    lines += [Markup(""), say("Not taken: {n}", n=len(found.problems))]
    lines += [problem(say, one) for one in found.problems[:PROBLEMS_SHOWN]]
    if rest := len(found.problems) - PROBLEMS_SHOWN:
        lines += [say.n("and {n} more", "and {n} more", rest)] if rest > 0 else []
    return Markup("\n").join(lines)


def problem(say: Speech, one: Problem) -> Markup:
    """„• 5 eilutė, Susitikimas 12: 2026-11-22 10:00: „gal“ nėra žymė“"""
    why = say(PROBLEMS[one.wrong], written=one.written)
    return say("• row {row}, {column}: {why}", row=one.row, column=one.column, why=why)


def only_rolls(say: Speech, name: str) -> Markup:
    """To those who may take in nothing else."""
    return say(
        "“{name}” is no attendance list. Take the list of an event as a file, fill it in and send "
        "it here.",
        name=_short(name),
    )


def no_file(say: Speech) -> str:
    return str(say("There is no such file."))


def nobody(say: Speech) -> str:
    """Of the number given for who takes it in."""
    return str(say("There is nobody with this Telegram number."))


def _short(name: str) -> str:
    return shortened(name, _LONGEST_NAME)
