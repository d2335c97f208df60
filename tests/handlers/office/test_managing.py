from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.journal.tables import JournalEntry
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role, StaffMember
from catalogue.registrations.refusals import EventGone
from handlers.office import managing
from handlers.office.callbacks import staff as staff_callbacks
from handlers.talk import Talk
from tests.catalogue.registrations.test_queue import C, F, W, X, queued, states_of
from tests.factories import NOW, a_person, kept
from tests.handlers.talking import OWNER, a_talk, buttons, pressed, rewritten, texts

HOURS = ["prieš 1 val.", "prieš 6 val.", "✓ prieš 12 val.", "prieš 24 val.", "prieš 48 val."]

AHEAD = ["Dalyviai", "Keisti", "Skelbti mokytojams", "Medžiaga", "Daugiau", "Atidaryti"]
REST = ["Lankomumas", "Kopijuoti", "Pažymos", "Lektoriai", "Žurnalas",
        "Registracijas tvirtina organizatorius", "Šio renginio priminimai", "Uždaryti registraciją",
        "Atšaukti renginį", "Atgal", "Atidaryti"]  # fmt: skip


async def an_owner(session: AsyncSession) -> Talk:
    owner = a_person(telegram_id=OWNER)
    await kept(session, owner)
    return a_talk(session, owner)


async def manage(talk: Talk, event_id: int) -> Any:
    data = staff_callbacks.Manage(event=event_id)
    return await managing.manage(pressed(data), data, talk)


async def more(talk: Talk, event_id: int) -> Any:
    data = staff_callbacks.EventPage(event=event_id, more=True)
    return await managing.turn(pressed(data), data, talk)


async def close(talk: Talk, event_id: int, hours: int) -> Any:
    data = staff_callbacks.OffersClose(event=event_id, hours=hours)
    return await managing.close_offers(pressed(data), data, talk)


async def test_the_page_says_why_the_queue_stands(session: AsyncSession) -> None:
    """What is wanted at its stage stands there, all the rest is one press away, in place."""
    event, _ = await queued(session, [C, W, X], title_lt="Vertinimas")
    owner = await an_owner(session)
    said = await manage(owner, event.id)
    assert "Patvirtinta: 1" in texts(said)[0]
    assert "Eilė laukia, kol atsilaisvins vieta" in texts(said)[0]
    assert "visos vietos užimtos" in texts(said)[0]
    assert buttons(said) == AHEAD
    rest = await more(owner, event.id)
    assert buttons(rest) == [*HOURS, *REST]
    assert rewritten(rest) == [77]


async def test_a_later_cut_off_lets_the_queue_move(session: AsyncSession) -> None:
    """At once; an earlier one or the usual is a press too, and a made-up one is nothing."""
    event, _ = await queued(session, [X, W], starts=NOW + timedelta(hours=8))
    owner = await an_owner(session)
    assert buttons(await manage(owner, event.id)) == [*HOURS, *AHEAD]
    said = await close(owner, event.id, 6)
    assert rewritten(said) == [77]
    assert "✓ prieš 6 val." in buttons(said)
    assert await states_of(session, event) == [X, F]
    await close(owner, event.id, 24)
    assert event.offers_close == NOW - timedelta(hours=16)
    await close(owner, event.id, 7)
    assert event.offers_close == NOW - timedelta(hours=16)
    await close(owner, event.id, 12)
    assert event.offers_close is None
    noted = await session.scalars(select(JournalEntry).order_by(JournalEntry.id))
    assert [one.facts["changed"]["offers_close"] for one in noted] == [[12, 6], [6, 24], [24, 12]]


async def test_what_is_over_has_nothing_to_remind_of(session: AsyncSession) -> None:
    """Nor a queue that nobody stands in; but what teachers say of it."""
    event, _ = await queued(session, [C], starts=NOW - timedelta(days=2))
    owner = await an_owner(session)
    said = await manage(owner, event.id)
    assert "Eilė" not in texts(said)[0]
    assert buttons(said)[:2] == ["Pažymėti, kad ataskaita pateikta", "Lankomumas"]
    assert "Atsiliepimai" in buttons(said)
    rest = buttons(await more(owner, event.id))
    assert not {"Šio renginio priminimai", *HOURS} & {*rest}


async def test_only_staff_of_the_centre_press_it(session: AsyncSession, talk: Talk) -> None:
    """Checked at each press; what has started is registered for no more."""
    event, _ = await queued(session, [C], starts=NOW)
    other, _ = await queued(session, [C])
    rita = a_person()
    await kept(session, rita)
    await kept(
        session,
        StaffMember(person_id=rita.id, role=Role.COORDINATOR, since=NOW, centre_id=event.centre_id),
    )
    mine = a_talk(session, rita)
    said = await manage(mine, event.id)
    assert "<b>Būsena:</b> vyksta, registracija uždaryta" in texts(said)[0]
    assert buttons(said)[:4] == ["Lankomumas", "Dalyviai", "Medžiaga", "Keisti"]
    assert {"Registracijas tvirtina organizatorius", "Skelbti mokytojams"}.isdisjoint(
        buttons(await more(mine, event.id))
    )
    for who, number in ((mine, other.id), (talk, event.id)):
        with pytest.raises(StaffOnly):
            await manage(who, number)
        with pytest.raises(StaffOnly):
            await more(who, number)
        with pytest.raises(StaffOnly):
            await close(who, number, 6)
    with pytest.raises(EventGone):
        await manage(mine, 404)
