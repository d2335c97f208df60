"""Feedback compared: by form, by what events are about, in time; and whose events there are."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.programme.queries import over
from catalogue.quality.comparing import By
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office import counted
from handlers.office.callbacks.feedback import EventFeedback
from handlers.office.callbacks.numbers import Numbers
from handlers.office.callbacks.quality import FeedbackEvents, Ratings, RatingsShow
from handlers.office.callbacks.staff import Lectures
from handlers.office.doors import lists_label
from handlers.pages import PER_PAGE
from handlers.replies import Errand, Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words.events import label
from handlers.words.office import labels
from handlers.words.office import numbers as number_words
from handlers.words.office import quality as words
from handlers.words.speech import Speech

#: A kind of job, done in `bot.jobs.quality`.
COMPARE = "ratings"

_DOORS = ((By.FORM, By.THEME), (By.FIELD,), (By.MONTH, By.TERM))

router = Router(name="ratings")


@router.callback_query(FeedbackEvents.filter())
async def events(press: CallbackQuery, callback_data: FeedbackEvents, talk: Talk) -> Replies:
    """A lecturer's own, or those of one's centres."""
    await talk.need(Right.FEEDBACK)
    say, number = talk.say, callback_data.page
    realm = await talk.realm(Right.FEEDBACK)
    found = await over(
        talk.session, realm, now=talk.now, limit=PER_PAGE + 1, offset=number * PER_PAGE
    )
    shown = found[:PER_PAGE]
    lists = button(say(lists_label(await talk.realm(Right.ROLL))), Lectures())
    keyboard = keyboards.rows(
        [
            *[[button(label(say, one), EventFeedback(event=one.id))] for one in shown],
            keyboards.turns(say, callback_data, page=number, has_more=len(found) > PER_PAGE),
            [button(say(labels.COMPARE), Ratings(own=True))] if shown else [],
            [lists] if Right.ROLL in await talk.rights() else [],
        ]
    )
    return rewrite(talk, press, words.events_page(say, len(shown)), keyboard)


@router.callback_query(Ratings.filter(F.show == RatingsShow.PERIODS))
async def choose_period(press: CallbackQuery, callback_data: Ratings, talk: Talk) -> Replies:
    await _need(talk, callback_data)
    keyboard = counted.periods(
        talk,
        lambda period: callback_data.model_copy(
            update={"show": RatingsShow.SUMMARY, "period": period}
        ),
    )
    return rewrite(talk, press, number_words.choose_period(talk.say), keyboard)


@router.callback_query(Ratings.filter())
async def show(press: CallbackQuery, callback_data: Ratings, talk: Talk) -> Replies:
    """Counted after this turn. What goes out as a workbook is noted."""
    await _need(talk, callback_data)
    view = callback_data
    realm, centre = await talk.realm(_right(view)), view.centre
    if view.show is RatingsShow.WORKBOOK:
        talk.note(Deed.NUMBERS_TAKEN, centre_id=centre or realm.only)
    own = None if realm.centres is None else sorted(realm.centres)
    return Errand(
        chat_id=talk.chat_id,
        kind=COMPARE,
        language=talk.say.language,
        facts={
            "view": view.pack(),
            "centres": [centre] if centre else own,
            "events": [] if centre else sorted(realm.events),
            "under": await counted.under(talk, _right(view), view.period, centre),
        },
        text=number_words.counting(talk.say),
    )


def doors(say: Speech, view: Ratings) -> InlineKeyboardMarkup:
    """From the means of all to each comparison."""

    def to(label: str, show: RatingsShow) -> InlineKeyboardButton:
        return button(say(label), view.model_copy(update={"show": show}))

    back = (
        button(say(labels.FEEDBACK_BY_EVENT), FeedbackEvents())
        if view.own
        else button(say(labels.OTHER_NUMBERS), Numbers(period=view.period, centre=view.centre))
    )
    return keyboards.rows(
        [
            *[[to(words.SHEETS[by], RatingsShow(by.value)) for by in row] for row in _DOORS],
            [to(labels.WHOLE_TABLE, RatingsShow.WORKBOOK)],
            [to(labels.ANOTHER_PERIOD, RatingsShow.PERIODS)],
            [back],
        ]
    )


def way_back(say: Speech, view: Ratings) -> InlineKeyboardMarkup:
    """Below a picture or a workbook."""
    summary = view.model_copy(update={"show": RatingsShow.SUMMARY})
    return keyboards.rows([[button(say(labels.OTHER_COMPARISONS), summary)]])


async def _need(talk: Talk, view: Ratings) -> None:
    if view.centre:
        await talk.need_at(_right(view), view.centre)
    else:
        await talk.need(_right(view))


def _right(view: Ratings) -> Right:
    """Means are numbers; a lecturer, who sees no numbers, may compare what they see anyway."""
    return Right.FEEDBACK if view.own else Right.NUMBERS
