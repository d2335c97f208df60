"""The plan as a file, made apart from what comes out of the database some events at a time."""

import functools
from datetime import date
from zoneinfo import ZoneInfo

from bot.jobs.bringing import brings, says
from bot.jobs.means import Make, Means
from catalogue.files.pieces import packed, write_apart
from catalogue.programme.periods import Period, portion, span_of
from handlers.office.exporting import EXPORT, period_name
from handlers.office.intake import HEADINGS
from handlers.words.office import exporting as words
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run

_AT_ONCE = 100


def export(means: Means) -> Do:
    """Of the period and the centres that the facts name."""

    async def do(run: Run) -> Finish:
        say, period = means.voices[run.job.language], Period(run.job.facts["period"])
        told = period_name(say, period, now=run.now)
        count, pieces = await _pieces(run, period, say.timezone)
        if not count:
            return says(run, words.nothing(say, told))
        day = say.local(run.now).date()
        named = [words.file_names(say)["programme"], *_dates(period, day)]
        name = f"{'-'.join(named)}.{run.job.facts['ending']}"
        content = await run.apart(write_apart, name, pieces, say.timezone, run.now)
        return brings(run, File(name, content), words.made(say, told, count))

    return do


def headings(means: Means) -> Do:
    """A workbook to be filled in."""

    async def do(run: Run) -> Finish:
        say = means.voices[run.job.language]
        name = words.file_names(say)["headings"] + ".xlsx"
        content = await run.apart(write_apart, name, [], say.timezone, run.now)
        return brings(run, File(name, content))

    return do


async def _pieces(run: Run, period: Period, zone: ZoneInfo) -> tuple[int, list[bytes]]:
    span = span_of(period, run.now.astimezone(zone).date())
    centres, count, pieces = run.job.facts["centres"], 0, []
    while some := await run.database.read(
        functools.partial(
            portion, span=span, centres=centres, zone=zone, first=count, most=_AT_ONCE
        )
    ):
        count += len(some)
        pieces.append(packed(some))
    return count, pieces


def _dates(period: Period, today: date) -> list[str]:
    """For the name of the file."""
    span = span_of(period, today)
    if span.first is None or span.last is None:
        return []
    if period is Period.SCHOOL_YEAR:
        return [str(span.first.year), str(span.last.year)]
    return [f"{span.first:%Y-%m}"]


KINDS: dict[str, Make] = {EXPORT: export, HEADINGS: headings}
