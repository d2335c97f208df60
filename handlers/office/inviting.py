"""Inviting to the staff: for which centre, as what, to which event, and what the link does."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.appointing import rules as appointing
from catalogue.centres.tables import Centre
from catalogue.people.rights import Realm, Right
from catalogue.people.tables import Role
from catalogue.programme.queries import by_id, not_over
from catalogue.programme.tables import Event
from handlers import commands, keyboards
from handlers.introducing import introduce_staff
from handlers.keyboards import press as button
from handlers.office.callbacks.staff import InviteAs, InviteStaff, StaffList
from handlers.office.doors import doors
from handlers.pages import PER_PAGE, list_page
from handlers.replies import Replies, Reply
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.events import centre_name, label
from handlers.words.office import staff as words
from handlers.words.office.roles import centre_label, role_label

router = Router(name="inviting")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(StaffList.filter(F.invite))
async def choose_centre(press: CallbackQuery, callback_data: StaffList, talk: Talk) -> Replies:
    """Among one's own; where there is only one, it is chosen already."""
    await talk.need(Right.APPOINT)
    own = await _own_centres(talk)
    if len(own) == 1:
        return rewrite(talk, press, *_roles(talk, own[0]))
    return rewrite(talk, press, *_centres(talk, own, callback_data))


@router.callback_query(InviteStaff.filter())
async def choose_role(press: CallbackQuery, callback_data: InviteStaff, talk: Talk) -> Replies:
    await talk.need_at(Right.APPOINT, callback_data.centre or None)
    centre = await _centre(talk, callback_data.centre)
    if callback_data.centre and centre is None:
        return out_of_date(talk)
    return rewrite(talk, press, *_roles(talk, centre))


@router.callback_query(InviteAs.filter(F.role == Role.LECTURER))
async def invite_lecturer(press: CallbackQuery, callback_data: InviteAs, talk: Talk) -> Replies:
    """To one event of the centre, which is chosen first."""
    await talk.need_at(Right.PROGRAMME, callback_data.centre or None)
    event = await by_id(talk.session, callback_data.event)
    if event is None or event.centre_id != callback_data.centre:
        return rewrite(talk, press, *await _events(talk, callback_data))
    return await link_for_lecturer(talk, event)


@router.callback_query(InviteAs.filter())
async def invite(press: CallbackQuery, callback_data: InviteAs, talk: Talk) -> Replies:
    await talk.need_at(Right.APPOINT, callback_data.centre or None)
    centre = await _centre(talk, callback_data.centre)
    if callback_data.centre and centre is None:
        return out_of_date(talk)
    secret = await appointing.invite(
        talk.session,
        by=talk.person,
        role=callback_data.role,
        centre_id=centre.id if centre else None,
        now=talk.now,
    )
    name = centre_name(talk.say, centre) if centre else ""
    return _link(talk, secret, callback_data.role, centre_label(talk.say, name))


async def link_for_lecturer(talk: Talk, event: Event) -> Reply:
    """Who may is asked before."""
    secret = await appointing.invite(
        talk.session,
        by=talk.person,
        role=Role.LECTURER,
        centre_id=event.centre_id,
        event=event,
        now=talk.now,
    )
    return _link(talk, secret, Role.LECTURER, words.quoted_title(talk.say, event))


async def accept_invitation(talk: Talk, secret: str) -> Replies:
    """Behind `/start st_<secret>`."""
    accepted = await appointing.accept(
        talk.session, secret=secret, person=talk.person, now=talk.now
    )
    centre = await talk.session.get(Centre, accepted.centre_id) if accepted.centre_id else None
    name = centre_name(talk.say, centre) if centre else ""
    text = words.welcome(talk.say, accepted.role, centre_label(talk.say, name))
    return [
        say_to(talk, text, await doors(talk)),
        await commands.own(talk, talk.say),
        *await introduce_staff(talk),
    ]


def _link(talk: Talk, secret: str, role: Role, where: str) -> Reply:
    until = talk.now + appointing.INVITATION_LIVES
    link = talk.house.link(f"st_{secret}")
    return say_to(talk, words.invitation(talk.say, link, role, where, until, now=talk.now))


async def _own_centres(talk: Talk) -> list[Centre | None]:
    """None, the last, is all of them."""
    own: list[Centre | None] = [*await talk.centres(Right.APPOINT)]
    has_all = (await talk.realm(Right.APPOINT)).has(centre_id=None)
    return [*own, None] if has_all else own


async def _centre(talk: Talk, number: int) -> Centre | None:
    """0 is all of them."""
    return await talk.session.get(Centre, number) if number else None


def _centres(talk: Talk, own: Sequence[Centre | None], view: StaffList) -> Shown:
    say = talk.say
    page = list_page(own, view.page)
    choices = [
        [
            button(
                centre_label(say, centre_name(say, one) if one else ""),
                InviteStaff(centre=one.id if one else 0),
            )
        ]
        for one in page.shown
    ]
    turns = keyboards.turns(say, view, page=page.number, has_more=page.has_more)
    back = [button(say(labels.BACK), StaffList())]
    return words.ask_centre(say), keyboards.rows([*choices, turns, back])


def _roles(talk: Talk, centre: Centre | None) -> Shown:
    """A lecturer is of events, and these are of one centre."""
    say, number = talk.say, centre.id if centre else 0
    roles = [role for role in Role if centre or role is not Role.LECTURER]
    choices = [[button(role_label(say, one), InviteAs(centre=number, role=one))] for one in roles]
    name = centre_name(say, centre) if centre else ""
    text = words.ask_role(say, roles, centre_label(say, name))
    return text, keyboards.rows([*choices, [button(say(labels.BACK), StaffList())]])


async def _events(talk: Talk, view: InviteAs) -> Shown:
    say, first = talk.say, view.page * PER_PAGE
    of_centre = Realm(frozenset({view.centre}))
    found = await not_over(talk.session, of_centre, now=talk.now, limit=PER_PAGE + 1, offset=first)
    choices = [
        [button(label(say, one), view.model_copy(update={"event": one.id, "page": 0}))]
        for one in found[:PER_PAGE]
    ]
    turns = keyboards.turns(say, view, page=view.page, has_more=len(found) > PER_PAGE)
    back = [button(say(labels.BACK), InviteStaff(centre=view.centre))]
    text = words.ask_event(say, is_empty=not choices)
    return text, keyboards.rows([*choices, turns, back])
