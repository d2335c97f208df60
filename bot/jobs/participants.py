"""The list of those who take part as a workbook, and the sheet they sign, made apart."""

from sqlalchemy.ext.asyncio import AsyncSession

from bot.drawing.sheets import Meeting, SignInSheet, sign_in_sheet
from bot.jobs.bringing import brings
from bot.jobs.means import Make, Means
from catalogue.learning.attendance import presence_of
from catalogue.learning.roll_files import in_words
from catalogue.participants.queries import everybody
from catalogue.participants.workbook import Lists, workbook
from catalogue.programme.queries import by_id
from catalogue.programme.tables import Event, Mode, Session
from catalogue.registrations.payments import all_told, costs
from catalogue.registrations.queue import IN_QUEUE, TAKES_PART, late_from
from catalogue.registrations.tables import State
from handlers.office.callbacks.participants import Paper
from handlers.office.papers import KINDS as PAPERS
from handlers.words.events import centre_name, shortened, title, town_and_place
from handlers.words.office import papers as words
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run

_LONGEST_TITLE = 240


def participants_workbook(means: Means) -> Do:
    async def do(run: Run) -> Finish:
        say = means.voices[run.job.language]

        async def look(session: AsyncSession) -> tuple[Event, Lists]:
            event = await _event(session, run)
            every = await everybody(session, event)
            bills = await all_told(session, event) if costs(event) else []
            return event, Lists(
                everybody=every,
                bills=bills,
                late_from=late_from(event),
                zone=say.timezone,
                meetings=[say.local(one.starts_at) for one in event.sessions],
                marks=in_words(event, await presence_of(session, event)),
            )

        event, lists = await run.database.read(look)
        number = sum(one.state in {*TAKES_PART, *IN_QUEUE} for one in lists.everybody)
        content = await run.apart(workbook, lists)
        file = File(words.workbook_name(say, event), content)
        return brings(run, file, words.workbook_caption(say, event, number))

    return do


def sheet_to_sign(means: Means) -> Do:
    """Of those whose seat is sure, with a part for each meeting."""

    async def do(run: Run) -> Finish:
        say = means.voices[run.job.language]

        async def look(session: AsyncSession) -> tuple[Event, SignInSheet]:
            event = await _event(session, run)
            coming = [
                (one.name, one.school)
                for one in await everybody(session, event)
                if one.state is State.CONFIRMED
            ]
            return event, sheet_of(say, event, coming)

        event, sheet = await run.database.read(look)
        content = await run.apart(sign_in_sheet, sheet)
        file = File(words.sheet_name(say, event), content)
        return brings(run, file, words.sheet_caption(say, event, len(sheet.people)))

    return do


async def _event(session: AsyncSession, run: Run) -> Event:
    """Events are never deleted while somebody takes part in them."""
    event = await by_id(session, run.job.facts["event"])
    assert event is not None  # noqa: S101 -- the one who asked has just seen it
    return event


def sheet_of(say: Speech, event: Event, people: list[tuple[str, str]]) -> SignInSheet:
    """What stands on it; `people` are names with schools."""
    return SignInSheet(
        title=shortened(title(say, event), _LONGEST_TITLE),
        organiser=centre_name(say, event.centre),
        lecturer=shortened(event.lecturer, _LONGEST_TITLE),
        hours=say.number(event.hours) if event.hours else "",
        meetings=[_meeting(say, event, one) for one in event.sessions],
        people=people,
        words=words.sheet_words(say),
    )


def _meeting(say: Speech, event: Event, meeting: Session) -> Meeting:
    place = town_and_place(meeting) or town_and_place(event)
    if event.mode is Mode.ONLINE:
        place = words.from_afar(say)
    return Meeting(
        when=say.period(meeting.starts_at, meeting.ends_at),
        place=shortened(place, _LONGEST_TITLE),
    )


KINDS: dict[str, Make] = {
    PAPERS[Paper.WORKBOOK][0]: participants_workbook,
    PAPERS[Paper.SHEET][0]: sheet_to_sign,
}
