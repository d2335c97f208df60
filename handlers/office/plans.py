"""Publishing a plan: what would go out is shown first, then it goes to those who follow it."""

import hashlib

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.plans import following, queries, rules
from catalogue.plans.entries import as_json
from catalogue.plans.stretches import numbered
from handlers import keyboards
from handlers.callbacks.programme import Plan
from handlers.keyboards import press as button
from handlers.office.callbacks.plans import PlanText, PublishPlan
from handlers.office.callbacks.programme import Make, NewEvents
from handlers.planning import Shown, card_link, files, payload, post, whole
from handlers.replies import Replies
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import plans as post_words
from handlers.words.events import centre_name, shortened
from handlers.words.office import labels as office_labels
from handlers.words.office import plans as words

#: Letters of the post below what is said above it.
_POST = 2600
_LABEL = 40
_MOST_CENTRES = 50

router = Router(name="plans")


@router.callback_query(PublishPlan.filter(F.mark == ""))
async def look(press: CallbackQuery, callback_data: PublishPlan, talk: Talk) -> Replies:
    """What would go out, or which centre it is to be of."""
    shown = await _shown(talk, callback_data)
    if shown is None:
        return await _which(press, callback_data, talk)
    return rewrite(talk, press, *await _preview(talk, shown))


@router.callback_query(PublishPlan.filter())
async def publish(press: CallbackQuery, callback_data: PublishPlan, talk: Talk) -> Replies:
    """Only what was shown: where it is another plan by now, that is shown first."""
    shown = await _shown(talk, callback_data)
    if shown is None or shown.centre is None:
        return out_of_date(talk)
    await rules.hold(talk.session, shown.centre.id)
    if callback_data.mark != await _mark(talk, shown):
        text, keyboard = await _preview(talk, shown)
        return rewrite(talk, press, Markup("\n\n").join([words.again(talk.say), text]), keyboard)
    zone, stretch, centre = talk.say.timezone, shown.stretch, shown.centre
    await rules.publish(talk.session, stretch, centre.id, by=talk.person, zone=zone, now=talk.now)
    count = await queries.count(talk.session, stretch, centre.id, zone=zone)
    talk.note(
        Deed.PLAN_PUBLISHED,
        centre_id=centre.id,
        first=stretch.first.isoformat(),
        year=stretch.is_year,
        events=count,
    )
    followers = await following.how_many(talk.session, centre.id)
    text = words.done(talk.say, stretch, centre, count, followers)
    return rewrite(talk, press, text, _afterwards(talk, shown))


@router.callback_query(PlanText.filter())
async def as_text(press: CallbackQuery, callback_data: PlanText, talk: Talk) -> Replies:
    """The whole of it, in as many messages as it needs, without buttons: so it can be forwarded."""
    shown = await _shown(talk, callback_data)
    if shown is None:
        return out_of_date(talk)
    say, plan = talk.say, (shown.stretch, shown.centre_id)
    found = await queries.lines(talk.session, *plan, zone=say.timezone)
    above = post_words.heading(say, shown.stretch, shown.centre, len(found), published=Markup(""))
    parts = post_words.parts(say, found, link=card_link(talk.house), now=talk.now)
    below = words.follow_there(say, talk.house.link(payload(shown)))
    messages = [above + "\n\n" + part if part is parts[0] else part for part in parts]
    messages = [*messages[:-1], messages[-1] + "\n\n" + below] if messages else [above]
    return [say_to(talk, words.to_copy(say)), *(say_to(talk, one) for one in messages)]


async def _shown(talk: Talk, asked: PublishPlan | PlanText) -> Shown | None:
    """None where it is of no centre yet. Raises StaffOnly, RightNeeded."""
    await talk.need(Right.PROGRAMME)
    centre = await talk.session.get(Centre, asked.centre)
    if centre is None:
        return None
    await talk.need_at(Right.PROGRAMME, centre.id)
    today = talk.say.local(talk.now).date()
    return Shown(centre, numbered(asked.month, is_year=asked.year, today=today))


async def _which(press: CallbackQuery, asked: PublishPlan, talk: Talk) -> Replies:
    own = await talk.centres(Right.PROGRAMME)
    own = own[:_MOST_CENTRES]  # of more, one comes here from the plan of the centre itself
    rows = [
        [
            button(
                shortened(centre_name(talk.say, one), _LABEL),
                asked.model_copy(update={"centre": one.id}),
            )
        ]
        for one in own
    ]
    return rewrite(talk, press, words.choose(talk.say), keyboards.rows(rows))


async def _preview(talk: Talk, shown: Shown) -> tuple[Markup, InlineKeyboardMarkup]:
    say, session, zone = talk.say, talk.session, talk.say.timezone
    centre_id = shown.centre_id or 0
    count = await queries.count(session, shown.stretch, centre_id, zone=zone)
    drafts = await queries.drafts(session, shown.stretch, centre_id, zone=zone)
    followers = await following.how_many(session, centre_id)
    before = await queries.latest(session, shown.stretch, centre_id, whole=True)
    above = words.preview(
        say, drafts, count=count, followers=followers, before=before, now=talk.now
    )
    parts = [above]
    if count:
        parts.append(await post(session, say, talk.house, shown, now=talk.now, longest=_POST))
    sure = PublishPlan(**shown.fields, mark=await _mark(talk, shown))
    return Markup("\n\n").join(parts), keyboards.rows(
        [
            [button(words.really(say, followers), sure)] if count else [],
            [button(say(office_labels.DRAFTS), NewEvents(deed=Make.DRAFTS))] if drafts else [],
            _others(talk, shown),
            [button(say(labels.BACK), Plan(**shown.fields))],
        ]
    )


def _others(talk: Talk, shown: Shown) -> list[InlineKeyboardButton]:
    """The month or the year before and after, and the other of the two."""
    before, after = shown.stretch.later(-1), shown.stretch.later()
    today = talk.say.local(talk.now).date()
    begin = today if shown.stretch.is_year else shown.stretch.first
    other = numbered(begin.year % 100 * 100 + begin.month, is_year=not shown.stretch.is_year,
                     today=today)  # fmt: skip
    named = [
        (post_words.turn_label(talk.say, before, back=True), before),
        (post_words.short_name(talk.say, other), other),
        (post_words.turn_label(talk.say, after, back=False), after),
    ]
    return [
        button(name, PublishPlan(**Shown(shown.centre, stretch).fields)) for name, stretch in named
    ]


def _afterwards(talk: Talk, shown: Shown) -> InlineKeyboardMarkup:
    return keyboards.rows(
        [
            [button(talk.say(office_labels.PLAN_TEXT), PlanText(**shown.fields))],
            files(talk.say, shown),
            [whole(talk.say, shown)],
        ]
    )


async def _mark(talk: Talk, shown: Shown) -> str:
    """Of what would go out, and of how often it went out already."""
    centre_id = shown.centre_id or 0
    found = await queries.lines(talk.session, shown.stretch, centre_id, zone=talk.say.timezone)
    last = await queries.latest(talk.session, shown.stretch, centre_id, whole=True)
    said = [(one.event.id, as_json(one.entry)) for one in found]
    told = repr((last.id if last else 0, said)).encode("utf-8", "replace")
    return hashlib.blake2b(told, digest_size=6).hexdigest()
