from typing import Any

import pytest
from aiogram.methods import SetMyCommands
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.appointing import rules as appointing
from catalogue.centres.tables import Centre
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.refusals import InvitationSpent, RightNeeded, StaffOnly
from catalogue.people.tables import Invitation, Role, StaffMember
from handlers.office import staff
from handlers.office.callbacks.staff import Dismiss, StaffList, Withdraw
from handlers.talk import Talk
from tests.factories import NOW, a_centre, a_person, kept
from tests.handlers.talking import OWNER, a_talk, buttons, each, pressed, rewritten, texts, written


@pytest.fixture
async def owner(session: AsyncSession) -> Talk:
    """An owner of the house."""
    person = a_person(telegram_id=OWNER, name="Rasa")
    await kept(session, person)
    return a_talk(session, person)


@pytest.fixture
async def centre(session: AsyncSession) -> Centre:
    centre = a_centre(name="Kauno centras & Ko")
    await kept(session, centre)
    return centre


async def employ(
    session: AsyncSession, name: str, role: Role, centre: Centre | None = None
) -> StaffMember:
    person = a_person(name=name)
    await kept(session, person)
    member = StaffMember(
        person_id=person.id, role=role, since=NOW, centre_id=centre.id if centre else None
    )
    await kept(session, member)
    return member


async def a_centre_owner(session: AsyncSession, centre: Centre) -> Talk:
    person = a_person(name="Rita Ritaitė")
    await kept(session, person)
    await kept(
        session,
        StaffMember(person_id=person.id, role=Role.OWNER, since=NOW, centre_id=centre.id),
    )
    return a_talk(session, person)


async def dismiss(talk: Talk, member: int, *, sure: bool) -> Any:
    return await staff.dismiss(pressed(), Dismiss(member=member, sure=sure), talk)


async def test_each_sees_the_staff_of_their_own_centres(
    session: AsyncSession, owner: Talk, centre: Centre
) -> None:
    """Centre by centre with the roles; an owner of the house sees all of them."""
    await employ(session, "Ona", Role.COORDINATOR)
    rita = await a_centre_owner(session, centre)
    said = await staff.members(written("/darbuotojai"), owner)
    assert texts(said)[0] == (
        "<b>Darbuotojai</b>\n"
        "\n<b>visi centrai</b>\n"
        "• Ona: metodininko teisės nuo 2026 m. lapkričio 22 d.\n"
        "\n<b>Kauno centras &amp; Ko</b>\n"
        "• Rita Ritaitė: savininko teisės nuo 2026 m. lapkričio 22 d."
    )
    said = await staff.members(written("/darbuotojai"), rita)
    assert buttons(said) == ["Pašalinti: Rita Ritaitė, savininko teisės", "Pakviesti"]


async def test_a_long_list_has_pages(session: AsyncSession, owner: Talk, centre: Centre) -> None:
    """So that a centre with many lecturers can still be shown."""
    for number in range(10):
        await employ(session, f"Ona {number}", Role.DOOR, centre)
    assert buttons(await staff.members(written(), owner))[-2:] == ["Daugiau", "Pakviesti"]
    said = await staff.turn_page(pressed(), StaffList(page=1), owner)
    assert "Ona 9" in texts(said)[0]
    assert "Ona 1:" not in texts(said)[0]


async def test_removing_takes_a_press_and_a_yes(
    session: AsyncSession, owner: Talk, centre: Centre
) -> None:
    """It is noted, and the menu of commands follows at once."""
    member = await employ(session, "Ona Petraitienė", Role.COORDINATOR, centre)
    asked = await dismiss(owner, member.id, sure=False)
    assert texts(asked)[0].startswith(
        "Pašalinti iš darbuotojų: Ona Petraitienė (metodininko teisės)?"
    )
    assert buttons(asked) == ["Taip, pašalinti", "Nereikia"]
    done = await dismiss(owner, member.id, sure=True)
    assert rewritten(done) == [77]
    menu = each(done)[1]
    assert isinstance(menu, SetMyCommands)
    assert "skelbti" not in {one.command for one in menu.commands}
    noted = await session.scalar(select(JournalEntry))
    assert noted is not None
    assert (noted.deed, noted.about_id) == (Deed.LET_GO, member.person_id)
    late = await dismiss(owner, member.id, sure=True)
    assert "Darbuotojai" in texts(late)[0]


async def test_the_last_owner_is_not_let_go_unawares(session: AsyncSession, centre: Centre) -> None:
    """What it would mean is said first; with a second owner there is nothing to warn of."""
    rita = await a_centre_owner(session, centre)
    member = await session.scalar(select(StaffMember))
    assert member is not None
    assert "paskutinis centro savininkas" in texts(await dismiss(rita, member.id, sure=False))[0]
    await employ(session, "Ona", Role.OWNER, centre)
    assert "paskutinis" not in texts(await dismiss(rita, member.id, sure=False))[0]
    done = await dismiss(rita, member.id, sure=True)
    assert texts(done) == ["Rita Ritaitė: savininko teisės panaikintos."]
    with pytest.raises(StaffOnly):
        await staff.members(written(), rita)


async def test_another_centres_staff_are_not_ones_own(
    session: AsyncSession, centre: Centre
) -> None:
    """Neither are those of all centres, nor their links."""
    rita = await a_centre_owner(session, centre)
    other = a_centre()
    await kept(session, other)
    for member in (
        await employ(session, "Ona", Role.DOOR, other),
        await employ(session, "Jonas", Role.OBSERVER),
    ):
        with pytest.raises(RightNeeded):
            await dismiss(rita, member.id, sure=True)
    await appointing.invite(session, by=rita.person, role=Role.DOOR, centre_id=other.id, now=NOW)
    link = await session.scalar(select(Invitation))
    assert link is not None
    with pytest.raises(RightNeeded):
        await staff.withdraw(pressed(), Withdraw(invitation=link.id), rita)


async def test_a_link_is_listed_until_it_is_withdrawn(
    session: AsyncSession, talk: Talk, centre: Centre
) -> None:
    """One press, and whoever has the link is nobody by it."""
    rita = await a_centre_owner(session, centre)
    secret = await appointing.invite(
        session, by=rita.person, role=Role.DOOR, centre_id=centre.id, now=NOW
    )
    said = await staff.members(written(), rita)
    assert "• registratoriaus teisės, Kauno centras &amp; Ko: galioja iki" in texts(said)[0]
    assert "Atšaukti nuorodą: registratoriaus teisės, Kauno centras & Ko" in buttons(said)
    link = await session.scalar(select(Invitation))
    assert link is not None
    for _ in range(2):
        said = await staff.withdraw(pressed(), Withdraw(invitation=link.id), rita)
        assert "nepanaudotos" not in texts(said)[0]
    with pytest.raises(InvitationSpent):
        await appointing.accept(session, secret=secret, person=talk.person, now=NOW)
