"""Whether a new event answers what somebody asked to hear of."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from catalogue.search.index import Index
from catalogue.search.ranking import FOUND
from catalogue.subscriptions.wanted import Wanted, question_of

_CLOSE = 0.8
"""The share of the best score that an event needs beside an event which fits better."""


def answering(
    index: Index, wanted: Wanted, new: AbstractSet[int], *, now: datetime
) -> tuple[int, ...]:
    """Those of the new events (by row id) that a search for the wanted would surely have found.

    Ranked among all that is in the programme, since alone anything would look like the best.
    """
    question = question_of(wanted)
    best = index.find(question, now=now, limit=1)
    if best.verdict != "found":
        return ()
    least = max(FOUND, best.hits[0].match * _CLOSE)
    hits = index.find(question, now=now, limit=best.total).hits
    return tuple(h.document.key for h in hits if h.document.key in new and h.match >= least)
