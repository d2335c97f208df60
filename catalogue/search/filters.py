"""What a sentence asks an event to be: its filters, apart from what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
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
        said: dict[str, Any] = {}
        for one in fields(self):
            value = getattr(self, one.name)
            if value in (None, ()):
                continue
            said[_NAMES.get(one.name, one.name)] = _plain(value)
        return said

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> Self:
        """The opposite of `as_json`; a name unknown to us is left out."""
        known = {_NAMES.get(one.name, one.name): one.name for one in fields(cls)}
        return cls(
            **{known[name]: _typed(name, value) for name, value in said.items() if name in known}
        )

    def said(self) -> tuple[str, ...]:
        """The names of the filters that narrow the events, as in the contract."""
        return tuple(name for name in self.as_json() if name not in {"topic", "fact"})

    def __bool__(self) -> bool:
        return bool(self.as_json())


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
