"""The list of who came as a workbook, and what comes back of it."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from bot.jobs.bringing import brings
from bot.jobs.means import Make, Means
from bot.payloads import written
from catalogue.learning.attendance import presence_of
from catalogue.learning.marking import Said
from catalogue.learning.roll_files import Column, Person, RollFile, workbook
from catalogue.learning.taking_in import By, take_in
from catalogue.participants.queries import everybody
from catalogue.people.rights import Realm
from catalogue.people.tables import Person as Keeper
from catalogue.programme.queries import by_id
from catalogue.programme.tables import Event
from catalogue.registrations.tables import State
from handlers.office.door import ROLL
from handlers.words.office import roll_files as words
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run
from scheduler.outbox import Message


def roll_workbook(means: Means) -> Do:
    """Of those whose seat is sure; what was said already stands in it."""

    async def do(run: Run) -> Finish:
        say = means.voices[run.job.language]

        async def look(session: AsyncSession) -> tuple[Event, list[Person]]:
            event = await by_id(session, run.job.facts["event"])
            assert event is not None  # noqa: S101 -- events with people in them stay
            return event, await _people(session, event)

        event, people = await run.database.read(look)
        columns = [Column(one.id, say.local(one.starts_at)) for one in event.sessions]
        content = await run.apart(workbook, columns, people)
        return brings(run, File(words.file_name(event), content), words.caption(say, event))

    return do


def taken(run: Run, say: Speech, roll: RollFile) -> Finish:
    """Takes a list in that came back, with what was not taken and why."""
    facts = run.job.facts

    async def finish(session: AsyncSession) -> Sequence[Message]:
        centres, events = facts["rolls"]
        realm = Realm(None if centres is None else frozenset(centres), frozenset(events))
        by = By(person=await session.get_one(Keeper, facts["person"]), realm=realm)
        found = await take_in(session, roll, by, now=run.now, zone=say.timezone)
        text = words.taken(say, facts["name"], found)
        return [Message(chat_id=run.job.chat_id, payload=written(text))]

    return finish


async def _people(session: AsyncSession, event: Event) -> list[Person]:
    marks = await presence_of(session, event)
    return [
        Person(
            registration_id=one.registration_id,
            name=one.name,
            school=one.school,
            said={
                mark.session_id: Said(mark.presence, mark.hours)
                for mark in marks.get(one.registration_id, ())
            },
        )
        for one in await everybody(session, event)
        if one.state is State.CONFIRMED
    ]


KINDS: dict[str, Make] = {ROLL: roll_workbook}
