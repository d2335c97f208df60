"""A question that goes on from another: from what was said before, or with less of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from catalogue.programme.tables import Event
from catalogue.search import follow_ups
from catalogue.search.follow_ups import Shown
from catalogue.search.questions import Question
from handlers.words.answers.conditions import named
from handlers.words.speech import Speech


def going_on(
    before: Question, now: Question, *, seen: Sequence[Event], say: Speech, at: datetime
) -> Question:
    """The question `now`, with what it leaves unsaid from the one before; `seen` is what that one
    showed.
    """
    merged = follow_ups.followed(before, now, shown=_shown(seen, say))
    if merged is None:
        return now
    days = merged.filters.first, merged.filters.last
    doubts = tuple(one for one in now.doubts if (one.meant.first, one.meant.last) == days)
    return _reworded(replace(merged, doubts=doubts), say=say, at=at)


def without(question: Question, name: str, *, say: Speech, at: datetime) -> Question:
    """The question with one condition let go; the same where it has none of that name."""
    if name not in follow_ups.removable(question):
        return question
    return _reworded(follow_ups.without(question, name), say=say, at=at)


def _reworded(question: Question, *, say: Speech, at: datetime) -> Question:
    """No sentence of the person's says it, so its text is its conditions."""
    told = ", ".join(named(say, question, now=at).values())
    return replace(question, text=told or question.text)


def _shown(seen: Sequence[Event], say: Speech) -> Shown:
    prices = [event.price_eur for event in seen if event.price_eur is not None]
    days = [say.local(event.starts_at).date() for event in seen]
    return Shown(
        cheapest=min(prices, default=None),
        first=min(days, default=None),
        last=max(days, default=None),
    )
