"""A report as a paper of a few pages: of long tables the largest lines, drawn as bars."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from bot.drawing.charts import Bar, Chart
from bot.drawing.reports import Paper, Table, Text
from bot.jobs.report_tables import COLUMNS, Account, tables
from catalogue.numbers.groups import MOST_LINES, Group, Label, Other
from catalogue.numbers.workbook import Cell
from catalogue.quality.scores import QUESTIONS, SCALE
from catalogue.reports.values import Grouped, Schools
from handlers.words.office import numbers as number_words
from handlers.words.office import report_files as words
from handlers.words.office import reports
from handlers.words.office.feedback import NAMES as QUESTION_NAMES
from handlers.words.office.feedback import mean
from handlers.words.office.practice import ROUNDS
from handlers.words.practice import USES
from handlers.words.speech import Speech


def page(say: Speech, told: Account) -> Paper:
    report = told.report
    of_tables = {name: _table(say, name, rows) for name, rows in tables(say, told).items() if rows}
    of_tables["figures"] = Table(
        heading=words.title(say, "figures"),
        columns=[words.column(say, one) for one in COLUMNS["figures"]],
        rows=[reports.row(say, one) for one in told.figures],
    )
    parts: list[Table | Chart | Text | None] = [
        *map(of_tables.get, ("figures", "forms", "modes")),
        _hours(say, told, "audience", report.audience, {}),
        _hours(say, told, "fields", report.fields, {}),
        _hours(say, told, "funding", report.funding, words.FUNDING),
        *map(of_tables.get, ("bills", "projects")),
        _liked(say, told),
        *_used(say, told),
        _chart(say, "wishes", _wished(say, told)),
        _chart(say, "unreached", _schools(say, told), under=words.schools(say, report.reach)),
        Text(heading=words.title(say, "notes"), sentences=words.notes(say, until=told.until)),
    ]
    return Paper(
        organiser=told.whose,
        title=reports.title(say, told.period),
        note=reports.made(say, told.now),
        parts=[part for part in parts if part is not None],
        page=words.page_foot(say),
        language=say.language,
    )


def _table(say: Speech, name: str, rows: Sequence[Sequence[Cell]]) -> Table:
    return Table(
        heading=words.title(say, name),
        columns=[words.column(say, one) for one in COLUMNS[name]],
        rows=[[_told(say, cell) for cell in row] for row in rows],
    )


def _told(say: Speech, cell: Cell) -> str:
    match cell:
        case None:
            return reports.NOT_TOLD
        case str():
            return cell
        case date():
            return cell.isoformat()
        case Decimal():
            return reports.exact(say, cell)
        case int() | float():
            return reports.amount(say, cell)


def _chart(say: Speech, name: str, bars: Iterable[Bar], *, under: str = "") -> Chart:
    """Says so where there is nothing to draw."""
    drawn = list(bars)
    note = "" if drawn else words.nothing(say)
    return Chart(title=words.title(say, name), under=under, bars=drawn, note=note)


def _hours(
    say: Speech, told: Account, name: str, table: Grouped, names: Mapping[Label, str]
) -> Chart:
    """The most hours first, the others last; without those of nobody."""
    groups = sorted(
        (one for one in table.largest if one.registrations),
        key=lambda one: (one.label is Other.OTHERS, -one.hours),
    )
    bars = [_of_group(say, told, one, names) for one in groups]
    return _chart(say, name, bars, under=words.hours_of(say) if bars else "")


def _of_group(say: Speech, told: Account, one: Group, names: Mapping[Label, str]) -> Bar:
    return Bar(
        label=words.label(say, one.label, names, now=told.now),
        value=one.hours,
        told=f"{reports.amount(say, one.hours)} / {reports.amount(say, one.registrations)}",
        colour=_colour(one.label),
    )


def _colour(label: Label) -> str:
    return "rest" if label is Other.OTHERS else "main"


def _liked(say: Speech, told: Account) -> Chart:
    means = told.liked.summary.means if told.liked.summary else {}
    bars = [
        Bar(label=str(say(QUESTION_NAMES[name])), value=means[name], told=mean(say, means[name]))
        for name in QUESTIONS
        if name in means
    ]
    return Chart(
        title=words.title(say, "satisfaction"),
        under=words.answers(say, told.liked),
        bars=bars,
        whole=max(SCALE),
    )


def _used(say: Speech, told: Account) -> Iterator[Chart]:
    """A picture for each time of asking."""
    for when, counts in told.use.items():
        bars = [
            Bar(label=str(say(USES[use])), value=number, told=reports.amount(say, number))
            for use, number in counts.items()
        ]
        yield Chart(
            title=words.title(say, "use"),
            under=str(say(ROUNDS[when])),
            bars=bars,
            whole=sum(counts.values()),
        )
    if not told.use:
        yield _chart(say, "use", [])


def _wished(say: Speech, told: Account) -> Iterator[Bar]:
    for one in told.wishes[:MOST_LINES]:
        yield Bar(
            label=number_words.wish(say, one, now=told.now),
            value=one.size,
            told=number_words.wish_size(say, one),
            colour="main" if one.people else "second",
        )


def _schools(say: Speech, told: Account) -> Iterator[Bar]:
    """Those with the most, and all the rest together."""
    every = told.report.reach.unreached_in
    shown, rest = every[: MOST_LINES - 1], every[MOST_LINES - 1 :]
    more = [Schools(Other.OTHERS, sum(one.schools for one in rest))] if rest else []
    for one in [*shown, *more]:
        yield Bar(
            label=words.label(say, one.label, {}, now=told.now),
            value=one.schools,
            told=reports.amount(say, one.schools),
            colour=_colour(one.label),
        )
