"""Of which centres something is counted: one's own ones all together, or one of them."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardMarkup

from catalogue.centres.tables import Centre
from catalogue.people.rights import Right
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.pages import list_page
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import centre_name, shortened
from handlers.words.speech import Speech

_LONGEST_NAME = 60


async def need(talk: Talk, centre: int) -> None:
    """The right to numbers: there, or anywhere where it is of no one centre. Raises StaffOnly,
    RightNeeded.
    """
    if centre:
        await talk.need_at(Right.NUMBERS, centre)
    else:
        await talk.need(Right.NUMBERS)


async def counted_of(talk: Talk, centre: int) -> list[int] | None:
    """The centre, or all where one has the right at this moment; None is all there are."""
    realm = (await talk.realm(Right.NUMBERS)).centres
    own = None if realm is None else sorted(realm)
    return [centre] if centre else own


async def own_centres(talk: Talk) -> Sequence[Centre]:
    return await talk.centres(Right.NUMBERS)


def choice(
    say: Speech, asked: CallbackData, chosen: CallbackData, centres: Sequence[Centre], *, page: int
) -> InlineKeyboardMarkup:
    """`asked` is what looks at this `page` of the list, `chosen` what a centre leads to."""
    listed = list_page(centres, page)
    every = chosen.model_copy(update={"centre": 0, "page": 0})
    return keyboards.rows(
        [
            [button(say(labels.ALL_CENTRES), every)],
            *[
                [
                    button(
                        shortened(centre_name(say, centre), _LONGEST_NAME),
                        every.model_copy(update={"centre": centre.id}),
                    )
                ]
                for centre in listed.shown
            ],
            keyboards.turns(say, asked, page=listed.number, has_more=listed.has_more),
        ]
    )
