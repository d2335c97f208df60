"""Staff, their invitations, and what becomes of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.appointing.roster import Invited, Member
from catalogue.people.rights import RIGHTS, Right
from catalogue.people.tables import Person, Role
from catalogue.programme.tables import Event
from handlers.words.events import centre_name, shortened, title
from handlers.words.office.roles import LONGEST, MAY, centre_label, name_of, role_label, role_name
from handlers.words.speech import Speech, _

#: What each role is for, told to the one who chooses it.
DOES: Mapping[Role, str] = {
    Role.OWNER: _("• {role}: everything, also inviting colleagues"),
    Role.COORDINATOR: _("• {role}: the programme, those who take part, announcements, answers"),
    Role.LECTURER: _("• {role}: the list of those who take part in their own event"),
    Role.DOOR: _("• {role}: the lists of all events of the centre, to tick off who came"),
    Role.OBSERVER: _("• {role}: numbers only, without names"),
}


def members(
    say: Speech, shown: Sequence[Member], links: Sequence[Invited], *, now: datetime
) -> Markup:
    lines = [say("<b>Staff</b>")]
    if not shown:
        lines.append(say("Nobody yet. Make a one-time link and send it to a colleague."))
    heading = None
    for one in shown:
        centre = centre_label(say, centre_name(say, one.centre) if one.centre else "")
        if centre != heading:
            heading = centre
            lines += [Markup(""), Markup("<b>{}</b>").format(centre)]
        lines.append(member_line(say, one))
    if links:
        lines += [Markup(""), say("<b>Links that nobody has followed yet</b>")]
        lines += [_link_line(say, one, now=now) for one in links]
    return Markup("\n").join(lines)


def member_line(say: Speech, member: Member) -> Markup:
    told = say(
        "• {name}: {role}, since {day}",
        name=name_of(say, member.person),
        role=role_name(say, member.row.role),
        day=say.date_alone(member.row.since),
    )
    if member.row.role is not Role.LECTURER:
        return told
    return say.n("{told}, {n} event", "{told}, {n} events", member.events, told=told)


def dismiss_label(say: Speech, member: Member) -> str:
    name, role = name_of(say, member.person), role_name(say, member.row.role)
    return say("Remove: {name}, {role}", name=shortened(name, 32), role=role).unescape()


def withdraw_label(say: Speech, invited: Invited) -> str:
    role, where = role_name(say, invited.invitation.role), shortened(_where(say, invited), 32)
    return say("Withdraw: {role}, {where}", role=role, where=where).unescape()


def ask_centre(say: Speech) -> Markup:
    return say("Staff of which centre are you inviting?")


def ask_role(say: Speech, roles: Sequence[Role], centre: str) -> Markup:
    lines = [say("Which rights does your colleague get ({centre})?", centre=centre), Markup("")]
    lines += [say(DOES[role], role=role_label(say, role)) for role in roles]
    return Markup("\n").join(lines)


def ask_event(say: Speech, *, is_empty: bool) -> Markup:
    if is_empty:
        return say("The centre has no coming events to which a lecturer could be invited.")
    return say("To which event are you inviting the lecturer?")


def invitation(
    say: Speech, link: str, role: Role, where: str, expires_at: datetime, *, now: datetime
) -> Markup:
    return say(
        "Send this link to one colleague ({role}, {where}). It works once, until {when}:\n\n{link}",
        link=link,
        role=role_name(say, role),
        where=where,
        when=say.deadline(expires_at, now=now),
    )


def welcome(say: Speech, role: Role, centre: str) -> Markup:
    got = say("Welcome! Your role: {role} ({centre}).", role=role_name(say, role),
              centre=centre)  # fmt: skip
    return Markup("{}\n\n{}").format(got, say(MAY[role]))


def dismiss_question(say: Speech, person: Person, role: Role, *, is_last: bool) -> Markup:
    """With what ends together with the role."""
    parts = [
        say(
            "Remove {name} from the staff ({role})?",
            name=name_of(say, person),
            role=role_name(say, role),
        )
    ]
    if Right.ANNOUNCE in RIGHTS[role]:
        parts.append(
            say(
                "With the rights end the links they made and nobody has followed, and their "
                "announcements that have not gone out yet."
            )
        )
    if is_last:
        parts.append(
            say(
                "This is the last owner of the centre: afterwards only the owners of the bot can "
                "invite its staff."
            )
        )
    return Markup("\n\n").join(parts)


def dismissed(say: Speech, person: Person, role: Role) -> Markup:
    return say(
        "{name} no longer has the role ({role}).",
        name=name_of(say, person),
        role=role_name(say, role),
    )


def quoted_title(say: Speech, event: Event) -> Markup:
    return say("“{title}”", title=shortened(title(say, event), LONGEST))


def lecturers(say: Speech, event: Event, people: Sequence[Person]) -> Markup:
    lines = [say("<b>Lecturers</b> of “{title}”", title=shortened(title(say, event), LONGEST))]
    lines += [Markup("• {}").format(name_of(say, one)) for one in people]
    if not people:
        lines.append(say("Nobody yet. Who follows the link sees the list of this event."))
    return Markup("\n").join(lines)


def drop_label(say: Speech, person: Person) -> str:
    return say("Remove: {name}", name=shortened(name_of(say, person), 48)).unescape()


def _link_line(say: Speech, one: Invited, *, now: datetime) -> Markup:
    return say(
        "• {role}, {where}: until {when}",
        role=role_name(say, one.invitation.role),
        where=_where(say, one),
        when=say.deadline(one.invitation.expires_at, now=now),
    )


def _where(say: Speech, one: Invited) -> str:
    """Plain text."""
    if one.event is not None:
        return quoted_title(say, one.event).unescape()
    return centre_label(say, centre_name(say, one.centre) if one.centre else "")
