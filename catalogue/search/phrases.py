"""Files of ways to say things: groups of patterns over folded text, one a line."""

from functools import cache
from importlib.resources import files


@cache
def phrases(name: str) -> dict[str, str]:
    """The groups of a packaged file in its order, each joined into one pattern of choices."""
    ways: dict[str, list[str]] = {}
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    group = ""
    for line in filter(None, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[]")
        elif not line.startswith("#"):
            ways.setdefault(group, []).append(line)
    return {group: "|".join(some) for group, some in ways.items()}
