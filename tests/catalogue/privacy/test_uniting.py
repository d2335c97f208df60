"""Two rows of one person become one, and nothing is lost."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people import traits
from catalogue.people.tables import Person, Trait
from catalogue.privacy.uniting import candidates, centres_of, unite
from catalogue.programme.tables import Event
from catalogue.registrations import leaving, passing
from catalogue.registrations.payments import payment_of
from catalogue.registrations.rules import registration_of
from catalogue.registrations.tables import Notice, NoticeKind, Payer, Payment, Registration, State
from tests.catalogue.registrations.test_queue import C, F, P, W, X, noted, queued, states_of
from tests.factories import NOW, a_person, kept

HOUR = timedelta(hours=1)


async def united(session: AsyncSession, event: Event, people: list[Person]) -> bool:
    """The first, added by hand, with the second."""
    people[0].telegram_id, people[0].vouched_by = None, people[1].id
    await session.flush()
    return await unite(session, gone=people[0], kept=people[1], event=event, by=people[1], now=NOW)


#: The state of the one added by hand and of the other, the state that holds, and what they hear.
TOGETHER = [
    (C, W, C, [NoticeKind.SEAT_GIVEN]),
    (C, X, C, [NoticeKind.SEAT_GIVEN]),
    (W, C, C, []),
    (W, X, F, [NoticeKind.OFFERED]),
    (P, W, P, []),
    (X, C, C, []),
    (C, C, C, []),
    (W, F, F, []),
]


@pytest.mark.parametrize(("by_hand", "own", "holds", "told"), TOGETHER)
async def test_the_better_state_holds(
    database: Database, by_hand: State, own: State, holds: State, told: list[NoticeKind]
) -> None:
    """One registration remains, and whoever gets a seat by it hears so."""

    async def work(session: AsyncSession) -> None:
        event, people = await queued(session, [by_hand, own], seats=1)
        assert await united(session, event, people)
        assert await states_of(session, event) == [holds]
        mine = await registration_of(session, event_id=event.id, person_id=people[1].id)
        assert mine is not None
        assert [kind for _, kind in await noted(session)] == told
        numbers = await session.scalars(select(Notice.registration_id))
        assert set(numbers) <= {mine.id}

    await database.write(work)


async def test_a_seat_held_twice_goes_to_the_queue(database: Database) -> None:
    """The earlier place in the queue is kept, and there are never more seats taken than before."""

    async def work(session: AsyncSession) -> None:
        event, people = await queued(session, [C, C, W, W], seats=2)
        await united(session, event, people)
        assert await states_of(session, event) == [C, F, W]
        other, others = await queued(session, [C, W, W, W], seats=1)
        await united(session, other, [others[1], others[3]])
        rows = await session.scalars(
            select(Registration.person_id)
            .where(Registration.event_id == other.id)
            .order_by(Registration.ticket)
        )
        assert list(rows) == [others[0].id, others[3].id, others[2].id]

    await database.write(work)


async def test_all_that_is_known_goes_over(database: Database) -> None:
    """Events the other is not in, payments, notices, contacts and schools; of the one added by hand
    nothing is left but a row for the journal.
    """

    async def work(session: AsyncSession) -> None:
        event, (ona, own) = await queued(session, [C, W], price_eur=Decimal(40))
        alone, _ = await queued(session, [])
        ona.telephone, own.email, own.telephone = "+37060000000", "ona@pastas.lt", ""
        facts = {"ticket": 1, "joined_at": NOW - HOUR, "changed_at": NOW, "state": C}
        third = Registration(event_id=alone.id, person_id=ona.id, access_need="Rampa", **facts)
        await kept(session, third)
        await kept(
            session,
            Payment(registration_id=1, payer=Payer.SCHOOL, school="Gimnazija", paid_at=NOW),
            Payment(registration_id=third.id, payer=Payer.SELF),
            Notice(registration_id=1, kind=NoticeKind.CHANGED, made_at=NOW),
        )
        for person, school in ((ona, "Gimnazija"), (own, "Gimnazija"), (ona, "Mokykla")):
            await traits.add(session, person, Trait.SCHOOL, school)
        assert await united(session, event, [ona, own])
        here = await registration_of(session, event_id=event.id, person_id=own.id)
        there = await registration_of(session, event_id=alone.id, person_id=own.id)
        assert here is not None
        assert there is not None
        assert (there.id, there.access_need, there.remind_at) == (third.id, "Rampa", NOW)
        payment = await payment_of(session, here)
        assert payment is not None
        assert (payment.school, payment.paid_at) == ("Gimnazija", NOW)
        numbers = await session.scalars(select(Notice.registration_id))
        assert list(numbers) == [here.id, here.id]
        assert (own.telephone, own.email) == ("+37060000000", "ona@pastas.lt")
        told = await traits.traits_of(session, own)
        assert set(told[Trait.SCHOOL]) >= {"Gimnazija"}
        assert (ona.name, ona.forgotten_at) == ("", NOW)
        assert await centres_of(session, ona) == set()
        entry = (await session.scalars(select(JournalEntry))).one()
        assert (entry.deed, entry.about_id) == (Deed.PEOPLE_UNITED, own.id)

    await database.write(work)


async def test_what_hangs_on_the_own_seat_stays(database: Database) -> None:
    """Who asked to be let go, or has sent a link to a colleague, has not done so in vain."""

    async def work(session: AsyncSession) -> None:
        event, people = await queued(session, [C, C], seats=2)
        ask: dict[str, Any] = {"event_id": event.id, "person": people[1], "now": NOW}
        await leaving.ask(session, reason="Liga", **ask)
        link = await passing.make(session, **ask)
        assert await united(session, event, people)
        assert [one.person for one in await leaving.who_ask(session, event)] == [people[1]]
        ieva = a_person()
        await kept(session, ieva)
        await passing.offered(session, secret=link.secret, person=ieva, now=NOW)

    await database.write(work)


@pytest.mark.parametrize("kind", ["has Telegram", "was forgotten", "is the same"])
async def test_what_cannot_be_united(database: Database, kind: str) -> None:
    """Only one added by hand, and still there, is taken into another."""

    async def work(session: AsyncSession) -> None:
        event, people = await queued(session, [C, W])
        await session.flush()
        gone, own = people
        gone.telegram_id = 5 if kind == "has Telegram" else None
        own.forgotten_at = NOW if kind == "was forgotten" else None
        other = gone if kind == "is the same" else own
        assert not await unite(session, gone=gone, kept=other, event=event, by=own, now=NOW)
        assert await states_of(session, event) == [C, W]

    await database.write(work)


async def test_who_may_be_the_same(database: Database) -> None:
    """At the centre's events, by the name in any spelling or by a contact, which comes first."""

    async def work(session: AsyncSession) -> None:
        event, people = await queued(session, [C, C, X, C, C, C])
        names = ["Ona Žalytė", "Zalyte Ona", "ona žalytė", "Ona Kitaitė", "Rūta Žalytė", ""]
        for person, name in zip(people, names, strict=True):
            person.name = name
        people[0].telephone = people[3].telephone = "+37060000000"
        people[2].forgotten_at = NOW
        elsewhere: Any = a_person(name="Ona Žalytė")
        await kept(session, elsewhere)
        found = await candidates(session, people[0], centre_id=event.centre_id)
        assert [(one.person.name, one.same_contact) for one in found] == [
            ("Ona Kitaitė", True),
            ("Zalyte Ona", False),
        ]

    await database.write(work)
