"""What a search has found, what it doubts, and what is near where nothing was found."""

from collections.abc import Collection, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.search.doubts import Doubt
from catalogue.search.questions import Question
from catalogue.search.spans import Span
from handlers.words.answers.conditions import conditions, span
from handlers.words.answers.facts import contact
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _

CHIP_LENGTH = 30
CLOSING_QUOTES = ("“", "”")


def heading(say: Speech, total: int, question: Question, *, now: datetime) -> Markup:
    """How many there are, and what was understood of the conditions."""
    found = say.n("Found {n} event:", "Found {n} events:", total)
    return Markup("\n").join([found, *_understood(say, question, now)])


def here_it_is(say: Speech) -> Markup:
    return say("Here it is:")


def for_everybody(say: Speech) -> Markup:
    return say("There is nothing for that group alone; these are for teachers of every subject.")


def did_you_mean(
    say: Speech,
    question: Question,
    lines: Sequence[Markup],
    *,
    now: datetime,
) -> Markup:
    is_one = len(lines) == 1
    asks = say("Did you mean this one?") if is_one else say("Did you mean one of these?")
    above = [asks, *_understood(say, question, now)]
    return Markup("\n\n").join([Markup("\n").join(above), *lines])


def no_more(say: Speech) -> Markup:
    return say("That was all that fits.")


def nothing(
    say: Speech,
    question: Question,
    relaxed: Collection[str],
    lines: Sequence[Markup],
    *,
    now: datetime,
) -> Markup:
    """`relaxed` are the filters let go to come to the events in `lines`."""
    none = say("I found nothing of the kind in the programme.")
    above = [none, *_understood(say, question, now)]
    if lines:
        above.append(_instead(say, relaxed))
    else:
        above.append(say("Try other words, another time or another town."))
    return Markup("\n\n").join([Markup("\n").join(above), *lines])


def otherwise(say: Speech, lines: Sequence[Markup]) -> Markup:
    """To who meant none of those offered."""
    if not lines:
        return say("I see: none of those. I found nothing nearer in the programme.")
    return Markup("\n\n").join([say("I see: none of those. Perhaps one of these:"), *lines])


def empty_programme(say: Speech) -> Markup:
    return say("The programme has no coming events yet.")


def chip(words: str) -> str:
    """On the button that lets a condition go; a quotation is closed also where it is cut."""
    cut = shortened(words, CHIP_LENGTH)
    is_open = words[-1:] in CLOSING_QUOTES and cut[-1:] not in CLOSING_QUOTES
    return f"✕ {cut}{words[-1:] if is_open else ''}"


def not_told(say: Speech, event: Event) -> Markup:
    """Of the event in hand, when the question may be of it."""
    return say(
        "If you ask about “{title}”: the programme does not tell. Please ask the organiser: "
        "{contact}",
        title=title(say, event),
        contact=contact(event),
    )


def other_days(say: Speech, days: Span, *, now: datetime) -> str:
    """On the button that reads the days the other way."""
    return say("Perhaps {days}?", days=span(say, days.first, days.last, now=now)).unescape()


def _understood(say: Speech, question: Question, now: datetime) -> list[Markup]:
    """The conditions, and what of them may have been meant otherwise."""
    told = conditions(say, question, now=now)
    understood = [Markup("<i>{}</i>").format(told)] if told else []
    return [*understood, *(_doubt(say, doubt, now) for doubt in question.doubts)]


def _doubt(say: Speech, doubt: Doubt, now: datetime) -> Markup:
    return say(
        "I took “{said}” to be: {meant}; it may also be: {other}",
        said=doubt.said,
        meant=span(say, doubt.meant.first, doubt.meant.last, now=now),
        other=span(say, doubt.other.first, doubt.other.last, now=now),
    )


def _instead(say: Speech, relaxed: Collection[str]) -> Markup:
    if tuple(relaxed) == ("topic",):
        return say("Nothing on that theme, but the rest fits these:")
    names = {name: str(say(RELAXED[name])) for name in relaxed if name in RELAXED}
    if not names:
        return say("Perhaps something near it will do:")
    different = ", ".join(dict.fromkeys(names.values()))
    return say("Here is what is nearest. It differs in: {conditions}", conditions=different)


#: What a filter is called when it was let go.
RELAXED = {
    "from": _("date"),
    "to": _("date"),
    "weekday": _("day of the week"),
    "part_of_day": _("time of day"),
    "city": _("town"),
    "mode": _("way of taking part"),
    "free": _("price"),
    "max_price": _("price"),
    "audience": _("for whom it is"),
    "form": _("form"),
    "organiser": _("organiser"),
    "min_hours": _("number of hours"),
    "language": _("language"),
    "not": _("what you did not want"),
}
