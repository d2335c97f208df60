"""The calendar of school holidays, kept by staff."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.programme import holidays
from catalogue.programme.holidays import Days
from catalogue.programme.tables import SchoolHoliday
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks import staff as staff_callbacks
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words.office import holidays as words
from handlers.words.office import labels

router = Router(name="holidays")


@router.message(Command("atostogos", "holidays", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return say_to(talk, *await _page(talk))


@router.callback_query(staff_callbacks.Holidays.filter(F.add))
async def ask(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    await forms.enter(talk.state, Form.holidays)
    return say_to(talk, words.ask(talk.say), keyboards.stop(talk.say))


@router.message(Form.holidays, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """Read leniently; what cannot be read is refused, and the form waits for another try."""
    await talk.need(Right.PROGRAMME)
    days = holidays.read(message.text or "")
    await holidays.add(talk.session, days)
    _note(talk, Deed.HOLIDAYS_ADDED, days)
    await forms.leave(talk.state)
    return say_to(talk, *await _page(talk))


@router.callback_query(staff_callbacks.Holidays.filter())
async def remove(
    press: CallbackQuery, callback_data: staff_callbacks.Holidays, talk: Talk
) -> Replies:
    await talk.need(Right.PROGRAMME)
    row = await talk.session.get(SchoolHoliday, callback_data.remove)
    if row is not None:
        _note(talk, Deed.HOLIDAYS_REMOVED, holidays.days_of(row))
        await holidays.remove(talk.session, row.id)
    return rewrite(talk, press, *await _page(talk))


def _note(talk: Talk, deed: Deed, days: Days) -> None:
    talk.note(deed, name=days.name, first=days.first.isoformat(), last=days.last.isoformat())


async def _page(talk: Talk) -> tuple[Markup, InlineKeyboardMarkup]:
    """This school year and what is entered of the later ones, as far as it is not over."""
    say, today = talk.say, talk.say.local(talk.now).date()
    school_year = await holidays.school_days(talk.session)
    coming = school_year.coming(today)
    rows = await holidays.entered(talk.session)
    removals = [
        [button(words.remove_label(say, row), staff_callbacks.Holidays(remove=row.id))]
        for row in rows
        if row.last_day >= today
    ]
    keyboard = keyboards.rows(
        [*removals, [button(say(labels.ADD_HOLIDAYS), staff_callbacks.Holidays(add=True))]]
    )
    return words.page(say, school_year, coming, today=today), keyboard
