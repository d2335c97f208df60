"""Looking around: the programme by month, filters, sharing, language, help, odd messages."""

import base64
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.playground import deeds
from catalogue.programme.tables import Mode, Session, Status
from tests.journeys.conftest import ON_SQLITE, daytime
from tests.journeys.person import Someone

pytestmark = ON_SQLITE

#: The smallest picture.
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def days(number: float) -> datetime:
    return daytime().now() + timedelta(days=number)


async def test_the_programme_is_paged_by_month(bot: Any, programme: Any, ona: Someone) -> None:
    """Five at a time, on to the next pages and the next months, and back."""
    first = days(40).replace(day=10)
    for number in range(8):
        await programme(title_lt=f"Pirmojo mėnesio {number}", starts=first, code=f"A{number}")
    await programme(title_lt="Vėlesnis", starts=first + timedelta(days=62), code="B")
    ona.say("/renginiai")
    await ona.see("8 renginiai", "1. Pirmojo mėnesio 0", "5. Pirmojo mėnesio 4")
    await ona.press("2 psl. ›")
    await ona.see("6. Pirmojo mėnesio 5", "8. Pirmojo mėnesio 7")
    await ona.press("‹ 1 psl.")
    await ona.see("1. Pirmojo mėnesio 0")
    await ona.press("›")
    seen = await ona.see("6. Pirmojo")
    month = next(b["text"] for row in seen["keyboard"] for b in row if b["text"].endswith(" ›"))
    await ona.press(month)
    await ona.see("1 renginys", "1. Vėlesnis")
    await ona.press("‹")
    await ona.see("8 renginiai")


async def test_filters_are_buttons(bot: Any, programme: Any, ona: Someone) -> None:
    """Online, free of charge, a town, a group: each narrows the programme, and can be cleared."""
    online = {"mode": Mode.ONLINE, "city": "", "price_eur": Decimal(0)}
    await programme(title_lt="Nuotolinis nemokamas", code="O", audience=["logopedai"], **online)
    await programme(title_lt="Kauno mokamas", code="K", price_eur=Decimal(25))
    await programme(title_lt="Vilniaus", code="V", city="Vilnius", audience=["logopedai"])
    ona.say("/renginiai")
    await ona.press("Filtrai")
    await ona.press("Nuotoliu")
    await ona.see("Pasirinkta: Nuotoliu")
    await ona.press("Nemokami")
    await ona.see("Nuotoliu · Nemokami")
    await ona.press("Rodyti renginius")
    seen = await ona.see("1 renginys", "Nuotolinis nemokamas")
    assert "Kauno mokamas" not in seen["text"]
    await ona.press("Valyti filtrus")
    await ona.see("3 renginiai")
    await ona.press("Filtrai")
    await ona.press("Miestas")
    await ona.press("Vilnius")
    await ona.see("Pasirinkta: Vilnius")
    await ona.press("Rodyti renginius")
    await ona.see("1 renginys", "Vilniaus")
    await ona.press("Filtrai")
    await ona.press("Kam skirta")
    await ona.press("Logopedai")
    await ona.see("Vilnius · logopedai")
    await ona.press("Nuotoliu")
    await ona.see("Nuotoliu · Vilnius")
    await ona.press("Rodyti renginius")
    await ona.see("Tokių būsimų renginių nėra")


async def test_drafts_and_past_events_are_not_shown(bot: Any, programme: Any, ona: Someone) -> None:
    """What is not yet published, or has begun, is nowhere to be found."""
    await programme(title_lt="Juodraštis", code="D", status=Status.DRAFT)
    await programme(title_lt="Prasidėjęs", code="P", starts=days(-0.01))
    ona.say("/renginiai")
    await ona.see("Būsimų renginių programoje dar nėra")
    ona.say("/start ev_D")
    await ona.see("programoje nebėra")
    ona.say("/start ev_P")
    await ona.see("Prasidėjęs", "jau prasidėjo")
    assert "Registruotis" not in ona.buttons()


async def test_a_programme_of_several_meetings(bot: Any, programme: Any, ona: Someone) -> None:
    """The card lists each meeting with its weekday and its own place."""
    meetings = [
        Session(starts_at=days(n), ends_at=days(n) + timedelta(hours=3), place=place)
        for n, place in ((10, ""), (17, "Biblioteka"), (24, ""))
    ]
    await programme(title_lt="Kursai", code="K40", starts=days(10), sessions=meetings)
    ona.say("/start ev_K40")
    await ona.see("3 susitikimai", "Biblioteka")


async def test_sharing_gives_a_link_that_opens_the_card(
    bot: Any, programme: Any, ona: Someone, james: Someone
) -> None:
    """„Dalintis“ makes a message to pass on; the link opens the same card for somebody new."""
    await programme(title_lt="Vertinimas", title_en="Assessment", code="V-7")
    ona.say("/start ev_V-7")
    await ona.press("Dalintis")
    seen = await ona.see("https://t.me/kvieslys_playground_bot?start=ev_V-7", "Vertinimas")
    assert "switch_inline_query_chosen_chat" in seen["keyboard"][0][0]
    james.say("/start ev_V-7")
    await james.see("Assessment", "Kaunas")


async def test_inline_mode_puts_a_card_into_any_chat(
    bot: Any, programme: Any, ona: Someone, james: Someone
) -> None:
    """`@bot words` finds; the card that is sent carries only a link, and it opens the bot."""
    await programme(title_lt="Emocinė gerovė mokykloje", code="EG-1")
    await programme(title_lt="Robotika pradinukams", code="RO-1")
    answer = await ona.ask_inline("emocine gerove")
    assert [one["title"] for one in answer["results"]][:1] == ["Emocinė gerovė mokykloje"]
    result = answer["results"][0]
    deeds.choose(ona.server.world, ona.account, answer["id"], result["id"], james.account)
    (row,) = james.chat[-1]["keyboard"]
    assert row[0]["url"].endswith("?start=ev_EG-1")
    await james.press(row[0]["text"])
    await james.see("Emocinė gerovė mokykloje", "Organiser")


async def test_inline_mode_without_words_shows_what_comes_next(
    bot: Any, programme: Any, ona: Someone
) -> None:
    """Nothing written yet: the soonest events first."""
    await programme(title_lt="Vėliau", code="B", starts=days(20))
    await programme(title_lt="Netrukus", code="A", starts=days(2))
    answer = await ona.ask_inline("")
    assert [one["title"] for one in answer["results"]] == ["Netrukus", "Vėliau"]


async def test_language_follows_telegram_and_can_be_changed(
    bot: Any, ona: Someone, james: Someone
) -> None:
    """A Lithuanian client gets Lithuanian, an English one English, and /kalba changes it."""
    ona.say("/start")
    await ona.see("Laba diena")
    james.say("/start")
    await james.see("Good day")
    ona.say("/kalba")
    await ona.press("English")
    await ona.see("From now on I speak English")
    ona.say("/start")
    await ona.see("Good day")


async def test_about_names_the_centres(bot: Any, programme: Any, ona: Someone) -> None:
    """/apie lists the organisers; each says only what it has told."""
    await programme(code="A")
    ona.say("/apie")
    await ona.see("Programoje dalyvauja centrai", "Centras")
    await ona.press("Centras")
    await ona.see("nėra papasakojęs")


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "document"])
async def test_files_get_a_kind_answer(bot: Any, ona: Someone, kind: str) -> None:
    """What cannot be read is thanked for, and the way on is shown."""
    ona.say("/start")
    await ona.see("Laba diena")
    ona.say("/pagalba")
    await ona.see("Ką moku")
    deeds.upload(ona.server.world, ona.account, kind, content=DOT, name="x.png", caption="")
    await ona.see("skait")
    assert ona.buttons() == ["Renginiai", "Mano renginiai", "Klausti"]


async def test_unknown_commands_and_old_buttons_lead_on(bot: Any, ona: Someone) -> None:
    """Neither a wrong command nor a button of long ago is a dead end."""
    ona.say("/nesamone")
    seen = await ona.see("Tokios komandos nežinau", "/renginiai")
    deeds.press(ona.server.world, ona.account, seen["message_id"], "zz:99:old")
    await ona.see("mygtukas paseno")


async def test_markup_in_what_people_write_is_only_text(
    bot: Any, programme: Any, ona: Someone
) -> None:
    """A title with angle brackets and ampersands is shown as written, and breaks nothing."""
    await programme(title_lt="<b>Testas</b> & <i>kiti", code="H", summary="a < b && c > d")
    ona.say("/start ev_H")
    await ona.see("<b>Testas</b> & <i>kiti", "a < b && c > d")
