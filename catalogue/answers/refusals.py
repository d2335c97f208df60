"""What is refused about approved answers."""

from catalogue.refusals import Refusal


class AnswerGone(Refusal):
    """Somebody has removed it meanwhile."""


class NotAQuestion(Refusal):
    """A question needs a word that says what about, and some room is left for no more than that."""


class NotAnAnswer(Refusal):
    """Empty, or longer than a message holds."""
