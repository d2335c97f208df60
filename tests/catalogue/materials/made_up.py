"""Something that an event has for those who come."""

from typing import Any

from catalogue.materials.tables import ForWhom, Material, Medium
from catalogue.programme.tables import Event
from tests.factories import NOW


def a_material(event: Event, **facts: Any) -> Material:
    """Slides at a link, for those who came."""
    plain: dict[str, Any] = {
        "event_id": event.id,
        "position": 1,
        "title": "Skaidrės",
        "medium": Medium.LINK,
        "address": "https://centras.lt/skaidres",
        "is_recording": False,
        "for_whom": ForWhom.CAME,
        "added_at": NOW,
    }
    return Material(**plain | facts)
