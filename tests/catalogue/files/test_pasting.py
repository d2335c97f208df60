"""Pieces of plans as they are pasted into the chat."""

from decimal import Decimal
from typing import Any

import pytest

from catalogue.files.drafts import EventDraft
from catalogue.files.pasting import is_plan, needs_year, pasted
from catalogue.programme.refused import Reason
from tests.factories import VILNIUS


def cells(draft: EventDraft) -> dict[str, Any]:
    """What is said of the event, in short; times are of the wall clock, days of December 2026."""
    first = draft.sessions[0]
    every = {
        "days": [one.starts_at.astimezone(VILNIUS).day for one in draft.sessions],
        "at": f"{first.starts_at.astimezone(VILNIUS):%H:%M}",
        "until": f"{first.ends_at.astimezone(VILNIUS):%H:%M}" if draft.ends_at else None,
        "title": draft.title_lt,
        "form": draft.form,
        "mode": draft.mode.value if draft.mode else None,
        "city": first.city,
        "place": first.place,
        "link": first.join_url,
        "lecturer": draft.lecturer,
        "hours": draft.hours,
        "price": None if draft.price_eur is None else float(draft.price_eur),
        "seats": draft.seats,
        "whom": "; ".join(draft.audience),
    }
    return {key: value for key, value in every.items() if value not in (None, "")}


DI = {"days": [5], "at": "14:00", "title": "DI pamokoje"}
LINES: list[tuple[str, dict[str, Any]]] = [
    ("12-05 14.00 DI pamokoje", DI),
    ("12-05 14:00 DI pamokoje", DI),
    ("12-05, 14 val. DI pamokoje", DI),
    ("12-05 14 val., DI pamokoje", DI),
    ("• 12-05 14.00 DI pamokoje", DI),
    ("– 12-05 14.00 – DI pamokoje", DI),
    ("1. gruodžio 5 d. 14 val. DI pamokoje", DI),
    ("2) gruodžio 5 d. 14 val. DI pamokoje", DI),
    ("5 d., šeštadienis, 14 val. DI pamokoje", DI),
    ("5 d. (šeštadienis) 14.00 DI pamokoje", DI),
    ("5 d. 14 val. „DI pamokoje“", DI),
    ("5 d. | 14.00 | DI pamokoje", DI),
    ("gruodžio 5 d., št, 14 val. DI pamokoje", DI),
    ("šeštadienį, gruodžio 5 d., 14 val., DI pamokoje", DI),
    ("gruodzio 5 d. 14 h DI pamokoje", DI),
    ("2026-12-05 14:00 DI pamokoje", DI),
    ("2026 m. gruodžio 5 d. 14 val. DI pamokoje", DI),
    ("2026.12.05 14:00 DI pamokoje", DI),
    ("05.12.2026 14:00 DI pamokoje", DI),
    ("05.12 14:00 DI pamokoje", DI),
    ("5/12 14:00 DI pamokoje", DI),
    ("12-05 14.00–16.30 DI pamokoje", DI | {"until": "16:30"}),
    ("12-05 nuo 14.00 iki 16.30 val. DI pamokoje", DI | {"until": "16:30"}),
    ("5 d. 14–16 val. DI pamokoje", DI | {"until": "16:00"}),
    ("5 d. 14-16.30 val. DI pamokoje", DI | {"until": "16:30"}),
    ("5–7 d. 14.00 DI pamokoje", DI | {"days": [5, 6, 7]}),
    ("gruodžio 5, 12 ir 19 d. 14.00 DI pamokoje", DI | {"days": [5, 12, 19]}),
    ("12-05, 12-12 ir 12-19 14.00 DI pamokoje", DI | {"days": [5, 12, 19]}),
    ("12-05–12-07 14.00 DI pamokoje", DI | {"days": [5, 6, 7]}),
    (
        "12-05 14.00 DI pamokoje, nuotolinis, lekt. J. Jonaitis, 6 ak. val., 25 Eur",
        DI | {"mode": "online", "lecturer": "J. Jonaitis", "hours": 6, "price": 25,
              "until": "18:30"},
    ),
    (
        "5 d. 14 val. Seminaras „DI pamokoje“, Kaune, Laisvės al. 5, nemokamas, 30 vietų",
        DI | {"form": "", "city": "Kaunas", "place": "Laisvės al. 5", "price": 0, "seats": 30},
    ),
    ("5 d. 14 val. Paskaita: DI pamokoje", DI | {"form": "paskaita"}),
    ("5 d. 14 val. DI pamokoje, konferencija, mišrus", DI | {"form": "konferencija",
                                                             "mode": "hybrid"}),
    ("5 d. 14 val. DI pamokoje, Zoom, https://zoom.us/j/1", DI | {"mode": "online",
                                                                  "link": "https://zoom.us/j/1"}),
    ("5 d. 14 val. DI pamokoje, pradinių klasių mokytojams", DI | {
        "whom": "pradinių klasių mokytojams"}),
    ("5 d. 14 val. DI pamokoje, skirta: logopedams, 12,50 €", DI | {"whom": "logopedams",
                                                                    "price": 12.5}),
    ("5 d. 14 val. DI pamokoje, Vilnius, Ąžuolo gimnazija", DI | {"city": "Vilnius",
                                                                  "place": "Ąžuolo gimnazija"}),
    ("5 d. 14 val. Balsas, kalba, kūnas, lektorė Ona Petraitienė", DI | {
        "title": "Balsas, kalba, kūnas", "lecturer": "Ona Petraitienė"}),
    ("5 d. 14 val. „Balsas, kalba, kūnas“, 4 akad. val.", DI | {
        "title": "Balsas, kalba, kūnas", "hours": 4, "until": "17:00"}),
    ("5 d. 14 val. DI pamokoje; kontaktinis; veda dr. A. Ąžuolas; kaina: 10 eurų", DI | {
        "mode": "onsite", "lecturer": "dr. A. Ąžuolas", "price": 10}),
    ("12-05\t14:00\tDI pamokoje\tKaunas", DI | {"city": "Kaunas"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_is_read(line: str, expected: dict[str, Any]) -> None:
    """Below the heading of its month, in whatever way people plan."""
    found = pasted(f"GRUODIS\n{line}", VILNIUS, year=2026)
    assert [one.reason for one in found.refused] == []
    if expected.get("form") == "":
        expected = expected | {"form": "seminaras"}
    assert [cells(draft) for draft in found.drafts] == [expected]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("18 d., pirmadienis, 14 val. DI", Reason.OTHER_WEEKDAY),
        ("12-18 (pr) 14 val. DI", Reason.OTHER_WEEKDAY),
        ("32 d. 14 val. DI", Reason.NOT_A_DATE),
        ("02-30 14:00 DI", Reason.NOT_A_DATE),
        ("04.03 14:00 DI", Reason.EITHER_DAY),
        ("12-05 DI pamokoje", Reason.NO_TIME),
        ("12-05 14:00", Reason.NO_TITLE),
        ("12-05 25:00 DI", Reason.NOT_A_DATE),
        ("Planas tvirtintas direktoriaus", Reason.NO_DAY),
    ],
)
def test_what_cannot_be_read_is_said(line: str, reason: Reason) -> None:
    """With its line and the reason; nothing is guessed, and the other lines are taken."""
    found = pasted(f"GRUODIS\n\n{line}\n\n12-06 10:00 Kita", VILNIUS, year=2026)
    assert [(one.row, one.reason) for one in found.refused] == [(3, reason)]
    assert [draft.title_lt for draft in found.drafts] == ["Kita"]


def test_a_part_that_nobody_understands_is_said() -> None:
    """The event is taken without it."""
    found = pasted("12-05 14:00 DI, 25 Eur, ačiū Rasai\n", VILNIUS, year=2026)
    (left,) = found.refused
    assert (left.reason, left.values) == (Reason.LEFT_OVER, {"written": "ačiū Rasai"})
    assert cells(found.drafts[0])["title"] == "DI"


def test_lines_without_a_day_belong_to_the_event_above() -> None:
    """Until an empty line; months and years go by their headings."""
    text = (
        "2026 m. gruodis\n5 d. 14:00 DI\nLekt. Ona Petraitienė\nKaunas, 25 Eur\n\n"
        "SAUSIS 2027:\n* 8 d. 10:00 STEAM"
    )
    assert not needs_year(text)
    first, second = pasted(text, VILNIUS).drafts
    said = cells(first)
    assert (said["lecturer"], said["city"], said["price"]) == ("Ona Petraitienė", "Kaunas", 25)
    assert second.starts_at.astimezone(VILNIUS).isoformat()[:16] == "2027-01-08T10:00"


def test_a_table_is_read_by_its_headings() -> None:
    """As it is copied out of a spreadsheet; a weekday or a price is read as in a file."""
    text = (
        "Data\tLaikas\tPavadinimas\tKaina\n12-05\t14:00\tMuzika\t5 Eur\n5/12\t15:00\tDailė\t\n"
        "2026-12-07\t15:00\tŠokis\tdaug"
    )
    assert is_plan(text)
    assert needs_year(text)
    found = pasted(text, VILNIUS, year=2026, organiser="Menų centras")
    (music,) = found.drafts
    assert (music.title_lt, music.price_eur, music.organiser) == (
        "Muzika",
        Decimal(5),
        "Menų centras",
    )
    assert [(one.row, one.reason) for one in found.refused] == [
        (3, Reason.EITHER_DAY),
        (4, Reason.NOT_A_NUMBER),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12-05 14:00 DI\n12-06 10:00 STEAM", True),
        ("GRUODIS\n• 5 d. 14 val. DI\n• 6 d. 10 val. STEAM", True),
        ("gruodžio 5 d. 14 val. DI\ngruodžio 6 d. 10 val. STEAM", True),
        ("Kokie seminarai bus gruodžio 5 d.?\nO gruodžio 12 d.?", False),
        ("gruodžio 5 d. ar bus kas nors?", False),
        ("Laba diena,\nar gruodžio 5 d. dar yra vietų?\nAčiū", False),
        ("", False),
    ],
)
def test_what_counts_as_a_plan(text: str, expected: bool) -> None:  # noqa: FBT001 -- a table
    """Several lines that begin with a day; a question has none such."""
    assert is_plan(text) is expected


def test_the_same_text_twice_is_the_same_event() -> None:
    """So that pasting it again adds nothing."""
    text = "5–7 gruodžio 14:00 DI\n2026-12-05, 2026-12-06 14:00 STEAM\n2026-12-08 10:00 Kita"
    once, again = (pasted(text, VILNIUS, year=2026).drafts for _ in range(2))
    assert [one.code for one in once] == [one.code for one in again]
