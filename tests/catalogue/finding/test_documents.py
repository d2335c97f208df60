"""What the search is told."""

from datetime import datetime
from decimal import Decimal

from catalogue.database import Database
from catalogue.finding.documents import document
from tests.catalogue.editing.test_importing import ROW, SECOND, imported, only
from tests.catalogue.files.made_up import at


async def test_document(database: Database, now: datetime) -> None:
    """An event is found by all that is known of it, its centre's other names too."""
    fuller = {"organiser": "KPKC", "audience": "muzikos mokytojai", "mode": "online", "hours": 4}
    await imported(database, now, {**ROW, **fuller}, {**SECOND, **fuller})
    found = document(await only(database))
    assert (found.code, found.title_lt, found.mode) == ("A", "Muzika", "online")
    assert found.audience == ("muzikos mokytojai",)
    assert (found.price_eur, found.hours) == (Decimal(5), 4)
    assert found.organiser == "Kauno švietimo inovacijų centras"
    assert "KPKC" in found.organiser_names
    assert found.starts == (at("2026-12-07T10:00"), at("2026-12-14T10:00"))
    assert found.ends == (at("2026-12-07T12:00"), at("2026-12-14T12:00"))
