"""What is counted: its time on buttons, and its time and centres under a title."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from catalogue.numbers.periods import Period
from catalogue.people.rights import Right
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.talk import Talk
from handlers.words.office import numbers as words


async def under(talk: Talk, right: Right, period: Period, centre: int) -> str:
    """Of one centre, or of all where one has the right (0)."""
    today = talk.say.local(talk.now).date()
    realm = await talk.realm(right)
    own = [one for one in await talk.centres(right) if centre in {0, one.id}]
    is_all = realm.centres is None and not centre
    whose = (
        words.of_whom(talk.say, None if is_all else own)
        if own or is_all
        else words.of_own_events(talk.say)
    )
    return words.under(talk.say, period, whose, today=today)


def periods(talk: Talk, choice: Callable[[Period], CallbackData]) -> InlineKeyboardMarkup:
    """Each time that may be counted, on a button."""
    today = talk.say.local(talk.now).date()
    return keyboards.rows(
        [button(words.period_name(talk.say, period, today=today), choice(period))]
        for period in Period
    )
