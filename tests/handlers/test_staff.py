import pytest
from aiogram.methods import SetMyCommands
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people import staff as catalogue
from catalogue.people.refusals import InvitationSpent, OwnersOnly
from catalogue.people.tables import Role, StaffMember
from handlers import staff, staff_callbacks
from handlers.talk import Talk
from tests.factories import NOW, a_centre, a_person, kept
from tests.handlers.talking import OWNER, a_talk, buttons, each, pressed, rewritten, texts, written


@pytest.fixture
async def owner(session: AsyncSession) -> Talk:
    person = a_person(telegram_id=OWNER, name="Rasa")
    await kept(session, person)
    return a_talk(session, person)


async def employ(owner: Talk, name: str = "Ona Petraitienė") -> StaffMember:
    person = a_person(name=name)
    await kept(owner.session, person)
    member = StaffMember(person_id=person.id, role=Role.COORDINATOR, since=NOW, centre_id=None)
    await kept(owner.session, member)
    return member


async def test_everything_is_for_owners_only(talk: Talk) -> None:
    """A teacher, and a coordinator too, is refused at each press."""
    await kept(
        talk.session,
        StaffMember(person_id=talk.person.id, role=Role.COORDINATOR, since=NOW, centre_id=None),
    )
    assert await talk.is_staff()
    for deed in (
        staff.members(written("/darbuotojai"), talk),
        staff.invite(pressed(), staff_callbacks.InviteStaff(centre=0), talk),
        staff.dismiss(pressed(), staff_callbacks.Dismiss(member=1), talk),
        staff.dismiss(pressed(), staff_callbacks.Dismiss(member=1, sure=True), talk),
    ):
        with pytest.raises(OwnersOnly):
            await deed


async def test_the_list_has_a_way_out_and_ways_in(owner: Talk) -> None:
    """Each member can be removed; one can be invited for each centre, or for all."""
    await employ(owner)
    await kept(owner.session, a_centre(name="Kauno centras & Ko"))
    said = await staff.members(written("/darbuotojai"), owner)
    assert texts(said) == [
        "<b>Darbuotojai</b>\n• Ona Petraitienė, visi centrai, nuo 2026 m. lapkričio 22 d."
    ]
    assert buttons(said) == [
        "Pašalinti: Ona Petraitienė",
        "Pakviesti: Kauno centras & Ko",
        "Pakviesti: Visi centrai",
    ]


async def test_an_invitation_makes_a_coordinator(owner: Talk, talk: Talk) -> None:
    """The link stands in the message, is followed once, and is of no use to the next."""
    centre = a_centre(name="Kauno centras")
    await kept(owner.session, centre)
    said = await staff.invite(pressed(), staff_callbacks.InviteStaff(centre=centre.id), owner)
    assert "(Kauno centras)" in texts(said)[0]
    assert "2026 m. lapkričio 25 d., trečiadienis, 10:00" in texts(said)[0]
    secret = texts(said)[0].partition("?start=st_")[2]
    welcome, menu = each(await staff.accept_invitation(talk, secret))
    assert texts(welcome)[0].startswith("Sveiki prisijungę!")
    assert isinstance(menu, SetMyCommands)
    with pytest.raises(InvitationSpent):
        await staff.accept_invitation(owner, secret)


async def test_removing_takes_two_presses(owner: Talk) -> None:
    """A question with the name, and then it is done."""
    member = await employ(owner)
    asked = await staff.dismiss(pressed(), staff_callbacks.Dismiss(member=member.id), owner)
    assert texts(asked) == ["Pašalinti iš darbuotojų: Ona Petraitienė?"]
    assert buttons(asked) == ["Taip, pašalinti", "Nereikia"]
    sure = staff_callbacks.Dismiss(member=member.id, sure=True)
    done = await staff.dismiss(pressed(), sure, owner)
    assert rewritten(done) == [77]
    assert await catalogue.members(owner.session) == []


async def test_late_presses_show_the_list(owner: Talk) -> None:
    """Somebody else was quicker, or the centre is gone: the truth, and no reproach."""
    await employ(owner, "Rita")
    for said in (
        await staff.dismiss(pressed(), staff_callbacks.Dismiss(member=999_999, sure=True), owner),
        await staff.invite(pressed(), staff_callbacks.InviteStaff(centre=999_999), owner),
    ):
        assert rewritten(said) == [77]
        assert "• Rita" in texts(said)[0]
