"""/skelbti: what is announced, written by staff and corrected whenever they like."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from catalogue.announcements import rules
from catalogue.announcements.rules import Content
from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from catalogue.programme.queries import by_id
from catalogue.programme.tables import Status
from catalogue.registrations.refusals import EventGone
from handlers import forms, keyboards
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.announcing_audience import audience_of
from handlers.office.announcing_steps import note, own, own_draft, recipe, view
from handlers.office.callbacks.staff import Announce, AnnounceEvent, Step
from handlers.replies import Replies, Reply
from handlers.showing import say_to
from handlers.talk import Talk
from handlers.words.limits import LONGEST_CAPTION, LONGEST_TEXT
from handlers.words.office import announcing as words

#: Telegram's apps cut a longer text into messages of about this length.
CUT_AT = 3900
MOST_OPEN = 5

router = Router(name="announcing")


class OwnAnnouncement(Filter):
    """An edited message that an announcement was written with."""

    async def __call__(self, message: Message, talk: Talk) -> bool | dict[str, Any]:
        found = await rules.of_message(talk.session, message.message_id, author=talk.person)
        return {"announcement": found} if found else False


@router.message(Command("skelbti", "announce", ignore_case=True))
async def announce(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.ANNOUNCE)
    await forms.enter(talk.state, Form.announcement, announcement=None)
    ask = say_to(talk, words.ask_text(talk.say), keyboards.stop(talk.say))
    realm = await talk.realm(Right.ANNOUNCE)
    open_ones = await rules.steerable(talk.session, person=talk.person, realm=realm)
    if not open_ones:
        return ask
    doors = [
        [button(await _name_of(talk, one), Announce(announcement=one.id, step=Step.LOOK))]
        for one in open_ones[:MOST_OPEN]
    ]
    return [say_to(talk, words.open_ones(talk.say), keyboards.rows(doors)), ask]


@router.callback_query(AnnounceEvent.filter())
async def announce_event(press: CallbackQuery, callback_data: AnnounceEvent, talk: Talk) -> Replies:
    """The event will stand behind a button. Raises EventGone."""
    event = await by_id(talk.session, callback_data.event)
    if event is None or event.status is Status.DRAFT:
        raise EventGone
    await talk.need(Right.ANNOUNCE, event)
    await forms.enter(talk.state, Form.announcement, announcement=None, event=event.id)
    return say_to(talk, words.ask_text_of(talk.say, event), keyboards.stop(talk.say))


@router.message(Form.announcement)
async def content_given(message: Message, talk: Talk) -> Replies:
    """A new draft, or other words for the one that is being put together."""
    await talk.need(Right.ANNOUNCE)
    if complaint := _complaint(talk, message):
        return complaint
    content = _content(message)
    form = await forms.gathered(talk.state)
    await forms.leave(talk.state)
    if number := form.get("announcement"):
        draft = await own_draft(talk, number)
        rules.rewrite(draft, content)
        return view(talk, draft)
    draft = await rules.draft(talk.session, author=talk.person, content=content, now=talk.now)
    rules.bind(draft, await talk.realm(Right.ANNOUNCE))
    draft.event_ids = [form["event"]] if form.get("event") else []
    await forms.enter(talk.state, Form.announcement_audience, announcement=draft.id)
    return say_to(talk, *await audience_of(talk, draft))


@router.message(Form.announcement_audience)
async def more_than_one(message: Message, talk: Talk) -> Replies:
    """The rest of an album, or of a text that was too long for one message."""
    draft = await own_draft(talk)
    if message.text and len(draft.text) >= CUT_AT:
        await forms.enter(talk.state, Form.announcement, announcement=None)
        return _too_long(talk, LONGEST_TEXT)
    return [
        say_to(talk, words.one_message_only(talk.say)),
        say_to(talk, *await audience_of(talk, draft)),
    ]


@router.callback_query(Announce.filter(F.step == Step.REWRITE))
async def rewrite(press: CallbackQuery, callback_data: Announce, talk: Talk) -> Replies:
    """Before it goes out anything may be sent instead; afterwards only the words can change."""
    number = callback_data.announcement
    found = await own(talk, number)
    if found.state is AnnouncementState.DRAFT:
        await forms.enter(talk.state, Form.announcement, announcement=number)
        return say_to(talk, words.ask_text(talk.say), keyboards.stop(talk.say))
    await forms.enter(talk.state, Form.announcement_correction, announcement=number)
    return say_to(talk, words.ask_correction(talk.say), keyboards.stop(talk.say))


@router.message(Form.announcement_correction)
async def correction_given(message: Message, talk: Talk) -> Replies:
    found = await own(talk)
    if message.text is None:
        return say_to(talk, words.ask_correction(talk.say), keyboards.stop(talk.say))
    if len(message.text) > (limit := _limit_of(found)):
        return _too_long(talk, limit)
    await forms.leave(talk.state)
    return await _corrected(talk, found, message)


@router.edited_message(OwnAnnouncement())
async def edited(message: Message, talk: Talk, announcement: Announcement) -> Replies:
    """The author edits their own message, as they would any other."""
    await talk.need(Right.ANNOUNCE)
    replies: list[Reply] = []
    if _is_other_file(message, announcement):
        replies.append(say_to(talk, words.picture_stays(talk.say)))
    limit = _limit_of(announcement)
    if len(message.text or message.caption or "") > limit:
        return [*replies, _too_long(talk, limit)]
    if message.html_text == announcement.text:
        return replies
    return [*replies, *await _corrected(talk, announcement, message)]


async def _name_of(talk: Talk, announcement: Announcement) -> str:
    """A colleague's with their name."""
    name = words.name_of(talk.say, announcement)
    if announcement.author_id == talk.person.id:
        return name
    author = await talk.session.get_one(Person, announcement.author_id)
    return f"{author.name}: {name}" if author.name else name


async def _corrected(talk: Talk, found: Announcement, message: Message) -> list[Reply]:
    rules.correct(talk.session, found, text=message.html_text, source_message_id=message.message_id)
    if found.state is AnnouncementState.DRAFT:
        return view(talk, found)
    await note(talk, Deed.ANNOUNCEMENT_CORRECTED, found)
    return [recipe(talk, "announcement_corrected", found), recipe(talk, "announcement", found)]


def _content(message: Message) -> Content:
    return Content(
        text=message.html_text if message.text or message.caption else "",
        photo=message.photo[-1].file_id if message.photo else "",
        document=message.document.file_id if message.document else "",
        source_message_id=message.message_id,
    )


def _complaint(talk: Talk, message: Message) -> Reply | None:
    """Why this cannot be announced."""
    if not (message.text or message.photo or message.document):
        return say_to(talk, words.content_refused(talk.say), keyboards.stop(talk.say))
    limit = LONGEST_TEXT if message.text else LONGEST_CAPTION
    if len(message.text or message.caption or "") > limit:
        return _too_long(talk, limit)
    return None


def _too_long(talk: Talk, limit: int) -> Reply:
    return say_to(talk, words.too_long(talk.say, limit), keyboards.stop(talk.say))


def _limit_of(announcement: Announcement) -> int:
    return LONGEST_CAPTION if announcement.has_file else LONGEST_TEXT


def _is_other_file(message: Message, announcement: Announcement) -> bool:
    content = _content(message)
    return (content.photo, content.document) != (announcement.photo, announcement.document)
