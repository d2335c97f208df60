"""What a person writes into the ledger of hours themselves, always told apart from the rest."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.learning.own_entries import FEWEST_HOURS, LONGEST, MOST, MOST_HOURS, OLDEST_YEARS
from catalogue.learning.tables import OwnEntry, OwnKind
from handlers.words.events import shortened
from handlers.words.speech import Speech, _, capitalised

_LONGEST = 90
_LONGEST_LABEL = 44

KINDS: Mapping[OwnKind, str] = {
    OwnKind.EVENT: _("an event elsewhere"),
    OwnKind.INTERNSHIP: _("an internship"),
    OwnKind.SELF_STUDY: _("self-study"),
}
#: What is asked for, as it stands before its value and on the button that changes it.
PARTS: Mapping[str, str] = {
    "kind": _("What it was"),
    "title": _("Name"),
    "day": _("Day"),
    "hours": _("Academic hours"),
    "organiser": _("Organiser"),
}


def own_line(say: Speech, one: OwnEntry, *, now: datetime) -> Markup:
    line = say(
        "{hours} academic h: {title} ({kind}), {day}",
        hours=say.number(one.hours),
        title=shortened(one.title, _LONGEST),
        kind=say(KINDS[one.kind]),
        day=say.plain_day(one.day, now=now),
    )
    return Markup("{} ✓").format(line) if one.confirmed_at is not None else line


def page(say: Speech, entries: Sequence[OwnEntry], *, first: int, now: datetime) -> Markup:
    heading = say(
        "<b>Your own entries</b>\nEvents elsewhere, internships and self-study, in your own words. "
        "They stand apart unless a centre has confirmed them (✓)."
    )
    if not entries:
        return Markup("\n").join([heading, say("There is none yet.")])
    lines = [
        Markup("{}. {}").format(number, own_line(say, one, now=now))
        for number, one in enumerate(entries, start=first)
    ]
    return Markup("\n").join([heading, *lines])


def entry_label(entry: OwnEntry, number: int) -> str:
    return shortened(f"{number}. {entry.title}", _LONGEST_LABEL)


def entry(say: Speech, one: OwnEntry, *, now: datetime) -> Markup:
    lines = [
        Markup("<b>{}</b>").format(one.title),
        _fact(say, "kind", say(KINDS[one.kind])),
        _fact(say, "day", say.day(one.day)),
        _fact(say, "hours", say.number(one.hours)),
        _fact(say, "organiser", one.organiser) if one.organiser else None,
        _standing(say, one, now=now),
    ]
    return Markup("\n").join(line for line in lines if line)


def _standing(say: Speech, one: OwnEntry, *, now: datetime) -> Markup:
    if one.confirmed_at is not None:
        day = say.plain_day(say.local(one.confirmed_at).date(), now=now)
        return say("✓ Confirmed by the centre on {day}; part of your hours.", day=day)
    if one.asked_of is not None:
        return say("A centre is asked to confirm it; until then it is not part of your hours.")
    return say(
        "Your own entry: no centre has confirmed it, and it is not added to the hours of "
        "events where you took part."
    )


def _fact(say: Speech, part: str, value: object) -> Markup:
    return Markup("{}: {}").format(say(PARTS[part]), value)


def entry_added(say: Speech, question: Markup) -> Markup:
    """And one question more, which may stay open."""
    return Markup("{}\n\n{}").format(say("Written down."), question)


def kind_label(say: Speech, kind: OwnKind) -> str:
    return capitalised(str(say(KINDS[kind])))


def ask(say: Speech, part: str) -> Markup:
    """What is asked next; how it is written stands beside."""
    questions = {
        "kind": say("What was it?"),
        "title": say("What was it called? For example: <i>Artificial intelligence in class</i>"),
        "day": say("On which day did it end? For example: <i>2026-10-15</i> or <i>15 October</i>"),
        "hours": say("How many academic hours (45 minutes)? For example: <i>6</i> or <i>1.5</i>"),
        "organiser": say("Who organised it?"),
    }
    return questions[part]


def delete_question(say: Speech, one: OwnEntry) -> Markup:
    return say(
        "Delete your entry “{title}”? It cannot be brought back.",
        title=shortened(one.title, _LONGEST),
    )


def not_a_kind(say: Speech) -> Markup:
    return say("Please choose with one of the buttons what it was.")


def not_a_title(say: Speech) -> Markup:
    return say("I need one line, of up to {n} letters. Please write it once more.", n=LONGEST)


def not_a_day(say: Speech) -> Markup:
    return say(
        "I need a day until today, at most {n} years ago, for example: <i>2026-10-15</i>. Please "
        "write it once more.",
        n=OLDEST_YEARS,
    )


def not_hours(say: Speech) -> Markup:
    return say(
        "I need a number of academic hours from {fewest} to {most}, for example: <i>6</i>. Please "
        "write it once more.",
        fewest=say.number(FEWEST_HOURS),
        most=MOST_HOURS,
    )


def entry_gone(say: Speech) -> Markup:
    return say("This entry is no more. Here is where the others are: /hours")


def too_many_entries(say: Speech) -> Markup:
    return say("There are {n} entries of yours, more I cannot keep. Please delete some.", n=MOST)
