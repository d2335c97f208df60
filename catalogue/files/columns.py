"""The columns of a programme file: their keys, their Lithuanian headings and other spellings."""

import functools
import re
from dataclasses import dataclass

from catalogue.centres.names import plain_words


@dataclass(frozen=True, slots=True)
class Column:
    """`heading` is what an export writes; `also` are other headings people use for the same."""

    key: str
    heading: str
    also: tuple[str, ...] = ()
    width: int = 16


COLUMNS = (
    Column("code", "Kodas", ("id", "renginio kodas", "event code"), 14),
    Column(
        "title_lt",
        "Pavadinimas",
        ("title", "pavadinimas lt", "pavadinimas lietuviu kalba", "renginio pavadinimas",
         "renginys", "tema", "programos pavadinimas", "seminaro pavadinimas"),
        48,
    ),
    Column(
        "title_en",
        "Pavadinimas anglų kalba",
        ("pavadinimas en", "pavadinimas angliskai", "english title", "title in english"),
        36,
    ),
    Column("summary", "Aprašymas", ("santrauka", "anotacija", "turinys", "description"), 40),
    Column("form", "Forma", ("renginio forma", "tipas", "renginio tipas", "type"), 18),
    Column(
        "audience",
        "Kam skirta",
        ("tiksline grupe", "dalyviai", "dalyviu grupe", "auditorija", "kam", "target group"),
        30,
    ),
    Column("subjects", "Dalykai", ("dalykas", "sritis", "subject"), 20),
    Column("priority_field", "Prioritetinė sritis", ("prioritetas", "priority"), 24),
    Column("mode", "Būdas", ("dalyvavimo budas", "organizavimo budas", "vykdymo budas"), 14),
    Column("city", "Miestas", ("vietove", "savivaldybe", "town"), 14),
    Column("place", "Vieta", ("adresas", "patalpa", "renginio vieta", "venue", "location"), 28),
    Column(
        "join_url",
        "Prisijungimo nuoroda",
        ("nuoroda", "prisijungimas", "zoom nuoroda", "link", "join link", "url"),
        28,
    ),
    Column(
        "start",
        "Pradžia",
        ("data ir laikas", "pradzios data", "pradzios data ir laikas", "renginio pradzia",
         "starts", "starts at", "renginio data"),
    ),
    Column("end", "Pabaiga", ("pabaigos laikas", "pabaigos data", "ends", "ends at")),
    Column(
        "hours",
        "Akad. val.",
        ("akademines valandos", "akademiniu valandu skaicius", "akad valandos", "ak val",
         "valandos", "val sk", "valandu skaicius", "trukme", "academic hours"),
        11,
    ),
    Column("price_eur", "Kaina, Eur", ("kaina", "mokestis", "dalyvio mokestis", "price"), 11),
    Column("funding", "Finansavimas", ("finansavimo saltinis", "lesos"), 20),
    Column(
        "seats",
        "Vietų skaičius",
        ("vietos", "vietu sk", "dalyviu skaicius", "dalyviu sk", "places", "capacity"),
        11,
    ),
    Column("waiting_list", "Laukiančiųjų eilė", ("eile", "laukianciuju sarasas"), 11),
    Column(
        "registration_closes",
        "Registracija iki",
        ("registruotis iki", "registracijos pabaiga", "registration deadline", "deadline"),
    ),
    Column("cancel_until", "Atsisakyti iki", ("atsisakymas iki", "atsaukti iki")),
    Column("organiser", "Organizatorius", ("centras", "istaiga", "organizer", "centre"), 34),
    Column("lecturer", "Lektorius", ("lektoriai", "lektore", "pranesejai", "lecturers"), 24),
    Column("coordinator", "Koordinatorius", ("koordinatore", "atsakingas asmuo", "atsakingas"), 22),
    Column("contact", "Kontaktai", ("kontaktas", "telefonas", "el pastas", "contacts"), 24),
    Column("ktprr_code", "KTPRR kodas", ("ktprr", "programos kodas"), 14),
    Column("language", "Kalba", ("renginio kalba",), 8),
    Column("status", "Būsena", ("statusas", "renginio busena"), 12),
    Column("certificate", "Pažymėjimas", ("pazyma", "isduodamas pazymejimas"), 12),
    Column("payer", "Mokėtojas", ("kas moka", "apmoka", "payer", "who pays"), 20),
    Column("project", "Projektas", ("projekto pavadinimas", "project name"), 20),
    Column(
        "session_title",
        "Modulis",
        ("modulio pavadinimas", "modulio tema", "uzsiemimo tema", "susitikimo tema", "module"),
        30,
    ),
    Column("session_hours", "Modulio val.", ("modulio valandos", "module hours"), 11),
)  # fmt: skip

#: A day and an hour in columns of their own, as many printed plans have them.
DAY, HOUR = "day", "hour"
_HALVES = {"data": DAY, "diena": DAY, "date": DAY, "laikas": HOUR, "valanda": HOUR,
           "pradzios laikas": HOUR, "time": HOUR}  # fmt: skip

KEYS = tuple(column.key for column in COLUMNS)
HEADINGS = {column.key: column.heading for column in COLUMNS}

_KEY_BY_NAME = _HALVES | {
    plain_words(name): column.key
    for column in COLUMNS
    for name in (column.key.replace("_", " "), column.heading, *column.also)
}


@functools.lru_cache(maxsize=1024)
def key_of(heading: str) -> str | None:
    """The column a heading means: any case, with or without diacritics, units and notes."""
    if len(heading) > 100:
        return None
    name = plain_words(heading.replace("_", " "))
    if name in _KEY_BY_NAME:
        return _KEY_BY_NAME[name]
    return _KEY_BY_NAME.get(plain_words(re.sub(r"\(.*?\)|\[.*?\]|[,*:].*$|€", " ", heading)))
