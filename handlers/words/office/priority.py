"""The priority fields that staff keep."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import PriorityField
from handlers.words.events import shortened
from handlers.words.speech import Speech

LABEL_LENGTH = 44


def page(say: Speech, fields: Sequence[PriorityField], *, now: datetime) -> Markup:
    """What holds when; those that hold today are marked."""
    today = say.local(now).date()
    lines = [say("<b>Priority fields</b>\nAn event is offered those that hold when it begins.")]
    if not fields:
        lines.append(say("None has been entered yet."))
    for one in fields:
        holds = one.valid_from <= today and (one.valid_until is None or one.valid_until >= today)
        mark = "✓" if holds else "•"
        lines.append(Markup("{} {}: {}").format(mark, one.name, _period(say, one)))
    return Markup("\n").join(lines)


def ask(say: Speech) -> Markup:
    return say(
        "Write the name and the days on which it holds, for example: "
        "<i>Digital competences 2026-01-01 – 2028-12-31</i>"
    )


def not_a_field(say: Speech) -> Markup:
    return say(
        "I need a name and the first day with the year, for example: "
        "<i>Digital competences 2026-01-01 – 2028-12-31</i>. Please write it once more."
    )


def remove_label(say: Speech, one: PriorityField) -> str:
    name = say("Remove: {name}", name=one.name).unescape()
    return shortened(name, LABEL_LENGTH)


def _period(say: Speech, one: PriorityField) -> Markup:
    first = one.valid_from.isoformat()
    if one.valid_until is None:
        return say("from {first} on", first=first)
    return Markup("{} – {}").format(first, one.valid_until.isoformat())
