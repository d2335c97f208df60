"""Days as moments."""

from datetime import date

from catalogue.programme.spans import midnight, moments
from catalogue.programme.tables import Event
from catalogue.search.spans import Span
from tests.factories import VILNIUS


def test_days_begin_here() -> None:
    """Two hours before Greenwich in winter; open ends ask for nothing."""
    assert midnight(date(2026, 11, 22), VILNIUS).isoformat() == "2026-11-22T00:00:00+02:00"
    assert moments(Event.starts_at, Span(None, None), VILNIUS) == []
    asked = moments(Event.starts_at, Span(date(2026, 11, 1), date(2026, 11, 30)), VILNIUS)
    assert [one.right.value.isoformat() for one in asked] == [
        "2026-11-01T00:00:00+02:00",
        "2026-12-01T00:00:00+02:00",
    ]
