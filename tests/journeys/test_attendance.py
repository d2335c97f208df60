"""Who came: a code at the door, four letters, the list of staff, a correction with its reason."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from catalogue.database import Database
from catalogue.learning.codes import Way, code
from catalogue.learning.house_secret import ATTENDANCE, secret_of
from catalogue.programme.queries import by_id
from scheduler.clock import Clock
from tests.factories import a_centre
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone
from tests.journeys.test_participants import introduced

pytestmark = ON_SQLITE

Shown = Callable[[], Awaitable[tuple[str, str]]]


@pytest.fixture
async def shown(bot: Any, database: Database, clock: Clock, programme: Callable[..., Any]) -> Shown:
    """A meeting that begins in two hours, and what its door shows: the link and the letters."""
    starts, centre = clock.now() + timedelta(hours=2), a_centre(name="Centras")
    number = await programme(title_lt="Vertinimas", code="V-1", starts=starts, centre=centre)

    async def work(session: Any) -> tuple[str, str]:
        event, secret = await by_id(session, number), await secret_of(session, ATTENDANCE)
        assert event is not None
        meeting = event.sessions[0].id
        to_scan, to_type = (code(secret, way, meeting=meeting, at=clock.now()) for way in Way)
        return f"/start at_{meeting}_{to_scan}", to_type

    return lambda: database.read(work)


async def test_codes_and_the_list(
    *,
    shown: Shown,
    clock: Clock,
    rasa: Someone,
    ona: Someone,
    somebody: Callable[[int], Someone],
) -> None:
    """A fresh code marks, an old one does not; letters do; staff say the rest and correct it."""
    rita, jonas, new = (somebody(number) for number in (1, 2, 3))
    for who, name in ((ona, "Ona Petraitienė"), (rita, "Rita Ritaitė"), (jonas, "Jonas Jonaitis")):
        await introduced(who, "V-1", name, "Registracija patvirtinta")
    clock.push(timedelta(minutes=100))
    picture = await _door_opens(rasa)
    link, _ = await shown()
    ona.say(link)
    await ona.see("pažymėta, kad dalyvaujate", "Vertinimas")
    clock.push(timedelta(minutes=2))
    newer = await rasa.see("Atvyko 1 iš 3")
    assert newer["message_id"] == picture["message_id"], "the same message, with another picture"
    assert newer["document"]["file_id"] != picture["document"]["file_id"]
    rita.say(link)
    await rita.see("Šis kodas jau pasikeitė")
    await _types(jonas, shown)
    await _comes_without_registration(new, shown)
    await rasa.press("Kodo nebereikia")
    await rasa.see("Kodas neberodomas", "Atvyko 3 iš 4")
    await _list(rasa, clock)


async def _door_opens(rasa: Someone) -> dict[str, Any]:
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Lankomumas")
    await rasa.see("Vertinimas", "Atvyko 0 iš 3")
    await rasa.press("Kodas prie durų")
    picture = await rasa.see("Vertinimas", "Kodas įvesti ranka")
    assert picture["document"]["kind"] == "photo"
    return picture


async def _types(jonas: Someone, shown: Shown) -> None:
    """After a wrong word in the form; then the letters as a plain message."""
    jonas.say("/mano")
    await jonas.press("Aš čia")
    await jonas.see("Parašykite keturias raides")
    jonas.say("labas")
    await jonas.see("Šios raidės netinka")
    jonas.say("/mano")
    await jonas.see("Vertinimas")
    jonas.say((await shown())[1].lower())
    await jonas.see("pažymėta, kad dalyvaujate", "Vertinimas")


async def _comes_without_registration(new: Someone, shown: Shown) -> None:
    new.say((await shown())[0])
    await new.see("nesate užsiregistravę", "laisva vieta yra")
    await new.press("Registruotis")
    new.say("Nauja Naujokaitė")
    await new.press("Sutinku")
    await new.see("pažymėta, kad dalyvaujate")


async def _list(rasa: Someone, clock: Clock) -> None:
    """What was said is said otherwise on the next day, each time with a reason."""
    await rasa.press("Į sąrašą")
    await rasa.see("Atvyko 3 iš 4")
    await rasa.press("☐ Rita")
    await rasa.see("Atvyko 4 iš 4")
    clock.push(timedelta(days=1))
    await rasa.press("✓ Rita")
    await rasa.see("Rita Ritaitė", "Kodėl taisote?")
    rasa.say("Ritaitė buvo kitur")
    await rasa.see("be žmogaus vardo")
    rasa.say("Pasirašė vietoj kolegės")
    await rasa.see("Rita Ritaitė", "Nedalyvavo", "pažymėjo darbuotojai")
    await rasa.press("Vėlavo")
    await rasa.press("Buvo pažymėtas kitas žmogus")
    await rasa.see("Rita Ritaitė", "Vėlavo")
    await rasa.press("Dalis valandų")
    rasa.say("9")
    await rasa.see("ne didesnio už 4")
    rasa.say("2,5")
    await rasa.press("Pasirašė popieriniame")
    await rasa.see("Vėlavo, 2,5 akad. val.")
    rasa.say("/zurnalas")
    await rasa.see("dalyvavo → nedalyvavo (Pasirašė vietoj kolegės)", "rodė kodą prie durų")
