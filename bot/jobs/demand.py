"""What is wanted and is not there, as a picture or a workbook, made in a process of its own."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.drawing.charts import Bar, Chart, picture
from bot.jobs.bringing import brings, says
from bot.jobs.means import Make, Means
from catalogue.demand import queries
from catalogue.demand.wishes import Demand, by_group, by_town, told
from catalogue.numbers.groups import MOST_LINES
from catalogue.numbers.workbook import Sheet, workbook
from handlers import keyboards
from handlers.keyboards import press
from handlers.office.callbacks.demand import Demands, View
from handlers.office.demand import DRAW
from handlers.words.office import demand as words
from handlers.words.office import labels
from handlers.words.office import numbers as number_words
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run


def demand(means: Means) -> Do:
    """As the button says."""

    async def do(run: Run) -> Finish:
        say = means.voices[run.job.language]
        today = say.local(run.now).date()
        wants_table = View(run.job.facts["view"]) is View.TABLE

        async def read(session: AsyncSession) -> list[Demand]:
            """Of whom the wishes are stands in the workbook alone."""
            found = await queries.demand(session, span=queries.fresh(today), zone=say.timezone)
            return await queries.with_profiles(session, found) if wants_table else found

        found = await run.database.read(read)
        keyboard = keyboards.rows([[press(say(labels.DEMAND), Demands())]])
        if wants_table:
            content = await run.apart(
                workbook, sheets(say, found, now=run.now), made_at=say.local(run.now)
            )
            name = f"{words.file_name(say)}-{say.local(run.now):%Y-%m-%d}.xlsx"
        else:
            drawn = chart(say, found, now=run.now)
            if drawn is None:
                return says(run, words.page(say, [], first=1, now=run.now), keyboard)
            content = await run.apart(picture, drawn)
            name = f"{words.file_name(say)}.png"
        return brings(run, File(name, content), words.caption(say), keyboard)

    return do


def chart(say: Speech, found: Sequence[Demand], *, now: datetime) -> Chart | None:
    """The largest of them; in blue people, in orange times. None where there is none to tell of."""
    wishes = told(found)[:MOST_LINES]
    if not wishes:
        return None
    return Chart(
        title=str(say(number_words.WISHES_TITLE)),
        under=number_words.of_whom(say, None),
        bars=[
            Bar(
                label=number_words.wish(say, one, now=now),
                value=one.size,
                told=number_words.wish_size(say, one),
                colour="main" if one.people else "second",
            )
            for one in wishes
        ],
        note=number_words.wishes_note(say),
    )


def sheets(say: Speech, found: Sequence[Demand], *, now: datetime) -> list[Sheet]:
    """Each thing wanted, then who wants it, by group and by town."""
    all_of_it, groups, towns = words.sheet_names(say)
    what, people, times, group, town = words.columns(say)
    by_key = {one.key: one for one in found}
    wishes = [(number_words.wish(say, one, now=now), one) for one in told(found)]
    return [
        Sheet(
            name=all_of_it,
            headings=[what, people, times],
            rows=[(name, one.people or None, one.times or None) for name, one in wishes],
            above=words.explained(say),
        ),
        *[
            Sheet(
                name=name,
                headings=[what, heading, people],
                rows=[
                    (told_as, number_words.label(say, each.label, now=now), each.registrations)
                    for told_as, one in wishes
                    for each in parts(by_key[one.key])
                ],
            )
            for name, heading, parts in ((groups, group, by_group), (towns, town, by_town))
        ],
    ]


KINDS: dict[str, Make] = {DRAW: demand}
