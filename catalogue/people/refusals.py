"""What is refused to a person as a person."""

from dataclasses import dataclass

from catalogue.refusals import NotAsAsked, Refusal


@dataclass(eq=False)
class NotAName(NotAsAsked):
    """A name has a first and a last one, three letters at least and a hundred at most."""

    written: str


class ConsentNeeded(Refusal):
    """Nothing of a person's work is kept before they have agreed that anything is."""


class InvitationSpent(Refusal):
    """The link was used before, has expired, or was never made."""


class StaffOnly(Refusal):
    """Staff and owners; whoever got hold of a button is no more than they were."""


class RightNeeded(StaffOnly):
    """A member of staff, but without this right, or not at this centre."""


class OwnInvitation(Refusal):
    """Nobody makes themselves anything: a link is for somebody else."""


@dataclass(eq=False)
class NotATelephone(NotAsAsked):
    """A number has its country's code, or is Lithuanian."""

    written: str
