"""Staff look at what is wanted and put it aside or begin an event of it."""

from catalogue.editing import creating
from handlers.browsing import mark
from handlers.office import demand
from handlers.office.callbacks.demand import About, Demanded, Demands, TakeBack, View
from handlers.replies import Errand
from handlers.talk import Talk
from tests.catalogue.demand.test_gatherings import YOGA, gathered, those_who_wait
from tests.factories import a_centre, kept
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, data, pressed, texts, written


async def test_from_the_list_to_an_event_or_aside(talk: Talk) -> None:
    """One thing opens with what can be done; put aside it is on the list no more."""
    rasa = await an_owner_of_the_house(talk.session)
    await kept(talk.session, a_centre())
    await those_who_wait(talk.session, 6)
    shown = await demand.show(written("/paklausa"), rasa)
    assert "1. Joga: 6 žmonės" in texts(shown)[0]
    look = Demanded(mark=mark(YOGA))
    shown = await demand.demanded(pressed(look), look, rasa)
    assert buttons(shown) == ["Paskelbti renginį", "Atidėti", "Atgal"]
    begin = Demanded(mark=mark(YOGA), deed=About.EVENT)
    assert "Joga" in buttons(await demand.event(pressed(begin), begin, rasa))
    new = await creating.of_person(rasa.session, rasa.person)
    assert new is not None
    assert new.cells == {"title_lt": "Joga"}
    aside = Demanded(mark=mark(YOGA), deed=About.ASIDE)
    shown = await demand.aside(pressed(aside), aside, rasa)
    assert texts(shown)[0].startswith("„Joga“ atidėta.")
    assert "Kol kas nėra nieko" in texts(shown)[0]
    assert "Kol kas nėra nieko" in texts(await demand.demanded(pressed(look), look, rasa))[0]
    back = TakeBack.unpack(data(shown, "Grąžinti į sąrašą"))
    assert texts(await demand.take_back(pressed(back), back, rasa))[0].startswith("<b>Joga</b>")


async def test_those_who_gather_stand_above(talk: Talk) -> None:
    """With how many they are."""
    rasa = await an_owner_of_the_house(talk.session)
    await gathered(talk.session)
    turn = Demands(page=3)
    shown = buttons(await demand.turn(pressed(turn), turn, rasa))
    assert shown[0] == "Laukia datos: joga · 12"
    assert shown[-3:] == ["Kiek norinčių reikia juodraščiui", "Apklausų tvarkymas", "Kiti skaičiai"]


async def test_files_are_made_beside(talk: Talk) -> None:
    """A picture or a table, as the button says."""
    rasa = await an_owner_of_the_house(talk.session)
    for view in (View.PICTURE, View.TABLE):
        asked = Demands(view=view)
        errand = await demand.draw(pressed(asked), asked, rasa)
        assert isinstance(errand, Errand)
        assert errand.facts == {"view": view.value}
