"""Asking to be told of new events, how often, and the page of one's news."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.plans import following
from catalogue.search.questions import Question
from catalogue.subscriptions import queries, rules
from catalogue.subscriptions.queries import Portion
from catalogue.subscriptions.refusals import TooManySubscriptions
from catalogue.subscriptions.tables import Rhythm, Subscription
from catalogue.subscriptions.wanted import wanted_of, words_of
from handlers import gathering, keyboards, planning, searches
from handlers.callbacks.news import News, NewsPart, Subscribed, TellMe, Tune
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import subscriptions as words
from handlers.words.speech import Speech

router = Router(name="subscribing")

CEILINGS = (None, 1, 2, 3, 5, 0)
#: Buttons of one digest; Telegram takes a hundred.
MOST_OPENED, MOST_TUNED = 30, 5

TUNES = {Tune.INSTANT: Rhythm.INSTANT, Tune.WEEKLY: Rhythm.WEEKLY, Tune.MONTHLY: Rhythm.MONTHLY}
LABELS = {
    Tune.INSTANT: labels.AT_ONCE,
    Tune.WEEKLY: labels.WEEKLY,
    Tune.MONTHLY: labels.MONTHLY,
}


async def note_wish(talk: Talk, question: Question) -> Subscription | None:
    """What was not found is waited for; not by one who waits for as much as one may already."""
    try:
        return await _subscribe(talk, question, Rhythm.ONCE)
    except TooManySubscriptions:
        return None


async def _subscribe(talk: Talk, question: Question, rhythm: Rhythm) -> Subscription:
    return await rules.subscribe(
        talk.session,
        person=talk.person,
        words=words_of(question),
        wanted=wanted_of(question),
        rhythm=rhythm,
        now=talk.now,
    )


async def noted(talk: Talk, wish: Subscription) -> Markup:
    """What is said of a wish, with how many have the same."""
    told = (words.wish_noted(talk.say, wish), await gathering.together(talk, wish))
    return Markup("\n\n").join(filter(None, told))


def wish_buttons(say: Speech, wish: Subscription, mark: str) -> list[list[InlineKeyboardButton]]:
    """Below an answer that found nothing."""
    no_need = Subscribed(subscription=wish.id, tune=Tune.FORGET)
    return [
        [button(say(labels.TELL_ME), TellMe(mark=mark))],
        [button(say(labels.NO_NEED), no_need)],
    ]


@router.callback_query(TellMe.filter())
async def tell_me(press: CallbackQuery, callback_data: TellMe, talk: Talk) -> Replies:
    """At once, until another rhythm is chosen."""
    question = await searches.recall(talk, callback_data.mark)
    if question is None:
        return out_of_date(talk)
    one = await _subscribe(talk, question, Rhythm.INSTANT)
    return say_to(talk, words.subscribed(talk.say, one), rhythm_keyboard(talk.say, one))


@router.callback_query(Subscribed.filter(F.tune == Tune.SHOW))
async def show(press: CallbackQuery, callback_data: Subscribed, talk: Talk) -> Replies:
    """A wish that was answered goes on: so says its button."""
    one = await queries.own(talk.session, callback_data.subscription, person=talk.person)
    if one is None:
        return say_to(talk, *await page(talk))
    if one.rhythm is Rhythm.ONCE and one.ended_at is not None:
        rules.tune(one, Rhythm.INSTANT)
        return say_to(talk, words.subscribed(talk.say, one), rhythm_keyboard(talk.say, one))
    told = (words.subscription(talk.say, one), await gathering.together(talk, one))
    text = Markup("\n\n").join(filter(None, told))
    return say_to(talk, text, rhythm_keyboard(talk.say, one))


@router.callback_query(Subscribed.filter(F.tune == Tune.FORGET))
async def forget_wish(press: CallbackQuery, callback_data: Subscribed, talk: Talk) -> Replies:
    """What was made lasting meanwhile is only stopped from its own page."""
    one = await queries.own(talk.session, callback_data.subscription, person=talk.person)
    if one is not None and one.rhythm is not Rhythm.ONCE:
        return say_to(talk, words.subscription(talk.say, one), rhythm_keyboard(talk.say, one))
    if one is not None:
        await rules.forget(talk.session, one)
    return say_to(talk, words.wish_forgotten(talk.say), keyboards.doors(talk.say))


@router.callback_query(Subscribed.filter())
async def tune(press: CallbackQuery, callback_data: Subscribed, talk: Talk) -> Replies:
    """Another rhythm, or none any more; from there it can begin again."""
    one = await queries.own(talk.session, callback_data.subscription, person=talk.person)
    if one is None:
        return rewrite(talk, press, *await page(talk))
    if callback_data.tune is Tune.END:
        rules.end(one, now=talk.now)
        return rewrite(talk, press, words.stopped(talk.say, one), rhythm_keyboard(talk.say, one))
    rules.tune(one, TUNES[callback_data.tune])
    return rewrite(talk, press, words.subscribed(talk.say, one), rhythm_keyboard(talk.say, one))


@router.callback_query(News.filter())
async def news(press: CallbackQuery, callback_data: News, talk: Talk) -> Replies:
    """The page, after what was chosen on it."""
    match callback_data.part:
        case NewsPart.CEILING:
            talk.person.weekly_ceiling = callback_data.most
        case NewsPart.NO_CEILING:
            talk.person.weekly_ceiling = None
        case NewsPart.ANNOUNCEMENTS:
            talk.person.wants_announcements = callback_data.on
    return rewrite(talk, press, *await page(talk))


async def page(talk: Talk) -> tuple[Markup, InlineKeyboardMarkup]:
    """What a person is told of, how much of it a week, and the centres' announcements."""
    say, person = talk.say, talk.person
    own = await queries.open_of(talk.session, person=person)
    plans = [centre for _, centre in await following.followed(talk.session, person)]
    opens = [*([_open(say, one)] for one in own), *planning.stops(say, plans)]
    switch = News(part=NewsPart.ANNOUNCEMENTS, on=not person.wants_announcements)
    label = labels.ANNOUNCEMENTS_OFF if person.wants_announcements else labels.ANNOUNCEMENTS_ON
    ceilings = [_ceiling(say, most, chosen=person.weekly_ceiling) for most in CEILINGS]
    keyboard = keyboards.rows([*opens, ceilings, [button(say(label), switch)]])
    return words.page(say, person, own, plans), keyboard


def rhythm_keyboard(say: Speech, one: Subscription) -> InlineKeyboardMarkup:
    """How often, with a tick at what is chosen; to stop; the page of all."""
    is_on = one.ended_at is None

    def choose(tune: Tune) -> InlineKeyboardButton:
        tick = "✓ " if is_on and TUNES[tune] is one.rhythm else ""
        data = Subscribed(subscription=one.id, tune=tune)
        return button(f"{tick}{say(LABELS[tune])}", data)

    no_more = Subscribed(subscription=one.id, tune=Tune.END)
    return keyboards.rows(
        [
            *([choose(tune)] for tune in TUNES),
            [button(say(labels.NO_MORE), no_more)] if is_on else [],
            [button(say(labels.NEWS), News())],
        ]
    )


def digest_keyboard(say: Speech, portion: Portion) -> InlineKeyboardMarkup:
    """A button to open each event, and one for each subscription, to change or stop it."""
    events = keyboards.open_events(say, portion.events[:MOST_OPENED])
    return keyboards.rows(
        [*events, *([_open(say, one)] for one in portion.subscriptions[:MOST_TUNED])]
    )


def _open(say: Speech, one: Subscription) -> InlineKeyboardButton:
    return button(words.label(say, one), Subscribed(subscription=one.id))


def _ceiling(say: Speech, most: int | None, *, chosen: int | None) -> InlineKeyboardButton:
    part = NewsPart.NO_CEILING if most is None else NewsPart.CEILING
    tick = "✓ " if most == chosen else ""
    label = f"{tick}{words.ceiling_label(say, most)}"
    return button(label, News(part=part, most=most or 0))
