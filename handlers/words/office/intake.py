"""What is said of a file that staff have sent: what it would do, what it did, what was undone."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from catalogue.intake.queries import Summary
from catalogue.intake.tables import Outcome, Standing
from catalogue.intake.undoing import InTheWay, Obstacle
from catalogue.programme.refused import Refused
from handlers.words.events import shortened, title
from handlers.words.importing import refused_row
from handlers.words.speech import Speech, _

#: Rows that are told in the message; the rest are in the file.
MOST_ROWS = 10
_LONGEST_NAME = 60

OBSTACLES: Mapping[Obstacle, str] = {
    Obstacle.JOINED: _("somebody has joined it"),
    Obstacle.CHANGED: _("it was changed after the import"),
    Obstacle.IN_USE: _("it is in use already"),
}


def how_to(say: Speech) -> Markup:
    return Markup("\n").join(
        [
            say("<b>Events from a file</b>"),
            say("• Send me an xlsx, csv, ics or jsonl file here, of at most 20 MB: "
                "a row is an event."),
            say("• I show what would be added and changed, and what I could not read. "
                "Nothing is written until you press “Take in”."),
            say("• A file of /export will do, and so will a table of your own with headings: "
                "at least a title and a start."),
        ]
    )  # fmt: skip


def reading(say: Speech) -> Markup:
    return say("I have got the file and am reading it. Nothing is written yet.")


def unread(say: Speech, file_name: str, why: str) -> Markup:
    return Markup("{}\n{}").format(
        say("I could not read “{name}”.", name=shortened(file_name, _LONGEST_NAME)), why
    )


def summary(say: Speech, seen: Summary, refused: Sequence[Refused], *, again: bool) -> Markup:
    """`again`: the programme has changed since it was shown first."""
    name = shortened(seen.intake.file_name, _LONGEST_NAME)
    lines = [
        say(
            "The programme has changed meanwhile, so please look once more. Nothing is written yet."
        )
        if again
        else say("I have read “{name}”. Nothing is written yet.", name=name),
        Markup(""),
        say("New events: {n}", n=seen.to_look_at(Outcome.ADDED)),
        say("Changed events: {n}", n=seen.to_look_at(Outcome.CHANGED)),
        say("The same as in the programme: {n}", n=seen.count(Outcome.UNCHANGED)),
    ]
    if left_out := seen.count(Standing.LEFT_OUT):
        lines.append(say("Left out by you: {n}", n=left_out))
    if seen.told:
        lines.append(
            say.n(
                "<b>{n} person will be told of the changes.</b>",
                "<b>{n} people will be told of the changes.</b>",
                seen.told,
            )
        )
    return Markup("\n").join([*lines, *_new_centres(say, seen), *_refused(say, refused),
                              *_ignored(say, seen.intake.ignored)])  # fmt: skip


def beginning(say: Speech) -> Markup:
    return say("I am taking it in.")


def progress(say: Speech, done: int, total: int) -> Markup:
    return say("Taken in: {done} of {total}", done=_many(say, done), total=_many(say, total))


def being_taken(say: Speech) -> Markup:
    return say("This file is being taken in already. I will tell you when it is done.")


def taken(say: Speech, seen: Summary) -> Markup:
    added, changed = (
        seen.count(outcome, Standing.TAKEN) for outcome in (Outcome.ADDED, Outcome.CHANGED)
    )
    lines = [
        say("<b>“{name}” is in the programme.</b>",
            name=shortened(seen.intake.file_name, _LONGEST_NAME)),
        say("Added as drafts: {n}", n=added)
        if seen.intake.as_drafts
        else say("Added: {n}", n=added),
        say("Changed: {n}", n=changed),
    ]  # fmt: skip
    if aside := seen.count(Standing.SET_ASIDE):
        lines.append(
            say("Not taken in, because a colleague changed them meanwhile: {n}. "
                "Send the file again to see them.", n=aside)
        )  # fmt: skip
    return Markup("\n").join(lines)


def dropped(say: Speech) -> Markup:
    return say("Thrown away. Nothing was written.")


def undo_question(say: Speech, seen: Summary) -> Markup:
    return say(
        "Undo the whole import of “{name}”? Events taken out: {added}; put back as they were: "
        "{changed}. Who was told of a change will be told again.",
        name=shortened(seen.intake.file_name, _LONGEST_NAME),
        added=seen.count(Outcome.ADDED, Standing.TAKEN),
        changed=seen.count(Outcome.CHANGED, Standing.TAKEN),
    )


def undoing(say: Speech) -> Markup:
    return say("I am undoing it.")


def undo_progress(say: Speech, done: int, total: int) -> Markup:
    return say("Undone: {done} of {total}", done=_many(say, done), total=_many(say, total))


def undone(say: Speech, seen: Summary) -> Markup:
    added, changed = (
        seen.count(outcome, Standing.UNDONE) for outcome in (Outcome.ADDED, Outcome.CHANGED)
    )
    lines = [
        say("<b>The import of “{name}” is undone.</b>",
            name=shortened(seen.intake.file_name, _LONGEST_NAME)),
        say("Taken out of the programme: {n}", n=added),
        say("Put back as they were: {n}", n=changed),
    ]  # fmt: skip
    if kept := seen.count(Standing.KEPT):
        lines.append(say("Left as they are, because somebody changed them meanwhile: {n}", n=kept))
    return Markup("\n").join(lines)


def in_the_way(say: Speech, found: Sequence[InTheWay]) -> Markup:
    """Which events, and what can be done instead."""
    lines = [
        say("<b>This import can no longer be undone as a whole.</b> Nothing was changed. "
            "In the way:")
    ]  # fmt: skip
    for one in found[:MOST_ROWS]:
        name = shortened(title(say, one.event), _LONGEST_NAME)
        lines.append(say("– “{title}”: {why}", title=name, why=say(OBSTACLES[one.why])))
    if rest := len(found) - MOST_ROWS:
        lines += [say.n("… and {n} more", "… and {n} more", rest)] if rest > 0 else []
    lines.append(say("Cancel or change single events from their cards."))
    return Markup("\n").join(lines)


def over(say: Speech) -> Markup:
    """To a press below a file that was dealt with, or thrown away."""
    return say("This file was dealt with already. Send it again to look at it anew.")


def refused_file(say: Speech) -> str:
    return str(say("refused-rows")) + ".csv"


def _new_centres(say: Speech, seen: Summary) -> list[Markup]:
    names = [name or str(say("organiser not stated")) for name in seen.intake.new_centres]
    return [say("New centres: {names}", names=shortened(", ".join(names), 300))] if names else []


def _refused(say: Speech, refused: Sequence[Refused]) -> list[Markup]:
    if not refused:
        return []
    shown = [Markup("– {}").format(refused_row(one, say.language)) for one in refused[:MOST_ROWS]]
    rest = len(refused) - len(shown)
    more = [say.n("… and {n} more row: all are in the file below",
                  "… and {n} more rows: all are in the file below", rest)]  # fmt: skip
    return [
        Markup(""),
        say("Rows refused: {n}", n=len(refused)),
        *shown,
        *(more if rest else []),
    ]


def _ignored(say: Speech, headings: Sequence[str]) -> list[Markup]:
    if not headings:
        return []
    listed = shortened(", ".join(headings), 400)
    return [Markup(""), say("Columns I do not know, ignored: {names}", names=listed)]


def _many(say: Speech, number: int) -> str:
    """„1 200“: thousands apart, so that a progress is read at a glance."""
    return f"{number:,}".replace(",", "," if say.language == "en" else "\u00a0")
