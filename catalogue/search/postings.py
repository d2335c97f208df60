"""Sets of small numbers as bits.

A whole set is one integer, so that "all of these and not those" over a hundred thousand events is
a few machine instructions a word. A rare set is kept as its members and turned into bits when
asked for.
"""

import re
from collections.abc import Iterable, Iterator

_DENSE_FROM = 96
_NON_ZERO = re.compile(rb"[^\x00]")
_BITS_OF_BYTE = tuple(tuple(b for b in range(8) if byte >> b & 1) for byte in range(256))


class Postings:
    """A set of slots that can change; `bits()` is the same set as an integer."""

    __slots__ = ("_bits", "_count", "_members")

    def __init__(self) -> None:
        self._members: set[int] | bytearray = set()
        self._bits: int | None = 0
        self._count = 0

    def add(self, slot: int) -> None:
        """Put a slot in."""
        members = self._members
        if isinstance(members, set):
            members.add(slot)
            if len(members) > _DENSE_FROM and len(members) > slot >> 9:
                self._members, self._count, self._bits = _as_bytes(members), len(members), None
            return
        at, bit = slot >> 3, 1 << (slot & 7)
        if at >= len(members):
            members.extend(bytes(at + 1 - len(members) + (len(members) >> 3)))
        if not members[at] & bit:
            members[at] |= bit
            self._count += 1
            self._bits = None

    def discard(self, slot: int) -> None:
        """Take a slot out; one that is not in changes nothing."""
        members = self._members
        if isinstance(members, set):
            members.discard(slot)
            return
        at, bit = slot >> 3, 1 << (slot & 7)
        if at < len(members) and members[at] & bit:
            members[at] ^= bit
            self._count -= 1
            self._bits = None

    def bits(self) -> int:
        """The set as an integer whose bit n says whether slot n is in."""
        members = self._members
        if isinstance(members, set):
            return int.from_bytes(_as_bytes(members), "little") if members else 0
        if self._bits is None:
            self._bits = int.from_bytes(members, "little")
        return self._bits

    def __len__(self) -> int:
        members = self._members
        return len(members) if isinstance(members, set) else self._count


def _as_bytes(members: Iterable[int]) -> bytearray:
    slots = list(members)
    packed = bytearray((max(slots) >> 3) + 1)
    for slot in slots:
        packed[slot >> 3] |= 1 << (slot & 7)
    return packed


def to_bytes(bits: int) -> bytes:
    """The bits as bytes, to be asked about single slots."""
    return bits.to_bytes((bits.bit_length() + 7) >> 3, "little")


def slots_of(bits: int) -> Iterator[int]:
    """The slots of a set, ascending."""
    packed = to_bytes(bits)
    for found in _NON_ZERO.finditer(packed):
        at = found.start()
        for bit in _BITS_OF_BYTE[packed[at]]:
            yield at * 8 + bit
