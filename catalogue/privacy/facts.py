"""What is told of a person to themselves: facts that can be written as JSON."""

from datetime import datetime
from typing import Any

#: Under the names of our columns.
Facts = dict[str, Any]


def said(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
