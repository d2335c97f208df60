"""The list for invoices, ticked with one press."""

from decimal import Decimal
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.tables import Role
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Payer, Payment
from handlers.office import paying
from handlers.office.callbacks.participants import Bills
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, queued
from tests.factories import kept
from tests.handlers.office.people import employed
from tests.handlers.talking import buttons, pressed, rewritten, texts


async def press(talk: Talk, event: Event, **facts: Any) -> Any:
    data = Bills(event=event.id, **facts)
    return await paying.bills(pressed(data), data, talk)


async def test_ticked_and_unticked(session: AsyncSession) -> None:
    """By school with the sums; a registration of another event is not ticked here."""
    event, people = await queued(session, [C, C], seats=5, price_eur=Decimal("40.5"))
    other, _ = await queued(session, [C], price_eur=Decimal(1))
    people[0].name, people[1].name = "Ona Onaitė", "Rita Ritaitė"
    await kept(
        session, Payment(registration_id=1, payer=Payer.SCHOOL, school="Gimnazija", contact="a@b")
    )
    talk = await employed(session, Role.COORDINATOR, event.centre)
    said = await press(talk, event)
    assert "Mokėtina 81 €, apmokėta 0 €" in texts(said)[0]
    assert "• Gimnazija (a@b): 1 žmogus, 40,50 €, apmokėta 0 €" in texts(said)[0]
    assert "• nepasakyta, kas moka: 1 žmogus" in texts(said)[0]
    assert buttons(said) == [
        *("☐ Ona Onaitė · 40,50 €", "☐ Rita Ritaitė · 40,50 €"),
        *("Excel", "Į sąrašą"),
    ]
    said = await press(talk, event, registration=1, paid=True)
    assert rewritten(said) == [77]
    assert "☑ Ona Onaitė · 40,50 €" in buttons(said)
    assert "apmokėta 40,50 €" in texts(said)[0]
    said = await press(talk, event, registration=1, paid=False)
    assert "☐ Ona Onaitė · 40,50 €" in buttons(said)
    await press(talk, event, registration=3, paid=True)
    assert await session.get(Payment, 2) is None
    assert other.id != event.id


async def test_what_costs_nothing_has_no_bills(session: AsyncSession) -> None:
    """An old button says so; nobody at a paid one is said too."""
    free, _ = await queued(session, [C])
    empty, _ = await queued(session, [], price_eur=Decimal(5))
    for event, words in ((free, "mokėti nėra už ką"), (empty, "Dalyvių dar nėra.")):
        talk = await employed(session, Role.COORDINATOR, event.centre)
        assert words in texts(await press(talk, event))[0]
