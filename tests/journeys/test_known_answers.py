"""Staff answer a question once, and the next who asks is answered."""

from typing import Any

from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone

pytestmark = ON_SQLITE


async def test_an_approved_answer_reaches_whoever_asks(
    bot: Any, rasa: Someone, ona: Someone
) -> None:
    """Unknown at first, known after three steps, in other words too, and gone when removed."""
    ona.say("ar prie centro yra kur pastatyti automobilį?")
    await ona.see("Šito nežinau")
    rasa.say("/atsakymai")
    await rasa.press("Pridėti atsakymą")
    await rasa.see("Parašykite klausimą")
    rasa.say("Ar prie centro yra kur pastatyti automobilį?")
    await rasa.see("Dabar parašykite atsakymą")
    rasa.say("Taip, aikštelė yra kieme.")
    await rasa.see("Ar nuo šiol taip atsakinėti?")
    await rasa.press("Patvirtinti: Visi centrai")
    await rasa.see("visi centrai")
    ona.say("kur pas jus pasistatyti masina")
    await ona.see("aikštelė yra kieme")
    await rasa.press("Pašalinti")
    await rasa.press("Taip, pašalinti")
    await rasa.see("Tokių dar nėra")
    ona.say("kur pas jus pasistatyti masina")
    await ona.see("Šito nežinau")
    ona.say("/atsakymai")
    await ona.see("tik centrų darbuotojams")
