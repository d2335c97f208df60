"""What the log may know of an error: its kind and where it arose, never its message.

The message may hold a name, a text or the values of an SQL statement.
"""

import traceback
from pathlib import Path

import structlog

log = structlog.get_logger(__name__)


def tell(event: str, error: BaseException, **ids: object) -> None:
    """`places` has the last calls, the innermost first."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    log.error(event, error=type(error).__name__, places=" < ".join(reversed(places)), **ids)
