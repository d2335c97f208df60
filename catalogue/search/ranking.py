"""The order of events that answer a query: by its words, for whom they are, and by theme."""

from catalogue.search.likeness import Placed, Theme, moved
from catalogue.search.matching import Scored

FOUND = 0.65
UNSURE = 0.4
NEAREST = 0.2
"""The least score of a sure answer, of a doubtful one, and of one that is offered instead."""

FITS = 0.6
"""The least score with which a group's own event comes before better ones for everyone."""

_FOR_EVERYONE = 0.8
"""What an event for every teacher is worth to who asked for a group's own."""

_AFTER_ITS_OWN = 0.99
"""What it is worth at most, of the least that is a sure answer for the group itself."""

_ABOUT_IT = 0.1
"""How far apart being about a group puts the events for it, where nothing else was asked."""


def for_group(by_words: list[Scored], own: int, least: float) -> list[Scored]:
    """Ranked events with those of the group itself before those for everyone."""
    sure = [score for score, bits in by_words if bits & own and score >= FITS]
    most = _AFTER_ITS_OWN * min(sure, default=1.0)
    ranked: list[Scored] = []
    for score, bits in by_words:
        ranked += [(score, bits & own), (min(score * _FOR_EVERYONE, most), bits & ~own)]
    return sorted(
        ((score, bits) for score, bits in ranked if bits and score >= least), reverse=True
    )


def by_group(by_words: list[Scored]) -> list[Scored]:
    """Events for a group by how much they are about it: all fit, so they are close together."""
    return [(1 - _ABOUT_IT * (1 - score), bits) for score, bits in by_words]


def by_theme(ranked: list[Scored], theme: Theme, own: int | None) -> list[Placed]:
    """Ranked events in the order of their theme too.

    Where a group is asked for, its own events that are sure answers still come first.
    """
    if own is None:
        return moved(ranked, theme)
    sure = [(score, bits & own) for score, bits in ranked if score >= FITS]
    rest = [(score, bits & ~own if score >= FITS else bits) for score, bits in ranked]
    ahead = moved([one for one in sure if one[1]], theme)
    behind = moved([one for one in rest if one[1]], theme)
    if not ahead or not behind:
        return ahead or behind
    share = min(1.0, _AFTER_ITS_OWN * ahead[-1].score / behind[0].score)
    return ahead + [one._replace(score=one.score * share) for one in behind]
