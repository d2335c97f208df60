"""A small programme to search in."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from catalogue.search.documents import Document

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
KAUNAS = "Kauno švietimo inovacijų centras"


def event(key: int, title: str, **more: Any) -> Document:
    """An event in Kaunas on 1 December at ten, unless told otherwise."""
    facts: dict[str, Any] = {
        "key": key,
        "code": f"E-{key}",
        "title_lt": title,
        "form": "seminaras",
        "mode": "onsite",
        "city": "Kaunas",
        "organiser": KAUNAS,
        "organiser_names": ("KPKC", "Kaunas Education Innovation Centre"),
        "starts": (datetime(2026, 12, 1, 8, 0, tzinfo=UTC),),
    }
    return Document(**(facts | more))


PROGRAMME: tuple[Document, ...] = (
    event(
        1,
        "Dirbtinis intelektas pamokoje",
        title_en="Artificial Intelligence in the Lesson",
        audience=("visų dalykų mokytojai",),
        price_eur=Decimal(30),
        hours=8,
    ),
    event(
        2,
        "Formuojamasis vertinimas pradinėse klasėse",
        audience=("pradinių klasių mokytojai",),
        price_eur=Decimal(0),
        mode="online",
        city="",
        starts=(datetime(2026, 12, 8, 15, 0, tzinfo=UTC),),
    ),
    event(
        3,
        "Patyčių prevencija",
        form="konferencija",
        audience=("klasių vadovai",),
        city="Vilnius",
        organiser="Vilniaus švietimo pažangos centras",
        organiser_names=("VŠPC",),
        price_eur=Decimal(15),
        starts=(datetime(2026, 12, 12, 8, 0, tzinfo=UTC),),
    ),
    event(
        4,
        "Edukacinė išvyka į Rygą",
        form="edukacinė išvyka",
        audience=("istorijos mokytojai",),
        starts=(datetime(2027, 1, 15, 6, 0, tzinfo=UTC),),
    ),
    event(
        5,
        "Matematika su GeoGebra",
        audience=("matematikos mokytojai",),
        mode="hybrid",
        city="Šiauliai",
        price_eur=Decimal("25.50"),
        starts=(datetime(2026, 12, 3, 7, 0, tzinfo=UTC),),
    ),
    event(
        6,
        "Robotikos būrelis",
        audience=("informatikos mokytojai",),
        starts=(datetime(2026, 11, 20, 8, 0, tzinfo=UTC),),
    ),
    event(
        7,
        "Kalbos sutrikimai: pagalba vaikui",
        audience=("logopedai ir specialieji pedagogai",),
        hours=40,
        form="ilgalaikė programa",
        language="en",
        starts=(
            datetime(2026, 12, 2, 15, 0, tzinfo=UTC),
            datetime(2027, 2, 3, 15, 0, tzinfo=UTC),
        ),
    ),
)
