"""/valandos: hours of this school year towards the target, what fits the gap, and papers of it."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.learning import ledger as hours
from catalogue.learning.ledger import Ledger
from catalogue.learning.suggesting import is_known, suggested
from catalogue.learning.targets import school_year
from catalogue.people.rights import Right
from catalogue.programme.tables import Event
from handlers import keyboards
from handlers.callbacks.learning import Hours, HoursPaper, OwnEntries, TakeHours
from handlers.callbacks.person import Work
from handlers.keyboards import press as button
from handlers.office.callbacks.staff import HoursTarget
from handlers.replies import Errand, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import hours as words
from handlers.words import labels, portfolio

#: A kind of job, done in `bot.jobs.hours`.
PAPER = "hours_paper"

_PAPERS = (
    (HoursPaper.PICTURE, labels.AS_PICTURE),
    (HoursPaper.PAGE, labels.AS_PAGE),
    (HoursPaper.WORKBOOK, labels.AS_WORKBOOK),
)

router = Router(name="hours")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("valandos", "hours", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await page(talk))


@router.callback_query(Hours.filter())
async def turn_year(press: CallbackQuery, callback_data: Hours, talk: Talk) -> Replies:
    return rewrite(talk, press, *await page(talk, callback_data.year))


@router.callback_query(TakeHours.filter())
async def take(press: CallbackQuery, callback_data: TakeHours, talk: Talk) -> Replies:
    year = _within(talk, callback_data.year, await _first(talk))
    return Errand(
        chat_id=talk.chat_id,
        kind=PAPER,
        language=talk.say.language,
        facts={"person": talk.person.id, "year": year, "paper": callback_data.paper.value},
        text=portfolio.coming(talk.say),
    )


async def page(talk: Talk, year: int = 0) -> Shown:
    """0 is this school year, where what fits the gap is shown too."""
    first = await _first(talk)
    year = _within(talk, year, first)
    found = await of_year(talk, year)
    this = this_year(talk)
    fitting = await fits(talk, found) if year == this else []
    knows = await is_known(talk.session, talk.person)
    text = words.page(talk.say, found, fitting, is_known=knows, is_over=year < this, now=talk.now)
    work = [button(talk.say(labels.MY_WORK), Work())] if fitting and not knows else []
    keyboard = keyboards.rows(
        [
            *keyboards.open_events(talk.say, fitting),
            work,
            _turns(talk, year, first),
            _papers(talk, found),
            [
                button(talk.say(labels.ADD_ENTRY), OwnEntries(add=True)),
                button(talk.say(labels.OWN_ENTRIES), OwnEntries()),
            ],
            await _target(talk),
        ]
    )
    return text, keyboard


async def of_year(talk: Talk, year: int) -> Ledger:
    zone = talk.say.timezone
    return await hours.ledger(talk.session, talk.person, year=year, now=talk.now, zone=zone)


async def fits(talk: Talk, found: Ledger) -> list[Event]:
    """Nothing once the target is reached."""
    if not found.missing:
        return []
    index = await talk.house.finder.index(talk.session)
    return await suggested(
        talk.session,
        talk.person,
        missing=found.missing,
        index=index,
        now=talk.now,
        zone=talk.say.timezone,
    )


def this_year(talk: Talk) -> int:
    return school_year(talk.say.local(talk.now).date())


def _within(talk: Talk, year: int, first: int) -> int:
    """A year of which something may stand there."""
    return max(min(year or this_year(talk), this_year(talk)), first)


async def _first(talk: Talk) -> int:
    zone = talk.say.timezone
    return await hours.first_year(talk.session, talk.person, now=talk.now, zone=zone)


def _turns(talk: Talk, year: int, first: int) -> list[InlineKeyboardButton]:
    this = this_year(talk)
    return [
        button(words.turn_label(other, is_later=other > year), Hours(year=other))
        for other in (year - 1, year + 1)
        if first <= other <= this
    ]


def _papers(talk: Talk, found: Ledger) -> list[InlineKeyboardButton]:
    """None of a year in which nothing stands."""
    if not found.hours and not found.own:
        return []
    return [
        button(talk.say(label), TakeHours(year=found.year, paper=paper)) for paper, label in _PAPERS
    ]


async def _target(talk: Talk) -> list[InlineKeyboardButton]:
    """The target is every teacher's, so whoever keeps a programme may set it."""
    may = await talk.realm(Right.PROGRAMME)
    return [button(talk.say(labels.HOURS_TARGET), HoursTarget())] if may else []
