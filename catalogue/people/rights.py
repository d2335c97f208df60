"""Who may do what: every role and its rights, in one table."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.people.tables import Role


class Right(enum.StrEnum):
    """What staff may do at a centre; each command and button of theirs asks for one of these."""

    APPOINT = "appoint"
    """Invite staff of the centre and let them go."""
    PROGRAMME = "programme"
    """Make, change, publish and cancel events; take a programme in and hand it out."""
    PARTICIPANTS = "participants"
    """All that is known of who takes part, and every decision about it."""
    ROLL = "roll"
    """The names of who comes, for the one at the door or before the class."""
    MATERIALS = "materials"
    """Give those who come something to look at later."""
    FEEDBACK = "feedback"
    """What those who came say of an event, never of fewer than five."""
    ANNOUNCE = "announce"
    """Write to many at once."""
    ANSWER = "answer"
    """Answer teachers' questions; teach words and known answers."""
    NUMBERS = "numbers"
    """Counts, never of fewer than five people."""
    JOURNAL = "journal"
    """What staff have done."""


_ALL = frozenset(Right)
RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.OWNER: _ALL,
    Role.COORDINATOR: _ALL - {Right.APPOINT},
    Role.LECTURER: frozenset({Right.ROLL, Right.MATERIALS, Right.FEEDBACK}),
    Role.DOOR: frozenset({Right.ROLL}),
    Role.OBSERVER: frozenset({Right.NUMBERS}),
}


def roles_with(right: Right) -> list[Role]:
    return [role for role, rights in RIGHTS.items() if right in rights]


@dataclass(frozen=True, slots=True)
class Realm:
    """Where a person has a right: at `centres` (None is at all of them) and at single `events`."""

    centres: frozenset[int] | None = frozenset()
    events: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return self.centres is None or bool(self.centres or self.events)

    @property
    def only(self) -> int | None:
        """The centre, where it is exactly one."""
        return next(iter(self.centres)) if self.centres and len(self.centres) == 1 else None

    def has(self, *, centre_id: int | None, event_id: int | None = None) -> bool:
        """No centre asks for all of them."""
        return self.centres is None or centre_id in self.centres or event_id in self.events


EVERYWHERE = Realm(centres=None)
