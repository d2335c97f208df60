"""Many papers as files: somebody's of a school year, or all of an event, to print and sign.

They are drawn some at a time in a process of its own, and each file is kept as soon as it is whole,
so that never more than one is in memory.
"""

import functools
from collections.abc import AsyncIterator, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.certificate_pages import LANGUAGE, page_of
from bot.drawing.certificates import certificates
from bot.jobs.means import Make, Means
from bot.payloads import written
from catalogue.learning.certificates import Paper, of_event, of_person
from catalogue.people.tables import Person
from catalogue.programme.queries import by_id
from handlers.certificates import YEAR
from handlers.office.certificates import PRINT
from handlers.words import certificates as words
from handlers.words.office import certificates as office_words
from scheduler.files import File, keep
from scheduler.jobs import Do, Finish, Run
from scheduler.outbox import Message

#: Pages of one file: some 1 MB, and half a minute of drawing on an old PC.
AT_ONCE = 250


def of_year(means: Means) -> Do:
    """Of the one who asked, the oldest event first, as one would put them into a folder."""

    async def do(run: Run) -> Finish:
        say, year = means.voices[run.job.language], run.job.facts["year"]

        async def look(session: AsyncSession) -> list[Paper]:
            person = await session.get_one(Person, run.job.facts["person"])
            return [one for one in await of_person(session, person) if one.school_year == year]

        papers = (await run.database.read(look))[::-1]

        async def some() -> AsyncIterator[Sequence[Paper]]:
            for start in range(0, len(papers), AT_ONCE):
                yield papers[start : start + AT_ONCE]

        return await _files(
            means,
            run,
            some(),
            name=words.year_file_name(say, year),
            caption=words.year_caption(say, year, len(papers)),
        )

    return do


def of_whole_event(means: Means) -> Do:
    """In the order of the register."""

    async def do(run: Run) -> Finish:
        say, number = means.voices[run.job.language], run.job.facts["event"]
        event = await run.database.read(functools.partial(by_id, event_id=number))
        assert event is not None  # noqa: S101 -- whoever asked has just seen it

        async def some() -> AsyncIterator[Sequence[Paper]]:
            after = 0
            look = functools.partial(of_event, event_id=number, limit=AT_ONCE)
            while papers := await run.database.read(functools.partial(look, after=after)):
                yield papers
                after = papers[-1].certificate.id

        return await _files(
            means,
            run,
            some(),
            name=office_words.file_name(say, event),
            caption=office_words.file_caption(say, event),
        )

    return do


async def _files(
    means: Means, run: Run, some: AsyncIterator[Sequence[Paper]], *, name: str, caption: str
) -> Finish:
    """A file for each portion; begun anew it makes them anew, and the old ones are forgotten."""
    official = means.voices[LANGUAGE]
    messages: list[Message] = []
    async for papers in some:
        pages = [page_of(one, official, means.house) for one in papers]
        content = await run.apart(certificates, pages, title=name)
        file = File(f"{name}{f'_{len(messages) + 1}' if messages else ''}.pdf", content)
        keeping = functools.partial(
            keep,
            file=file,
            chat_id=run.job.chat_id,
            language=run.job.language,
            payload={"caption": str(caption), "parse_mode": "HTML"},
            now=run.now,
        )
        messages.append(await run.database.write(keeping))
    if not messages:
        nothing = words.nothing_to_put(means.voices[run.job.language])
        messages = [Message(chat_id=run.job.chat_id, payload=written(nothing))]

    async def finish(_session: AsyncSession) -> Sequence[Message]:
        return messages

    return finish


KINDS: dict[str, Make] = {YEAR: of_year, PRINT: of_whole_event}
