"""Numbers in words: figures in brief, and what stands in pictures and on sheets."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.demand.wishes import Wish
from catalogue.numbers.counting import Count, Few, Figures, Fill
from catalogue.numbers.groups import LEAST, Label, Other
from catalogue.numbers.labels import Table
from catalogue.numbers.periods import Period, span_of
from catalogue.search.spans import Span, ends
from catalogue.subscriptions.wanted import question_of
from handlers.words.answers.conditions import conditions
from handlers.words.events import centre_name, form_name, shortened
from handlers.words.school_years import school_year
from handlers.words.speech import Speech, _, capitalised

_LONGEST_LABEL = 240


def counting(say: Speech) -> Markup:
    return say("I am counting.")


def choose_period(say: Speech) -> Markup:
    return say("For what time?")


def choose_centre(say: Speech) -> Markup:
    return say("For which centre?")


def period_name(say: Speech, period: Period, *, today: date) -> str:
    """Plain text, e.g. „2026–2027 m. m.“"""
    span = span_of(period, today)
    if span.first is None or span.last is None:
        return str(say("All the time"))
    if period is Period.MONTH:
        return capitalised(say.month(span.first))
    if period is Period.TERM:
        return str(term_name(say, span.first, span.last))
    return school_year(say, span.first.year)


def term_name(say: Speech, first: date, last: date) -> Markup:
    """Of the days from its first to its last."""
    years = {"first": last.year - 1, "last": last.year}
    if first.month == 9:
        return say("First half of the school year {first}–{last}", **years)
    return say("Second half of the school year {first}–{last}", **years)


def of_whom(say: Speech, centres: Sequence[Centre] | None) -> str:
    """Of the centre where it is one; None is all of them."""
    if centres is None:
        return capitalised(str(say("all centres")))
    if len(centres) == 1:
        return shortened(centre_name(say, centres[0]), _LONGEST_LABEL)
    return str(say("All your centres"))


def under(say: Speech, period: Period, whose: str, *, today: date) -> str:
    """What stands under a title: the time, and whose it is."""
    return " · ".join([period_name(say, period, today=today), whose])


def of_own_events(say: Speech) -> str:
    """Of a lecturer, who has no centre."""
    return str(say("Your own events"))


def summary(say: Speech, under: str, now: Figures, before: Figures | None) -> Markup:
    """The most telling figures, each beside that of a year ago where there is one."""
    lines = [say("<b>Numbers</b> · {under}", under=under), Markup("")]
    for name, value in figures(say, now).items():
        line = say("{name}: <b>{value}</b>", name=name, value=value)
        if before is not None:
            earlier = figures(say, before)[name]
            line = say("{line} (a year ago: {earlier})", line=line, earlier=earlier)
        lines.append(line)
    if before is not None:
        compared = say("A year ago: what was registered by the same day for the same months.")
        lines += [Markup(""), compared]
    return Markup("\n").join([*lines, Markup(""), rule(say)])


def figures(say: Speech, told: Figures) -> dict[str, str]:
    """Each figure under its name, in plain text."""
    return {
        str(say("Events")): grouped(say, told.events),
        str(say("Registrations")): _count(say, told.registrations),
        str(say("People")): _count(say, told.people),
        str(say("Seats taken on average")): share(told.full),
        str(say("Cancelled late")): _count(say, told.left_late),
        str(say("On the waiting list")): _count(say, told.waiting),
    }


def share(full: float | None) -> str:
    return "–" if full is None else f"{full:.0%}".replace("%", "\N{NO-BREAK SPACE}%")


def grouped(say: Speech, number: int) -> str:
    """„4 000“, “4,000”: thousands apart."""
    told = f"{number:,}"
    return told if say.language == "en" else told.replace(",", "\N{NO-BREAK SPACE}")


def rule(say: Speech) -> Markup:
    """Why some numbers are not told."""
    return say("Groups of fewer than {least} people are put together with others.", least=LEAST)


def others_note(say: Speech) -> str:
    """Below a picture in which some groups are together."""
    return str(
        say(
            "Other: all the smaller groups; none of fewer than {least} people is shown by itself.",
            least=LEAST,
        )
    )


def few(say: Speech) -> str:
    return str(say("fewer than {least}", least=LEAST))


def _count(say: Speech, count: Count) -> str:
    return few(say) if isinstance(count, Few) else grouped(say, count)


def nothing(say: Speech, title: str, under: str) -> Markup:
    """In place of an empty picture."""
    return say(
        "{title}, {under}: nothing to show yet, or fewer than {least} people.",
        title=title,
        under=under,
        least=LEAST,
    )


TITLES: Mapping[Table, str] = {
    Table.WEEKS: _("Registrations by week"),
    Table.AUDIENCE: _("Registrations by audience"),
    Table.TOWNS: _("Registrations by town"),
    Table.FIELDS: _("Registrations by priority field"),
    Table.FUNDING: _("Registrations by funding"),
}
FILLS_TITLE = _("How full events are")
WISHES_TITLE = _("Unmet wishes")

CAPTIONS: Mapping[Table, str] = {
    Table.WEEKS: _("Registrations for the events of this time by the week they were made in."),
    Table.AUDIENCE: _(
        "Registrations by whom the events are for; an event for several groups counts in each."
    ),
    Table.TOWNS: _("Registrations by the town in which the events are held."),
    Table.FIELDS: _("Registrations by the priority field of the events."),
    Table.FUNDING: _("Registrations by what the events are paid from."),
}
FILLS_CAPTION = _("How many events have what share of their seats taken.")


def label(say: Speech, one: Label, *, now: datetime) -> str:
    """Plain text: a group's own name, days, or what stands for the rest."""
    if isinstance(one, Other):
        return str(say(_OTHERS[one]))
    if isinstance(one, Span):
        return capitalised(say.days(*ends(one), now=now))
    return capitalised(shortened(one, _LONGEST_LABEL))


def form(say: Speech, one: Label, *, now: datetime) -> str:
    """Of an event; the usual ones have a name in English."""
    return label(say, form_name(say, one) if isinstance(one, str) else one, now=now)


_OTHERS: Mapping[Other, str] = {
    Other.UNSAID: _("Not stated"),
    Other.ONLINE: _("Online"),
    Other.OTHERS: _("Other"),
}


def fill(say: Speech, one: Fill) -> str:
    return str(say(_FILLS[one]))


_FILLS: Mapping[Fill, str] = {
    Fill.FULL: _("Full"),
    Fill.MOST: _("75–99% of the seats"),
    Fill.HALF: _("50–74% of the seats"),
    Fill.SOME: _("25–49% of the seats"),
    Fill.LITTLE: _("Less than 25% of the seats"),
    Fill.UNLIMITED: _("Seats are not limited"),
}


def wish(say: Speech, one: Wish, *, now: datetime) -> str:
    """Plain text: what about, or the conditions alone."""
    told = one.words or conditions(say, question_of({"filters": one.filters}), now=now)
    return capitalised(shortened(told, _LONGEST_LABEL))


def wish_size(say: Speech, one: Wish) -> str:
    """With what is counted: people, or only how often."""
    if one.people:
        return str(say.n("{n} person", "{n} people", one.people))
    return str(say.n("{n} time", "{n} times", one.times))


def wishes_note(say: Speech) -> str:
    return str(
        say("Blue: people who want it. Orange: times it was looked for; who looked is not known.")
    )


def column(say: Speech, name: str) -> str:
    """The heading of a column on a sheet."""
    return str(say(COLUMNS[name]))


COLUMNS: Mapping[str, str] = {
    "figure": _("Figure"),
    "value": _("Value"),
    "earlier": _("A year ago"),
    "group": _("Group"),
    "from": _("From"),
    "until": _("Until"),
    "events": _("Events"),
    "registrations": _("Registrations"),
    "people": _("People"),
    "fill": _("Seats taken"),
    "wish": _("Wish"),
    "times": _("Times looked for"),
}


def sheet_names(say: Speech) -> Mapping[str, str]:
    return {
        "figures": str(say("In brief")),
        "fills": str(say("Seats taken")),
        "wishes": str(say("Unmet wishes")),
        Table.WEEKS: str(say("By week")),
        Table.AUDIENCE: str(say("By audience")),
        Table.TOWNS: str(say("By town")),
        Table.FIELDS: str(say("By priority field")),
        Table.FUNDING: str(say("By funding")),
    }


def explained(say: Speech) -> list[str]:
    """What stands on the first sheet: the rule of small groups, and how to read the rest."""
    sentences = (
        say(
            "No group of fewer than {least} people is shown: small groups are put together as "
            "“Other”, with the next smallest one where that is needed so that no number can be "
            "found by subtraction.",
            least=LEAST,
        ),
        say(
            "An empty cell under “People” means that the number would tell of fewer than {least} "
            "of them.",
            least=LEAST,
        ),
        say("A person may be in several groups; a registration is of one person at one event."),
        say(
            "Cancelled late: when one may no longer cancel, or when the seat is offered to nobody "
            "any more."
        ),
        say("Unmet wishes are of all centres; times are not people."),
    )
    return [str(one.unescape()) for one in sentences]


def file_name(say: Speech) -> str:
    return str(say("numbers"))


def workbook_caption(say: Speech, under: str) -> Markup:
    return say("All the numbers as tables: {under}.", under=under)
