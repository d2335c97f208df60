"""What buttons carry fits into Telegram's 64 bytes, whatever it is about."""

from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers import asking_buttons, callbacks

BIGGEST_ID = 2**63 - 1
KINDS = [
    kind
    for kind in vars(callbacks).values()
    if isinstance(kind, type) and issubclass(kind, CallbackData) and kind is not CallbackData
]
#: The longest a text field gets; whoever adds a field says it here.
LONGEST = {
    "door": "language",
    "mode": "online",
    "city": "f" * 8,
    "audience": "f" * 8,
    "language": "lt",
    "mark": "f" * 8,
    "key": "f" * asking_buttons.LONGEST_KEY,
    "other": "f" * 8,
    "name": "not.part_of_day",
}

#: The largest a number gets that is no row's.
LARGEST = {
    "block": 9999,
    "month": 9912,
    "page": 9999,
    "most": 99,
    "number": 99,
    "days": 90,
    "begin": 1439,
    "end": 1439,
}


def extreme(kind: type[CallbackData]) -> CallbackData:
    values: dict[str, Any] = {}
    for name, field in kind.model_fields.items():
        annotation = field.annotation
        if annotation is bool:
            values[name] = True
        elif annotation is int:
            values[name] = LARGEST.get(name, BIGGEST_ID)
        elif annotation is str:
            values[name] = LONGEST[name]
        else:
            assert annotation is not None
            values[name] = max(list(annotation), key=len)
    return kind(**values)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_extreme_fits_and_comes_back(kind: type[CallbackData]) -> None:
    """The largest ids and the longest values are under 64 bytes and are read back as they were."""
    data = extreme(kind)
    packed = data.pack()
    assert len(packed.encode()) < 64
    assert kind.unpack(packed) == data


def test_prefixes_are_each_others_own() -> None:
    """No two kinds of button are taken for one another."""
    prefixes = [kind.__prefix__ for kind in KINDS]
    assert len(set(prefixes)) == len(prefixes)
