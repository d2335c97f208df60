"""Sets of small numbers as bits.

A whole set is one integer, so that "all of these and not those" over a hundred thousand events is
a few machine instructions a word. A rare set is kept as its members and turned into bits when
asked for.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator

_DENSE_FROM = 96
_LITTLE = 512
"""Bytes up to which the bits of a rare set are kept too; those of a large one would fill memory."""

_NON_ZERO = re.compile(rb"[^\x00]")
_BITS_OF_BYTE = tuple(tuple(b for b in range(8) if byte >> b & 1) for byte in range(256))


class Postings:
    """A set of slots that can change; `bits()` is the same set as an integer."""

    __slots__ = ("_bits", "_count", "_members")

    def __init__(self) -> None:
        self._members: array[int] | bytearray = array("I")
        self._bits: int | None = 0
        self._count = 0

    def add(self, slot: int) -> None:
        """Put a slot in."""
        members = self._members
        if isinstance(members, array):
            if not members or members[-1] < slot:
                members.append(slot)
            elif members[at := bisect_left(members, slot)] != slot:
                members.insert(at, slot)
            else:
                return
            self._bits = None
            self._count += 1
            if self._count > _DENSE_FROM and self._count > members[-1] >> 9:
                self._members = _as_bytes(members)
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
        if isinstance(members, array):
            at = bisect_left(members, slot)
            if at == len(members) or members[at] != slot:
                return
            del members[at]
        else:
            at, bit = slot >> 3, 1 << (slot & 7)
            if at >= len(members) or not members[at] & bit:
                return
            members[at] ^= bit
        self._count -= 1
        self._bits = None

    def bits(self) -> int:
        """The set as an integer whose bit n says whether slot n is in."""
        if self._bits is not None:
            return self._bits
        members = self._members
        packed = _as_bytes(members) if isinstance(members, array) else members
        bits = int.from_bytes(packed, "little")
        if packed is members or len(packed) <= _LITTLE:
            self._bits = bits
        return bits

    def __len__(self) -> int:
        return self._count


def _as_bytes(members: "array[int]") -> bytearray:
    packed = bytearray((members[-1] >> 3) + 1 if members else 0)
    for slot in members:
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
