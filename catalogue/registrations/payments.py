"""Who pays for those who take part, and what has been paid. The bot itself takes no money."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal import rules as journal
from catalogue.journal.tables import Deed
from catalogue.people.tables import Person
from catalogue.programme.tables import Event
from catalogue.registrations.queue import TAKES_PART
from catalogue.registrations.tables import Payer, Payment, Registration, State
from catalogue.search.normalise import fold

LONGEST_SCHOOL = 120
LONGEST_CONTACT = 120


def costs(event: Event) -> bool:
    """Whether it is known to; of a price nobody has told nothing is asked."""
    return event.price_eur is not None and event.price_eur > 0


def owes(event: Event, own: Registration) -> bool:
    """Only who has a place: whoever waits, or is to be approved, may never get one."""
    return costs(event) and own.state is State.CONFIRMED


async def payment_of(session: AsyncSession, own: Registration) -> Payment | None:
    row: Payment | None = await session.scalar(
        select(Payment).where(Payment.registration_id == own.id)
    )
    return row


async def is_unsaid(session: AsyncSession, *, event: Event, own: Registration) -> bool:
    """Whether there is something to pay and nobody has said who does."""
    if not owes(event, own):
        return False
    payment = await payment_of(session, own)
    return payment is None or payment.payer is None


async def say(session: AsyncSession, own: Registration, *, payer: Payer, now: datetime) -> Payment:
    """Another payer than before begins anew; what was paid stays paid."""
    payment = await _made(session, own)
    if payment.payer is not payer:
        payment.school = payment.contact = ""
    payment.payer, payment.said_at = payer, now
    return payment


def clean(written: str, longest: int) -> str:
    return " ".join(written.split())[:longest].strip()


async def tick(
    session: AsyncSession,
    own: Registration,
    *,
    event: Event,
    paid: bool,
    by: Person,
    now: datetime,
) -> None:
    """Paid, or not after all; nothing where it is so already."""
    payment = await _made(session, own)
    if (payment.paid_at is not None) is paid:
        return
    payment.paid_at, payment.ticked_by = (now if paid else None), by.id
    deed = Deed.PAID if paid else Deed.NOT_PAID
    about = await session.get(Person, own.person_id)
    journal.note(session, deed, by=by, now=now, event=event, about=about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What is to be paid for one who takes part, was paid for one who no longer does, or would have
    been for one of whom it was said who pays.
    """

    registration_id: int
    name: str
    payer: Payer | None
    school: str
    contact: str
    amount: Decimal
    paid_at: datetime | None
    takes_part: bool

    @property
    def is_billed(self) -> bool:
        """Whether there is anything to pay, or to give back."""
        return self.takes_part or self.paid_at is not None


@dataclass(frozen=True, slots=True)
class Invoice:
    """The bills of one payer; `payer` None where nobody has said who pays."""

    payer: Payer | None
    school: str
    bills: Sequence[Bill]

    @property
    def due(self) -> Decimal:
        return sum((one.amount for one in self.bills if one.takes_part), Decimal(0))

    @property
    def paid(self) -> Decimal:
        return sum((one.amount for one in self.bills if one.paid_at), Decimal(0))

    @property
    def contacts(self) -> list[str]:
        return list(dict.fromkeys(one.contact for one in self.bills if one.contact))


async def bills(session: AsyncSession, event: Event) -> list[Bill]:
    """Of all who take part, and of those who have paid and left."""
    return [one for one in await all_told(session, event) if one.is_billed]


async def all_told(session: AsyncSession, event: Event) -> list[Bill]:
    """Also of those who have left or wait, where it was said who pays for them."""
    rows = await session.execute(
        select(Registration, Person, Payment)
        .join(Person, Person.id == Registration.person_id)
        .outerjoin(Payment, Payment.registration_id == Registration.id)
        .where(Registration.event_id == event.id)
        .where(Registration.state.in_(TAKES_PART) | Payment.id.is_not(None))
        .order_by(Person.name, Registration.id)
    )
    return [
        Bill(
            registration_id=own.id,
            name=person.name,
            payer=payment.payer if payment else None,
            school=payment.school if payment else "",
            contact=payment.contact if payment else "",
            amount=event.price_eur or Decimal(0),
            paid_at=payment.paid_at if payment else None,
            takes_part=own.state in TAKES_PART,
        )
        for own, person, payment in rows
    ]


def invoices(bills: Iterable[Bill]) -> list[Invoice]:
    """Schools first, one invoice a school however its name is spelt; each who pays alone has one
    of their own, and those of whom nothing is known stand together at the end.
    """
    together: dict[tuple[int, str], list[Bill]] = {}
    for one in bills:
        together.setdefault(_group(one), []).append(one)
    return [
        Invoice(those[0].payer, those[0].school, those) for _, those in sorted(together.items())
    ]


def _group(bill: Bill) -> tuple[int, str]:
    if bill.payer is None:
        return 3, ""
    if bill.payer is Payer.SELF:
        return 2, f"{fold(bill.name)} {bill.registration_id}"
    return (0 if bill.payer is Payer.SCHOOL else 1), fold(bill.school)


async def _made(session: AsyncSession, own: Registration) -> Payment:
    payment = await payment_of(session, own)
    if payment is None:
        payment = Payment(registration_id=own.id, school="", contact="")
        session.add(payment)
        await session.flush()
    return payment
