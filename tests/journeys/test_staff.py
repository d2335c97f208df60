"""Owners invite staff by a one-time link and let them go again."""

from typing import Any

from tests.journeys.person import Someone


async def invited(rasa: Someone) -> str:
    rasa.say("/darbuotojai")
    await rasa.see("Darbuotojai")
    await rasa.press("Pakviesti: Visi centrai")
    seen = await rasa.see("Nusiųskite šią nuorodą")
    return str(seen["text"]).partition("?start=")[2].strip()


async def test_a_link_makes_one_person_staff_once(
    bot: Any, rasa: Someone, ona: Someone, james: Someone
) -> None:
    """The first who follows the link is staff; the second is told to ask for a new one."""
    payload = await invited(rasa)
    ona.say(f"/start {payload}")
    await ona.see("Sveiki prisijungę")
    james.say(f"/start {payload}")
    await james.see("has been used or has expired")
    rasa.say("/darbuotojai")
    await rasa.see("visi centrai")


async def test_a_member_can_be_removed(bot: Any, rasa: Someone, ona: Someone) -> None:
    """With two presses, and the list is empty again."""
    ona.say(f"/start {await invited(rasa)}")
    await ona.see("Sveiki prisijungę")
    rasa.say("/darbuotojai")
    await rasa.press("Pašalinti")
    await rasa.see("Pašalinti iš darbuotojų")
    await rasa.press("Taip, pašalinti")
    await rasa.see("nebėra darbuotojas")
    rasa.say("/darbuotojai")
    await rasa.see("Dar nė vieno")


async def test_others_may_not_invite(bot: Any, ona: Someone) -> None:
    """A teacher who knows the command is told whom it is for."""
    ona.say("/darbuotojai")
    await ona.see("tik roboto savininkams")


async def test_an_owners_button_does_nothing_for_others(
    bot: Any, rasa: Someone, ona: Someone
) -> None:
    """The right is checked at each press, whoever got hold of the button."""
    from bot.playground import deeds

    rasa.say("/darbuotojai")
    seen = await rasa.see("Darbuotojai")
    stolen = seen["keyboard"][-1][0]["callback_data"]
    ona.say("/start")
    mine = await ona.see("Laba diena")
    deeds.press(ona.server.world, ona.account, mine["message_id"], stolen)
    await ona.see("tik roboto savininkams")
