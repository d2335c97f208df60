"""The first doors, for staff too: whoever only minds lists of events has a door to them."""

from aiogram.types import InlineKeyboardMarkup

from catalogue.needs.rules import waits_for
from catalogue.people.rights import Realm, Right
from handlers import keyboards
from handlers.callbacks.needs import NeedsSurveys
from handlers.keyboards import press as button
from handlers.office.callbacks.programme import NewEvents
from handlers.office.callbacks.staff import Lectures
from handlers.talk import Talk
from handlers.words.needs import DOOR as NEEDS
from handlers.words.office import labels
from handlers.words.speech import Speech


async def doors(talk: Talk, say: Speech | None = None) -> InlineKeyboardMarkup:
    """Everyone's three, and one to a survey that waits for them; `say` where another language has
    just been chosen.
    """
    say = say or talk.say
    usual = keyboards.doors(say).inline_keyboard
    if await waits_for(talk.session, talk.person):
        usual = [*usual, [button(say(NEEDS), NeedsSurveys())]]
    rights = await talk.rights()
    if Right.PROGRAMME in rights:
        return keyboards.rows([*usual, [button(say(labels.NEW_EVENT), NewEvents())]])
    if Right.ROLL not in rights:
        return keyboards.rows(usual)
    label = lists_label(await talk.realm(Right.ROLL))
    return keyboards.rows([[button(say(label), Lectures())], *usual])


def lists_label(realm: Realm) -> str:
    """A lecturer's events are their own, those at the door are the centre's."""
    return labels.AT_THE_DOOR if realm.centres is None or realm.centres else labels.MY_LECTURES
