"""Owners invite staff by a one-time link, and let them go again."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.methods import SetMyCommands
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.people import staff
from catalogue.people.languages import language_of
from catalogue.people.tables import Person, Role, StaffMember
from handlers import callbacks, commands, keyboards, staff_callbacks
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import staff as words
from handlers.words.speech import Speech

router = Router(name="staff")


@router.message(Command("darbuotojai", "staff", ignore_case=True))
async def members(message: Message, talk: Talk) -> Replies:
    talk.owners_only()
    return say_to(talk, *await _members(talk))


@router.callback_query(staff_callbacks.InviteStaff.filter())
async def invite(
    press: CallbackQuery, callback_data: staff_callbacks.InviteStaff, talk: Talk
) -> Replies:
    talk.owners_only()
    centre = await talk.session.get(Centre, callback_data.centre) if callback_data.centre else None
    if callback_data.centre and centre is None:
        return rewrite(talk, press, *await _members(talk))
    secret = await staff.invite(
        talk.session,
        by=talk.person,
        role=Role.COORDINATOR,
        centre_id=centre.id if centre else None,
        now=talk.now,
    )
    return say_to(
        talk,
        words.invitation(
            talk.say,
            talk.house.link(f"st_{secret}"),
            centre.name if centre else "",
            talk.now + staff.INVITATION_LIVES,
        ),
    )


async def accept_invitation(talk: Talk, secret: str) -> Replies:
    """Behind `/start st_<secret>`."""
    member = await staff.accept(talk.session, secret=secret, person=talk.person, now=talk.now)
    text = words.welcome(talk.say, await _centre_name(talk, member))
    return [
        say_to(talk, text, keyboards.doors(talk.say)),
        await commands.own(talk, talk.say),
    ]


@router.callback_query(staff_callbacks.Dismiss.filter())
async def dismiss(
    press: CallbackQuery, callback_data: staff_callbacks.Dismiss, talk: Talk
) -> Replies:
    """Asks once; where somebody else was quicker, the list as it stands now."""
    talk.owners_only()
    member = await talk.session.get(StaffMember, callback_data.member)
    if member is None:
        return rewrite(talk, press, *await _members(talk))
    person = await talk.session.get_one(Person, member.person_id)
    if not callback_data.sure:
        sure = staff_callbacks.Dismiss(member=member.id, sure=True)
        return say_to(
            talk,
            words.dismiss_question(talk.say, person.name),
            keyboards.rows(
                [
                    [button(talk.say(labels.YES_DISMISS), sure)],
                    [button(talk.say(labels.STOP), callbacks.StopForm())],
                ]
            ),
        )
    await talk.session.delete(member)
    await talk.session.flush()
    answer = rewrite(talk, press, words.dismissed(talk.say, person.name))
    return [answer, *await _menu_of(talk, person)]


async def _menu_of(talk: Talk, person: Person) -> list[SetMyCommands]:
    """A colleague's, as their rights are now."""
    if person.telegram_id is None or person.telegram_id in talk.house.owner_ids:
        return []
    language = language_of(person, default=talk.house.default_language)
    return [
        commands.for_chat(
            person.telegram_id,
            Speech(language, talk.say.timezone),
            await staff.rights_of(talk.session, person=person),
        )
    ]


async def _members(talk: Talk) -> tuple[Markup, InlineKeyboardMarkup]:
    """Who is staff, with a button to let each of them go, and one to invite for each centre."""
    say = talk.say
    people = await staff.members(talk.session)
    lines = [
        words.member_line(say, person.name, await _centre_name(talk, member), member.since)
        for member, person in people
    ]
    dismissals = [
        button(words.dismiss_label(say, person.name), staff_callbacks.Dismiss(member=member.id))
        for member, person in people
    ]
    invitations = [
        button(words.invite_label(say, name), staff_callbacks.InviteStaff(centre=centre_id))
        for centre_id, name in [
            *[(centre.id, centre.name) for centre in await all_centres(talk.session)][:20],
            (0, str(say(labels.ALL_CENTRES))),
        ]
    ]
    return words.members(say, lines), keyboards.rows([each] for each in [*dismissals, *invitations])


async def _centre_name(talk: Talk, member: StaffMember) -> str:
    if member.centre_id is None:
        return ""
    return (await talk.session.get_one(Centre, member.centre_id)).name
