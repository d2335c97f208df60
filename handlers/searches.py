"""What was sought in a conversation: buttons act on it, and the next words go on from it."""

import json
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from catalogue.search.follow_ups import kept, recalled
from catalogue.search.questions import Question
from handlers.talk import Talk

#: How many searches a conversation remembers for their buttons.
REMEMBERED = 12

#: For how long „o Vilniuje?“ goes on from the last one; after that it is a question of its own.
GOES_ON_FOR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class LastSearch:
    """With the page on the screen; not sure where that was only offered."""

    question: Question
    page: int
    is_sure: bool


async def remember(talk: Talk, question: Question) -> str:
    """The mark by which a button finds the question again, also after others were asked."""
    found = kept(question)
    mark = format(zlib.crc32(json.dumps(found, sort_keys=True).encode()), "08x")
    others = [one for one in await _searches(talk) if one[0] != mark]
    await talk.state.update_data(searches=[*others, (mark, found)][-REMEMBERED:])
    return mark


async def recall(talk: Talk, mark: str) -> Question | None:
    """None where so many were asked since that it is forgotten."""
    return next((recalled(found) for one, found in await _searches(talk) if one == mark), None)


async def go_on_from(talk: Talk, mark: str, *, page: int, is_sure: bool) -> None:
    """The next words are about this search."""
    last = {"mark": mark, "page": page, "is_sure": is_sure, "at": talk.now.isoformat()}
    await talk.state.update_data(search=last)


async def current(talk: Talk) -> LastSearch | None:
    """The search that the next words may go on from."""
    last = (await talk.state.get_data()).get("search")
    if last is None or talk.now - datetime.fromisoformat(last["at"]) > GOES_ON_FOR:
        return None
    question = await recall(talk, last["mark"])
    return LastSearch(question, last["page"], last["is_sure"]) if question else None


async def _searches(talk: Talk) -> list[tuple[str, dict[str, Any]]]:
    """Marks with questions, the oldest first; pairs, since a database may sort what is named."""
    found: list[tuple[str, dict[str, Any]]] = (await talk.state.get_data()).get("searches", [])
    return found
