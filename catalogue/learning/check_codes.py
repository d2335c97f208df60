"""The codes that papers are checked by: long enough that nobody finds one by trying.

A code is 16 letters and digits of Crockford's base32, drawn from the system's own source of
randomness: 16 × 5 = 80 bits, some 1.2 × 10²⁴ codes. Where ten million papers have been issued, one
try hits one of them with a chance of 10⁷ / 2⁸⁰ ≈ 8 × 10⁻¹⁸. Who is let try 20 times in ten minutes,
from each of a million addresses, day and night for a hundred years, makes 10¹⁴ tries, and finds any
paper at all with a chance of one in 1,100; a certain person's, of one in 10¹⁰. That two codes are
drawn alike among ten million has a chance of 10⁷ × 10⁷ / 2⁸¹ ≈ 4 × 10⁻¹¹, and the database would
refuse the second.
"""

import re
import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
_GROUP = 4
#: What looks alike on paper and in handwriting; U is no letter of the alphabet.
_ALIKE = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-–—_.]+")


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def grouped(code: str) -> str:
    """As it is printed: „7K3M-9QRT-0XWB-4HNC“."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(typed: str) -> str | None:
    """From what a person typed; None where it can be no code."""
    code = _BETWEEN.sub("", typed).upper().translate(_ALIKE)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
