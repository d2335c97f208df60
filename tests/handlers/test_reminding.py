from datetime import timedelta
from typing import Any

import pytest

from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role, StaffMember
from catalogue.programme.tables import Event, Mode
from catalogue.registrations import rules
from catalogue.registrations.refusals import EventGone
from catalogue.registrations.tables import Registration
from handlers import reminding
from handlers.callbacks.news import Deed, QuietHours, Reminding
from handlers.office.callbacks.staff import EventReminders
from handlers.talk import Talk
from tests.factories import NOW
from tests.handlers.talking import OWNER, buttons, data, pressed, put, rewritten, texts

DAY = 24 * 60


async def own(talk: Talk, pack: str = "") -> Any:
    chosen = Reminding.unpack(pack) if pack else Reminding()
    return await reminding.own(pressed(), chosen, talk)


async def quiet(talk: Talk, pack: str = "") -> Any:
    chosen = QuietHours.unpack(pack) if pack else QuietHours()
    return await reminding.quiet_hours(pressed(), chosen, talk)


async def of_event(talk: Talk, event: Event, pack: str = "") -> Any:
    chosen = EventReminders.unpack(pack) if pack else EventReminders(event=event.id)
    return await reminding.of_event(pressed(), chosen, talk)


async def joined(talk: Talk, **facts: Any) -> Registration:
    event = await put(talk, **facts)
    done = await rules.join(talk.session, event_id=event.id, person=talk.person, now=NOW)
    done.registration.remind_at = NOW + timedelta(days=3)
    return done.registration


async def test_all_come_until_one_is_turned_off(talk: Talk) -> None:
    """One message that changes with each press; the reminders to come are worked out anew."""
    registration = await joined(talk, reminders=[14 * DAY])
    page = await own(talk)
    assert rewritten(page) == [77]
    assert buttons(page) == [
        "✓ Prieš 14 d.",
        "✓ Prieš 7 d.",
        "✓ Prieš 1 d.",
        "✓ Prieš 2 val.",
        "✓ Prieš 15 min. su prisijungimo nuoroda",
        "Nesiųsti jokių priminimų",
        "Ramybės valandos: 21:00–07:30",
        "Atgal",
    ]
    drop = data(page, "Prieš 7 d.")
    page = await own(talk, drop)
    assert await own(talk, drop) == page
    assert buttons(page)[1] == "Prieš 7 d."
    assert talk.person.unwanted_reminders == [7 * DAY]
    await talk.session.refresh(registration)
    assert registration.remind_at == NOW
    assert buttons(await own(talk, data(page, "Prieš 7 d.")))[1] == "✓ Prieš 7 d."
    assert talk.person.unwanted_reminders == []


async def test_none_at_all_and_again(talk: Talk) -> None:
    """One press ends them all, one brings them back with what was chosen before."""
    page = await own(talk, data(await own(talk), "Prieš 1 d."))
    page = await own(talk, data(page, "Nesiųsti jokių priminimų"))
    assert "Priminimų negaunate." in texts(page)[0]
    assert talk.person.wants_reminders is False
    page = await own(talk, data(page, buttons(page)[0]))
    assert talk.person.wants_reminders is True
    assert "Prieš 1 d." in buttons(page)


async def test_a_length_nobody_uses_changes_nothing(talk: Talk) -> None:
    """An old message, or somebody's own invention."""
    await own(talk, Reminding(deed=Deed.DROP, lead=4711).pack())
    assert talk.person.unwanted_reminders == []


async def test_quiet_hours(talk: Talk) -> None:
    """Begin and end by buttons, none at all, and back to the usual from there."""
    registration = await joined(talk)
    page = await quiet(talk)
    assert "tik žinia, kad atšaukta ar perkelta" in texts(page)[0]
    assert [one for one in buttons(page) if "✓" in one] == ["✓ nuo 21:00", "✓ iki 07:30"]
    page = await quiet(talk, data(page, "nuo 22:00"))
    page = await quiet(talk, data(page, "iki 06:00"))
    assert (talk.person.quiet_from, talk.person.quiet_until) == (22 * 60, 6 * 60)
    await talk.session.refresh(registration)
    assert registration.remind_at == NOW
    page = await quiet(talk, data(page, "Be ramybės valandų"))
    assert [one for one in buttons(page) if "✓" in one] == ["✓ Be ramybės valandų"]
    assert talk.person.quiet_from == talk.person.quiet_until
    assert "Ramybės valandos: nėra" in buttons(await own(talk))
    await quiet(talk, data(page, "nuo 20:00"))
    assert (talk.person.quiet_from, talk.person.quiet_until) == (20 * 60, 7 * 60 + 30)


async def test_staff_set_others_for_an_event(talk: Talk) -> None:
    """Added, dropped, none, as usual again; those registered are looked at anew."""
    registration = await joined(talk, mode=Mode.ONLINE)
    event = await talk.session.get_one(Event, registration.event_id)
    talk.session.add(
        StaffMember(
            person_id=talk.person.id, centre_id=event.centre_id, role=Role.COORDINATOR, since=NOW
        )
    )
    page = await of_event(talk, event)
    assert "Kaip įprasta: prieš kiekvieną susitikimą likus 7 d., 1 d., 2 val." in texts(page)[0]
    assert "vis tiek siunčiame likus 15 minučių" in texts(page)[0]
    assert buttons(page) == [
        "14 d.", "✓ 7 d.", "3 d.", "2 d.", "✓ 1 d.", "✓ 2 val.", "1 val.", "Jokių",
        "✓ Kaip įprasta", "Atgal",
    ]  # fmt: skip
    page = await of_event(talk, event, data(page, "14 d."))
    page = await of_event(talk, event, data(page, "✓ 2 val."))
    assert event.reminders == [14 * DAY, 7 * DAY, DAY]
    await talk.session.refresh(registration)
    assert registration.remind_at == NOW
    page = await of_event(talk, event, data(page, "Jokių"))
    assert (event.reminders, "priminimų nesiunčiame" in texts(page)[0]) == ([], True)
    page = await of_event(talk, event, data(page, "Kaip įprasta"))
    assert event.reminders is None
    await of_event(talk, event, EventReminders(event=event.id, deed=Deed.ADD, lead=7).pack())
    assert event.reminders is None


async def test_a_button_gives_no_rights(talk: Talk) -> None:
    """Neither a teacher nor another centre's staff; an owner may; a gone event is said so."""
    event, other = await put(talk), await put(talk, code="K-1")
    member = StaffMember(
        person_id=talk.person.id, centre_id=other.centre_id, role=Role.COORDINATOR, since=NOW
    )
    talk.session.add(member)
    none = EventReminders(event=event.id, deed=Deed.NONE).pack()
    with pytest.raises(StaffOnly):
        await of_event(talk, event, none)
    assert event.reminders is None
    owner = Talk(**{name: getattr(talk, name) for name in Talk.__slots__} | {"chat_id": OWNER})
    await of_event(owner, event, none)
    assert event.reminders == []
    with pytest.raises(EventGone):
        await reminding.of_event(pressed(), EventReminders(event=4711), owner)
