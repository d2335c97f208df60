"""What the roles are called, and what each of them may do."""

from collections.abc import Mapping

from markupsafe import Markup

from catalogue.people.tables import Person, Role
from handlers.words.events import shortened
from handlers.words.speech import Speech, _, capitalised

LONGEST = 60

ROLES: Mapping[Role, str] = {
    Role.OWNER: _("owner"),
    Role.COORDINATOR: _("coordinator"),
    Role.LECTURER: _("lecturer"),
    Role.DOOR: _("check-in"),
    Role.OBSERVER: _("observer"),
}

#: Said to the one who has just got the role.
MAY: Mapping[Role, str] = {
    Role.OWNER: _(
        "You may do everything at the centre: keep its programme, write to people, answer their "
        "questions, and invite colleagues with /staff."
    ),
    Role.COORDINATOR: _(
        "You may keep the programme, decide about those who take part, write to people and answer "
        "their questions. Your commands stand in the menu."
    ),
    Role.LECTURER: _(
        "You see your own events, how many come to them and who. They are behind /lectures."
    ),
    Role.DOOR: _(
        "You see the coming events of the centre and who comes to them, to tick them off at the "
        "door. They are behind /lectures."
    ),
    Role.OBSERVER: _("You see the numbers of the centre, without names. They are behind /numbers."),
}


def role_name(say: Speech, role: Role) -> Markup:
    return say(ROLES[role])


def role_label(say: Speech, role: Role) -> str:
    """For a button."""
    return capitalised(str(role_name(say, role)))


def name_of(say: Speech, person: Person | None) -> str:
    """Plain text, to be escaped where it is put into a message."""
    if person is None or person.forgotten_at is not None:
        return str(say("somebody who was deleted"))
    return shortened(person.name, LONGEST) or str(say("no name given yet"))


def centre_label(say: Speech, name: str) -> str:
    """Plain text; without a name it is all of them."""
    return shortened(name, LONGEST) or str(say("all centres"))
