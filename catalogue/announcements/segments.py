"""For whom an announcement is: blocks that all must hold, each of which may be turned round."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from catalogue.announcements.tables import Announcement


class Kind(enum.StrEnum):
    """What a block asks of a person. `value` is a topic's words, an event's row id, a fact of
    one's work as written, or a language.
    """

    TOPIC = "topic"
    REGISTERED = "registered"
    WAITING = "waiting"
    ATTENDED = "attended"
    GROUP = "group"
    SUBJECT = "subject"
    CITY = "city"
    SCHOOL = "school"
    LANGUAGE = "language"


OF_AN_EVENT = frozenset({Kind.REGISTERED, Kind.WAITING, Kind.ATTENDED})
OF_WORK = frozenset({Kind.GROUP, Kind.SUBJECT, Kind.CITY, Kind.SCHOOL})
MOST_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class Block:
    """`negated` admits those for whom it does not hold, or of whom it is not known."""

    kind: Kind
    value: str
    negated: bool = False

    @property
    def event_id(self) -> int | None:
        return int(self.value) if self.kind in OF_AN_EVENT else None


@dataclass(frozen=True, slots=True)
class Segment:
    """Without blocks it is everyone: of the house, or whom these `centres` know."""

    blocks: tuple[Block, ...] = ()
    centres: frozenset[int] | None = None

    @property
    def is_of_an_own_event(self) -> bool:
        """Those it is for have joined the event, so that it is no advertisement to them."""
        return any(one.kind in OF_AN_EVENT and not one.negated for one in self.blocks)

    @property
    def event_ids(self) -> list[int]:
        return [one.event_id for one in self.blocks if one.event_id is not None]

    def narrowed(self, block: Block) -> "Segment":
        """With one more block; the same question asked again is asked once, as asked last."""
        others = [one for one in self.blocks if (one.kind, one.value) != (block.kind, block.value)]
        return replace(self, blocks=(*others[: MOST_BLOCKS - 1], block))

    def without(self, number: int) -> "Segment":
        """A number that is not there changes nothing."""
        left = tuple(one for at, one in enumerate(self.blocks) if at != number)
        return replace(self, blocks=left)

    def turned(self, number: int) -> "Segment":
        """The block of this number says the opposite."""
        turned = (
            replace(one, negated=not one.negated) if at == number else one
            for at, one in enumerate(self.blocks)
        )
        return replace(self, blocks=tuple(turned))

    def as_json(self) -> dict[str, Any]:
        """The blocks; the centres are the author's and stand beside them."""
        return {
            "blocks": [
                {"kind": one.kind.value, "value": one.value, "not": one.negated}
                for one in self.blocks
            ]
        }


def of(announcement: Announcement) -> Segment:
    """Whom it is for, no further than its author's right reached."""
    centres = announcement.centres
    bound = None if centres is None else frozenset(centres)
    return replace(of_json(announcement.segment), centres=bound)


def of_json(kept: Mapping[str, Any]) -> Segment:
    """What `as_json` wrote; nothing at all is everyone."""
    return Segment(
        tuple(
            Block(Kind(one["kind"]), one["value"], negated=one["not"])
            for one in kept.get("blocks", [])
        )
    )
