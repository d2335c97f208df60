"""A plan as a file, made apart: pdf to print, xlsx, or ics for a calendar."""

import functools
import itertools
from collections.abc import Iterator, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.drawing.plans import PlanRow, PlanSheet, plan_sheet
from bot.jobs.bringing import brings, says
from bot.jobs.means import Make, Means
from catalogue.centres.tables import Centre
from catalogue.editing.rules import twin
from catalogue.files.pieces import packed, write_apart
from catalogue.plans import queries
from catalogue.plans.queries import Line
from catalogue.plans.stretches import Stretch, numbered
from catalogue.programme.tables import Event
from handlers.callbacks.programme import PlanEnding
from handlers.planning import PLAN_FILE
from handlers.words import plan_files as words
from handlers.words import plans as post_words
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run

_AT_ONCE = 100


def plan_file(means: Means) -> Do:
    """Of what everybody may see; with the links to join only where the facts say so."""

    async def do(run: Run) -> Finish:
        say, facts = means.voices[run.job.language], run.job.facts
        today = say.local(run.now).date()
        stretch = numbered(facts["month"], is_year=facts["year"], today=today)
        centre, note = await run.database.read(functools.partial(_about, run, say, stretch))
        ending = PlanEnding(facts["ending"])
        name = f"{words.file_name(say, stretch)}.{ending.value}"
        count, content = 0, b""
        if ending is PlanEnding.PDF:
            rows = await _rows(run, say, stretch)
            count = len(rows)
            sheet = sheet_of(say, stretch, centre, rows, note=note)
            content = await run.apart(plan_sheet, sheet)
        else:
            count, pieces = await _pieces(run, say, stretch)
            content = await run.apart(write_apart, name, pieces, say.timezone, run.now)
        if not count:
            return says(run, post_words.nothing(say))
        return brings(run, File(name, content), words.caption(say, stretch, centre, count))

    return do


async def _about(
    run: Run, say: Speech, stretch: Stretch, session: AsyncSession
) -> tuple[Centre | None, str]:
    """The centre, and when its plan was published."""
    number = run.job.facts["centre"]
    centre = await session.get(Centre, number) if number is not None else None
    plan = await queries.latest(session, stretch, centre.id) if centre else None
    if plan is None:
        return centre, ""
    return centre, post_words.published(say, plan.published_at, now=run.now).unescape()


async def _portions(run: Run, say: Speech, stretch: Stretch) -> list[list[Line]]:
    """Some at a time, so that nobody waits for the database."""
    found, first = [], 0
    while some := await run.database.read(
        functools.partial(
            queries.lines,
            stretch=stretch,
            centre_id=run.job.facts["centre"],
            zone=say.timezone,
            first=first,
            most=_AT_ONCE,
        )
    ):
        found.append(some)
        first += len(some)
    return found


async def _pieces(run: Run, say: Speech, stretch: Stretch) -> tuple[int, list[bytes]]:
    portions = await _portions(run, say, stretch)
    shown = [[_event(one.event, run) for one in some] for some in portions]
    return sum(map(len, shown)), [packed(some) for some in shown]


def _event(event: Event, run: Run) -> Event:
    """Without the links, which are for those who take part."""
    if run.job.facts["links"]:
        return event
    copy = twin(event)
    copy.join_url = ""
    for meeting in copy.sessions:
        meeting.join_url = ""
    return copy


async def _rows(run: Run, say: Speech, stretch: Stretch) -> list[Line]:
    return [one for some in await _portions(run, say, stretch) for one in some]


def sheet_of(
    say: Speech, stretch: Stretch, centre: Centre | None, lines: Sequence[Line], *, note: str
) -> PlanSheet:
    """What stands on it; a school year has a part for each month."""
    return PlanSheet(
        title=words.sheet_title(say, stretch),
        organiser=words.whose(say, centre),
        note=note,
        parts=list(_parts(say, stretch, lines, with_centre=centre is None)),
        words=words.sheet_words(say),
        language=say.language,
    )


def _parts(
    say: Speech, stretch: Stretch, lines: Sequence[Line], *, with_centre: bool
) -> Iterator[tuple[str, list[PlanRow]]]:
    def month(one: Line) -> str:
        return words.month_of(say, one.entry) if stretch.is_year else ""

    for heading, some in itertools.groupby(lines, month):
        yield (
            heading,
            [
                PlanRow(
                    cells=words.cells(say, one, with_centre=with_centre), is_off=one.entry.is_off
                )
                for one in some
            ],
        )


KINDS: dict[str, Make] = {PLAN_FILE: plan_file}
