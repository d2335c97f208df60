"""The centres in their own facts, and this assistant."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from handlers.words.speech import Speech


def about(say: Speech, centres: Sequence[str]) -> Markup:
    lines = [
        say("<b>Kvieslys</b> is the herald who goes from house to house and invites the guests. "
            "This one invites teachers to seminars of professional-development centres."),
    ]  # fmt: skip
    if centres:
        lines += [
            Markup(""),
            say("Centres in the programme:"),
            *[Markup("• {}").format(name) for name in centres],
            Markup(""),
            say("Press a centre’s name to read what it says about itself."),
        ]
    return Markup("\n").join(lines)


def centre(say: Speech, name: str, facts: Sequence[dict[str, Any]]) -> Markup:
    """Only what the centre says of itself, each with the source and the day it was checked."""
    if not facts:
        return say("<b>{name}</b>\nThe centre has told us nothing more about itself.", name=name)
    lines = [Markup("<b>{}</b>").format(name)]
    for fact in facts:
        text = fact.get(say.language) or fact.get("lt") or ""
        lines.append(Markup("• {}").format(text))
    sources = {(fact.get("source", ""), str(fact.get("checked", ""))) for fact in facts}
    lines += [
        say("Source: {source}, checked {day}", source=source, day=day)
        for source, day in sorted(sources)
        if source
    ]
    return Markup("\n").join(lines)
