"""Facts that can be written down."""

import json

from catalogue.privacy.facts import said
from tests.factories import NOW


def test_a_moment_is_written_with_its_offset() -> None:
    """And one that never was is nothing."""
    assert json.dumps([said(NOW), said(None)]) == '["2026-11-22T10:00:00+02:00", null]'
