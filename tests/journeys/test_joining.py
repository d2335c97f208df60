"""A teacher who has never seen the bot finds an event, joins it and leaves again."""

import json
from datetime import timedelta
from typing import Any

from icalendar import Calendar

from tests.journeys.conftest import ON_SQLITE, daytime
from tests.journeys.person import Someone, calm

pytestmark = ON_SQLITE

TITLE = "Dirbtinis intelektas pamokoje"


async def introduce(who: Someone, name: str = "Ona Petraitienė") -> None:
    """The first joining: a name, then the consent."""
    await who.see("vardas ir pavardė")
    who.say(name)
    await who.see(name)
    await who.press("Sutinku")


async def open_card(who: Someone, code: str = "DI-1") -> dict[str, Any]:
    who.say(f"/start ev_{code}")
    return await who.see("Organizatorius")


async def test_from_the_first_word_to_leaving(bot: Any, programme: Any, ona: Someone) -> None:
    """Start, programme, card, name, consent, state, calendar, leaving: all by buttons."""
    await programme(title_lt=TITLE, code="DI-1", seats=1)
    ona.say("/start")
    await ona.see("Kvieslys", "1 būsimas renginys")
    await ona.press("Renginiai")
    await ona.see(TITLE)
    await ona.press(TITLE[:20])
    card = await ona.see(TITLE, "Kaunas", "liko 1 iš 1")
    assert [len(row) for row in card["keyboard"]] == [1, 2, 1]
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta", TITLE, "Kaunas")
    ona.say("/mano")
    await ona.see("Mano būsimi renginiai", TITLE, "Registracija patvirtinta")
    await ona.press(TITLE[:20])
    await ona.see("Registracija patvirtinta", "laisvų nebėra")
    await ona.press("Kalendorius")
    (entry,) = Calendar.from_ical(await ona.see_file("DI-1.ics")).walk("VEVENT")
    assert entry["SUMMARY"] == TITLE
    await ona.press("Atsisakyti")
    await ona.see("Atsisakyti vietos")
    await ona.press("Taip, atsisakyti")
    await ona.see("Atšaukta", TITLE)
    ona.say("/mano")
    await ona.see("Būsimų renginių dar neturite")


async def test_joining_the_second_time_is_one_press(bot: Any, programme: Any, ona: Someone) -> None:
    """Who has introduced themselves once is never asked again."""
    await programme(title_lt="Pirmas", code="A-1")
    await programme(title_lt="Antras", code="A-2", starts=daytime().now() + timedelta(days=30))
    await open_card(ona, "A-1")
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta", "Pirmas")
    await open_card(ona, "A-2")
    await ona.press("Registruotis")
    await ona.see("Registracija patvirtinta", "Antras")


async def test_the_card_shows_at_once_how_things_stand(
    bot: Any, programme: Any, ona: Someone
) -> None:
    """After joining, the same card offers leaving and no second joining."""
    await programme(title_lt=TITLE, code="DI-1")
    await open_card(ona)
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta")
    card = await open_card(ona)
    labels = [button["text"] for row in card["keyboard"] for button in row]
    assert labels == [
        "Atsisakyti",
        "Siunčiu kolegę",
        "Kalendorius",
        "Dalintis",
        "Klausti metodininko",
    ]


async def test_without_consent_nothing_is_kept(bot: Any, programme: Any, ona: Someone) -> None:
    """„Nesutinku“ ends it kindly, and the file of one's data holds no name."""
    await programme(title_lt=TITLE, code="DI-1")
    await open_card(ona)
    await ona.press("Registruotis")
    await ona.see("vardas ir pavardė")
    ona.say("Ona Petraitienė")
    await ona.press("Nesutinku")
    await ona.see("Nieko neišsaugojome")
    ona.say("/mano_duomenys")
    kept = (await ona.see_file(".json")).decode()
    assert "Petraitienė" not in kept
    assert json.loads(kept)["Registracijos"] == []


async def test_a_wrong_name_is_asked_for_again(bot: Any, programme: Any, ona: Someone) -> None:
    """A first name alone, or a question, is not taken for a name; the form goes on."""
    await programme(title_lt=TITLE, code="DI-1")
    await open_card(ona)
    await ona.press("Registruotis")
    await ona.see("vardas ir pavardė")
    for wrong in ("Ona", "o kada tai bus?", "🙂 🙂", "1234 5678"):
        ona.say(wrong)
        await ona.see("Reikia ir vardo, ir pavardės")
    await introduce_after_question(ona)
    await ona.see("Registracija patvirtinta")


async def introduce_after_question(who: Someone) -> None:
    who.say("  ona   PETRAITIENĖ-Kazlauskė ")
    await who.see("ona PETRAITIENĖ-Kazlauskė")
    await who.press("Pataisyti vardą")
    await who.see("vardas ir pavardė")
    who.say("Ona Petraitienė")
    await who.see("Ona Petraitienė")
    await who.press("Sutinku")


async def test_turning_to_something_else_leaves_the_form(
    bot: Any, programme: Any, ona: Someone
) -> None:
    """After another command the next text is a question again, and no name."""
    await programme(title_lt=TITLE, code="DI-1")
    await open_card(ona)
    await ona.press("Registruotis")
    await ona.see("vardas ir pavardė")
    ona.say("/renginiai")
    await ona.see(TITLE)
    ona.say("dirbtinis intelektas")
    await ona.see(TITLE)
    ona.say("/profilis")
    await ona.see("dar nenurodyti")


async def test_the_queue_moves_up_and_the_next_is_told(
    bot: Any, programme: Any, ona: Someone, james: Someone
) -> None:
    """The freed seat goes to the first who waits, who is told what, when and where in English."""
    await programme(title_lt=TITLE, title_en="AI in the Lesson", code="DI-1", seats=1)
    await open_card(ona)
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta")
    james.say("/start ev_DI-1")
    await james.see("AI in the Lesson", "none left")
    await james.press("Join the waiting list")
    await james.see("first and last name")
    james.say("James Miller")
    await james.press("I agree")
    await james.see("On the waiting list (place 1)")
    await open_card(ona)
    await ona.press("Atsisakyti")
    await ona.press("Taip, atsisakyti")
    await ona.see("Atšaukta")
    await james.see("it is yours", "Registration confirmed", "AI in the Lesson", "Kaunas")
    james.say("/my")
    await james.see("My coming events", "AI in the Lesson")


async def test_a_clash_is_said_before_joining(bot: Any, programme: Any, ona: Someone) -> None:
    """Two events at one time: a warning, and a button for those who mean it."""
    start = daytime().now() + timedelta(days=10)
    await programme(title_lt="Pirmas", code="A-1", starts=start)
    await programme(title_lt="Antras", code="A-2", starts=start + timedelta(hours=1))
    await open_card(ona, "A-1")
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta")
    await open_card(ona, "A-2")
    await ona.press("Registruotis")
    await ona.see("Tuo metu jau dalyvaujate", "Pirmas")
    await ona.press("Vis tiek registruotis")
    await ona.see("Registracija patvirtinta", "Antras")


async def test_keeping_a_place_changes_nothing(bot: Any, programme: Any, ona: Someone) -> None:
    """„Palikti“ says that all is as it was."""
    await programme(title_lt=TITLE, code="DI-1")
    await open_card(ona)
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.press("Atsisakyti")
    await ona.press("Palikti")
    await ona.see("Niekas nepasikeitė", "Registracija patvirtinta")


async def test_an_adjustment_is_asked_for(bot: Any, programme: Any, ona: Someone) -> None:
    """An accessibility need is said after joining and stands in one's data."""
    await programme(title_lt=TITLE, code="DI-1")
    await open_card(ona)
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.press("Reikia pritaikymo")
    await ona.see("pritaikyti")
    ona.say("Vieta arčiau ekrano")
    await ona.see("Užrašiau", "Vieta arčiau ekrano")
    ona.say("/mano_duomenys")
    (registration,) = json.loads(await ona.see_file(".json"))["Registracijos"]
    assert registration["Prašytas pritaikymas"] == "Vieta arčiau ekrano"


async def test_the_name_is_corrected_in_the_profile(bot: Any, programme: Any, ona: Someone) -> None:
    """A new surname after a wedding, without asking anybody."""
    await programme(title_lt=TITLE, code="DI-1")
    await open_card(ona)
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta")
    ona.say("/profilis")
    await ona.see("Ona Petraitienė")
    await ona.press("Pataisyti vardą")
    await ona.see("vardas ir pavardė")
    ona.say("Ona Jonaitienė")
    await ona.see("Dabar Jūsų vardas ir pavardė", "Ona Jonaitienė")


async def test_being_forgotten_frees_the_seat(
    bot: Any, programme: Any, ona: Someone, james: Someone
) -> None:
    """/istrinti asks once, frees the place, moves the queue and knows the person no more."""
    await programme(title_lt=TITLE, code="DI-1", seats=1)
    await open_card(ona)
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta")
    james.say("/start ev_DI-1")
    await james.press("Join the waiting list")
    await james.see("first and last name")
    james.say("James Miller")
    await james.press("I agree")
    await james.see("place 1")
    ona.say("/istrinti")
    await ona.see("Ištrinti viską")
    await ona.press("Taip, ištrinti")
    await ona.see("ištrinti", "nepažįstami")
    await james.see("it is yours")
    ona.say("/profilis")
    await ona.see("dar nenurodyti")


async def test_a_stale_button_shows_the_truth_again(bot: Any, programme: Any, ona: Someone) -> None:
    """Pressing „Registruotis“ on an old card a second time refreshes it and books nothing twice."""
    await programme(title_lt=TITLE, code="DI-1")
    first = await open_card(ona)
    old = first["keyboard"][0][0]["callback_data"]
    await ona.press("Registruotis")
    await introduce(ona)
    await ona.see("Registracija patvirtinta")
    from bot.playground import deeds

    deeds.press(ona.server.world, ona.account, first["message_id"], old)
    await calm()
    ona.say("/mano")
    seen = await ona.see("Mano būsimi renginiai")
    assert seen["text"].count(TITLE) == 1
