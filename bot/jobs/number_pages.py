"""Numbers as pictures and sheets: which words and values stand where."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.drawing.charts import Bar, Chart
from catalogue.demand.wishes import Wish
from catalogue.numbers.counting import Few, Figures, Fill, Numbers
from catalogue.numbers.groups import Group, Other, in_time
from catalogue.numbers.labels import Table
from catalogue.numbers.workbook import Cell, Sheet
from catalogue.search.spans import Span, ends
from handlers.words.office import numbers as words
from handlers.words.speech import Speech


def table_chart(
    say: Speech, table: Table, groups: Sequence[Group], *, under: str, now: datetime
) -> Chart | None:
    """None where there is nothing to draw."""
    bars = [
        Bar(
            label=words.label(say, group.label, now=now),
            value=group.registrations,
            told=words.grouped(say, group.registrations),
            colour="rest" if group.label is Other.OTHERS else "main",
        )
        for group in groups
    ]
    has_others = any(group.label is Other.OTHERS for group in groups)
    note = words.others_note(say) if has_others else ""
    return _chart(str(say(words.TITLES[table])), under, bars, note)


def fills_chart(say: Speech, numbers: Numbers, *, under: str) -> Chart | None:
    """Of numbers of events."""
    bars = [
        Bar(
            label=words.fill(say, fill),
            value=events,
            told=words.grouped(say, events),
            colour="rest" if fill is Fill.UNLIMITED else "main",
        )
        for fill, events in numbers.fills.items()
    ]
    return _chart(str(say(words.FILLS_TITLE)), under, bars, "")


def _chart(title: str, under: str, bars: Sequence[Bar], note: str) -> Chart | None:
    if not any(bar.value for bar in bars):
        return None
    return Chart(title=title, under=under, bars=bars, note=note)


def sheets(
    say: Speech,
    numbers: Numbers,
    before: Figures | None,
    wishes: Sequence[Wish],
    *,
    under: str,
    now: datetime,
) -> list[Sheet]:
    """The figures with what is to be known first, then a sheet for each table."""
    names = words.sheet_names(say)
    return [
        _figures(say, numbers.figures, before, name=names["figures"], under=under),
        *[
            _weeks(say, groups, name=names[table], now=now)
            if table is Table.WEEKS
            else _groups(say, groups, name=names[table], now=now)
            for table, groups in numbers.tables.items()
        ],
        Sheet(
            name=names["fills"],
            headings=_headings(say, "fill", "events"),
            rows=[(words.fill(say, fill), events) for fill, events in numbers.fills.items()],
        ),
        Sheet(
            name=names["wishes"],
            headings=_headings(say, "wish", "people", "times"),
            rows=[
                (words.wish(say, one, now=now), one.people or None, one.times or None)
                for one in wishes
            ],
        ),
    ]


def _figures(
    say: Speech, figures: Figures, before: Figures | None, *, name: str, under: str
) -> Sheet:
    values = _values(say, figures)
    earlier = _values(say, before) if before else [None] * len(values)
    named = words.figures(say, figures)
    return Sheet(
        name=name,
        headings=_headings(say, "figure", "value", "earlier")[: 3 if before else 2],
        rows=[
            (one, value, *([old] if before else []))
            for one, value, old in zip(named, values, earlier, strict=True)
        ],
        above=[under, *words.explained(say)],
    )


def _values(say: Speech, told: Figures) -> list[Cell]:
    """In the order of `words.figures`, as numbers where they are told."""
    counts = (told.events, told.registrations, told.people)
    return [
        *[_cell(say, one) for one in counts],
        told.full,
        *[_cell(say, one) for one in (told.left_late, told.waiting)],
    ]


def _cell(say: Speech, count: int | Few) -> Cell:
    return words.few(say) if isinstance(count, Few) else count


def _groups(say: Speech, groups: Sequence[Group], *, name: str, now: datetime) -> Sheet:
    rows = [
        (words.label(say, one.label, now=now), one.events, one.registrations, one.people)
        for one in groups
    ]
    headings = _headings(say, "group", "events", "registrations", "people")
    return Sheet(name=name, headings=headings, rows=rows)


def _weeks(say: Speech, groups: Sequence[Group], *, name: str, now: datetime) -> Sheet:
    """Each week by itself, from its Monday to its Sunday."""
    rows: list[Sequence[Cell]] = []
    for one in in_time(groups):
        days: tuple[date | None, ...] = (None, None)
        if isinstance(one.label, Span):
            days = ends(one.label)
        told = words.label(say, one.label, now=now)
        rows.append((told, *days, one.registrations, one.people))
    headings = _headings(say, "group", "from", "until", "registrations", "people")
    return Sheet(name=name, headings=headings, rows=rows)


def _headings(say: Speech, *names: str) -> list[str]:
    return [words.column(say, name) for name in names]
