"""Staff set the target of the year."""

from catalogue.learning.targets import target_of
from handlers.office import target
from handlers.talk import Talk
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import pressed, texts, written


async def test_the_target_is_set_for_every_teacher(talk: Talk) -> None:
    """It is said what it was; the ledger is shown with the new one."""
    rasa = await an_owner_of_the_house(talk.session)
    assert "– 30 akad. val." in texts(await target.ask(pressed(), rasa))[0]
    told = texts(await target.written(written("36"), rasa))
    assert "Dabar tikslas – 36 akad. val. per mokslo metus." in told[0]
    assert "0 iš 36 akad. val." in told[1]
    assert await target_of(talk.session, 2026) == 36
    assert await target_of(talk.session, 2025) == 30
