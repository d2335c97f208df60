"""A report as sheets of a workbook."""

from bot.jobs.report_tables import COLUMNS, Account, tables
from catalogue.numbers.workbook import Sheet
from handlers.words.office import report_files as words
from handlers.words.office import reports
from handlers.words.speech import Speech


def sheets(say: Speech, told: Account) -> list[Sheet]:
    """What it is of and how it was counted first, then a sheet for each table."""
    above = {
        "figures": [
            reports.period_name(say, told.period),
            told.whose,
            reports.made(say, told.now),
            *words.notes(say, until=told.until),
        ],
        "satisfaction": [words.answers(say, told.liked)],
        "reached": [words.schools(say, told.report.reach)],
    }
    return [
        Sheet(
            name=words.sheet(say, name),
            headings=[words.column(say, one) for one in COLUMNS[name]],
            rows=rows,
            above=above.get(name, ()),
        )
        for name, rows in tables(say, told).items()
    ]
