"""From a word that nobody understood to one that the search knows."""

from collections.abc import Callable
from typing import Any

from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone

pytestmark = ON_SQLITE


async def test_staff_teach_a_word(
    bot: object, ona: Someone, james: Someone, rasa: Someone, programme: Callable[..., Any]
) -> None:
    """Ona finds nothing; Rasa sees what was missed, looks before she keeps, and Ona finds it.

    Taking the word out undoes it. Nobody else may, and no name is among what was missed.
    """
    await programme(title_lt="Įtraukusis ugdymas klasėje", title_en="Inclusion", code="IU-1")
    await programme(title_lt="Robotika", title_en="Robotics", code="R-1")
    await asks(ona, "visikartukai", "Pasižymėjau")
    await asks(james, "visikartukus", "noted")
    await asks(ona, "Kazlauskienė", "Pasižymėjau")
    await asks(ona, "/zodziai", "darbuotojams")
    page = await asks(rasa, "/zodziai", "visikartukus: 2 kartus")
    assert "kazlausk" not in page["text"]
    await rasa.press("visikartukus · 2")
    await rasa.see("Ką tai reiškia?")
    seen = await asks(rasa, "įtraukusis ugdymas", "būtų rastas 1 renginys")
    assert "Įtraukusis ugdymas klasėje" in seen["text"]
    await asks(ona, "visikartuku", "Pasižymėjau")
    await rasa.press("Išmokyti paiešką")
    await rasa.see("Nuo šiol paieška tai supras")
    await asks(ona, "visikartuku", "Įtraukusis ugdymas klasėje")
    await rasa.press("Ko nerasta")
    await rasa.see("suprato viską")
    await rasa.press("Išmokyti žodžiai")
    await rasa.see("1 žodžio")
    await rasa.press("Kaip failą")
    assert await rasa.see_file(".txt") == "įtraukusis ugdymas; visikartukus\n".encode()
    await rasa.press("visikartukus = įtraukusis")
    await rasa.see("Išmokyta")
    await rasa.press("Pašalinti žodį")
    await rasa.see("dar nieko neišmokyta")
    await asks(ona, "visikartukams", "Pasižymėjau")


async def asks(someone: Someone, said: str, seen: str) -> dict[str, Any]:
    someone.say(said)
    return await someone.see(seen)
