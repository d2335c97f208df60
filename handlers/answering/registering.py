"""From wanting to join to the card of the event."""

import re

from markupsafe import Markup

from handlers.answering.events import in_doubt, nothing, numbered
from handlers.answering.facts import standing_of
from handlers.answering.meant import meant
from handlers.answering.values import Answer, Asked, Step, with_events
from handlers.words.answers import facts as fact_words
from handlers.words.answers import registering as words

_COLLEAGUE = re.compile(r"\bkoleg|\bcolleague|\bvietoje?\smanes|\binstead\sof\sme|\bin\smy\splace")


async def register(asked: Asked) -> Answer:
    if _COLLEAGUE.search(asked.folded):
        return Answer(verdict="found", text=words.for_a_colleague(asked.say), step=Step.MINE)
    events, result = await meant(asked, own_too=False)
    if result and result.verdict == "nothing":
        return await nothing(asked, result)
    if not events:
        text = words.what_to_join(asked.say)
        return Answer(verdict="unsure", text=text, step=Step.DOORS)
    if result and result.verdict == "unsure":
        return await in_doubt(asked, result)
    if len(events) == 1:
        stands = await standing_of(asked, events[0])
        heading = words.to_register(asked.say, events[0], stands, now=asked.now)
        about = fact_words.about(asked.say, events[0], now=asked.now)
        text = Markup("{}\n\n{}").format(heading, about)
        card = Answer(verdict="found", text=text, heading=heading, step=Step.CARD)
        return with_events(card, events)
    text = words.which_to_join(asked.say, await numbered(asked, events))
    return with_events(Answer(verdict="found", text=text, step=Step.EVENTS), events)
