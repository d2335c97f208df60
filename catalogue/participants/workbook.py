"""Who takes part in an event as a workbook: sheets and columns that stay as they are.

In Lithuanian, whoever asks for it: other tables of a centre are made from it. Dates are real ones,
no cell is a formula.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from catalogue.participants.queries import Listed
from catalogue.registrations.payments import Bill, Invoice, invoices
from catalogue.registrations.queue import IN_QUEUE, TAKES_PART, left_late
from catalogue.registrations.tables import Payer, State
from catalogue.spreadsheets import file_of, neutralised, new_book

#: Heading and width in letters.
PEOPLE = (
    ("Nr.", 6),
    ("Vardas ir pavardė", 30),
    ("Mokykla", 36),
    ("El. paštas", 28),
    ("Telefonas", 16),
    ("Būsena", 22),
    ("Registracijos data", 18),
    ("Pritaikymas", 30),
    ("Pridėta ranka", 14),
    ("Pasiekia „Telegram“", 18),
    ("Moka", 16),
    ("Apmokėta", 12),
)
#: Behind all the rest, meetings too, so that these stay where they were.
WALKED_IN = ("Atvyko be registracijos", 16)
CANCELLED = (*PEOPLE, ("Atšaukimo data", 18), ("Atšaukta per vėlai", 16))
BILLS = (
    ("Mokėtojas", 16),
    ("Mokykla arba mokėtojas", 36),
    ("Kontaktas", 28),
    ("Vardas ir pavardė", 30),
    ("Suma, EUR", 12),
    ("Apmokėta", 12),
    ("Apmokėjimo data", 18),
    ("Dalyvauja", 12),
)
STATES: Mapping[State, str] = {
    State.CONFIRMED: "patvirtinta",
    State.PENDING: "laukia patvirtinimo",
    State.OFFERED: "siūloma vieta",
    State.WAITING: "eilėje",
    State.CANCELLED: "atšaukta",
}
PAYERS: Mapping[Payer | None, str] = {
    Payer.SCHOOL: "mokykla",
    Payer.SELF: "pats žmogus",
    Payer.OTHER: "kitas",
    None: "nepasakyta",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What the workbook is made of: `everybody` in the order of the lists, `bills` of whomever they
    are known; who cancelled from `late_from` on did so too late. `meetings` are on the wall clock,
    and `marks`, by the registration's number, say of each of them in a word whether one was there.
    """

    everybody: Sequence[Listed]
    bills: Sequence[Bill]
    late_from: datetime
    zone: ZoneInfo
    meetings: Sequence[datetime] = ()
    marks: Mapping[int, Sequence[str]] = field(default_factory=dict)


def workbook(lists: Lists) -> bytes:
    """Sheets „dalyviai“, „eilė“, „sąskaitos“ and „atšaukta“, each with its headings, also where it
    is empty.
    """
    book = new_book()
    write = _Writer(book, lists.zone)
    meetings = [(f"{one:%Y-%m-%d %H:%M}", 16) for one in lists.meetings]
    write.sheet("dalyviai", (*PEOPLE, *meetings, WALKED_IN), _coming(lists))
    write.sheet("eilė", PEOPLE, _people(lists, IN_QUEUE))
    due = invoices(one for one in lists.bills if one.is_billed)
    write.sheet("sąskaitos", BILLS, [row for one in due for row in _bills(one)])
    gone = [one for one in lists.everybody if one.state is State.CANCELLED]
    rows = [
        [*row, one.changed_at, left_late(one, late_from=lists.late_from)]
        for row, one in zip(_people(lists, [State.CANCELLED]), gone, strict=True)
    ]
    write.sheet("atšaukta", CANCELLED, rows)
    return file_of(book)


def _coming(lists: Lists) -> list[list[Any]]:
    """With what was said of each at every meeting, and whether they had a registration."""
    those = [one for one in lists.everybody if one.state in TAKES_PART]
    unsaid = [""] * len(lists.meetings)
    return [
        [*row, *(lists.marks.get(one.registration_id) or unsaid), one.walked_in]
        for row, one in zip(_people(lists, TAKES_PART), those, strict=True)
    ]


def _people(lists: Lists, states: Collection[State]) -> list[list[Any]]:
    paying = {bill.registration_id: bill for bill in lists.bills}
    those = [one for one in lists.everybody if one.state in states]
    return [
        [number, *_person(one), *_paid(paying.get(one.registration_id))]
        for number, one in enumerate(those, start=1)
    ]


def _person(one: Listed) -> list[Any]:
    return [
        one.name,
        one.school,
        one.email,
        one.telephone,
        STATES[one.state],
        one.joined_at,
        one.access_need,
        one.is_added,
        one.is_reached,
    ]


def _paid(bill: Any) -> list[Any]:
    """Empty where there is nothing to pay."""
    return ["", ""] if bill is None else [PAYERS[bill.payer], bill.paid_at is not None]


def _bills(invoice: Invoice) -> list[list[Any]]:
    """One row a person; schools stand together, so that their sums are one filter away."""
    return [
        [
            PAYERS[bill.payer],
            bill.school,
            bill.contact,
            bill.name,
            bill.amount,
            bill.paid_at is not None,
            bill.paid_at,
            bill.takes_part,
        ]
        for bill in invoice.bills
    ]


class _Writer:
    """Puts plain values into cells of the kind they are."""

    def __init__(self, book: Any, zone: ZoneInfo) -> None:
        self._book, self._zone = book, zone
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"})
        self._money = book.add_format({"num_format": "0.00"})

    def sheet(
        self, name: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[Any]]
    ) -> None:
        sheet = self._book.add_worksheet(name)
        for number, (heading, width) in enumerate(columns):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, heading, self._head)
        for line, row in enumerate(rows, start=1):
            for number, value in enumerate(row):
                self._cell(sheet, line, number, value)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)

    def _cell(self, sheet: Any, line: int, number: int, value: Any) -> None:
        match value:
            case bool():
                sheet.write_string(line, number, "taip" if value else "ne")
            case datetime():
                local = value.astimezone(self._zone).replace(tzinfo=None)
                sheet.write_datetime(line, number, local, self._moment)
            case Decimal():
                sheet.write_number(line, number, float(value), self._money)
            case int():
                sheet.write_number(line, number, value)
            case str() if value:
                sheet.write_string(line, number, neutralised(value, phones=True))
