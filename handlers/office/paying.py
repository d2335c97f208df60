"""Who pays for those who take part, for invoices; paid is ticked with one press."""

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations import payments
from catalogue.registrations.tables import Registration
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.participants import Bills, Paper, Participants, TakePaper
from handlers.office.managing import managed
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import paying as words

router = Router(name="bills")


@router.callback_query(Bills.filter())
async def bills(press: CallbackQuery, callback_data: Bills, talk: Talk) -> Replies:
    event = await managed(talk, callback_data.event)
    if callback_data.registration:
        await _tick(talk, event, callback_data)
    return rewrite(talk, press, *await _page(talk, event, callback_data.page))


async def _tick(talk: Talk, event: Event, pressed: Bills) -> None:
    """Nothing where the registration is of another event."""
    own = await talk.session.get(Registration, pressed.registration)
    if own is None or own.event_id != event.id:
        return
    await payments.tick(
        talk.session, own, event=event, paid=pressed.paid, by=talk.person, now=talk.now
    )


async def _page(talk: Talk, event: Event, number: int) -> tuple[Markup, InlineKeyboardMarkup]:
    """By payer above, and a button for each person in the same order."""
    say = talk.say
    back = [button(say(office_labels.TO_THE_LIST), Participants(event=event.id))]
    if not payments.costs(event):
        return words.without_price(say), keyboards.rows([back])
    found = payments.invoices(await payments.bills(talk.session, event))
    page = list_page([bill for one in found for bill in one.bills], number)
    ticks = [
        [
            button(
                words.label(say, bill),
                Bills(
                    event=event.id,
                    page=page.number,
                    registration=bill.registration_id,
                    paid=bill.paid_at is None,
                ),
            )
        ]
        for bill in page.shown
    ]
    workbook = button(say(labels.AS_WORKBOOK), TakePaper(event=event.id, paper=Paper.WORKBOOK))
    turns = keyboards.turns(say, Bills(event=event.id), page=page.number, has_more=page.has_more)
    return words.page(say, event, found, now=talk.now), keyboards.rows(
        [*ticks, turns, [workbook], back]
    )
