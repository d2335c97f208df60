"""A teacher asks in their own words, and goes on asking."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.playground import deeds
from catalogue.programme.tables import Mode
from tests.journeys.conftest import daytime
from tests.journeys.person import Someone


def in_days(number: float) -> Any:
    return daytime().now() + timedelta(days=number)


async def test_words_find_an_event(bot: Any, programme: Any, ona: Someone) -> None:
    """Without diacritics, with a slip, in another case: the event is found and opened."""
    await programme(title_lt="Dirbtinis intelektas pamokoje", code="DI-1")
    await programme(title_lt="Keramikos pradmenys", code="KE-1")
    ona.say("dirbtinio inteleto mokymai")
    seen = await ona.see("Dirbtinis intelektas pamokoje")
    assert "Keramikos" not in seen["text"]
    await ona.press("Dirbtinis intelektas")
    await ona.see("Organizatorius")


async def test_filters_are_understood_in_the_sentence(
    bot: Any, programme: Any, ona: Someone
) -> None:
    """Free of charge, online, for a group: what does not fit is not shown."""
    fits = {"mode": Mode.ONLINE, "city": "", "price_eur": Decimal(0)}
    await programme(title_lt="Skaitymo strategijos", audience=["pradinių klasių mokytojai"], **fits)
    await programme(title_lt="Brangi konferencija", price_eur=Decimal(50))
    ona.say("kas nemokamo nuotoliu pradinukų mokytojams?")
    seen = await ona.see("Skaitymo strategijos")
    assert "Brangi" not in seen["text"]


async def test_more_goes_on_after_other_presses(bot: Any, programme: Any, ona: Someone) -> None:
    """„Daugiau“ shows the next five also after a card was opened in between."""
    for number in range(7):
        await programme(title_lt=f"Vertinimas {number}", code=f"V-{number}")
    ona.say("vertinimas")
    await ona.see("5. Vertinimas")
    await ona.press("1. Vertinimas")
    await ona.see("Organizatorius")
    await ona.press("Daugiau")
    await ona.see("6. Vertinimas", "7. Vertinimas")


async def test_a_question_about_the_card_just_opened(
    bot: Any, programme: Any, ona: Someone
) -> None:
    """„Kiek kainuoja?“ is about the event looked at last."""
    await programme(title_lt="Etnokultūra", code="E-1", price_eur=Decimal("12.50"))
    ona.say("/start ev_E-1")
    await ona.see("Etnokultūra")
    ona.say("o kiek kainuoja?")
    await ona.see("12,50 €")


async def test_nothing_found_says_so_and_leads_on(bot: Any, programme: Any, ona: Someone) -> None:
    """No event of the kind: a plain answer and the nearest, never a wrong one as the right."""
    await programme(title_lt="Keramikos pradmenys", code="KE-1")
    ona.say("branduolinė fizika")
    seen = await ona.see("neradau")
    assert seen["keyboard"]


async def test_an_edited_question_is_answered_anew(bot: Any, programme: Any, ona: Someone) -> None:
    """Who mends a slip in their message gets the answer to the mended one."""
    await programme(title_lt="Keramikos pradmenys", code="KE-1")
    ona.say("zzzzqqq")
    await ona.see("")
    deeds.edit(ona.server.world, ona.account, ona.chat[0]["message_id"], "keramika")
    await ona.see("Keramikos pradmenys")


async def test_own_things_are_answered_in_the_chat(bot: Any, programme: Any, ona: Someone) -> None:
    """„Kur mano renginiai?“, „ištrink mano duomenis“: the same as the commands."""
    ona.say("kokie mano renginiai?")
    await ona.see("Būsimų renginių")
    ona.say("labas")
    await ona.see("Kviesl")
    ona.say("renginiai")
    await ona.see("programoje")


async def test_a_chain_of_smileys_gets_a_kind_answer(bot: Any, ona: Someone) -> None:
    """Nothing to search for: examples to try."""
    ona.say("🙂🙂🙂")
    await ona.see("pavyzdžiui")


async def test_a_long_letter_is_asked_to_be_short(bot: Any, ona: Someone) -> None:
    """Four thousand letters are no question."""
    ona.say("labai ilgas klausimas " * 150)
    await ona.see("vienu dviem sakiniais")


async def test_a_number_opens_that_event_of_the_list(
    bot: Any, programme: Any, ona: Someone
) -> None:
    """„2“ after a list is the second event, and „noriu į pirmą“ the way to join the first."""
    for number in (1, 2, 3):
        await programme(
            title_lt=f"Vertinimas {number}", code=f"V-{number}", starts=in_days(number + 5)
        )
    ona.say("vertinimas")
    await ona.see("3. Vertinimas 3")
    ona.say("2")
    await ona.see("Vertinimas 2", "Organizatorius")
