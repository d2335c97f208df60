"""Who pays, and what has been paid."""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.privacy.forgetting import forget
from catalogue.registrations import payments
from catalogue.registrations.payments import Bill, all_told, bills, clean, invoices
from catalogue.registrations.tables import Payer, Payment, Registration, State
from tests.catalogue.registrations.test_queue import C, W, X, queued
from tests.factories import NOW, kept
from tests.handlers.words.made_up import event as made_up_event
from tests.handlers.words.made_up import registration


@pytest.mark.parametrize(
    ("price", "costs"), [(None, False), (Decimal(0), False), (Decimal("0.01"), True)]
)
def test_only_a_known_price_costs(price: Decimal | None, costs: bool) -> None:  # noqa: FBT001 -- a table
    """Of a price nobody has told nothing is asked."""
    assert payments.costs(made_up_event(price_eur=price)) is costs


@pytest.mark.parametrize("state", State)
def test_only_who_has_a_place_owes(state: State) -> None:
    """Whoever waits, awaits approval or has left is not asked who pays."""
    event = made_up_event(price_eur=Decimal(40))
    assert payments.owes(event, registration(state)) is (state is State.CONFIRMED)
    event.price_eur = Decimal(0)
    assert not payments.owes(event, registration(state))


def test_what_is_written_is_bounded() -> None:
    """With single spaces."""
    assert clean("  Akmenės   gimnazija \n", 12) == "Akmenės gimn"


async def test_another_payer_begins_anew(database: Database) -> None:
    """The school's contact is not the other one's; what was paid stays paid."""

    async def work(session: Any) -> None:
        event, people = await queued(session, [C], price_eur=Decimal(40))
        own = await session.get_one(Registration, 1)
        assert await payments.is_unsaid(session, event=event, own=own)
        payment = await payments.say(session, own, payer=Payer.SCHOOL, now=NOW)
        payment.school, payment.contact = "Gimnazija", "a@b.lt"
        assert not await payments.is_unsaid(session, event=event, own=own)
        await payments.tick(session, own, event=event, paid=True, by=people[0], now=NOW)
        again = await payments.say(session, own, payer=Payer.SCHOOL, now=NOW)
        assert (again.school, again.contact) == ("Gimnazija", "a@b.lt")
        other = await payments.say(session, own, payer=Payer.OTHER, now=NOW)
        assert (other.school, other.contact, other.paid_at) == ("", "", NOW)
        assert (await session.scalars(select(Payment))).one() is other
        event.price_eur = None
        assert not await payments.is_unsaid(session, event=event, own=own)

    await database.write(work)


async def test_ticks_are_noted_once_each(database: Database) -> None:
    """Also of one who has not said who pays; a tick may be taken back."""

    async def work(session: Any) -> list[Deed]:
        event, people = await queued(session, [C], price_eur=Decimal(40))
        own = await session.get_one(Registration, 1)
        for paid in (False, True, True, False):
            await payments.tick(session, own, event=event, paid=paid, by=people[0], now=NOW)
            await session.flush()
        payment = await payments.payment_of(session, own)
        assert payment is not None
        assert (payment.payer, payment.paid_at, payment.ticked_by) == (None, None, people[0].id)
        return [
            one.deed
            for one in await session.scalars(select(JournalEntry).order_by(JournalEntry.id))
        ]

    assert await database.write(work) == [Deed.PAID, Deed.NOT_PAID]


async def test_who_is_forgotten_leaves_no_name_of_a_payer(database: Database) -> None:
    """That something was paid stays for the counts."""

    async def work(session: Any) -> tuple[str, str, bool]:
        event, people = await queued(session, [C], price_eur=Decimal(40))
        own = await session.get_one(Registration, 1)
        payment = await payments.say(session, own, payer=Payer.OTHER, now=NOW)
        payment.school, payment.contact = "Jonas Jonaitis", "j@j.lt"
        await payments.tick(session, own, event=event, paid=True, by=people[0], now=NOW)
        await forget(session, person=people[0], now=NOW)
        await session.refresh(payment)
        return payment.school, payment.contact, payment.paid_at is not None

    assert await database.write(work) == ("", "", True)


async def test_bills_are_of_who_comes_and_who_has_paid(database: Database) -> None:
    """One who left without paying owes nothing."""

    async def work(session: Any) -> list[tuple[int, bool]]:
        event, _ = await queued(session, [C, W, X, X], price_eur=Decimal(40))
        await queued(session, [C])
        await kept(session, Payment(registration_id=3, paid_at=NOW))
        await kept(session, Payment(registration_id=4, payer=Payer.SELF))
        assert len(await all_told(session, event)) == 3
        found = await bills(session, event)
        return sorted((one.registration_id, one.takes_part) for one in found)

    assert await database.write(work) == [(1, True), (3, False)]


def bill(number: int, payer: Payer | None, school: str = "", **facts: Any) -> Bill:
    plain: dict[str, Any] = {
        "registration_id": number, "name": f"Ona {number}", "payer": payer, "school": school,
        "contact": "", "amount": Decimal(40), "paid_at": None, "takes_part": True,
    }  # fmt: skip
    return Bill(**plain | facts)


def test_a_school_is_one_invoice() -> None:
    """However it is spelt; who pays alone is one too, and the unsaid stand together at the end."""
    found = invoices(
        [
            bill(1, None),
            bill(2, Payer.SELF),
            bill(3, Payer.SCHOOL, "Žalioji mokykla", contact="a@b.lt"),
            bill(4, Payer.SELF),
            bill(5, Payer.SCHOOL, "žalioji mokykla", paid_at=NOW, contact="a@b.lt"),
            bill(6, Payer.OTHER, "Fondas"),
            bill(7, Payer.SCHOOL, "Žalioji mokykla", takes_part=False, paid_at=NOW),
            bill(8, None),
        ]
    )
    assert [[one.registration_id for one in invoice.bills] for invoice in found] == [
        *([3, 5, 7], [6]),
        *([2], [4], [1, 8]),
    ]
    assert (found[0].due, found[0].paid, found[0].contacts) == (
        *(Decimal(80), Decimal(80)),
        ["a@b.lt"],
    )
