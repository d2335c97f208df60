"""Reports in words: which one is offered, and its figures in brief."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.numbers.counting import Few
from catalogue.reports.periods import Kind, Period
from catalogue.reports.trend import Beside, Name, Told
from handlers.words.events import centre_name, shortened
from handlers.words.office.feedback import mean
from handlers.words.office.numbers import few, grouped
from handlers.words.school_years import school_year
from handlers.words.speech import Speech, _, capitalised

#: In place of a number that is not told or not known.
NOT_TOLD = "–"
_LONGEST_CAPTION = 400
_QUARTERS = ("I", "II", "III", "IV")

KINDS: Mapping[Kind, str] = {
    Kind.MONTH: _("Month"),
    Kind.QUARTER: _("Quarter"),
    Kind.SCHOOL_YEAR: _("School year"),
    Kind.YEAR: _("Calendar year"),
}
FIGURES: Mapping[Name, str] = {
    Name.PUBLISHED: _("Events announced"),
    Name.HELD: _("Events held"),
    Name.CANCELLED: _("Events cancelled"),
    Name.UNNOTED: _("Held, attendance not noted"),
    Name.REGISTRATIONS: _("Registrations for those held"),
    Name.CAME: _("Of them came"),
    Name.PEOPLE: _("Different people who came"),
    Name.HOURS: _("Academic hours attended"),
    Name.SATISFACTION: _("Feedback on the whole (1–5)"),
}
#: What a message is short enough for.
_IN_BRIEF = (Name.HELD, Name.CANCELLED, Name.REGISTRATIONS, Name.CAME, Name.PEOPLE, Name.HOURS,
             Name.SATISFACTION)  # fmt: skip


def period_name(say: Speech, period: Period) -> str:
    """Plain text, e.g. „2026 m. III ketvirtis“"""
    year = period.first.year
    match period.kind:
        case Kind.MONTH:
            return capitalised(say.month(period.first))
        case Kind.QUARTER:
            quarter = _QUARTERS[period.first.month // 3]
            return str(say("Quarter {quarter} of {year}", quarter=quarter, year=year))
        case Kind.SCHOOL_YEAR:
            return school_year(say, year)
        case Kind.YEAR:
            return str(say("The year {year}", year=year))


def turn(say: Speech, period: Period, step: int) -> str:
    """On the button that leads there."""
    name = period_name(say, period)
    return f"◀ {name}" if step < 0 else f"{name} ▶"


def whose(say: Speech, centres: Sequence[Centre] | None) -> str:
    """Every one by its name; None is all there are."""
    if centres is None:
        return str(say("All the centres"))
    return "; ".join(centre_name(say, one) for one in centres)


def title(say: Speech, period: Period) -> str:
    return str(say("Report: {period}", period=period_name(say, period)))


def offer(say: Speech, period: Period, whose: str, *, is_whole: bool, today: date) -> Markup:
    """Before it is made."""
    lines = [
        say("<b>Report</b> · {period}", period=period_name(say, period)),
        Markup("{}").format(whose),
        Markup(""),
        say("You will get a PDF with pictures and an Excel file with tables."),
    ]
    if not is_whole:
        lines.append(until(say, today))
    return Markup("\n").join(lines)


def until(say: Speech, today: date) -> Markup:
    """Of a period that is not over."""
    return say("It is not over: counted up to {day}.", day=say.plain_day(today))


def making(say: Speech) -> Markup:
    return say("I am making the report.")


def made(say: Speech, moment: datetime) -> str:
    """When it was, in plain text."""
    told = f"{say.local(moment):%Y-%m-%d %H:%M}"
    return str(say("Made: {moment}", moment=told))


def brief(say: Speech, period: Period, whose: str, figures: Sequence[Beside]) -> Markup:
    """The most telling figures, each beside that of a year before."""
    lines = [
        say("<b>Report</b> · {period}", period=period_name(say, period)),
        Markup("{}").format(whose),
        Markup(""),
    ]
    lines += [_line(say, one) for one in figures if one.name in _IN_BRIEF]
    return Markup("\n").join(
        [*lines, Markup(""), say("In brackets: a year before, and by how much it has changed.")]
    )


def _line(say: Speech, one: Beside) -> Markup:
    earlier = [figure(say, one.name, one.before), *filter(None, [share(one)])]
    return say(
        "{name}: <b>{now}</b> ({earlier})",
        name=say(FIGURES[one.name]),
        now=figure(say, one.name, one.now),
        earlier=", ".join(earlier),
    )


def figure(say: Speech, name: Name, told: Told) -> str:
    """Plain text."""
    if told is None:
        return NOT_TOLD
    if isinstance(told, Few):
        return few(say)
    if name is Name.SATISFACTION:
        return mean(say, told)
    return amount(say, told)


def row(say: Speech, one: Beside) -> list[str]:
    """Of a table, in plain text."""
    return [
        str(say(FIGURES[one.name])),
        figure(say, one.name, one.now),
        figure(say, one.name, one.before),
        difference(say, one),
        share(one) or NOT_TOLD,
    ]


def amount(say: Speech, number: float) -> str:
    """„1 204,5“: thousands apart, and no more than two places."""
    whole, part = divmod(round(number, 2), 1)
    behind = say.number(round(part, 2)).removeprefix("0") if part else ""
    return f"{grouped(say, int(whole))}{behind}"


def exact(say: Speech, number: Decimal) -> str:
    """„12 636,50“, „804“: of hours and money, both places or none."""
    pattern = "#,##0" if number == int(number) else "#,##0.00"
    return format_decimal(number, pattern, locale=say.language)


def difference(say: Speech, one: Beside) -> str:
    """„+12“, „−3“, nothing where it is not known."""
    found = one.change.difference
    if found is None:
        return NOT_TOLD
    told = mean(say, abs(found)) if one.name is Name.SATISFACTION else amount(say, abs(found))
    return f"{_sign(found)}{told}"


def share(one: Beside) -> str:
    """„+20 %“; empty where there was nothing to compare with."""
    found = one.change.share
    if found is None:
        return ""
    return f"{_sign(found)}{abs(found):.0%}".replace("%", "\N{NO-BREAK SPACE}%")


def _sign(number: float) -> str:
    return "+" if number > 0 else "\N{MINUS SIGN}" if number < 0 else ""


def taken(say: Speech, facts: Mapping[str, Any]) -> Markup:
    """In the journal."""
    period = Period(Kind(facts["period"]), facts["number"])
    return say("took a report as files: {period}", period=period_name(say, period))


def caption(say: Speech, period: Period, whose: str) -> str:
    """Below a file, where Telegram has room for a thousand letters; the file names all centres."""
    told = shortened(whose, _LONGEST_CAPTION)
    return str(say("Report: {period} · {whose}", period=period_name(say, period), whose=told))


def file_name(say: Speech, period: Period) -> str:
    """Without its ending: „ataskaita-2026-10“."""
    word = say("report")
    names = {
        Kind.MONTH: f"{period.first:%Y-%m}",
        Kind.QUARTER: f"{period.first.year}-{_QUARTERS[period.first.month // 3]}",
        Kind.SCHOOL_YEAR: f"{period.first.year}-{period.last.year}",
        Kind.YEAR: f"{period.first.year}",
    }
    return f"{word}-{names[period.kind]}"
