"""Numbers: read some at a time, then counted and drawn in a process of its own."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from aiogram.types import InlineKeyboardMarkup
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.drawing.charts import Chart, picture
from bot.jobs import number_pages as pages
from bot.jobs.bringing import brings, says, tells
from bot.jobs.means import Make, Means
from catalogue.centres.tables import Centre
from catalogue.demand.queries import unmet
from catalogue.demand.wishes import Wish
from catalogue.numbers import queries
from catalogue.numbers.counting import Figures, Numbers, count
from catalogue.numbers.labels import Table
from catalogue.numbers.periods import a_year_before, day_a_year_before, span_of
from catalogue.numbers.workbook import workbook
from catalogue.programme.spans import midnight
from catalogue.search.spans import Span
from handlers.office.callbacks.numbers import Numbers as View
from handlers.office.callbacks.numbers import Show
from handlers.office.numbers import COUNT, doors, way_back
from handlers.words.office import numbers as words
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is wanted, of which days, and how its time and centre are called."""

    run: Run
    say: Speech
    view: View
    span: Span
    under: str

    @property
    def now(self) -> datetime:
        return self.run.now

    @property
    def way_back(self) -> InlineKeyboardMarkup:
        return way_back(self.say, self.view)


def numbers(means: Means) -> Do:
    """As the button says: figures, a picture or a workbook."""

    async def do(run: Run) -> Finish:
        asked = await _asked(means, run)
        if asked.view.show is Show.SUMMARY:
            return _tells(asked, await _counted(asked), await _a_year_ago(asked))
        if asked.view.show is Show.WORKBOOK:
            return await _workbook(asked)
        title, caption, chart = await _drawn(asked)
        if chart is None:
            return says(asked.run, words.nothing(asked.say, title, asked.under), asked.way_back)
        file = File(f"{words.file_name(asked.say)}.png", await run.apart(picture, chart))
        return brings(asked.run, file, asked.say(caption), asked.way_back)

    return do


async def _asked(means: Means, run: Run) -> _Asked:
    say, view = means.voices[run.job.language], View.unpack(run.job.facts["view"])
    today = say.local(run.now).date()
    centres = await run.database.read(functools.partial(_centres, run.job.facts["centres"]))
    told = words.period_name(say, view.period, today=today), words.of_whom(say, centres)
    return _Asked(run, say, view, span_of(view.period, today), " · ".join(told))


async def _centres(numbers: Sequence[int] | None, session: AsyncSession) -> Sequence[Centre] | None:
    if numbers is None:
        return None
    return (await session.scalars(select(Centre).where(Centre.id.in_(numbers)))).all()


async def _counted(asked: _Asked, *, until: datetime | None = None) -> Numbers:
    run, zone = asked.run, asked.say.timezone
    read = functools.partial(
        queries.records, centres=run.job.facts["centres"], span=asked.span, zone=zone
    )
    found = await run.database.read(read)
    return await run.apart(count, found.events, found.entries, zone=zone, until=until)


async def _a_year_ago(asked: _Asked) -> Figures | None:
    """Of the same months, as far as it had come by this day; None where there were no events."""
    before = a_year_before(asked.span)
    if before is None:
        return None
    same_day = day_a_year_before(asked.say.local(asked.now).date())
    until = midnight(same_day, asked.say.timezone)
    is_over = before.last is not None and before.last < same_day
    earlier = replace(asked, span=before)
    found = (await _counted(earlier, until=None if is_over else until)).figures
    return found if found.events else None


async def _wishes(asked: _Asked) -> list[Wish]:
    zone = asked.say.timezone
    return await asked.run.database.read(functools.partial(unmet, span=asked.span, zone=zone))


async def _drawn(asked: _Asked) -> tuple[str, str, Chart | None]:
    """The title and the caption of what is wanted, and what to draw."""
    say, show, under, now = asked.say, asked.view.show, asked.under, asked.now
    counted = await _counted(asked)
    if show is Show.FILLS:
        chart = pages.fills_chart(say, counted, under=under)
        return str(say(words.FILLS_TITLE)), words.FILLS_CAPTION, chart
    table = Table(show.value)
    chart = pages.table_chart(say, table, counted.largest[table], under=under, now=now)
    return str(say(words.TITLES[table])), words.CAPTIONS[table], chart


async def _workbook(asked: _Asked) -> Finish:
    say, now = asked.say, asked.now
    every = pages.sheets(
        say,
        await _counted(asked),
        await _a_year_ago(asked),
        await _wishes(asked),
        under=asked.under,
        now=now,
    )
    content = await asked.run.apart(workbook, every, made_at=say.local(now))
    name = f"{words.file_name(say)}-{say.local(now):%Y-%m-%d}.xlsx"
    caption = words.workbook_caption(say, asked.under)
    return brings(asked.run, File(name, content), caption, asked.way_back)


def _tells(asked: _Asked, counted: Numbers, before: Figures | None) -> Finish:
    """In place of the message that it is being counted."""
    text = words.summary(asked.say, asked.under, counted.figures, before)
    several = asked.run.job.facts["several"]
    keyboard = doors(asked.say, asked.view, several=several)
    return tells(asked.run, text, keyboard)


KINDS: dict[str, Make] = {COUNT: numbers}
