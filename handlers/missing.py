"""Noting what people looked for in vain, for staff to see what words the search lacks."""

from collections.abc import Iterable

from catalogue.glossary import misses
from catalogue.glossary.preview import is_found
from catalogue.people.rights import Right
from handlers.answering import Answer
from handlers.talk import Talk


async def note(talk: Talk, found: Answer, text: str = "") -> None:
    """Without the person. Who teaches words and tries them out is not counted.

    What was answered in doubt is taken back as soon as one of the events offered is chosen.
    """
    await chosen(talk, (event.id for event in found.events if found.verdict == "found"))
    if found.verdict == "found" or not found.wanted or await talk.realm(Right.ANSWER):
        return
    topic = tuple(found.wanted.get("topic", ()))
    index = await talk.house.finder.index(talk.session)
    number = await misses.note(
        talk.session,
        found.wanted,
        is_known=bool(topic) and is_found(index, topic, now=talk.now),
        day=talk.say.local(talk.now).date(),
        text=text,
        own_name=talk.person.name,
    )
    if number is not None and found.verdict == "unsure":
        offered = [event.id for event in found.events]
        await talk.state.update_data(doubt={"miss": number, "events": offered})


async def chosen(talk: Talk, events: Iterable[int]) -> None:
    """These are opened: whether one of them was what the last doubtful answer offered."""
    doubt = (await talk.state.get_data()).get("doubt")
    if doubt is None:
        return
    if not set(events).isdisjoint(doubt["events"]):
        await misses.take_back(talk.session, doubt["miss"])
    await talk.state.update_data(doubt=None)
