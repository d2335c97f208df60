"""The settings and the file that shows them are the same."""

import re

from bot.settings import ALLOWED, Settings
from tests.house.test_imports import ROOT


def test_the_example_names_every_setting_and_no_other() -> None:
    """Whoever copies `.env.example` has everything there is to set."""
    written = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(written) == sorted(name.upper() for name in Settings.model_fields)


def test_the_example_shows_the_defaults() -> None:
    """A line left as it is changes nothing."""
    written = dict(
        re.findall(r"^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text(), re.MULTILINE)
    )
    plain = Settings(_env_file=None)
    given = Settings(_env_file=None, **{k.lower(): v for k, v in written.items() if v})
    assert given == plain


def test_every_setting_says_what_is_allowed() -> None:
    """A wrong value stops the start with one sentence; each setting has its own."""
    assert set(ALLOWED) == set(Settings.model_fields)
