"""The list of those who take part as a workbook, and the sheet they sign: made beside the talk."""

from aiogram import Router
from aiogram.types import CallbackQuery

from catalogue.journal.tables import Deed
from handlers.office.callbacks.participants import Paper, TakePaper
from handlers.office.managing import managed
from handlers.replies import Errand, Replies
from handlers.talk import Talk
from handlers.words.office import papers as words

#: The kind of job, and what the journal keeps of it.
KINDS = {
    Paper.WORKBOOK: ("participants_workbook", Deed.LIST_TAKEN),
    Paper.SHEET: ("sign_in_sheet", Deed.SHEET_TAKEN),
}

router = Router(name="papers")


@router.callback_query(TakePaper.filter())
async def take(press: CallbackQuery, callback_data: TakePaper, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event)
    kind, deed = KINDS[callback_data.paper]
    talk.note(deed, event=event)
    return Errand(
        chat_id=talk.chat_id,
        kind=kind,
        language=talk.say.language,
        facts={"event": event.id},
        text=words.coming(talk.say, event),
    )
