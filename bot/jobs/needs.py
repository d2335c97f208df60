"""Results of a survey of needs: pictures of bars, and all of it as a workbook."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.drawing.charts import Bar, Chart, picture
from bot.jobs.bringing import brings
from bot.jobs.means import Make, Means
from catalogue.needs import editing
from catalogue.needs.gathered import (
    Gathered,
    gathered,
    makers_of_groups,
    same_in,
    year_before,
)
from catalogue.needs.results import Label, Told
from catalogue.needs.tables import SurveyQuestion
from catalogue.numbers.groups import MOST_LINES, Other
from catalogue.numbers.workbook import Cell, Sheet, workbook
from handlers.office.callbacks.needs import SurveyResults
from handlers.office.needs_results import PICTURE, WORKBOOK, asked_at, doors
from handlers.words.needs import wording
from handlers.words.office import needs_results as words
from handlers.words.office.needs_results import ordered
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run


@dataclass(frozen=True, slots=True)
class Read:
    """A survey, and the one of an earlier year, where there is one."""

    now: Gathered
    before: Gathered | None

    def earlier(self, asked: SurveyQuestion) -> Told | None:
        """What was answered to the same question then."""
        if self.before is None:
            return None
        same = same_in(asked, self.before.survey)
        return self.before.told(same) if same else None


def needs_picture(means: Means) -> Do:
    """One question, of all who answered or of one group."""

    async def do(run: Run) -> Finish:
        say, view = means.voices[run.job.language], SurveyResults.unpack(run.job.facts["view"])
        read = await run.database.read(functools.partial(_read, view.survey))
        asked = asked_at(read.now.survey, view.at)
        content = await run.apart(picture, chart(say, read, view))
        keyboard = doors(say, read.now.survey, view, has_words=run.job.facts["has_words"])
        file = File(f"{words.file_name(say)}.png", content)
        return brings(run, file, words.caption(say, asked), keyboard)

    return do


def needs_workbook(means: Means) -> Do:
    """Always in Lithuanian, for it goes to others."""

    async def do(run: Run) -> Finish:
        say, facts = means.voices["lt"], run.job.facts
        read = await run.database.read(functools.partial(_read, facts["survey"]))
        made_at = say.local(run.now)
        every = sheets(say, read, with_words=facts["words"])
        content = await run.apart(workbook, every, made_at=made_at)
        name = f"{words.file_name(say)}-{read.now.survey.year}.xlsx"
        caption = words.workbook_caption(means.voices[run.job.language], read.now)
        return brings(run, File(name, content), caption)

    return do


async def _read(number: int, session: AsyncSession) -> Read:
    survey = await editing.one(session, number)
    return Read(await gathered(session, survey), await year_before(session, survey))


def chart(say: Speech, read: Read, view: SurveyResults) -> Chart:
    """The largest answers as bars, the whole being all who answered."""
    asked = asked_at(read.now.survey, view.at)
    told, group = _told(say, read, view)
    earlier = None if view.group else read.earlier(asked)
    lines = ordered(told)
    shown = lines[:MOST_LINES]
    return Chart(
        title=words.title(say, asked),
        under=words.under(say, read.now, told, group),
        bars=[
            Bar(
                label=words.with_last_year(
                    say,
                    words.line_name(say, asked, one.label),
                    _share_before(earlier, one.label),
                ),
                value=words.weight(one, told),
                told=words.size(say, one, told),
                colour="rest" if isinstance(one.label, Other) else "main",
            )
            for one in shown
        ],
        note=words.note(say, shown, is_cut=len(lines) > len(shown), kind=asked.kind),
        whole=told.answers,
    )


def _told(say: Speech, read: Read, view: SurveyResults) -> tuple[Told, str]:
    """What is to be drawn, and whose answers they are where they are not everybody's."""
    asked = asked_at(read.now.survey, view.at)
    everybody = read.now.told(asked)
    assert everybody is not None  # noqa: S101 -- where there are too few, nothing is asked for
    if not view.group:
        return everybody, ""
    by = asked_at(read.now.survey, view.by)
    groups = list(read.now.told_by(asked, by).items())
    if view.group > len(groups):
        return everybody, ""
    label, told = groups[view.group - 1]
    return told, words.group_name(say, by, label)


def sheets(say: Speech, read: Read, *, with_words: bool) -> list[Sheet]:
    """All questions beside last year's, then by groups, then what was written."""
    names, questions = words.sheet_names(say), read.now.survey.questions
    found = [
        Sheet(
            name=names["all"],
            headings=_headings(say, "question", "option", "count", "share", "before"),
            rows=[row for asked in questions for row in _all(say, read, asked)],
            above=[words.workbook_title(say, read.now), *words.explained(say)],
        ),
        Sheet(
            name=names["groups"],
            headings=_headings(say, "question", "group", "answers", "option", "count", "share"),
            rows=[row for asked in questions for row in _by_groups(say, read.now, asked)],
        ),
    ]
    if with_words:
        written = [
            (wording(say, asked), one) for asked in questions for one in read.now.written(asked)
        ]
        headings = _headings(say, "question", "words")
        found.append(Sheet(name=names["words"], headings=headings, rows=written))
    return found


def _all(say: Speech, read: Read, asked: SurveyQuestion) -> Iterator[Sequence[Cell]]:
    told, earlier = read.now.told(asked), read.earlier(asked)
    for label, *cells in _lines(say, asked, told) if told else ():
        yield (wording(say, asked), *cells, _share_before(earlier, label))


def _share_before(earlier: Told | None, label: Label) -> float | None:
    """Of what is told together it would be of other things each year."""
    return earlier.share(label) if earlier and label is not Other.OTHERS else None


def _by_groups(say: Speech, found: Gathered, asked: SurveyQuestion) -> Iterator[Sequence[Cell]]:
    for by in makers_of_groups(found.survey):
        groups = found.told_by(asked, by) if by is not asked and found.told(asked) else {}
        for group, told in groups.items():
            name = words.group_name(say, by, group)
            for _, *cells in _lines(say, asked, told):
                yield (wording(say, asked), name, told.answers, *cells)


def _lines(
    say: Speech, asked: SurveyQuestion, told: Told
) -> Iterator[tuple[Label, str, Cell, Cell]]:
    """The label of each, how it is called, how many and what part."""
    for one in ordered(told):
        count: Cell = one.count if isinstance(one.count, int) else words.size(say, one, told)
        yield one.label, words.line_name(say, asked, one.label), count, told.share(one.label)


def _headings(say: Speech, *names: str) -> list[str]:
    every = words.headings(say)
    return [every[name] for name in names]


KINDS: dict[str, Make] = {PICTURE: needs_picture, WORKBOOK: needs_workbook}
