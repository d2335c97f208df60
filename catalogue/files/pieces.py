"""The plan written apart, in a process of its own, from events that come in pieces.

Whoever takes events out of the database packs some at a time, so that nobody waits for it.
"""

import pickle
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from catalogue.files.exporting import write
from catalogue.programme.tables import Event


def packed(events: Sequence[Event]) -> bytes:
    """Needs each event's centre and sessions, as every query here loads them."""
    return pickle.dumps(list(events))


def write_apart(name: str, pieces: Sequence[bytes], zone: ZoneInfo, now: datetime) -> bytes:
    """The file of that name's ending."""
    events = [event for piece in pieces for event in pickle.loads(piece)]  # noqa: S301 -- our own
    return write(name, events, zone=zone, now=now)
