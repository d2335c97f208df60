"""Owners invite staff by one-time links, each sees what their role opens, and the journal tells."""

from collections.abc import Callable
from typing import Any

from bot.playground import deeds, profile
from tests.factories import a_centre
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone

pytestmark = ON_SQLITE


async def link_for(someone: Someone, role: str, *, centre: str = "") -> str:
    """The payload of a link made in /darbuotojai; who has one centre only need not choose it."""
    someone.say("/darbuotojai")
    await someone.see("Darbuotojai")
    await someone.press("Pakviesti")
    if centre:
        await someone.press(centre)
    await someone.see("Kokios teisės", centre)
    await someone.press(role)
    seen = await someone.see("Nusiųskite šią nuorodą")
    return str(seen["text"]).partition("?start=")[2].strip()


async def follow(someone: Someone, payload: str, *words: str) -> None:
    someone.say(f"/start {payload}")
    await someone.see("Sveiki prisijungę", *words)


def menu(someone: Someone) -> set[str]:
    """What of the staff's commands stands in the menu of their chat."""
    found = profile.commands_for(someone.server.world, someone.account)
    asked = {"darbuotojai", "zurnalas", "skelbti", "paskaitos"}
    return {one["command"] for one in found} & asked


async def test_a_centre_gets_its_people(
    bot: Any,
    rasa: Someone,
    ona: Someone,
    somebody: Callable[[int], Someone],
    programme: Callable[..., Any],
) -> None:
    """From an owner of the house to the one at the door: each sees their own, others' nothing."""
    await programme(title_lt="Vertinimas", code="V-1", centre=a_centre(name="Kauno centras"))
    await programme(title_lt="Robotika", code="R-1", centre=a_centre(name="Vilniaus centras"))
    jonas, rita, petras, stranger = (somebody(number) for number in range(1, 5))
    await follow(ona, await link_for(rasa, "Savininko", centre="Kauno"), "savininko teisės")
    await ona.see("Kad kolegos žinotų")
    ona.say("Ona Petraitienė")
    await ona.press("Sutinku")
    await ona.see("sutikimą")
    await follow(stranger, await link_for(rasa, "Metodininko", centre="Vilniaus"))
    # Of one centre only, so there is no centre to choose.
    await follow(jonas, await link_for(ona, "Metodininko"), "(Kauno centras)")
    await follow(rita, await link_for(ona, "Registratoriaus"), "/paskaitos")
    await follow(petras, await link_for(ona, "Stebėtojo"), "be vardų")
    assert [menu(one) for one in (ona, jonas, rita, petras)] == [
        {"darbuotojai", "zurnalas", "skelbti"},
        {"zurnalas", "skelbti"},
        {"paskaitos"},
        set(),
    ]
    await _sees_the_list(rita, refused=petras)
    await _manages(jonas, refused=stranger)
    await _reads_the_journal(ona, other=stranger)
    ona.say("/darbuotojai")
    await ona.press("metodininko teisės")
    await ona.press("Taip, pašalinti")
    await ona.see("metodininko teisės panaikintos")
    jonas.say("/zurnalas")
    await jonas.see("tik centrų darbuotojams")


async def _sees_the_list(door: Someone, *, refused: Someone) -> None:
    door.say("/start")
    await door.press("Centro renginiai")
    await door.see("Vertinimas", "Patvirtinta: 0")
    refused.say("/paskaitos")
    await refused.see("Šios teisės neturite")


async def _manages(coordinator: Someone, *, refused: Someone) -> None:
    """The other one has no such button, and the one they got hold of does nothing."""
    coordinator.say("/start ev_V-1")
    await coordinator.press("Tvarkyti")
    page = await coordinator.see("Vertinimas", "Patvirtinta: 0")
    stolen = page["keyboard"][0][0]["callback_data"]
    refused.say("/start ev_V-1")
    card = await refused.see("Vertinimas")
    assert "Tvarkyti" not in str(card["keyboard"])
    deeds.press(refused.server.world, refused.account, card["message_id"], stolen)
    await refused.see("Šios teisės neturite")


async def _reads_the_journal(owner: Someone, *, other: Someone) -> None:
    """Of their own centre each, the newest first."""
    owner.say("/zurnalas")
    seen = await owner.see("Žurnalas", "Kauno centras")
    newest = next(line for line in str(seen["text"]).splitlines() if ": " in line)
    assert "priėmė kvietimą (pakvietė Ona Petraitienė)" in newest
    assert "stebėtojo teisės" in newest
    assert "Vilniaus" not in seen["text"]
    other.say("/zurnalas")
    seen = await other.see("Žurnalas", "Vilniaus centras")
    assert "Kauno" not in seen["text"]


async def test_a_link_makes_one_person_staff_once(
    bot: Any, rasa: Someone, ona: Someone, james: Someone
) -> None:
    """The first who follows it; its maker is no first, and the second is told to ask for one."""
    payload = await link_for(rasa, "Metodininko")
    rasa.say(f"/start {payload}")
    await rasa.see("Šią nuorodą sukūrėte Jūs")
    await follow(ona, payload, "visi centrai")
    james.say(f"/start {payload}")
    await james.see("has been used or has expired")


async def test_others_may_not_invite(bot: Any, rasa: Someone, ona: Someone) -> None:
    """Neither by the command nor by a button that one got hold of."""
    rasa.say("/darbuotojai")
    seen = await rasa.see("Darbuotojai")
    stolen = seen["keyboard"][-1][0]["callback_data"]
    ona.say("/darbuotojai")
    mine = await ona.see("tik centrų darbuotojams")
    deeds.press(ona.server.world, ona.account, mine["message_id"], stolen)
    await ona.see("tik centrų darbuotojams")
