"""A teacher asks in their own words, and goes on asking."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from bot.playground import deeds
from catalogue.programme.tables import Mode
from tests.journeys.conftest import ON_SQLITE, daytime
from tests.journeys.person import Someone

pytestmark = ON_SQLITE


def in_days(number: float) -> Any:
    return daytime().now() + timedelta(days=number)


async def test_words_find_an_event(bot: Any, programme: Any, ona: Someone) -> None:
    """Without diacritics, with a slip, in another case: the one event is shown at once."""
    await programme(title_lt="Dirbtinis intelektas pamokoje", code="DI-1")
    await programme(title_lt="Keramikos pradmenys", code="KE-1")
    ona.say("dirbtinio inteleto mokymai")
    seen = await ona.see("Dirbtinis intelektas pamokoje", "Organizatorius")
    assert "Keramikos" not in seen["text"]


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


async def test_a_search_goes_on_and_lets_go_again(bot: Any, programme: Any, ona: Someone) -> None:
    """A town and a price are added in two words each, and taken away by a press in place; the
    list above keeps its own conditions.
    """
    for number, (city, price) in enumerate(
        [("Kaunas", 20), ("Kaunas", 0), ("Vilnius", 0), ("Vilnius", 30)], start=1
    ):
        title = f"Keramika {number}"
        await programme(title_lt=title, code=f"K-{number}", city=city, price_eur=Decimal(price))
    ona.say("keramika Kaune")
    first = await ona.see("„keramika“ · Kaunas", "Keramika 1", "Keramika 2")
    ona.say("o Vilniuje?")
    await ona.see("„keramika“ · Vilnius", "Keramika 3", "Keramika 4")
    ona.say("o nemokamai?")
    one = await ona.see("„keramika“ · Vilnius · nemokama", "Keramika 3", "Organizatorius")
    await ona.press("✕ Vilnius")
    wider = await ona.see("„keramika“ · nemokama", "Keramika 2", "Keramika 3")
    assert wider["message_id"] == one["message_id"]
    deeds.press(ona.server.world, ona.account, first["message_id"], _chip(first, "✕ Kaunas"))
    again = await ona.see("Radau 4 renginius", "Keramika 4")
    assert again["message_id"] == first["message_id"]
    ona.say("2")
    await ona.see("Keramika 2", "Organizatorius")
    ona.say("o kiek kainuoja?")
    await ona.see("Dalyvauti galima nemokamai", "Keramika 2")


async def test_doubts_are_said_and_settled_by_a_press(
    bot: Any, programme: Any, ona: Someone
) -> None:
    """Of a theme and of a date; why an event was found stands under it where it is not plain."""
    for number in range(1, 6):
        await programme(title_lt=f"Robotika ir konstravimas {number}", code=f"R-{number}")
    await programme(title_lt="Skaitmeniniai įrankiai pamokoje", code="S-1")
    ona.say("konstravimas su robotais, terapija")
    offered = await ona.see("Ar turėjote omenyje", "3. Robotika ir konstravimas 3")
    await ona.press("Nė vienas")
    near = await ona.see("1. Robotika ir konstravimas 4", "Pasižymėjau")
    assert near["message_id"] == offered["message_id"]
    ona.say("IKT kursai 03.04")
    await ona.see("supratau taip", "gali reikšti ir", "tema:")
    await ona.press("Gal ")
    await ona.see("balandžio 3 d.")
    await ona.press("Gal ")
    await ona.see("kovo 4 d.")


def _chip(message: dict[str, Any], label: str) -> str:
    data: str = next(
        button["callback_data"]
        for row in message["keyboard"]
        for button in row
        if label == button["text"]
    )
    return data
