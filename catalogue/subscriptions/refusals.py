"""What is refused to those who want to hear of new events."""

from catalogue.refusals import Refusal


class TooManySubscriptions(Refusal):
    """One of them has to be stopped first."""
