"""What is refused to those who tell what they made use of."""

from dataclasses import dataclass

from catalogue.programme.tables import Event
from catalogue.refusals import NotAsAsked, Refusal


@dataclass(eq=False)
class UseSaid(Refusal):
    """Once for each; what was told cannot be changed any more."""

    event: Event


@dataclass(eq=False)
class UseOver(Refusal):
    """It is too late: answers are counted already."""

    event: Event


class ExampleGone(Refusal):
    """It was taken back or removed meanwhile, or is not for this person."""


class NotAnExample(NotAsAsked):
    """Nothing, or more than fits into one message beside others."""
