"""The libraries that tests run with."""

import re

from tests.house.test_imports import ROOT


def pinned(name: str) -> set[str]:
    return set(re.findall(r"^(\S+==\S+)", (ROOT / name).read_text(), re.MULTILINE))


def test_what_runs_is_what_was_tested() -> None:
    """Whoever has the libraries for the tests needs no others to run."""
    shipped = pinned("requirements.lock")
    assert shipped
    assert shipped <= pinned("requirements-dev.lock")
