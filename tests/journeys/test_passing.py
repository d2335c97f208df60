"""A seat passed on to a colleague, and leaving when one no longer may by oneself."""

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from scheduler.clock import Clock
from tests.factories import a_centre
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone
from tests.journeys.test_participants import introduced

pytestmark = ON_SQLITE
HOUR = timedelta(hours=1)


async def forwarded(giver: Someone) -> str:
    """What the colleague writes who presses the link of the forwarded message."""
    message = await giver.see("Negaliu dalyvauti", "siūlau Jums savo vietą", "Priimu vietą")
    found = re.search(r"\?start=(ps_[\w-]+)", message["text"])
    assert found, message["text"]
    return f"/start {found[1]}"


async def test_a_seat_goes_to_a_colleague(
    bot: Any,
    ona: Someone,
    rasa: Someone,
    somebody: Callable[[int], Someone],
    programme: Callable[..., Any],
) -> None:
    """Made, withdrawn and made anew; accepted by one new to us; then the queue comes first."""
    await programme(title_lt="Robotika", code="R-1", seats=1, price_eur=Decimal(40),
                    centre=a_centre(name="Centras"))  # fmt: skip
    rita, jonas = somebody(1), somebody(2)
    await introduced(ona, "R-1", "Ona Petraitienė", "Registracija patvirtinta")
    await ona.press("Atsisakyti")
    await ona.see("Atsisakyti vietos")
    await ona.press("Siunčiu kolegę")
    withdrawn = await forwarded(ona)
    await ona.press("Atšaukti nuorodą")
    await ona.see("Nuoroda nebegalioja", "lieka Jūsų")
    rita.say(withdrawn)
    await rita.see("Ši nuoroda atšaukta")
    ona.say("/mano")
    await ona.press("Robotika")
    await ona.press("Siunčiu kolegę")
    link = await forwarded(ona)
    ona.say(link)
    await ona.see("Šią nuorodą sukūrėte Jūs")
    await _accepts(rita, link)
    await ona.see("Jūsų vieta priimta", "Robotika", "mokėjimas kartu su vieta neperduodamas")
    jonas.say(link)
    await jonas.see("Šia nuoroda jau pasinaudota")
    await _queue_comes_first(rita, jonas, ona)
    rasa.say("/dalyviai")
    await rasa.press("Robotika")
    await rasa.see("1/1 · eilėje 1", "Rita Ritaitė")
    await rasa.press("Atšaukę (1)")
    await rasa.see("Ona Petraitienė · vieta perduota")
    await rasa.press("1. Ona")
    await rasa.see("Vieta perduota: Rita Ritaitė")


async def _accepts(rita: Someone, link: str) -> None:
    rita.say(link)
    await rita.see("Jums siūloma", "Robotika", "Kaina: 40 €", "liko 1 iš 1")
    await rita.press("Priimu vietą")
    await rita.see("vardas ir pavardė")
    rita.say("Rita Ritaitė")
    await rita.press("Sutinku")
    await rita.see("Registracija patvirtinta", "Kas mokės?")
    rita.say(link)
    await rita.see("Jau esate užsiregistravę", "Registracija patvirtinta")


async def _queue_comes_first(rita: Someone, jonas: Someone, ona: Someone) -> None:
    """The link that is out dies, and no other is made."""
    rita.say("/start ev_R-1")
    await rita.press("Siunčiu kolegę")
    link = await forwarded(rita)
    await introduced(jonas, "R-1", "Jonas Jonaitis", "Esate eilėje (1-a vieta)", way="Stoti į eilę")
    await rita.see("susidarė eilė", "nuoroda, kurią sukūrėte kolegei, nebegalioja")
    ona.say(link)
    await ona.see("susidarė eilė", "Stoti į eilę galite ir Jūs")
    rita.say("/start ev_R-1")
    await rita.press("Siunčiu kolegę")
    await rita.see("pirmenybė – laukiantiems", "atsisakykite")
    await rita.press("Palikti")
    await rita.see("Niekas nepasikeitė", "Registracija patvirtinta")


async def test_leaving_late_is_asked_for(  # noqa: PLR0917 -- fixtures
    bot: Any,
    rasa: Someone,
    ona: Someone,
    somebody: Callable[[int], Someone],
    programme: Callable[..., Any],
    clock: Clock,
) -> None:
    """One is let go and the queue moves; one is not; one thinks better of it."""
    start = clock.now() + timedelta(days=10)
    await programme(
        title_lt="Vertinimas", code="V-1", seats=3, cancel_until=clock.now() - HOUR, starts=start,
        centre=a_centre(name="Centras"), contact="rasa@centras.lt",
    )  # fmt: skip
    rita, jonas, ieva = somebody(1), somebody(2), somebody(3)
    rasa.say("/start")
    await rasa.see("Kvieslys")
    for one, name in ((ona, "Ona Petraitienė"), (rita, "Rita Ritaitė"), (jonas, "Jonas Jonaitis")):
        await introduced(one, "V-1", name, "Registracija patvirtinta")
    await introduced(ieva, "V-1", "Ieva Ievaitė", "Esate eilėje", way="Stoti į eilę")
    await _asks(ona, "Susirgo vaikas")
    await rasa.see("1 žmogus prašo leisti atsisakyti", "Ona Petraitienė", "Susirgo vaikas")
    for one in (rita, jonas):
        await _asks(one, "")
    await jonas.press("Atsiimti prašymą")
    await jonas.see("Prašymas atsiimtas")
    await rasa.press("Leisti")
    await rasa.see(
        "✓ Ona Petraitienė: leista atsisakyti", "1 žmogus prašo leisti atsisakyti", "Rita Ritaitė"
    )
    await ona.see("Organizatorius leido atsisakyti", "Vertinimas")
    await ieva.see("atsilaisvino vieta")
    rasa.say("/dalyviai")
    await rasa.press("Vertinimas")
    await rasa.see("Rita Ritaitė · prašo leisti atsisakyti")
    await rasa.press("Prašo leisti atsisakyti (1)")
    await rasa.press("Neleisti")
    await rasa.see("✓ Rita Ritaitė: neleista", "Prašymų leisti atsisakyti nėra")
    await rita.see("Organizatorius atsisakyti neleido", "rasa@centras.lt")
    rita.say("/start ev_V-1")
    await rita.press("Atsisakyti")
    await rita.see("Organizatorius jau atsakė")
    rasa.say("/zurnalas")
    await rasa.see("leido atsisakyti: Ona Petraitienė", "neleido atsisakyti: Rita Ritaitė")


async def _asks(someone: Someone, reason: str) -> None:
    someone.say("/start ev_V-1")
    await someone.press("Atsisakyti")
    await someone.see("savarankiškai atsisakyti buvo galima iki", "vieta lieka Jūsų")
    await someone.press("Prašyti leidimo")
    await someone.see("Kodėl negalite dalyvauti")
    if reason:
        someone.say(reason)
    else:
        await someone.press("Be priežasties")
    await someone.see("prašymas perduotas organizatoriui")
