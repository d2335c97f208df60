"""A known answer that is chosen."""

from catalogue.answers import rules
from handlers import asking, telling
from handlers.callbacks.asking import TellKnown
from handlers.talk import Talk
from tests.factories import NOW, a_centre, kept
from tests.handlers.talking import buttons, data, pressed, texts, written


async def test_the_answer_chosen_is_told_and_its_centre_stays_in_mind(talk: Talk) -> None:
    """What is asked next without a name is asked of that centre."""
    told = await telling.tell(pressed(), TellKnown(key="ksic/founded"), talk)
    assert "1995 m. liepos 15 d." in texts(told)[0]
    assert (await talk.state.get_data())["centre"] == "ksic"


async def test_what_holds_for_all_is_told_of_no_centre(talk: Talk) -> None:
    """And no centre is in mind then."""
    told = await telling.tell(pressed(), TellKnown(key="/categories"), talk)
    assert "keturios" in texts(told)[0]
    assert "centre" not in await talk.state.get_data()


async def test_the_answer_of_the_centre_chosen(talk: Talk) -> None:
    """Where several have answered, a button for each leads to what its staff say."""
    mine, other = a_centre(name="Mano centras"), a_centre(name="Kitas centras")
    await kept(talk.session, mine, other)
    for centre, answer in ((mine, "Taip."), (other, "Deja.")):
        await rules.add(
            talk.session, question="Ar galima atsivežti vaiką?", answer=answer, language="lt",
            centre_id=centre.id, by=talk.person, now=NOW,
        )  # fmt: skip
    asked = await asking.written(written("ar galiu atsivežti vaiką?"), talk)
    assert buttons(asked) == ["Kitas centras", "Mano centras"]
    chosen = TellKnown.unpack(data(asked, "Kitas centras"))
    told = await telling.tell(pressed(chosen), chosen, talk)
    assert texts(told)[0].startswith("<b>Kitas centras</b>\nDeja.\n")


async def test_an_answer_that_is_gone(talk: Talk) -> None:
    """Its old button leads on."""
    told = await telling.tell(pressed(), TellKnown(key="answer/999"), talk)
    assert "keturios" not in texts(told)[0]
