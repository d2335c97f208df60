"""What is refused to those who want to say something of an event."""

from dataclasses import dataclass

from catalogue.programme.tables import Event
from catalogue.refusals import Refusal


@dataclass(eq=False)
class FeedbackOver(Refusal):
    """It is too late: what was said has been told."""

    event: Event


@dataclass(eq=False)
class FeedbackGiven(Refusal):
    """Once for each; which one it was nobody knows."""

    event: Event
