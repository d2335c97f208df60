"""From an understood question to what to answer: from the catalogue alone, honest about the rest.

Knows no aiogram: the chat and the command line answer with the same words.
"""

from handlers.answering.centres import of_key
from handlers.answering.events import otherwise
from handlers.answering.going_on import without
from handlers.answering.intents import answer
from handlers.answering.values import PER_PAGE, Answer, Asked, Step

__all__ = ["PER_PAGE", "Answer", "Asked", "Step", "answer", "of_key", "otherwise", "without"]
