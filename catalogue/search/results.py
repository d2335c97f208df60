"""What a search answers."""

from dataclasses import dataclass, field, replace
from typing import Literal

from catalogue.search.documents import Document
from catalogue.search.reasons import Reason, Sought, reasons

Verdict = Literal["found", "unsure", "nothing"]

_A_LITTLE = 0.01


@dataclass(frozen=True, slots=True)
class Hit:
    """A found event.

    `score` is its place in the list and `match` how well it answers the words, both in 0..1, and
    the first of a doubtful answer has less than any sure one's. Events of the same theme as the
    best have a better score than match.
    """

    document: Document
    score: float
    match: float
    asked: Sought = field(repr=False, compare=False)

    def worth(self, share: float) -> "Hit":
        """The same with only a share of its scores."""
        return replace(self, score=round(self.score * share, 4), match=round(self.match * share, 4))

    @property
    def why(self) -> tuple[Reason, ...]:
        """Why it was found, as kinds and values; worked out when asked.

        Words of the event as it has them, by where they stand: `title`, `subject` (also the
        priority field), `summary`, `audience`, `form`, `city`, `place`, `organiser`, `lecturer`.
        What a word of the query was taken for: `meant` (a slip: the word of the event), `concept`
        (a synonym: the name of the thing). What the event has of a filter that was said:
        `audience` (the group, or everyone), `form`, `organiser`, `language`, `city`, `mode`,
        `price` (EUR), `hours`, `date` (ISO). And `code`, where that was said.
        """
        return reasons(self.document, self.asked)


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a search.

    `alike` are events of the same theme as the best hits, and within the filters, which the words
    do not reach. `nearest` is there when nothing is found: events by theme or by time, for which
    the filters named in `relaxed` were let go. `total` counts all that the words found, not only
    the hits shown.
    With hits, `relaxed` is empty or names the audience: then they are for every teacher, and none
    that is as sure is for the group asked for.
    """

    verdict: Verdict
    hits: tuple[Hit, ...] = ()
    alike: tuple[Hit, ...] = ()
    nearest: tuple[Hit, ...] = ()
    total: int = 0
    relaxed: tuple[str, ...] = ()

    def doubted(self, *, below: float) -> "Result":
        """The same as a doubtful answer, the scores of which are all less than a sure one's."""
        share = min(1.0, (below - _A_LITTLE) / self.hits[0].score)
        return replace(
            self,
            verdict="unsure",
            hits=tuple(hit.worth(share) for hit in self.hits),
            alike=tuple(hit.worth(share) for hit in self.alike),
        )

    def listed(self, limit: int) -> tuple[Hit, ...]:
        """The hits and those alike in one list, best first."""
        return tuple(sorted((*self.hits, *self.alike), key=lambda hit: -hit.score)[:limit])
