"""Owners invite staff by a one-time link, and let them go again."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from catalogue.centres.queries import all_centres
from catalogue.centres.tables import Centre
from catalogue.people import staff
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Person, Role, StaffMember
from handlers import callbacks, commands, keyboards
from handlers.keyboards import press as button
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words import staff as words

router = Router(name="staff")


@router.message(Command("darbuotojai", "staff"))
async def members(message: Message, talk: Talk) -> Replies:
    talk.owners_only()
    people = await staff.members(talk.session)
    lines = [
        words.member_line(
            talk.say, person.name, await _centre_name(talk, member), member.since, now=talk.now
        )
        for member, person in people
    ]
    return say_to(
        talk,
        words.members(talk.say, lines),
        keyboards.rows(
            [
                *[
                    [
                        button(
                            words.dismiss_label(talk.say, person.name),
                            callbacks.Dismiss(member=member.id),
                        )
                    ]
                    for member, person in people
                ],
                *[
                    [
                        button(
                            words.invite_label(talk.say, centre.name),
                            callbacks.InviteStaff(centre=centre.id),
                        )
                    ]
                    for centre in await all_centres(talk.session)
                ][:20],
                [
                    button(
                        words.invite_label(talk.say, str(talk.say(labels.ALL_CENTRES))),
                        callbacks.InviteStaff(centre=0),
                    )
                ],
            ]
        ),
    )


@router.callback_query(callbacks.InviteStaff.filter())
async def invite(press: CallbackQuery, callback_data: callbacks.InviteStaff, talk: Talk) -> Replies:
    talk.owners_only()
    centre = await talk.session.get(Centre, callback_data.centre) if callback_data.centre else None
    if callback_data.centre and centre is None:
        raise StaffOnly
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
        commands.for_chat(talk.chat_id, talk.say, is_owner=talk.is_owner),
    ]


@router.callback_query(callbacks.Dismiss.filter())
async def dismiss(press: CallbackQuery, callback_data: callbacks.Dismiss, talk: Talk) -> Replies:
    talk.owners_only()
    member = await talk.session.get(StaffMember, callback_data.member)
    if member is None:
        raise StaffOnly
    person = await talk.session.get_one(Person, member.person_id)
    if not callback_data.sure:
        sure = callbacks.Dismiss(member=member.id, sure=True)
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
    await staff.dismiss(talk.session, member_id=member.id)
    return rewrite(talk, press, words.dismissed(talk.say, person.name))


async def _centre_name(talk: Talk, member: StaffMember) -> str:
    if member.centre_id is None:
        return ""
    return (await talk.session.get_one(Centre, member.centre_id)).name
