from typing import Any

import pytest
from aiogram.methods import SetMyCommands
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.tables import Centre
from catalogue.people.refusals import InvitationSpent, OwnInvitation, RightNeeded
from catalogue.people.rights import Right
from catalogue.people.tables import Role
from handlers.office import inviting
from handlers.office.callbacks.staff import InviteAs, InviteStaff, StaffList
from handlers.talk import Talk
from tests.factories import a_centre, an_event, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import a_talk, buttons, each, pressed, texts

ROLES = [
    "Savininko teisės",
    "Metodininko teisės",
    "Lektoriaus teisės",
    "Registratoriaus teisės",
    "Stebėtojo teisės",
]


@pytest.fixture
async def centre(session: AsyncSession) -> Centre:
    centre = a_centre(name="Kauno centras")
    await kept(session, centre)
    return centre


async def invited(talk: Talk, centre: int, role: Role, **more: Any) -> Any:
    data = InviteAs(centre=centre, role=role, **more)
    work = inviting.invite_lecturer if role is Role.LECTURER else inviting.invite
    return await work(pressed(data), data, talk)


def secret_in(said: Any) -> str:
    return texts(said)[0].partition("?start=st_")[2]


async def test_one_chooses_among_ones_own_centres(session: AsyncSession, centre: Centre) -> None:
    """An owner of the house among all and all together; with one centre there is no choice."""
    await kept(session, a_centre(name="Vilniaus centras"))
    rita = await employed(session, Role.OWNER, centre)
    owner = await an_owner_of_the_house(session)
    press = StaffList(invite=True)
    said = await inviting.choose_centre(pressed(), press, owner)
    assert buttons(said) == ["Kauno centras", "Vilniaus centras", "visi centrai", "Atgal"]
    said = await inviting.choose_centre(pressed(), press, rita)
    assert "(Kauno centras)" in texts(said)[0]
    assert buttons(said) == [*ROLES, "Atgal"]
    said = await inviting.choose_role(pressed(), InviteStaff(centre=0), owner)
    assert buttons(said) == [one for one in [*ROLES, "Atgal"] if "Lektoriaus" not in one]
    for number in (9_999, 9_998):
        said = await inviting.choose_role(pressed(), InviteStaff(centre=number), owner)
        assert "paseno" in texts(said)[0]


@pytest.mark.parametrize(
    ("role", "says", "opens"),
    [
        (Role.OWNER, "galite viską", "darbuotojai"),
        (Role.COORDINATOR, "tvarkyti programą", "zurnalas"),
        (Role.DOOR, "pažymėti atvykusius", "paskaitos"),
        (Role.OBSERVER, "be vardų", "skaiciai"),
    ],
)
async def test_the_link_gives_the_role_and_its_menu(
    session: AsyncSession, talk: Talk, centre: Centre, *, role: Role, says: str, opens: str
) -> None:
    """It is followed once, by somebody else than who made it."""
    rita = await employed(session, Role.OWNER, centre)
    said = await invited(rita, centre.id, role)
    assert "teisės, Kauno centras)" in texts(said)[0]
    assert "iki lapkričio 25 d. 10:00" in texts(said)[0]
    secret = secret_in(said)
    with pytest.raises(OwnInvitation):
        await inviting.accept_invitation(rita, secret)
    welcome, menu = each(await inviting.accept_invitation(talk, secret))
    assert texts(welcome)[0].startswith("Sveiki prisijungę! Jums suteiktos ")
    assert says in texts(welcome)[0]
    assert isinstance(menu, SetMyCommands)
    assert opens in [one.command for one in menu.commands]
    with pytest.raises(InvitationSpent):
        await inviting.accept_invitation(await an_owner_of_the_house(session), secret)


async def test_a_lecturer_is_invited_to_an_event(session: AsyncSession, talk: Talk) -> None:
    """Which is chosen first, of the centre's coming ones; they see it and no other."""
    event = an_event(title_lt="Vertinimas")
    other, elsewhere = an_event(centre=event.centre), an_event(title_lt="Kitur")
    await kept(session, event, other, elsewhere)
    rita = await employed(session, Role.OWNER, event.centre)
    for number in (0, elsewhere.id):
        said = await invited(rita, event.centre_id, Role.LECTURER, event=number)
        assert len(buttons(said)) == 3
        assert "Vertinimas" in buttons(said)[0]
    said = await invited(rita, event.centre_id, Role.LECTURER, event=event.id)
    assert "„Vertinimas“" in texts(said)[0]
    welcome = await inviting.accept_invitation(talk, secret_in(said))
    assert buttons(each(welcome)[:1])[0] == "Mano paskaitos"
    assert [await talk.may(Right.ROLL, one) for one in (event, other)] == [True, False]


async def test_a_centre_without_events_has_nothing_to_lecture_at(
    session: AsyncSession, centre: Centre
) -> None:
    """It is said, with a way back."""
    rita = await employed(session, Role.OWNER, centre)
    said = await invited(rita, centre.id, Role.LECTURER)
    assert "neturi būsimų renginių" in texts(said)[0]
    assert buttons(said) == ["Atgal"]


@pytest.mark.parametrize("role", [Role.OWNER, Role.LECTURER])
async def test_nobody_invites_to_another_centre(
    session: AsyncSession, centre: Centre, role: Role
) -> None:
    """Nor to all of them, nor to more than one may appoint."""
    other = a_centre()
    await kept(session, other)
    rita = await employed(session, Role.OWNER, other)
    ona = await employed(session, Role.COORDINATOR, centre)
    for who, number in ((rita, centre.id), (rita, 0), (ona, 0)):
        with pytest.raises(RightNeeded):
            await invited(who, number, role)
    if role is not Role.LECTURER:
        with pytest.raises(RightNeeded):
            await invited(ona, centre.id, role)


async def test_the_words_are_in_the_language_of_each(session: AsyncSession, talk: Talk) -> None:
    """Who follows the link reads it in theirs."""
    owner = await an_owner_of_the_house(session)
    said = await invited(owner, 0, Role.COORDINATOR)
    english = a_talk(session, talk.person, language="en")
    welcome = await inviting.accept_invitation(english, secret_in(said))
    assert texts(welcome)[0].startswith("Welcome! Your role: coordinator (all centres).")
