"""What is refused to those who want to hear of new events."""

from dataclasses import dataclass

from catalogue.refusals import Refusal


@dataclass(eq=False)
class TooManySubscriptions(Refusal):
    """One of them has to be stopped first."""
