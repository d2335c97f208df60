"""The centres in their own facts, and this assistant."""

from collections.abc import Sequence

from markupsafe import Markup

from catalogue.answers.index import Known
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


def centre(say: Speech, name: str, known: Sequence[Known]) -> Markup:
    """Only what the centre says of itself, each with its source."""
    if not known:
        return say("<b>{name}</b>\nThe centre has told us nothing more about itself.", name=name)
    return Markup("<b>{}</b>\n{}").format(name, told(say, known))


def told(say: Speech, known: Sequence[Known]) -> Markup:
    """The facts, one a line where there are several, and below them where they are from."""
    mark = "• " if len(known) > 1 else ""
    lines = [Markup("{}{}").format(mark, _said(say, one)) for one in known]
    return Markup("\n").join([*lines, *dict.fromkeys(_source(say, one) for one in known)])


def _said(say: Speech, known: Known) -> str:
    """In the person's language where it was said in that, else in the one it was said in."""
    return known.said.get(say.language) or next(iter(known.said.values()))


def _source(say: Speech, known: Known) -> Markup:
    """With the day only where somebody has read the page itself."""
    day = known.checked.isoformat() if known.checked else ""
    if known.is_approved:
        return say("Answered by the centre’s staff, {day}", day=day)
    source = known.source
    if day and known.link:
        return say("Source: {source}, checked {day}: {link}", source=source, day=day,
                   link=known.link)  # fmt: skip
    if day:
        return say("Source: {source}, checked {day}", source=source, day=day)
    if known.link:
        return say("Source: {source}: {link}", source=source, link=known.link)
    return say("Source: {source}", source=source)
