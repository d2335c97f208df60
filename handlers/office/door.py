"""The picture at the door is opened and closed; the clock keeps it fresh meanwhile."""

from aiogram import Router
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import CallbackQuery

from catalogue.journal.tables import Deed
from catalogue.learning.doors import close_door, open_door
from catalogue.learning.tables import Door
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.attendance import CloseDoor, OpenDoor, Roll, RollFile
from handlers.office.participants import rolled
from handlers.office.roll_page import meeting_at_hand
from handlers.replies import Errand, Replies
from handlers.showing import out_of_date, rewrite
from handlers.talk import Talk
from handlers.words.office import attendance as words
from handlers.words.office import labels

#: The kind of job that makes the list as a workbook.
ROLL = "roll_workbook"

router = Router(name="door")


@router.callback_query(OpenDoor.filter())
async def opens(press: CallbackQuery, callback_data: OpenDoor, talk: Talk) -> Replies:
    """The clock brings the picture, as it brings each next one."""
    event, meeting = await meeting_at_hand(talk, callback_data.meeting)
    await open_door(
        talk.session,
        event=event,
        meeting=meeting,
        chat_id=talk.chat_id,
        language=talk.say.language,
        by=talk.person,
        now=talk.now,
    )
    back = button(talk.say(labels.TO_THE_LIST), Roll(event=event.id, meeting=meeting.id))
    return rewrite(talk, press, words.door_opens(talk.say), keyboards.rows([[back]]))


@router.callback_query(CloseDoor.filter())
async def closes(press: CallbackQuery, callback_data: CloseDoor, talk: Talk) -> Replies:
    """The clock takes the picture away and says how many came."""
    door = await talk.session.get(Door, callback_data.door)
    if door is None:
        return out_of_date(talk)
    await meeting_at_hand(talk, door.session_id)
    if door.chat_id != talk.chat_id:
        return out_of_date(talk)
    await close_door(talk.session, door, now=talk.now)
    return AnswerCallbackQuery(callback_query_id=press.id)


@router.callback_query(RollFile.filter())
async def take(press: CallbackQuery, callback_data: RollFile, talk: Talk) -> Replies:
    event = await rolled(talk, callback_data.event)
    talk.note(Deed.ROLL_TAKEN, event=event)
    return Errand(
        chat_id=talk.chat_id,
        kind=ROLL,
        language=talk.say.language,
        facts={"event": event.id},
        text=words.file_coming(talk.say),
    )
