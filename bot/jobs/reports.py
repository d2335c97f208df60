"""A report: read some at a time, then counted, written and drawn in a process of its own."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardMarkup
from sqlalchemy.ext.asyncio import AsyncSession

from bot.drawing.reports import report_paper
from bot.jobs.bringing import tells
from bot.jobs.means import Make, Means
from bot.jobs.report_pages import page
from bot.jobs.report_sheets import sheets
from bot.jobs.report_tables import Account
from catalogue.centres.queries import chosen
from catalogue.centres.tables import Centre
from catalogue.demand.queries import unmet
from catalogue.demand.wishes import Wish
from catalogue.numbers.workbook import workbook
from catalogue.practice.queries import Counts, in_all, use
from catalogue.practice.tables import Round
from catalogue.quality.queries import Satisfaction, satisfaction
from catalogue.reports.counting import count
from catalogue.reports.periods import spans
from catalogue.reports.queries import records
from catalogue.reports.records import Records
from catalogue.reports.trend import beside
from catalogue.search.spans import Span
from handlers import keyboards
from handlers.office.callbacks.reports import Report as View
from handlers.office.reports import REPORT, period_of, turns
from handlers.words.office import reports as words
from handlers.words.speech import Speech
from scheduler.files import File, keep
from scheduler.jobs import Do, Finish, Run
from scheduler.outbox import Message


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read of one stretch of days, in one look."""

    records: Records
    liked: Satisfaction


@dataclass(frozen=True, slots=True)
class _Read:
    """The same of a year before, and what is not compared."""

    now: _Found
    before: _Found
    use: dict[Round, Counts]
    wishes: Sequence[Wish]
    centres: Sequence[Centre] | None


def report(means: Means) -> Do:
    """A paper and a workbook of the same values, and the most telling of them in the message."""

    async def do(run: Run) -> Finish:
        say, view = means.voices[run.job.language], View.unpack(run.job.facts["view"])
        told = await _account(run, say, view)
        name = words.file_name(say, told.period)
        paper = await run.apart(report_paper, page(say, told))
        book = await run.apart(workbook, sheets(say, told), made_at=say.local(run.now))
        files = [File(f"{name}.pdf", paper), File(f"{name}.xlsx", book)]
        today = say.local(run.now).date()
        keyboard = keyboards.rows(turns(say, view, today=today, several=run.job.facts["several"]))
        return _brings(run, say, told, files, keyboard)

    return do


async def _account(run: Run, say: Speech, view: View) -> Account:
    today = say.local(run.now).date()
    period = period_of(view, today)
    found = await run.database.read(
        functools.partial(
            _read, say=say, centres=run.job.facts["centres"], spans=spans(period, today)
        )
    )
    counted = await run.apart(count, found.now.records, now=run.now)
    before = await run.apart(count, found.before.records, now=run.now)
    return Account(
        period=period,
        whose=words.whose(say, found.centres),
        now=run.now,
        until=None if period.is_whole(today) else today,
        report=counted,
        figures=beside(
            counted.figures,
            before.figures,
            satisfaction=found.now.liked,
            satisfaction_before=found.before.liked,
        ),
        liked=found.now.liked,
        liked_before=found.before.liked,
        use=found.use,
        wishes=found.wishes,
    )


async def _read(
    session: AsyncSession,
    *,
    say: Speech,
    centres: Sequence[int] | None,
    spans: tuple[Span, Span],
) -> _Read:
    """All at one moment, so that everything is of the same programme."""
    now, before = [
        _Found(
            await records(session, centres=centres, span=span, zone=say.timezone),
            await satisfaction(session, span=span, zone=say.timezone, centre_ids=centres),
        )
        for span in spans
    ]
    used = await use(session, span=spans[0], zone=say.timezone, centre_ids=centres)
    return _Read(
        now=now,
        before=before,
        use=in_all(used),
        wishes=await unmet(session, span=spans[0], zone=say.timezone),
        centres=await chosen(session, centres),
    )


def _brings(
    run: Run, say: Speech, told: Account, files: Sequence[File], keyboard: InlineKeyboardMarkup
) -> Finish:
    """The figures in place of the message that it is being made, then both files."""
    text = words.brief(say, told.period, told.whose, told.figures)
    caption = {"caption": words.caption(say, told.period, told.whose), "parse_mode": "HTML"}

    tell = tells(run, text, keyboard)

    async def finish(session: AsyncSession) -> Sequence[Message]:
        brought = [
            await keep(
                session,
                file,
                chat_id=run.job.chat_id,
                language=run.job.language,
                payload=caption,
                now=run.now,
            )
            for file in files
        ]
        return [*await tell(session), *brought]

    return finish


KINDS: dict[str, Make] = {REPORT: report}
