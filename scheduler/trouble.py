"""What the log may know of an error: its kind and where it arose, never its message.

The message may hold a name, a text or the values of an SQL statement.
"""

import traceback
from pathlib import Path


def facts(error: BaseException) -> dict[str, str]:
    """`places` has the last calls, the innermost first."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "places": " < ".join(reversed(places))}
