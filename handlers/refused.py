"""The answer to what could not be done: a refusal, too much haste, or our own fault."""

from aiogram.types import InlineKeyboardMarkup

from catalogue.answers.refusals import NotAnAnswer, NotAQuestion
from catalogue.demand.refusals import NotDays
from catalogue.enquiries.refusals import NotAnEnquiry, NotAReply
from catalogue.glossary.refusals import NotAWord, SameWords, SaysNothing
from catalogue.learning import refusals as learning
from catalogue.learning.refusals import NamesSomebody, NotAReason, NotPartOfMeeting
from catalogue.materials import refusals as materials
from catalogue.needs import refusals as needs
from catalogue.people.refusals import NotAName
from catalogue.practice.refusals import NotAnExample
from catalogue.programme.refusals import NotHolidays, NotUnderstood
from catalogue.refusals import Refusal
from handlers import keyboards
from handlers.replies import Reply
from handlers.showing import say_to
from handlers.talk import Talk
from handlers.words import menu
from handlers.words.refusals import worded

#: The form waits for another try.
STILL_ASKED = (NotAName, NotHolidays, NotAWord, SaysNothing, SameWords, NotAQuestion, NotAnAnswer,
               NotAReason, NamesSomebody, NotPartOfMeeting,
               learning.NotAKind, learning.NotATitle, learning.NotADay, learning.NotHours,
               learning.NotATarget, materials.NotAMaterial, materials.NotATitle,
               NotDays, needs.TooLong, needs.NotAQuestion, NotAnExample,
               NotUnderstood, NotAnEnquiry, NotAReply)  # fmt: skip


def asks_again(refusal: Refusal) -> bool:
    """Whether a form that is open goes on; any other refusal ends it, for no try would help."""
    return isinstance(refusal, STILL_ASKED)


def refused(talk: Talk, refusal: Refusal, way_on: InlineKeyboardMarkup | None = None) -> Reply:
    """In words, with the next step as a button; a form that asks again keeps its own."""
    text = worded(talk.say, refusal, now=talk.now)
    if not asks_again(refusal):
        return say_to(talk, text, keyboards.doors(talk.say))
    return say_to(talk, text, way_on or keyboards.stop(talk.say))


def too_many(talk: Talk) -> Reply:
    return say_to(talk, menu.slow_down(talk.say))


def something_broke(talk: Talk) -> Reply:
    return say_to(talk, menu.something_broke(talk.say), keyboards.doors(talk.say))
