"""Feedback compared, as figures, a picture or a workbook; computed in a process of its own."""

import functools
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from bot.drawing.charts import Bar, Chart, picture
from bot.jobs.bringing import brings, tells
from bot.jobs.means import Make, Means
from catalogue.numbers.groups import MOST_LINES, Other
from catalogue.numbers.periods import span_of
from catalogue.numbers.workbook import Cell, Sheet, workbook
from catalogue.quality.comparing import IN_TIME, By, Line, Rated, compared, in_all
from catalogue.quality.queries import rated
from catalogue.quality.scores import QUESTIONS, SCALE
from handlers.office.callbacks.quality import Ratings, RatingsShow
from handlers.office.ratings import COMPARE, doors, way_back
from handlers.words.office import numbers as number_words
from handlers.words.office import quality as words
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run


def ratings(means: Means) -> Do:
    """As the button says."""

    async def do(run: Run) -> Finish:
        say, view = means.voices[run.job.language], Ratings.unpack(run.job.facts["view"])
        found, under = await _read(run, say, view), run.job.facts["under"]
        if view.show is RatingsShow.SUMMARY:
            text = words.summary(say, under, in_all(found), events=len(found))
            return tells(run, text, doors(say, view))
        if view.show is RatingsShow.WORKBOOK:
            every = sheets(say, found, under=under, now=run.now)
            content = await run.apart(workbook, every, made_at=say.local(run.now))
            name = f"{words.file_name(say)}-{say.local(run.now):%Y-%m-%d}.xlsx"
            caption = words.workbook_caption(say, under)
            return brings(run, File(name, content), caption, way_back(say, view))
        return await _drawn(run, say, view, compared(found, By(view.show.value)), under)

    return do


async def _read(run: Run, say: Speech, view: Ratings) -> list[Rated]:
    read = functools.partial(
        rated,
        span=span_of(view.period, say.local(run.now).date()),
        zone=say.timezone,
        centre_ids=run.job.facts["centres"],
        event_ids=run.job.facts["events"],
    )
    return await run.database.read(read)


async def _drawn(run: Run, say: Speech, view: Ratings, lines: Sequence[Line], under: str) -> Finish:
    by = By(view.show.value)
    if not lines:
        text = number_words.nothing(say, str(say(words.TITLES[by])), under)
        return tells(run, text, way_back(say, view))
    content = await run.apart(picture, chart(say, by, lines, under=under, now=run.now))
    file = File(f"{words.file_name(say)}.png", content)
    return brings(run, file, words.caption(say, by), way_back(say, view))


def chart(say: Speech, by: By, lines: Sequence[Line], *, under: str, now: datetime) -> Chart:
    """The means on the whole; of a long time the latest, of many groups the largest."""
    shown = lines[-MOST_LINES:] if by in IN_TIME else lines[:MOST_LINES]
    return Chart(
        title=str(say(words.TITLES[by])),
        under=under,
        bars=[
            Bar(
                label=words.label(say, by, one.label, now=now),
                value=one.summary.means["overall"],
                told=words.bar(say, one.summary),
                colour="rest" if one.label is Other.UNSAID else "main",
            )
            for one in shown
        ],
        note=words.note(say),
        whole=SCALE[-1],
    )


def sheets(say: Speech, found: Sequence[Rated], *, under: str, now: datetime) -> list[Sheet]:
    """A sheet for each comparison, with every question."""
    above = [under, str(words.rule(say).unescape())]
    return [
        Sheet(
            name=words.sheet_name(say, by),
            headings=words.columns(say),
            rows=[_row(say, by, one, now=now) for one in compared(found, by)],
            above=above,
        )
        for by in By
    ]


def _row(say: Speech, by: By, one: Line, *, now: datetime) -> Sequence[Cell]:
    means = [round(Decimal(one.summary.means[name]), 2) for name in QUESTIONS]
    return (words.label(say, by, one.label, now=now), one.events, one.summary.answers, *means)


KINDS: dict[str, Make] = {COMPARE: ratings}
