"""Owners, staff and their invitations."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.words.speech import Speech


def members(say: Speech, lines: Sequence[Markup]) -> Markup:
    if not lines:
        return say("<b>Staff</b>\nNobody yet. Make a one-time link and send it to a colleague:")
    return Markup("\n").join([say("<b>Staff</b>"), *lines])


def member_line(say: Speech, name: str, centre: str, since: datetime) -> Markup:
    return say(
        "• {name}, {centre}, since {day}",
        name=name or say("no name given yet"),
        centre=centre or say("all centres"),
        day=say.date_alone(since),
    )


def invite_label(say: Speech, centre: str) -> str:
    return say("Invite: {centre}", centre=centre).unescape()[:60]


def dismiss_label(say: Speech, name: str) -> str:
    return say("Remove: {name}", name=name or say("no name given yet")).unescape()[:60]


def invitation(say: Speech, link: str, centre: str, expires_at: datetime) -> Markup:
    return say(
        "Send this link to one colleague ({centre}). It works once, until {when}:\n\n{link}",
        link=link,
        centre=centre or say("all centres"),
        when=say.moment(expires_at),
    )


def welcome(say: Speech, centre: str) -> Markup:
    return say(
        "Welcome! You now have the rights of a coordinator ({centre}). "
        "Whoever invited you will tell you what comes next.",
        centre=centre or say("all centres"),
    )


def dismiss_question(say: Speech, name: str) -> Markup:
    return say("Remove {name} from the staff?", name=name or say("no name given yet"))


def dismissed(say: Speech, name: str) -> Markup:
    return say("{name} is no longer staff.", name=name or say("no name given yet"))
