"""What a sentence asks an event to be: its filters, apart from what it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Self

_NAMES = {"first": "from", "last": "to", "exclude": "not"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Each only where said. `first` and `last` are local days, inclusive; weekday 1 = Monday."""

    first: date | None = None
    last: date | None = None
    weekday: tuple[int, ...] = ()
    part_of_day: str | None = None
    city: str | None = None
    mode: str | None = None
    free: bool | None = None
    max_price: Decimal | None = None
    audience: str | None = None
    form: str | None = None
    organiser: str | None = None
    min_hours: float | None = None
    language: str | None = None
    topic: str | None = None
    fact: str | None = None
    exclude: "Filters | None" = field(default=None)

    def as_json(self) -> dict[str, Any]:
        """The filters under their contract's names, each only where said."""
        return {name: _plain(value) for name, value in self._given()}

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Self:
        """The opposite of `as_json`; a name unknown to us is left out."""
        known = {name: own for own, name in _contract()}
        return cls(
            **{known[name]: _typed(name, value) for name, value in said.items() if name in known}
        )

    def said(self) -> tuple[str, ...]:
        """The names of the filters that narrow the events, as in the contract."""
        return tuple(name for name, _ in self._given() if name not in {"topic", "fact"})

    def __bool__(self) -> bool:
        return any(self._given())

    def _given(self) -> Iterator[tuple[str, Any]]:
        """The filters said, by their contract's names."""
        for own, name in _contract():
            value = getattr(self, own)
            if value not in (None, ()):
                yield name, value


@cache
def _contract() -> tuple[tuple[str, str], ...]:
    """Each name here with that of the contract."""
    return tuple((one.name, _NAMES.get(one.name, one.name)) for one in fields(Filters))


def _plain(value: object) -> object:
    if isinstance(value, Filters):
        return value.as_json()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return list(value) if isinstance(value, tuple) else value


def _typed(name: str, value: Any) -> Any:
    if name == "not":
        return Filters.from_json(value)
    if name in {"from", "to"}:
        return date.fromisoformat(value)
    if name == "max_price":
        return Decimal(str(value))
    if name == "min_hours":
        return float(value)
    return tuple(value) if name == "weekday" else value
