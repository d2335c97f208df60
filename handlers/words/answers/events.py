"""What a search has found, what it doubts, and what is near where nothing was found."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.search.filters import Filters
from handlers.words.answers.conditions import conditions
from handlers.words.events import title
from handlers.words.speech import Speech, _


def found(say: Speech, total: int, filters: Filters, lines: Sequence[Markup], *, now: datetime) -> (
    Markup
):  # fmt: skip
    """How many there are, what was understood of the conditions, and the page of them."""
    heading = say.n("Found {n} event:", "Found {n} events:", total)
    if understood := conditions(say, filters, now=now):
        heading += Markup("\n<i>{}</i>").format(understood)
    return Markup("\n\n").join([heading, *lines])


def here_it_is(say: Speech) -> Markup:
    return say("Here it is:")


def for_everybody(say: Speech) -> Markup:
    return say("There is nothing for that group alone; these are for teachers of every subject.")


def did_you_mean(say: Speech, events: Sequence[Event], lines: Sequence[Markup]) -> Markup:
    if len(events) == 1:
        question = say("Did you mean “{title}”?", title=title(say, events[0]))
    else:
        question = say("Did you mean one of these?")
    return Markup("\n\n").join([question, *lines])


def nothing(say: Speech, relaxed: Sequence[str], lines: Sequence[Markup]) -> Markup:
    """`relaxed` are the filters let go to come to the events in `lines`."""
    none = say("I found nothing of the kind in the programme.")
    if not lines:
        advice = say("Try other words, another time or another town.")
        return Markup("{} {}").format(none, advice)
    return Markup("\n\n").join([Markup("{}\n{}").format(none, _instead(say, relaxed)), *lines])


def empty_programme(say: Speech) -> Markup:
    return say("The programme has no coming events yet.")


def _instead(say: Speech, relaxed: Sequence[str]) -> Markup:
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
