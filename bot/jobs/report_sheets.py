"""A report as sheets of a workbook."""

from bot.jobs.report_tables import COLUMNS, Account, tables
from catalogue.numbers.workbook import Sheet
from handlers.words.office import report_files as words
from handlers.words.office import reports
from handlers.words.speech import Speech


def sheets(say: Speech, told: Account) -> list[Sheet]:
    """A sheet for each table; of what it is stands before the first, and after it how it was
    counted: what stands before stays in sight, and would leave no room for the figures.
    """
    notes = words.notes(say, until=told.until)
    running, counted = notes[: told.until is not None], notes[told.until is not None :]
    above = {
        "figures": [
            reports.period_name(say, told.period),
            told.whose,
            reports.made(say, told.now),
            *running,
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
            below=counted if name == "figures" else (),
        )
        for name, rows in tables(say, told).items()
    ]
