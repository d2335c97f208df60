"""/eksportas: the plan of one's own centres as a file."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.people.rights import Right
from catalogue.programme.periods import Period
from catalogue.search.spans import ends, school_year
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.intake import Ending, Exporting
from handlers.replies import Errand, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import school_years
from handlers.words.office import exporting as words
from handlers.words.office import labels
from handlers.words.speech import Speech

#: A kind of job, done in `bot.jobs.exporting`.
EXPORT = "export"

router = Router(name="exporting")


@router.message(Command("eksportas", "export", ignore_case=True))
async def choose(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return say_to(talk, *_choices(talk, Period.SCHOOL_YEAR))


@router.callback_query(Exporting.filter(F.ending))
async def make(press: CallbackQuery, callback_data: Exporting, talk: Talk) -> Replies:
    """Of the centres where one has the right at this moment."""
    await talk.need(Right.PROGRAMME)
    centres = (await talk.realm(Right.PROGRAMME)).centres
    return Errand(
        chat_id=talk.chat_id,
        kind=EXPORT,
        language=talk.say.language,
        facts={
            "period": callback_data.period,
            "ending": callback_data.ending,
            "centres": None if centres is None else sorted(centres),
        },
        text=words.making(talk.say),
    )


@router.callback_query(Exporting.filter())
async def other_period(press: CallbackQuery, callback_data: Exporting, talk: Talk) -> Replies:
    await talk.need(Right.PROGRAMME)
    return rewrite(talk, press, *_choices(talk, callback_data.period))


def period_name(say: Speech, period: Period, *, now: datetime) -> str:
    first, _ = ends(school_year(say.local(now).date()))
    names = {
        Period.THIS_MONTH: str(say(labels.THIS_MONTH)),
        Period.NEXT_MONTH: str(say(labels.NEXT_MONTH)),
        Period.SCHOOL_YEAR: school_years.school_year(say, first.year),
        Period.ALL: str(say(labels.EVERYTHING)),
    }
    return names[period]


def _choices(talk: Talk, chosen: Period) -> tuple[Markup, InlineKeyboardMarkup]:
    marks = {period: "✓ " if period is chosen else "" for period in Period}
    periods = [
        button(mark + period_name(talk.say, period, now=talk.now), Exporting(period=period))
        for period, mark in marks.items()
    ]
    endings = [button(one.value, Exporting(period=chosen, ending=one)) for one in Ending]
    return words.choose(talk.say), keyboards.rows([periods[:2], periods[2:], endings])
