"""Codes that say that somebody is where a meeting is: made from a secret, the meeting and the time.

Nobody keeps them: whoever knows the secret makes the same code again and compares.

How hard they are to guess. The code in the picture has 96 bits, and two of them are good at any
moment: a million tries a second for the three hours and a half that a door may be open find one
with a probability below 10^-18. The typed one is one of 16^4 = 65,536, and again two are good. Who
may be wrong five times in ten minutes has 105 tries in those three hours and a half, and so one
chance in 312 to be marked at one meeting without having been told the code, in a list that the
lecturer has before them; one chance in 6,553 for each ten minutes of trying.
"""

import enum
import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from datetime import datetime, timedelta

#: Sixteen consonants: no word can be made of them, and no two of them look alike.
LETTERS = "BCDFHJKLMNPRSTXZ"
TYPED_LENGTH = 4
_SCANNED_BYTES = 12


class Way(enum.StrEnum):
    """How a code reaches us; each has codes of its own."""

    SCANNED = "scanned"
    TYPED = "typed"


#: How long a code is the newest. It is taken for as long again, for whoever was slow.
LASTS = {Way.SCANNED: timedelta(minutes=1), Way.TYPED: timedelta(minutes=5)}


def code(secret: str, way: Way, *, meeting: int, at: datetime) -> str:
    """What is shown at this moment: letters, digits, _ and - to be scanned, letters to be typed."""
    return _made(secret, way, meeting, window(way, at))


def holds(said: str, secret: str, way: Way, *, meeting: int, now: datetime) -> bool:
    """Whether this is the newest code of the meeting, or the one before it.

    Both are always made and compared in constant time, so that an answer tells nothing by coming
    sooner.
    """
    newest = window(way, now)
    told = [
        hmac.compare_digest(_made(secret, way, meeting, one).encode(), said.encode())
        for one in (newest, newest - 1)
    ]
    return any(told)


def window(way: Way, at: datetime) -> int:
    """The number of the stretch of time in which a code is the newest."""
    return int(at.timestamp() // LASTS[way].total_seconds())


def typed_in(text: str) -> str:
    """The code that somebody has typed, in whatever case and with gaps; empty for anything else."""
    letters = "".join(text.split()).upper()
    is_one = len(letters) == TYPED_LENGTH and all(letter in LETTERS for letter in letters)
    return letters if is_one else ""


def _made(secret: str, way: Way, meeting: int, number: int) -> str:
    message = f"{way}:{meeting}:{number}".encode()
    drawn = hmac.new(bytes.fromhex(secret), message, hashlib.sha256).digest()
    return _WRITTEN[way](drawn)


def _to_scan(drawn: bytes) -> str:
    return urlsafe_b64encode(drawn[:_SCANNED_BYTES]).decode()


def _to_type(drawn: bytes) -> str:
    """Half a byte a letter, so that each is equally likely."""
    return "".join(LETTERS[byte % len(LETTERS)] for byte in drawn[:TYPED_LENGTH])


_WRITTEN: dict[Way, Callable[[bytes], str]] = {Way.SCANNED: _to_scan, Way.TYPED: _to_type}
