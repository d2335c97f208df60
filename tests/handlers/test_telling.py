"""A known answer that is chosen."""

from handlers import callbacks, telling
from handlers.talk import Talk
from tests.handlers.talking import pressed, texts


async def test_the_answer_chosen_is_told_and_its_centre_stays_in_mind(talk: Talk) -> None:
    """What is asked next without a name is asked of that centre."""
    told = await telling.tell(pressed(), callbacks.TellKnown(key="ksic/founded"), talk)
    assert "1995 m. liepos 15 d." in texts(told)[0]
    assert (await talk.state.get_data())["centre"] == "ksic"


async def test_what_holds_for_all_is_told_of_no_centre(talk: Talk) -> None:
    """And no centre is in mind then."""
    told = await telling.tell(pressed(), callbacks.TellKnown(key="/categories"), talk)
    assert "keturios" in texts(told)[0]
    assert "centre" not in await talk.state.get_data()


async def test_an_answer_that_is_gone(talk: Talk) -> None:
    """Its old button leads on."""
    told = await telling.tell(pressed(), callbacks.TellKnown(key="answer/999"), talk)
    assert "keturios" not in texts(told)[0]
