"""A programme file that staff sent: read apart, compared, taken in and undone some at a time."""

import functools
from collections.abc import Sequence

from aiogram.types import InlineKeyboardMarkup
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.error import BadRequest

from bot.jobs import rolls
from bot.jobs.bringing import says
from bot.jobs.means import Make, Means
from bot.payloads import written
from catalogue.intake import queries, rules, undoing
from catalogue.intake.comparing import PORTION, Comparison, compare
from catalogue.intake.plain import refused_of
from catalogue.intake.reading import Read, Unread, read_apart
from catalogue.intake.tables import Intake, IntakeState, Outcome, Standing
from catalogue.intake.whose import Reach
from catalogue.learning.roll_files import RollFile
from catalogue.people.rights import Realm
from catalogue.programme.refused import Reason, Refused
from catalogue.programme.revisions import current_revision
from handlers.office.intake import READ, TAKE, UNDO, summary, taken
from handlers.words import importing
from handlers.words.office import intake as words
from handlers.words.office.refused_rows import table
from handlers.words.office.roll_files import only_rolls
from handlers.words.speech import Speech
from scheduler.files import File, keep
from scheduler.jobs import Do, Finish, Run
from scheduler.outbox import Message


def read(means: Means) -> Do:
    """The programme stays as it is; what the file would do to it is kept, and told."""

    async def do(run: Run) -> Finish:
        facts, say = run.job.facts, means.voices[run.job.language]
        found = await _read(means, run, say)
        if isinstance(found, RollFile):
            return rolls.taken(run, say, found)
        if not facts.get("keeps", True):
            return says(run, only_rolls(say, facts["name"]))
        if isinstance(found, Unread):
            why = importing.reason(found.reason, found.values, say.language)
            return says(run, words.unread(say, facts["name"], why))
        reach = _reach(facts["centres"], founds=facts["founds"])
        revision, compared = await _compared(run, found.drafts, reach)
        refused = [*refused_of(found.refused), *compared.refused]
        rest = await _file_of(run, say, refused)

        async def finish(session: AsyncSession) -> Sequence[Message]:
            intake = await rules.keep(
                session,
                person_id=facts["person"],
                file_name=facts["name"],
                read=found,
                compared=compared,
                reach=reach,
                revision=revision,
                now=run.now,
            )
            return await _told(session, run, say, intake, rest)

        return finish

    return do


def take(means: Means) -> Do:
    """Goes on where an attempt before it stopped."""

    async def do(run: Run) -> Finish:
        number, say = run.job.facts["intake"], means.voices[run.job.language]
        intake = await run.database.read(lambda session: session.get_one(Intake, number))
        seen = await run.database.read(functools.partial(queries.summary, intake=intake))
        if not seen.count(Standing.TAKEN) and (differs := await _differs(run, say, intake)):
            return differs
        done, total = seen.count(Standing.TAKEN), _to_take(seen)
        portion = functools.partial(rules.take_portion, intake_id=number, now=run.now)
        while some := await run.database.write(portion):
            done += some
            await run.show(written(words.progress(say, done, total)))

        async def finish(session: AsyncSession) -> Sequence[Message]:
            held = await session.get_one(Intake, number, with_for_update=True)
            if held.state is not IntakeState.TAKING:
                return []
            await rules.finish(session, held, now=run.now)
            return [_message(run, *taken(say, await queries.summary(session, held)))]

        return finish

    return do


def undo(means: Means) -> Do:
    """As a whole, or not at all."""

    async def do(run: Run) -> Finish:
        number, say = run.job.facts["intake"], means.voices[run.job.language]

        async def hide(session: AsyncSession) -> tuple[list[undoing.InTheWay], int]:
            intake = await session.get_one(Intake, number, with_for_update=True)
            return await undoing.hide(session, intake), await undoing.left(session, intake)

        obstacles, total = await run.database.write(hide)
        if obstacles:
            return _stays(run, say, number, obstacles)
        done = 0
        portion = functools.partial(undoing.undo_portion, intake_id=number, now=run.now)
        while some := await run.database.write(portion):
            done += some
            await run.show(written(words.undo_progress(say, done, total)))

        async def finish(session: AsyncSession) -> Sequence[Message]:
            held = await session.get_one(Intake, number, with_for_update=True)
            if held.state is not IntakeState.UNDOING:
                return []
            await undoing.finish(session, held, now=run.now)
            return [_message(run, words.undone(say, await queries.summary(session, held)))]

        return finish

    return do


async def _read(means: Means, run: Run, say: Speech) -> Read | Unread | RollFile:
    try:
        data = await means.fetch(run.job.facts["file"])
    except BadRequest:  # larger than Telegram said, or no more there
        return Unread(Reason.NO_FILE, {})
    return await run.apart(read_apart, run.job.facts["name"], data, say.timezone)


async def _compared(run: Run, drafts: Sequence[str], reach: Reach) -> tuple[int, Comparison]:
    """With the programme's revision from before the first look."""
    revision = await run.database.read(current_revision)
    done = Comparison()
    for start in range(0, len(drafts), PORTION):
        some = drafts[start : start + PORTION]
        await run.database.read(
            functools.partial(compare, done=done, texts=some, reach=reach, now=run.now)
        )
    return revision, done


async def _differs(run: Run, say: Speech, intake: Intake) -> Finish | None:
    """Shown again where the file would by now do something else than was looked at."""
    if await run.database.read(current_revision) == intake.revision:
        return None
    drafts: list[str] = []
    while some := await run.database.read(
        functools.partial(queries.texts, intake_id=intake.id, start=len(drafts))
    ):
        drafts += some
    reach = _reach(intake.centres, founds=intake.founds)
    revision, compared = await _compared(run, drafts, reach)
    shown = await run.database.read(functools.partial(queries.shown, intake_id=intake.id))
    if shown == [(row["outcome"], row["fields"]) for row in compared.rows]:
        return None

    async def finish(session: AsyncSession) -> Sequence[Message]:
        held = await session.get_one(Intake, intake.id, with_for_update=True)
        await rules.show_again(session, held, compared, revision=revision)
        return await _told(session, run, say, held, None, again=True)

    return finish


async def _told(
    session: AsyncSession,
    run: Run,
    say: Speech,
    intake: Intake,
    rest: File | None,
    *,
    again: bool = False,
) -> list[Message]:
    seen = await queries.summary(session, intake)
    messages = [_message(run, *summary(say, seen, again=again))]
    if rest is not None:
        chat_id, language = run.job.chat_id, run.job.language
        messages.append(
            await keep(session, rest, chat_id=chat_id, language=language, payload={}, now=run.now)
        )
    return messages


async def _file_of(run: Run, say: Speech, refused: Sequence[Refused]) -> File | None:
    """Where there are more of them than a message tells."""
    if len(refused) <= words.MOST_ROWS:
        return None
    content = await run.apart(table, refused, say.language)
    return File(words.refused_file(say), content)


def _stays(run: Run, say: Speech, number: int, obstacles: Sequence[undoing.InTheWay]) -> Finish:
    async def finish(session: AsyncSession) -> Sequence[Message]:
        held = await session.get_one(Intake, number, with_for_update=True)
        held.state = IntakeState.TAKEN
        return [_message(run, words.in_the_way(say, obstacles))]

    return finish


def _message(run: Run, text: str, keyboard: InlineKeyboardMarkup | None = None) -> Message:
    return Message(chat_id=run.job.chat_id, payload=written(text, keyboard))


def _to_take(seen: queries.Summary) -> int:
    return sum(
        seen.count(outcome, standing)
        for outcome in (Outcome.ADDED, Outcome.CHANGED)
        for standing in (Standing.WAITING, Standing.TAKEN)
    )


def _reach(centres: Sequence[int] | None, *, founds: bool) -> Reach:
    return Reach(realm=Realm(None if centres is None else frozenset(centres)), founds=founds)


KINDS: dict[str, Make] = {READ: read, TAKE: take, UNDO: undo}
