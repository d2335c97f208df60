"""The answer to what could not be done: a refusal, too much haste, or our own fault."""

from aiogram.types import InlineKeyboardMarkup

from catalogue.refusals import NotAsAsked, Refusal
from handlers import keyboards
from handlers.replies import Reply
from handlers.showing import say_to
from handlers.talk import Talk
from handlers.words import menu
from handlers.words.refusals import worded


def refused(talk: Talk, refusal: Refusal, way_on: InlineKeyboardMarkup | None = None) -> Reply:
    """In words, with the next step as a button; a form that asks again keeps its own."""
    text = worded(talk.say, refusal, now=talk.now)
    if not isinstance(refusal, NotAsAsked):
        return say_to(talk, text, keyboards.doors(talk.say))
    return say_to(talk, text, way_on or keyboards.stop(talk.say))


def too_many(talk: Talk) -> Reply:
    return say_to(talk, menu.slow_down(talk.say))


def something_broke(talk: Talk) -> Reply:
    return say_to(talk, menu.something_broke(talk.say), keyboards.doors(talk.say))
