"""The arguments of one Bot API call, however they came: query, form, JSON or multipart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.refusal import Json, bad


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Arguments:
    """Typed reading of loosely typed values; a form sends numbers and objects as text."""

    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The value as text, empty when it is not there."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """The value as a whole number."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad(f"invalid {name} specified: must be an Integer") from None

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def data(self, name: str) -> Any:
        """A JSON value, sent as itself or as text; None when it is not there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def objects(self, name: str) -> list[Json] | None:
        """A JSON array of objects; None when it is not there."""
        value = self.data(name)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise bad(f"can't parse {name} JSON object: expected an Array of Objects")
        return value

    def upload(self, name: str) -> Upload | None:
        """The file of a field: in the field itself or behind `attach://`."""
        value = self.text(name)
        if value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name)

    def shown(self) -> Json:
        """The call for the log: values as they are, files by name and size."""
        files = {key: f"({up.name}, {len(up.content)} B)" for key, up in self.uploads.items()}
        return {**self.values, **files}
