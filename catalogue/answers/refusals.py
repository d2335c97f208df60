"""What is refused about approved answers."""

from catalogue.refusals import NotAsAsked, Refusal


class AnswerGone(Refusal):
    """Somebody has removed it meanwhile."""


class NotAQuestion(NotAsAsked):
    """A question needs a word that says what about, and is not a story."""


class TooManyQuestions(Refusal):
    """The answer is found by as many questions as may be."""


class NotAnAnswer(NotAsAsked):
    """Empty, or longer than a message holds."""
