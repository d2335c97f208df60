"""Makes `programme.xlsx`, the sample programme of the playground.

Titles, forms, audiences and lecturers' roles come from public announcements of real events
(`events_real.jsonl`, each with its source). Dates, hours, prices, seats, deadlines, links and the
centre that holds each event are invented, and every row says so. The same first day always makes
the same programme.

    python examples/make_programme.py --from 2026-11-23
"""

# ruff: noqa: INP001, T201 -- a script for the shell, not a part of the package

import argparse
import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from catalogue.files.columns import COLUMNS, HEADINGS

HERE = Path(__file__).parent
FIRST_DAY = date(2026, 11, 23)
INVENTED = "Pavyzdinis įrašas: data, kaina ir vietų skaičius išgalvoti."
WORKDAYS = 118  # about five and a half months
AGAIN = 15  # events held a second time, online

#: Name as in `examples/centres`, its short name, town and usual place.
CENTRES = {
    "ksic": (
        "Kauno švietimo inovacijų centras",
        "KSIC",
        "Kaunas",
        "Kauno švietimo inovacijų centras",
    ),
    "vspc": ("Vilniaus švietimo pažangos centras", "VSPC", "Vilnius", "Vilniaus mokytojų namai"),
    "mic": ("Mokymosi ir informacijos centras", "MIC", "Vilnius", "Vilniaus mokytojų namai"),
    "menai": (
        "Meninio ugdymo pedagogų kvalifikacijos tobulinimo centras",
        "MENAI",
        "Vilnius",
        "Nacionalinė M. K. Čiurlionio menų mokykla",
    ),
    "akmene": (
        "Akmenės rajono jaunimo ir suaugusiųjų švietimo centras",
        "AKM",
        "Naujoji Akmenė",
        "Akmenės rajono jaunimo ir suaugusiųjų švietimo centras",
    ),
}  # fmt: skip

#: Academic hours and the usual hour of the start, by form.
FORMS = {
    "ilgalaikė programa": (40, time(10)),
    "kursai": (24, time(14)),
    "konferencija": (6, time(10)),
    "forumas": (6, time(10)),
    "išvyka": (8, time(8, 30)),
    "pleneras": (16, time(10)),
    "mokymai": (8, time(9, 30)),
    "dirbtuvės": (4, time(14)),
    "seminaras": (6, time(10)),
    "metodinė diena": (6, time(10)),
    "vebinaras": (2, time(15, 30)),
    "paskaita": (2, time(15)),
    "konsultacija": (2, time(16)),
    "diskusija": (2, time(15)),
}
USUAL = (3, time(14, 30))
MEETINGS = {"ilgalaikė programa": 5, "kursai": 4, "pleneras": 2}
#: Among these, whatever is not tied to a place takes turns in being online or hybrid.
PORTABLE = {"seminaras", "mokymai", "paskaita", "diskusija", "konferencija", "kursai",
            "konsultacija", "metodinis pasitarimas", "ilgalaikė programa"}  # fmt: skip
FREE = {"paroda", "šventė", "metodinis pasitarimas", "susitikimas", "projektas", "festivalis",
        "konkursas", "olimpiada", "gerosios patirties sklaida", "diskusija"}  # fmt: skip
PRICES = (0, 25, None, 18, 0, 35, 12, 0, 30, 45, 0, 20, None, 15, 0, 28)
SEATS = (30, 24, 60, 3, 40, 20, 100, 25, 2, 35, 15, 80, 30, None)
#: What the sample says nothing of.
LEFT_OUT = {"funding", "ktprr_code", "payer", "project", "session_title", "session_hours"}
FIELDS = {
    "Skaitmeninis ugdymas": "Skaitmeninės kompetencijos",
    "Informatika": "Skaitmeninės kompetencijos",
    "Įtraukusis ugdymas": "Įtraukties kompetencijos",
    "Švietimo pagalba": "Įtraukties kompetencijos",
    "Pilietinis ugdymas": "Pilietinis ugdymas",
    "Lyderystė": "Lyderystė mokymuisi",
    "Vadyba": "Lyderystė mokymuisi",
    "Pedagogika": "Mokymo praktika ir didaktika",
    "Bendrosios programos": "Mokymo praktika ir didaktika",
}

ABOUT = (
    "Tai pavyzdinė renginių programa pokalbių asistentui „Kvieslys“ išbandyti.",
    "Renginių pavadinimai, formos, dalyvių grupės ir lektorių pareigos paimti iš viešų pranešimų",
    "apie tikrus, jau įvykusius renginius; šaltiniai surašyti faile events_real.jsonl.",
    "Datos, valandos, kainos, vietų skaičius, registracijos terminai, prisijungimo nuorodos",
    "ir tai, kuris centras renginį rengia, yra išgalvoti.",
    "Centrai šių renginių neskelbė: registruotis į juos iš tikrųjų negalima.",
    "",
    "This is a sample programme for trying out Kvieslys.",
    "Titles, forms, audiences and lecturers' roles come from public announcements of real events",
    "of the past; the sources are in events_real.jsonl.",
    "Dates, hours, prices, seats, deadlines, links and which centre holds the event are invented.",
)


def rows(first_day: date) -> Iterator[dict[str, Any]]:
    """One row a meeting, by column key, in the order of the programme."""
    real = [
        json.loads(line) for line in (HERE / "events_real.jsonl").read_text("utf-8").splitlines()
    ]
    again = [item for item in real if item["example"]["form"] in {"seminaras", "mokymai"}][:AGAIN]
    whole = _shuffled(real) + again
    days = _workdays(first_day, WORKDAYS)
    for number, item in enumerate(whole):
        # More in the weeks at hand, fewer far ahead, as plans are.
        day = days[int((number / len(whole)) ** 1.25 * (len(days) - 25))]
        yield from _event(number, item, day, days, is_again=number >= len(real))


def _event(
    number: int, item: dict[str, Any], day: date, days: list[date], *, is_again: bool
) -> Iterator[dict[str, Any]]:
    example = item["example"]
    form = example["form"]
    organiser, short, city, place = CENTRES[example["centre"]]
    mode = "nuotolinis" if is_again else _mode(number, form)
    hours, hour = FORMS.get(form, USUAL)
    price = 60 + 10 * (number % 5) if hours >= 24 else PRICES[number % len(PRICES)]
    price = 0 if form in FREE else price
    starts = [day]
    while len(starts) < MEETINGS.get(form, 1):
        starts.append(_plus(days, starts[-1], 1 if form == "pleneras" else 7))
    common = {
        "code": f"{short}-{number + 1:03}",
        "title_lt": example["title_lt"],
        "title_en": example["title_en"],
        "summary": f"Tema – iš viešo pranešimo apie tikrą renginį. {INVENTED}",
        "form": form,
        "audience": "; ".join(example["audience"]),
        "subjects": "; ".join(example["subjects"]),
        "priority_field": FIELDS.get(example["subjects"][0], ""),
        "mode": mode,
        "city": "" if mode == "nuotolinis" else city,
        "place": "" if mode == "nuotolinis" else place,
        "join_url": "" if mode == "kontaktinis" else f"https://example.org/{number + 1:03}",
        "hours": hours,
        "price_eur": price,
        "seats": SEATS[number % len(SEATS)],
        "waiting_list": "ne" if number % 17 == 5 else "taip",
        "registration_closes": _before(starts[0], 3, time(23, 59)) if number % 4 else "",
        "cancel_until": _before(starts[0], 1, time(12)) if number % 3 else "",
        "organiser": organiser,
        "lecturer": item["lecturer"] or "",
        "coordinator": "Pavyzdinis koordinatorius",
        "contact": f"{short.lower()}@example.org",
        "language": "en" if number % 31 == 7 and example["title_en"] else "lt",
        "status": {20: "atšauktas", 33: "juodraštis"}.get(number, "paskelbtas"),
        "certificate": "ne" if form in {"paroda", "šventė", "festivalis"} else "taip",
    }  # fmt: skip
    for start in starts:
        begins = datetime.combine(start, hour)
        yield {**common, "start": begins, "end": begins + _length(hours // len(starts))}


def _mode(number: int, form: str) -> str:
    if form == "vebinaras":
        return "nuotolinis"
    if form not in PORTABLE:
        return "kontaktinis"
    return ("kontaktinis", "nuotolinis", "kontaktinis", "mišrus", "kontaktinis")[number % 5]


def _length(hours: int) -> timedelta:
    """Academic hours with a break of half an hour in the longer ones."""
    return timedelta(minutes=45 * hours + (30 if hours >= 6 else 0))


def _shuffled(items: list[Any]) -> list[Any]:
    """Neighbours of the list come apart, always in the same way."""
    step = 37  # shares no factor with any likely length
    return [items[(index * step) % len(items)] for index in range(len(items))]


def _workdays(first: date, count: int) -> list[date]:
    days: list[date] = []
    day = first
    while len(days) < count:
        is_holiday = (day.month, day.day) in {(2, 16), (3, 11), (5, 1), (6, 24), (11, 1)}
        is_christmas = (day.month == 12 and day.day >= 23) or (day.month == 1 and day.day <= 3)
        if day.weekday() < 5 and not is_holiday and not is_christmas:
            days.append(day)
        day += timedelta(days=1)
    return days


def _plus(days: list[date], day: date, later: int) -> date:
    """That many days later, or the next workday after."""
    return next(other for other in days if other >= day + timedelta(days=later))


def _before(day: date, earlier: int, hour: time) -> datetime:
    return datetime.combine(day - timedelta(days=earlier), hour)


_MADE = datetime(2026, 11, 22)  # noqa: DTZ001 -- the same rows make the same file


def write(path: Path, first_day: date) -> int:
    """How many rows the workbook has."""
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Kvieslys: pavyzdinė programa", "created": _MADE})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    sheet = book.add_worksheet("Programa")
    columns = [column for column in COLUMNS if column.key not in LEFT_OUT]
    for position, column in enumerate(columns):
        sheet.set_column(position, position, column.width)
        sheet.write_string(0, position, HEADINGS[column.key], head)
    made = sorted(rows(first_day), key=lambda row: (row["start"], row["code"]))
    for line, row in enumerate(made, start=1):
        for position, column in enumerate(columns):
            cell = row[column.key]
            if isinstance(cell, datetime):
                sheet.write_datetime(line, position, cell, moment)
            elif cell not in ("", None):
                sheet.write(line, position, cell)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(made), len(columns) - 1)
    about = book.add_worksheet("Apie")
    about.set_column(0, 0, 110, book.add_format({"text_wrap": True}))
    for line, text in enumerate(ABOUT):
        about.write_string(line, 0, text)
    book.close()
    return len(made)


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the sample programme.")
    parser.add_argument("--from", dest="first_day", type=date.fromisoformat, default=FIRST_DAY,
                        help="the first day, YYYY-MM-DD")  # fmt: skip
    parser.add_argument("--to", type=Path, default=HERE / "programme.xlsx", help="the workbook")
    arguments = parser.parse_args()
    print(f"{arguments.to}: {write(arguments.to, arguments.first_day)} rows")


if __name__ == "__main__":
    main()
