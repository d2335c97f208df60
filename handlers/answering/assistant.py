"""What is asked of the assistant itself: help, greetings, language, privacy, settings."""

import re

from catalogue.answers.words import is_question, telling
from catalogue.finding import browsing
from handlers.answering.centres import known_or_asked_elsewhere
from handlers.answering.values import Answer, Asked, Step
from handlers.words import menu
from handlers.words.answers import assistant as words

_THANKS = re.compile(r"^\W*(?:aciu|dekui|dekoju|thanks|thank\syou)\b")

_GREETING = re.compile(
    r"^\W*(?:labas|sveik|laba\sdiena|labas\srytas|hello|hi|start|kas\s(?:tu|jus))\b"
)


async def offer_help(asked: Asked) -> Answer:
    if _THANKS.search(asked.folded):
        text = words.thanks(asked.say)
    elif _GREETING.search(asked.folded):
        count = await browsing.count(asked.session, now=asked.now)
        text = menu.welcome(asked.say, count)
    else:
        text = menu.help_text(asked.say)
    return Answer(verdict="found", text=text, step=Step.DOORS)


async def privacy(asked: Asked) -> Answer:
    return Answer(verdict="found", text=words.privacy(asked.say), step=Step.PRIVACY)


async def language(asked: Asked) -> Answer:
    return Answer(verdict="found", text=words.language(asked.say), step=Step.LANGUAGE)


async def preferences(asked: Asked) -> Answer:
    return Answer(verdict="found", text=words.preferences(asked.say), step=Step.NEWS)


async def unknown(asked: Asked) -> Answer:
    """A question that nobody has answered is told so; what is no question gets something to try."""
    if is_question(asked.question.text) and telling(asked.question.text)[0]:
        return await known_or_asked_elsewhere(asked)
    return Answer(verdict="nothing", text=words.unknown(asked.say), step=Step.EXAMPLES)
