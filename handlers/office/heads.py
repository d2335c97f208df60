"""/vadovai: who says that they are the head of a school, and staff who confirm it."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.heads import rules
from catalogue.heads.tables import Head
from catalogue.heads.teachers import Doubt, doubtful, workplace
from catalogue.people.languages import language_of
from catalogue.people.quiet import in_peace
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from handlers import keyboards
from handlers.callbacks.schools import MySchool
from handlers.keyboards import press as button
from handlers.office.callbacks.heads import AboutHead, Heads, OneHead, WhoWorksHere
from handlers.pages import list_page
from handlers.replies import Letter, Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import heads as head_words
from handlers.words import labels
from handlers.words.office import heads as words
from handlers.words.office import labels as office_labels
from handlers.words.speech import Speech

router = Router(name="office_heads")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("vadovai", "heads", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.PARTICIPANTS)
    return say_to(talk, *await listed(talk, 0))


@router.callback_query(Heads.filter())
async def turn(press: CallbackQuery, callback_data: Heads, talk: Talk) -> Replies:
    await talk.need(Right.PARTICIPANTS)
    return rewrite(talk, press, *await listed(talk, callback_data.page))


@router.callback_query(OneHead.filter(F.deed == AboutHead.SHOW))
async def card(press: CallbackQuery, callback_data: OneHead, talk: Talk) -> Replies:
    await talk.need(Right.PARTICIPANTS)
    head = await talk.session.get(Head, callback_data.head)
    return rewrite(talk, press, *(await _card(talk, head) if head else await listed(talk, 0)))


@router.callback_query(OneHead.filter())
async def decide(press: CallbackQuery, callback_data: OneHead, talk: Talk) -> Replies:
    """One press, and one to take it back; the head hears of it where it is news. Nobody confirms
    themselves.
    """
    await talk.need(Right.PARTICIPANTS)
    head = await talk.session.get(Head, callback_data.head, with_for_update=True)
    if head is None:
        return rewrite(talk, press, *await listed(talk, 0))
    is_on = callback_data.deed is AboutHead.CONFIRM
    if is_on and head.person_id == talk.person.id:
        return rewrite(talk, press, *await _card(talk, head))
    change = rules.confirm if is_on else rules.take_back
    is_new = await change(talk.session, head, by=talk.person, now=talk.now)
    shown = rewrite(talk, press, *await _card(talk, head))
    return [shown, *(await _news(talk, head) if is_new else [])]


@router.callback_query(WhoWorksHere.filter())
async def who_works_here(press: CallbackQuery, callback_data: WhoWorksHere, talk: Talk) -> Replies:
    """Only of those of whom it is open, and whom the one who presses may know."""
    await talk.need(Right.PARTICIPANTS)
    head = await talk.session.get(Head, callback_data.head, with_for_update=True)
    if head is None:
        return rewrite(talk, press, *await listed(talk, 0))
    for one in await _doubtful(talk, head):
        if one.person.id == callback_data.person:
            await rules.settle(
                talk.session,
                head,
                one.person,
                one.workplace,
                is_own=callback_data.own,
                by=talk.person,
                now=talk.now,
            )
    return rewrite(talk, press, *await _doubts(talk, head, callback_data.page))


async def listed(talk: Talk, number: int) -> Shown:
    say = talk.say
    page = list_page(await rules.everybody(talk.session), number)
    rows = [
        *[[button(words.label(say, *one), OneHead(head=one[0].id))] for one in page.shown],
        keyboards.turns(say, Heads(), page=page.number, has_more=page.has_more),
    ]
    return words.page(say, page.shown), keyboards.rows(rows)


async def _card(talk: Talk, head: Head) -> Shown:
    say = talk.say
    person = await talk.session.get_one(Person, head.person_id)
    there = await workplace(talk.session, person)
    moved_to = there if there is not None and not there.is_that_of(head) else None
    is_on = head.confirmed_at is not None
    deed, label = (
        (AboutHead.TAKE_BACK, office_labels.TAKE_CONFIRMATION_BACK)
        if is_on
        else (AboutHead.CONFIRM, office_labels.CONFIRM_HEAD)
    )
    is_own = head.person_id == talk.person.id
    text = words.card(say, head, person, moved_to=moved_to, is_own=is_own, now=talk.now)
    doubtful = await _doubtful(talk, head)
    who = say(office_labels.WHO_WORKS_HERE, n=sum(one.is_own is None for one in doubtful))
    rows = [
        [button(say(label), OneHead(head=head.id, deed=deed))] if is_on or not is_own else [],
        [button(who, WhoWorksHere(head=head.id))] if doubtful else [],
        [button(say(office_labels.HEADS), Heads())],
    ]
    return text, keyboards.rows(rows)


async def _doubts(talk: Talk, head: Head, number: int) -> Shown:
    page = list_page(await _doubtful(talk, head), number)
    text = words.doubts(talk.say, head, page.shown, first=page.first)
    choices = [
        [
            button(
                f"{place} {sign}",
                WhoWorksHere(head=head.id, page=page.number, person=one.person.id, own=own),
            )
            for own, sign in (
                (True, office_labels.WORKS_HERE),
                (False, office_labels.WORKS_ELSEWHERE),
            )
        ]
        for place, one in enumerate(page.shown, start=page.first)
    ]
    turns = WhoWorksHere(head=head.id)
    rows = [
        *choices,
        keyboards.turns(talk.say, turns, page=page.number, has_more=page.has_more),
        [button(talk.say(labels.BACK), OneHead(head=head.id))],
    ]
    return text, keyboards.rows(rows)


async def _doubtful(talk: Talk, head: Head) -> list[Doubt]:
    realm = await talk.realm(Right.PARTICIPANTS)
    return await doubtful(talk.session, head, realm)


async def _news(talk: Talk, head: Head) -> list[Letter]:
    """To the head, in their language."""
    person = await talk.session.get_one(Person, head.person_id)
    if person.telegram_id is None:
        return []
    language = language_of(person, default=talk.house.default_language)
    say = Speech(language, talk.say.timezone)
    worded = head_words.confirmed if head.confirmed_at is not None else head_words.taken_back
    return [
        Letter(
            chat_id=person.telegram_id,
            text=worded(say, head),
            keyboard=keyboards.rows([[button(say(labels.MY_SCHOOL), MySchool())]]),
            not_before=in_peace(person, talk.now, talk.say.timezone),
        )
    ]
