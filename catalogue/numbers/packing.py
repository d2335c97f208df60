"""What was read, on its way to another process."""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from typing import Any


def packed(things: Sequence[object]) -> bytes:
    """Some at a time, so that nobody waits while all is packed up."""
    return pickle.dumps(things)


def unpacked(pieces: Iterable[bytes]) -> Iterator[Any]:
    for piece in pieces:
        yield from pickle.loads(piece)  # noqa: S301 -- our own
