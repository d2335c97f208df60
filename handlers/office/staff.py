"""/darbuotojai: who is staff of one's own centres, who is invited, and letting them go."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.methods import SetMyCommands
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.appointing import roster
from catalogue.appointing import rules as appointing
from catalogue.people.languages import language_of
from catalogue.people.rights import Right
from catalogue.people.staff import rights_of
from catalogue.people.tables import Invitation, Person, StaffMember
from handlers import commands, keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks.staff import Dismiss, StaffList, Withdraw
from handlers.pages import PER_PAGE, list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import labels as office_labels
from handlers.words.office import staff as words
from handlers.words.speech import Speech

router = Router(name="staff")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("darbuotojai", "staff", ignore_case=True))
async def members(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.APPOINT)
    return say_to(talk, *await listed(talk))


@router.callback_query(StaffList.filter(~F.invite))
async def turn_page(press: CallbackQuery, callback_data: StaffList, talk: Talk) -> Replies:
    await talk.need(Right.APPOINT)
    return rewrite(talk, press, *await listed(talk, callback_data.page))


@router.callback_query(Withdraw.filter())
async def withdraw(press: CallbackQuery, callback_data: Withdraw, talk: Talk) -> Replies:
    """A link that was followed meanwhile is spent already."""
    await talk.need(Right.APPOINT)
    found = await talk.session.get(Invitation, callback_data.invitation, with_for_update=True)
    if found is not None:
        await talk.need_at(Right.APPOINT, found.centre_id)
        if found.used_by is None:
            await appointing.withdraw(talk.session, found, by=talk.person, now=talk.now)
    return rewrite(talk, press, *await listed(talk))


@router.callback_query(Dismiss.filter())
async def dismiss(press: CallbackQuery, callback_data: Dismiss, talk: Talk) -> Replies:
    """Asks once; where somebody else was quicker, the list as it stands now."""
    await talk.need(Right.APPOINT)
    member = await talk.session.get(StaffMember, callback_data.member)
    if member is None:
        return rewrite(talk, press, *await listed(talk))
    await talk.need_at(Right.APPOINT, member.centre_id)
    person = await talk.session.get_one(Person, member.person_id)
    if not callback_data.sure:
        is_last = await roster.is_last_owner(talk.session, member)
        question = words.dismiss_question(talk.say, person, member.role, is_last=is_last)
        return rewrite(talk, press, question, _sure(talk, member))
    await appointing.let_go(talk.session, member, by=talk.person, now=talk.now)
    gone = words.dismissed(talk.say, person, member.role)
    return [rewrite(talk, press, gone), *await menu_of(talk, person)]


async def listed(talk: Talk, number: int = 0) -> Shown:
    """A page of who is staff where the one who speaks appoints; the first has the open links."""
    say, realm = talk.say, await talk.realm(Right.APPOINT)
    page = list_page(await roster.members(talk.session, realm), number)
    links = await roster.unused(talk.session, realm, now=talk.now) if page.number == 0 else []
    links = links[:PER_PAGE]
    keyboard = keyboards.rows(
        [
            *[
                [button(words.dismiss_label(say, one), Dismiss(member=one.row.id))]
                for one in page.shown
            ],
            keyboards.turns(say, StaffList(), page=page.number, has_more=page.has_more),
            *[
                [button(words.withdraw_label(say, one), Withdraw(invitation=one.invitation.id))]
                for one in links
            ],
            [button(say(office_labels.INVITE), StaffList(invite=True))],
        ]
    )
    return words.members(say, page.shown, links, now=talk.now), keyboard


async def menu_of(talk: Talk, person: Person) -> list[SetMyCommands]:
    """A colleague's, as their rights are now."""
    if person.telegram_id is None or person.telegram_id in talk.house.owner_ids:
        return []
    language = language_of(person, default=talk.house.default_language)
    return [
        commands.for_chat(
            person.telegram_id,
            Speech(language, talk.say.timezone),
            await rights_of(talk.session, person=person),
        )
    ]


def _sure(talk: Talk, member: StaffMember) -> InlineKeyboardMarkup:
    return keyboards.rows(
        [
            [button(talk.say(office_labels.YES_DISMISS), Dismiss(member=member.id, sure=True))],
            [button(talk.say(labels.STOP), StaffList())],
        ]
    )
