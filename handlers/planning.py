"""/planas: the plan of a month or a school year, as a post and as a file, and following it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.people.rights import Right
from catalogue.plans import following, queries
from catalogue.plans.stretches import Stretch, around, numbered
from handlers import keyboards
from handlers.callbacks.programme import FollowPlan, Plan, PlanEnding, PlanFile
from handlers.keyboards import press as button
from handlers.office.callbacks.plans import PublishPlan
from handlers.pages import list_page
from handlers.replies import Errand, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import House, Talk
from handlers.words import labels, plan_files, programme
from handlers.words import plans as words
from handlers.words.events import centre_name, shortened
from handlers.words.speech import Speech

#: A kind of job, done in `bot.jobs.plans`.
PLAN_FILE = "plan_file"
PER_PAGE = 12
ENDINGS = {
    PlanEnding.PDF: "PDF",
    PlanEnding.XLSX: labels.AS_WORKBOOK,
    PlanEnding.ICS: labels.CALENDAR,
}
_LABEL = 40

router = Router(name="planning")


@dataclass(frozen=True, slots=True)
class Shown:
    """Which plan is looked at; no centre is all of them."""

    centre: Centre | None
    stretch: Stretch

    @property
    def fields(self) -> dict[str, int | bool]:
        """As every button that is about a plan has them."""
        return {
            "centre": self.centre.id if self.centre else 0,
            "month": self.stretch.number,
            "year": self.stretch.is_year,
        }

    @property
    def centre_id(self) -> int | None:
        return self.centre.id if self.centre else None


@router.message(Command("planas", "plan", ignore_case=True))
async def plan(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *await page(talk, Plan()))


@router.callback_query(Plan.filter(F.choose))
async def choose(press: CallbackQuery, callback_data: Plan, talk: Talk) -> Replies:
    """Of which centre; the first of the list is all of them."""
    centres = list_page(await all_centres(talk.session), callback_data.page)
    everyone = [] if centres.number else [[_centre(talk.say, callback_data, None)]]
    more = keyboards.turns(talk.say, callback_data, page=centres.number, has_more=centres.has_more)
    rows = [*everyone, *([_centre(talk.say, callback_data, one)] for one in centres.shown), more]
    return rewrite(talk, press, words.choose_centre(talk.say), keyboards.rows(rows))


@router.callback_query(Plan.filter())
async def turn(press: CallbackQuery, callback_data: Plan, talk: Talk) -> Replies:
    return rewrite(talk, press, *await page(talk, callback_data))


@router.callback_query(PlanFile.filter())
async def make(press: CallbackQuery, callback_data: PlanFile, talk: Talk) -> Replies:
    """With the links to join for those who keep this programme, whose files come in again."""
    centre_id = callback_data.centre or None
    may = (await talk.realm(Right.PROGRAMME)).has(centre_id=centre_id)
    return Errand(
        chat_id=talk.chat_id,
        kind=PLAN_FILE,
        language=talk.say.language,
        facts={
            "centre": centre_id,
            "month": callback_data.month,
            "year": callback_data.year,
            "ending": callback_data.ending.value,
            "links": may,
        },
        text=plan_files.making(talk.say),
    )


@router.callback_query(FollowPlan.filter())
async def follow(press: CallbackQuery, callback_data: FollowPlan, talk: Talk) -> Replies:
    """A message of its own: what was pressed may be a post that one goes on reading."""
    centre = await talk.session.get(Centre, callback_data.centre)
    centre_id = centre.id if centre else None
    if callback_data.on:
        is_new = await following.follow(talk.session, talk.person, centre_id, now=talk.now)
        text = words.followed(talk.say, centre, is_new=is_new)
    else:
        await following.stop(talk.session, talk.person, centre_id)
        text = words.stopped(talk.say, centre)
    return say_to(talk, text, keyboards.rows([[await follow_button(talk, centre)]]))


async def linked(talk: Talk, value: str) -> Replies:
    """Of a link `pl_{centre}_{YYMM}`, with y behind it for a school year."""
    centre, _, month = value.partition("_")
    numbers = [int(one) if one.isdecimal() else 0 for one in (centre, month.removesuffix("y"))]
    asked = Plan(centre=min(numbers[0], 2**62), month=min(numbers[1], 9999),
                 year=month.endswith("y"))  # fmt: skip
    return say_to(talk, *await page(talk, asked))


def payload(shown: Shown) -> str:
    """Of such a link."""
    return f"pl_{shown.fields['centre']}_{shown.stretch.number}{'y' * shown.stretch.is_year}"


async def page(talk: Talk, asked: Plan) -> tuple[Markup, InlineKeyboardMarkup]:
    """One page of the plan; at first the one where today is."""
    say, zone = talk.say, talk.say.timezone
    centres = await all_centres(talk.session)
    shown = _shown(talk, asked, centres)
    plan = shown.stretch, shown.centre_id
    count = await queries.count(talk.session, *plan, zone=zone)
    number = asked.page - 1 if asked.page else await _page_of_today(talk, shown)
    last = max(0, count - 1) // PER_PAGE
    number = min(number, last)
    found = await queries.lines(
        talk.session, *plan, zone=zone, first=number * PER_PAGE, most=PER_PAGE
    )
    parts = words.parts(say, found, link=card_link(talk.house), now=talk.now,
                        with_centre=shown.centre is None, longest=2**16)  # fmt: skip
    above = await heading(talk.session, say, shown, count, now=talk.now)
    turns = [
        button(
            programme.page_label(say, number, step), Plan(**shown.fields, page=number + step + 1)
        )
        for step in (-1, 1)
        if 0 <= number + step <= last
    ]
    return Markup("\n\n").join([above, *(parts or [words.nothing(say)])]), keyboards.rows(
        [
            turns,
            _stretches(talk, shown),
            files(say, shown) if count else [],
            [await follow_button(talk, shown.centre)],
            _another_centre(talk, shown) if len(centres) > 1 else [],
            await _publishing(talk, shown),
        ]
    )


async def post(session: AsyncSession, say: Speech, house: House, shown: Shown, *, now: datetime,
               longest: int = words.LONGEST) -> Markup:  # fmt: skip
    """The whole plan in one message, as far as there is room for it."""
    plan = shown.stretch, shown.centre_id
    count = await queries.count(session, *plan, zone=say.timezone)
    found = await queries.lines(session, *plan, zone=say.timezone, most=words.MOST + 1)
    parts = words.parts(say, found, link=card_link(house), now=now, longest=longest)
    above = words.heading(say, shown.stretch, shown.centre, count, published=Markup(""))
    more = [words.more(say)] if len(parts) > 1 else []
    return Markup("\n\n").join([above, *parts[:1], *more])


async def heading(
    session: AsyncSession, say: Speech, shown: Shown, count: int, *, now: datetime
) -> Markup:
    published = Markup("")
    if shown.centre is not None:
        plan = await queries.latest(session, shown.stretch, shown.centre.id)
        published = words.published(say, plan.published_at if plan else None, now=now)
    return words.heading(say, shown.stretch, shown.centre, count, published=published)


def card_link(house: House) -> words.Link:
    return lambda code: house.link(f"ev_{code}")


def files(say: Speech, shown: Shown) -> list[InlineKeyboardButton]:
    """The plan as whichever file."""
    return [
        button(say(label), PlanFile(**shown.fields, ending=ending))
        for ending, label in ENDINGS.items()
    ]


def whole(say: Speech, shown: Shown) -> InlineKeyboardButton:
    return button(say(labels.WHOLE_PLAN), Plan(**shown.fields))


def stops(say: Speech, plans: Sequence[Centre | None]) -> list[list[InlineKeyboardButton]]:
    """A row for each plan that somebody follows, to end it with one press."""
    return [
        [
            button(
                words.stop_label(say, one, is_only=len(plans) == 1),
                FollowPlan(centre=one.id if one else 0, on=False),
            )
        ]
        for one in plans
    ]


async def follow_button(talk: Talk, centre: Centre | None) -> InlineKeyboardButton:
    """To follow, or no longer; who follows all of them stops that."""
    own = {one.centre_id for one in await following.following(talk.session, talk.person)}
    centre_id = centre.id if centre else None
    if own & {None, centre_id}:
        followed = 0 if None in own else centre_id or 0
        return button(talk.say(labels.STOP_FOLLOWING), FollowPlan(centre=followed, on=False))
    return button(talk.say(labels.FOLLOW_PLAN), FollowPlan(centre=centre_id or 0, on=True))


def _shown(talk: Talk, asked: Plan, centres: Sequence[Centre]) -> Shown:
    """Where there is one centre only, its plan is meant."""
    today = talk.say.local(talk.now).date()
    stretch = numbered(asked.month, is_year=asked.year, today=today)
    if len(centres) == 1:
        return Shown(centres[0], stretch)
    return Shown(next((one for one in centres if one.id == asked.centre), None), stretch)


async def _page_of_today(talk: Talk, shown: Shown) -> int:
    midnight = datetime.combine(talk.say.local(talk.now).date(), time(), talk.say.timezone)
    over = await queries.count(
        talk.session, shown.stretch, shown.centre_id, zone=talk.say.timezone, over_at=midnight
    )
    return over // PER_PAGE


def _stretches(talk: Talk, shown: Shown) -> list[InlineKeyboardButton]:
    """From a month to those beside it and to its school year, from a year to the coming months."""
    say, stretch = talk.say, shown.stretch
    if stretch.is_year:
        this = around(say.local(talk.now).date())
        named = [(words.short_name(say, one), one) for one in (this, this.later())]
    else:
        before, after = stretch.later(-1), stretch.later()
        year = around(stretch.first, is_year=True)
        named = [
            (words.turn_label(say, before, back=True), before),
            (words.short_name(say, year), year),
            (words.turn_label(say, after, back=False), after),
        ]
    return [button(name, Plan(**Shown(shown.centre, one).fields)) for name, one in named]


def _another_centre(talk: Talk, shown: Shown) -> list[InlineKeyboardButton]:
    return [button(talk.say(labels.ANOTHER_CENTRE), Plan(**shown.fields, choose=True))]


async def _publishing(talk: Talk, shown: Shown) -> list[InlineKeyboardButton]:
    """For staff: of the centre that is looked at, where they may."""
    realm = await talk.realm(Right.PROGRAMME)
    if not (realm.centres is None or realm.centres):
        return []
    may = shown.centre is not None and realm.has(centre_id=shown.centre.id)
    fields = shown.fields | {"centre": shown.centre_id if may else realm.only or 0}
    return [button(talk.say(labels.PUBLISH_PLAN), PublishPlan(**fields))]


def _centre(say: Speech, asked: Plan, centre: Centre | None) -> InlineKeyboardButton:
    data = asked.model_copy(
        update={"centre": centre.id if centre else 0, "choose": False, "page": 0}
    )
    name = shortened(centre_name(say, centre), _LABEL) if centre else say(labels.ALL_CENTRES)
    return button(name, data)
