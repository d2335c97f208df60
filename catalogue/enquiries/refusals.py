"""What is refused about questions to a coordinator."""

from dataclasses import dataclass
from datetime import datetime

from catalogue.people.tables import Person
from catalogue.refusals import NotAsAsked, Refusal


class NotAnEnquiry(NotAsAsked):
    """A question says something, and fits into a message."""


class NotAReply(NotAsAsked):
    """Empty, or longer than a message holds."""


@dataclass(eq=False)
class TooManyEnquiries(Refusal):
    """As many are open as may be, or else as many were asked within a day."""

    are_open: bool


class EnquiryGone(Refusal):
    """There is no such question, or the person has taken it back."""


@dataclass(eq=False)
class EnquirySettled(Refusal):
    """A colleague was quicker."""

    by: Person
    at: datetime


class TooManyTopics(Refusal):
    """Whose topics are as many as all are asked about everything."""
