"""„Paskambinta“: who was telephoned leaves the list of those to be telephoned."""

from aiogram import Router
from aiogram.types import CallbackQuery
from markupsafe import Markup

from catalogue.participants import phoning
from catalogue.participants.queries import Part
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.participants import Participants, Phoned
from handlers.office.participant import at_hand
from handlers.office.participants import roll
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words.office import labels
from handlers.words.office import participants as words

router = Router(name="phoning")


@router.callback_query(Phoned.filter())
async def tick(press: CallbackQuery, callback_data: Phoned, talk: Talk) -> Replies:
    """The list without them, and above it the way to take the tick back."""
    case = await at_hand(talk, callback_data.registration)
    phoning.tick(talk.session, case, done=callback_data.done)
    await talk.session.flush()
    view = Participants(event=case.event.id, part=Part.TO_PHONE, page=callback_data.page)
    text, keyboard = await roll(talk, case.event, view)
    if not callback_data.done:
        return rewrite(talk, press, text, keyboard)
    undo = callback_data.model_copy(update={"done": False})
    back = [button(talk.say(labels.NOT_PHONED), undo)]
    above = words.phoned(talk.say, case.person)
    rows = keyboards.rows([back, *keyboard.inline_keyboard])
    return rewrite(talk, press, Markup("{}\n\n{}").format(above, text), rows)
