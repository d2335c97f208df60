"""/valandos: what stands there, and where its buttons lead."""

from datetime import timedelta

from catalogue.learning.own_entries import Described, add
from catalogue.learning.tables import OwnKind
from catalogue.people import traits
from catalogue.people.tables import Trait
from catalogue.programme.revisions import stamp
from handlers import hours
from handlers.callbacks.learning import Hours, HoursPaper, TakeHours
from handlers.replies import Errand
from handlers.talk import Talk
from tests.catalogue.learning.past import attended
from tests.factories import NOW
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, data, pressed, put, rewritten, texts, written
from tests.statements import statements


async def test_years_follow_each_other(talk: Talk) -> None:
    """Back as far as anything stands there, and no further; only this year has suggestions."""
    assert "◀" not in " ".join(buttons(await hours.show(written(), talk)))
    await attended(talk.session, talk.person, starts=NOW - timedelta(days=400))
    shown = await hours.show(written(), talk)
    assert "◀ 2025–2026" in buttons(shown)
    before = await hours.turn_year(pressed(), Hours.unpack(data(shown, "◀")), talk)
    assert rewritten(before) == [77]
    assert "Trūko 24 akad. val." in texts(before)[0]
    assert buttons(before)[0] == "2026–2027 ▶"
    far = await hours.turn_year(pressed(), Hours(year=1999), talk)
    assert texts(far) == texts(before)


async def test_the_first_year_is_looked_for_once(talk: Talk) -> None:
    """It bounds the year that is shown and the buttons to others alike."""
    with statements(talk.session) as asked:
        await hours.show(written(), talk)
    assert sum("min(own_entries.day)" in one for one in asked) == 1


async def test_papers_are_made_beside_the_talk(talk: Talk) -> None:
    """Of the year that is shown; of nothing there are none."""
    assert "PDF" not in buttons(await hours.show(written(), talk))
    book = Described(kind=OwnKind.SELF_STUDY, title="Knyga", day=NOW.date(), hours=4)
    await add(talk.session, talk.person, book, now=NOW)
    assert "PDF" in buttons(await hours.show(written(), talk))
    errand = await hours.take(pressed(), TakeHours(year=2026, paper=HoursPaper.PAGE), talk)
    assert isinstance(errand, Errand)
    assert errand.facts == {"person": talk.person.id, "year": 2026, "paper": "p"}


async def test_whose_work_is_unknown_is_asked_for_it(talk: Talk) -> None:
    """And is offered the soonest; the target is set by staff alone."""
    event = await put(talk, audience=["logopedai"])
    event.hours = 6
    await stamp(talk.session, event)
    first = await hours.show(written(), talk)
    assert "Artimiausi renginiai" in texts(first)[0]
    assert ("Mano darbas" in buttons(first), "Metų tikslas" in buttons(first)) == (True, False)
    await traits.add(talk.session, talk.person, Trait.GROUP, "logopedai")
    known = await hours.show(written(), talk)
    assert "Trūkstamoms valandoms tiktų:\n1. <b>Vertinimas</b>" in texts(known)[0]
    assert "Mano darbas" not in buttons(known)
    rasa = await an_owner_of_the_house(talk.session)
    assert "Metų tikslas" in buttons(await hours.show(written(), rasa))
