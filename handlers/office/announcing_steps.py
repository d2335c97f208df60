"""From a draft to what goes out: looked at, confirmed twice, at once or later, held, stopped."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.announcements import rules, segments
from catalogue.announcements.audience import Reach, reach
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.programme.moments import moment, written
from catalogue.programme.refused import WrongCell
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office import announcing_buttons as buttons
from handlers.office.callbacks.staff import Announce, AnnounceAt, Step
from handlers.replies import Hand, Handle, Recipe, Replies, Reply
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import announcing as words
from handlers.words.office import labels as office_labels

FURTHEST = timedelta(days=366)
USUAL_HOUR = time(8)

router = Router(name="announcing_steps")


@router.callback_query(Announce.filter(F.step == Step.EVERYONE))
async def everyone(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    draft = await own_draft(talk, callback_data.announcement)
    draft.segment = segments.Segment().as_json()
    return [rewrite(talk, press, words.as_it_will_look(talk.say)), *view(talk, draft)]


@router.callback_query(Announce.filter(F.step == Step.SUMMARY))
async def look_before(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    draft = await own_draft(talk, callback_data.announcement)
    return [rewrite(talk, press, words.as_it_will_look(talk.say)), *view(talk, draft)]


@router.callback_query(Announce.filter(F.step == Step.SEND))
async def send(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    """The first press; the number is counted once more."""
    draft = await own_draft(talk, callback_data.announcement)
    counted = await reach_of(talk, draft)
    if not counted.people:
        return summary(talk, press, draft)
    question = words.confirm(talk.say, counted.people, draft.send_at, now=talk.now)
    return rewrite(talk, press, question, buttons.confirm(talk.say, draft))


@router.callback_query(Announce.filter(F.step == Step.REALLY))
async def really_send(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    """The second press; a third one sees what became of it."""
    found = await own(talk, callback_data.announcement)
    if found.state is not AnnouncementState.DRAFT:
        return _look(talk, press, found)
    rules.bind(found, await talk.realm(Right.ANNOUNCE))
    counted = await reach_of(talk, found)
    if not counted.people:
        return summary(talk, press, found)
    rules.send(talk.session, found, now=talk.now)
    await note(talk, Deed.ANNOUNCED, found, people=counted.people)
    return rewrite(talk, press, *_agreed(talk, found))


@router.callback_query(Announce.filter(F.step == Step.LATER))
async def ask_time(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    draft = await own_draft(talk, callback_data.announcement)
    await forms.enter(talk.state, Form.announcement_time, announcement=draft.id)
    say = talk.say
    tomorrow, monday = _mornings(talk)
    in_an_hour = talk.now + timedelta(hours=1)

    def at(label: str, when: datetime) -> list[InlineKeyboardButton]:
        minute = int(when.timestamp()) // 60
        return [button(label, AnnounceAt(announcement=draft.id, minute=minute))]

    rows = [
        at(words.hour_label(say), in_an_hour),
        at(words.time_label(say, tomorrow, is_tomorrow=True), tomorrow),
        *([at(words.time_label(say, monday, is_tomorrow=False), monday)]
          if monday != tomorrow else []),
        [buttons.of_step(say, draft, Step.AT_ONCE, office_labels.AT_ONCE_NOW)],
        [buttons.of_step(say, draft, Step.SUMMARY, labels.BACK)],
    ]  # fmt: skip
    return rewrite(talk, press, words.ask_time(say), keyboards.rows(rows))


@router.callback_query(AnnounceAt.filter())
async def time_chosen(press: CallbackQuery, callback_data: AnnounceAt, talk: Talk) -> Replies:
    draft = await own_draft(talk, callback_data.announcement)
    when = datetime.fromtimestamp(callback_data.minute * 60, UTC)
    draft.send_at = when if talk.now < when <= talk.now + FURTHEST else None
    return summary(talk, press, draft)


@router.callback_query(Announce.filter(F.step == Step.AT_ONCE))
async def at_once(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    draft = await own_draft(talk, callback_data.announcement)
    draft.send_at = None
    return summary(talk, press, draft)


@router.message(Form.announcement_time)
async def time_written(message: Message, talk: Talk) -> Replies:
    draft = await own_draft(talk)
    try:
        when = moment(written(message.text), talk.say.timezone)
    except WrongCell:
        return say_to(talk, words.not_a_time(talk.say), keyboards.stop(talk.say))
    if not talk.now < when <= talk.now + FURTHEST:
        return say_to(talk, words.not_a_time(talk.say), keyboards.stop(talk.say))
    await forms.leave(talk.state)
    draft.send_at = when
    return recipe(talk, "announcement_summary", draft)


@router.callback_query(Announce.filter(F.step.in_({Step.LOOK, Step.PAUSE, Step.RESUME, Step.HALT})))
async def steer(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    """What has gone out stays out; how it stands is shown in each case, to colleagues too."""
    await talk.need(Right.ANNOUNCE)
    found = await rules.steered(
        talk.session,
        callback_data.announcement,
        person=talk.person,
        realm=await talk.realm(Right.ANNOUNCE),
    )
    match callback_data.step:
        case Step.PAUSE if rules.pause(talk.session, found):
            hand, deed = Hand.HOLD, Deed.ANNOUNCEMENT_HELD
        case Step.RESUME if rules.resume(talk.session, found):
            hand, deed = Hand.RELEASE, Deed.ANNOUNCEMENT_RESUMED
        case Step.HALT if rules.stop(talk.session, found, now=talk.now):
            hand, deed = Hand.CANCEL, Deed.ANNOUNCEMENT_STOPPED
        case _:
            return _look(talk, press, found)
    await note(talk, deed, found)
    return [Handle(found.batch, hand), _look(talk, press, found)]


def view(talk: Talk, draft: Announcement) -> list[Reply]:
    """The very message that would go out, and below it all there is to know about it."""
    return [recipe(talk, "announcement", draft), recipe(talk, "announcement_summary", draft)]


def summary(talk: Talk, press: CallbackQuery, draft: Announcement) -> Recipe:
    """In the place of the pressed message."""
    return recipe(talk, "announcement_summary", draft, press)


def recipe(
    talk: Talk, kind: str, announcement: Announcement, press: CallbackQuery | None = None
) -> Recipe:
    """With a press it is composed in the place of the pressed message, where there still is one."""
    key = str(announcement.id)
    if press is not None and press.message is not None:
        key = f"{key}:{press.message.message_id}"
    return Recipe(chat_id=talk.chat_id, kind=kind, key=key, language=talk.say.language)


async def own(talk: Talk, number: int | None = None) -> Announcement:
    """Without a number, that of the form. Raises StaffOnly, AnnouncementGone."""
    await talk.need(Right.ANNOUNCE)
    number = number or (await forms.gathered(talk.state))["announcement"]
    return await rules.own(talk.session, number, author=talk.person)


async def own_draft(talk: Talk, number: int | None = None) -> Announcement:
    """Without a number, that of the form. Raises StaffOnly, AnnouncementGone."""
    await talk.need(Right.ANNOUNCE)
    number = number or (await forms.gathered(talk.state))["announcement"]
    return await rules.own_draft(talk.session, number, author=talk.person)


async def note(talk: Talk, deed: Deed, found: Announcement, **facts: Any) -> None:
    """Under the centre of an author who speaks for one only."""
    realm = await talk.realm(Right.ANNOUNCE)
    talk.note(deed, centre_id=realm.only, announcement=found.id, **facts)


async def reach_of(talk: Talk, announcement: Announcement) -> Reach:
    return await reach(
        talk.session,
        segments.of(announcement),
        now=talk.now,
        default_language=talk.house.default_language,
    )


def _look(talk: Talk, press: CallbackQuery, found: Announcement) -> Reply:
    """How it stands, as a reader of the progress sees it."""
    if found.state is AnnouncementState.DRAFT:
        return summary(talk, press, found)
    if found.started_at is None:
        return rewrite(talk, press, *_agreed(talk, found))
    is_own = found.author_id == talk.person.id
    kind = "announcement_progress" if is_own else "announcement_watched"
    return recipe(talk, kind, found, press)


def _agreed(talk: Talk, found: Announcement) -> tuple[Markup, InlineKeyboardMarkup | None]:
    """Of one that has not begun."""
    if found.state is AnnouncementState.STOPPED:
        return words.called_off(talk.say), None
    if found.send_at is None or found.send_at <= talk.now:
        return words.accepted(talk.say), None
    text = words.scheduled(talk.say, found.send_at, now=talk.now)
    return text, buttons.under_way(talk.say, found)


def _mornings(talk: Talk) -> tuple[datetime, datetime]:
    """Tomorrow's, and next Monday's, on the wall clock."""
    today = talk.say.local(talk.now).date()
    tomorrow = today + timedelta(days=1)
    monday = today + timedelta(days=7 - today.weekday())
    zone = talk.say.timezone
    return datetime.combine(tomorrow, USUAL_HOUR, zone), datetime.combine(monday, USUAL_HOUR, zone)
