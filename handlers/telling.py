"""A known answer that is chosen among those that may have been meant."""

from aiogram import Router
from aiogram.types import CallbackQuery

from catalogue.search.questions import Question
from handlers import answering, asking_buttons, keyboards
from handlers.callbacks.asking import TellKnown
from handlers.replies import Replies
from handlers.showing import out_of_date, say_to
from handlers.talk import Talk

router = Router(name="telling")


@router.callback_query(TellKnown.filter())
async def tell(press: CallbackQuery, callback_data: TellKnown, talk: Talk) -> Replies:
    book = await talk.house.known.book(talk.session)
    known = book.one(callback_data.key)
    asked = answering.Asked(
        session=talk.session,
        index=await talk.house.finder.index(talk.session),
        question=Question(known.asked[0] if known else "", "centre_info"),
        say=talk.say,
        now=talk.now,
        person=talk.person,
        centre=(known and known.centre) or "",
        book=book,
    )
    found = await answering.of_key(asked, callback_data.key)
    if found is None:
        return out_of_date(talk)
    if found.centre:
        await talk.state.update_data(centre=found.centre)
    rows = asking_buttons.rows(talk, found, mark="")
    return say_to(talk, found.text, keyboards.rows(rows) if rows else None)
