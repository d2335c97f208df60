"""Staff offer days to those who wait, and choose one."""

from dataclasses import replace

import pytest

from catalogue.demand import polls
from catalogue.demand.refusals import GatheringOver, NotDays
from catalogue.demand.tables import Gathering
from catalogue.programme.tables import Event
from handlers.office import gathering
from handlers.office.callbacks.demand import (
    ChooseDay,
    DayWhere,
    GatherAt,
    Gathered,
    GatherWhere,
    OfferDays,
    Steer,
)
from handlers.talk import Talk
from tests.catalogue.demand.test_gatherings import gathered
from tests.factories import a_centre, kept
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, data, pressed, texts, written


async def test_days_are_shown_before_they_go_out(talk: Talk) -> None:
    """What is no day is refused; a press without any days shows the page."""
    rasa = await an_owner_of_the_house(talk.session)
    one, _ = await gathered(talk.session)
    ask = OfferDays(gathering=one.id)
    assert "Atsakė 0 iš 12" in texts(await gathering.ask(pressed(ask), ask, rasa))[0]
    offer = Gathered(gathering=one.id, deed=Steer.OFFER)
    assert "Kokias datas" in texts(await gathering.offer(pressed(offer), offer, rasa))[0]
    with pytest.raises(NotDays):
        await gathering.written(written("kada nors"), rasa)
    shown = await gathering.written(written("2027-01-12 10:00; Utena"), rasa)
    assert "Utena" in texts(shown)[0]
    assert buttons(shown)[0] == "Klausti 12 žmonių"
    await gathering.ask(pressed(ask), ask, rasa)
    assert [day.place for day in await polls.days_of(talk.session, one)] == ["Utena"]


async def test_the_day_is_chosen_once_for_one_centre(talk: Talk) -> None:
    """Where they know none, it is asked for; a second press shows the draft that is there."""
    rasa = await an_owner_of_the_house(talk.session)
    one, _ = await gathered(talk.session)
    here, there = a_centre(name="Utenos centras"), a_centre(name="Kauno centras")
    await kept(talk.session, here, there)
    first, second = await polls.days_of(talk.session, one)
    choose = ChooseDay(day=first.id)
    shown = buttons(await gathering.choose(pressed(choose), choose, rasa))
    assert sorted(shown) == ["Kauno centras", "Utenos centras"]
    await kept(talk.session, *[a_centre(name=f"Zarasų centras {number}") for number in range(8)])
    asked = await gathering.choose(pressed(choose), choose, rasa)
    assert (len(buttons(asked)), buttons(asked)[-1]) == (9, "Daugiau")
    more = DayWhere.unpack(data(asked, "Daugiau"))
    asked = await gathering.day_where(pressed(more), more, rasa)
    assert buttons(asked) == ["Zarasų centras 6", "Zarasų centras 7", "Atgal"]
    choose = ChooseDay(day=first.id, centre=here.id)
    assert buttons(await gathering.choose(pressed(choose), choose, rasa))[0] == "Paskelbti"
    event = await talk.session.get_one(Event, one.event_id)
    assert (event.title, event.centre_id) == ("Joga", here.id)
    again = ChooseDay(day=second.id)
    assert "lapkri" not in texts(await gathering.choose(pressed(again), again, rasa))[0]
    look = Gathered(gathering=one.id)
    assert buttons(await gathering.look(pressed(look), look, rasa)) == [
        "Atverti juodraštį",
        "Atgal",
    ]
    unknown = ChooseDay(day=99)
    with pytest.raises(GatheringOver):
        await gathering.choose(pressed(unknown), unknown, rasa)


async def test_a_day_that_has_come_is_chosen_no_more(talk: Talk) -> None:
    """Its button is gone, and an old one shows what can still be chosen."""
    rasa = await an_owner_of_the_house(talk.session)
    one, _ = await gathered(talk.session)
    await kept(talk.session, a_centre())
    first, _ = await polls.days_of(talk.session, one)
    late = replace(rasa, now=first.starts_at)
    choose = ChooseDay(day=first.id)
    shown = buttons(await gathering.choose(pressed(choose), choose, late))
    assert shown[1:] == ["Siūlyti kitas datas", "Ne šiais mokslo metais", "Atgal"]
    assert one.event_id is None


async def test_staff_wait_on(talk: Talk) -> None:
    """Offered once they have heard how it stands; it gives more time, and nothing else changes."""
    rasa = await an_owner_of_the_house(talk.session)
    one, _ = await gathered(talk.session)
    look = Gathered(gathering=one.id)
    assert "Dar palaukti atsakymų" not in buttons(await gathering.look(pressed(look), look, rasa))
    until = one.answers_until
    assert until is not None
    one.result_told_at = until
    late = replace(rasa, now=until)
    assert "Dar palaukti atsakymų" in buttons(await gathering.look(pressed(look), look, late))
    wait = Gathered(gathering=one.id, deed=Steer.WAIT)
    shown = await gathering.wait_on(pressed(wait), wait, late)
    assert "Atsakymų laukiu iki" in texts(shown)[0]
    assert "Dar palaukti atsakymų" not in buttons(shown)


async def test_what_is_put_off_is_over(talk: Talk) -> None:
    """For staff too."""
    rasa = await an_owner_of_the_house(talk.session)
    one, _ = await gathered(talk.session)
    drop = Gathered(gathering=one.id, deed=Steer.DROP)
    assert "atidėta" in texts(await gathering.drop(pressed(drop), drop, rasa))[0]
    assert (await talk.session.get_one(Gathering, one.id)).dropped_at is not None
    with pytest.raises(GatheringOver):
        await gathering.look(pressed(drop), drop, rasa)


async def test_a_centre_chooses_how_many(talk: Talk) -> None:
    """Of those offered, at one of one's centres; any other number changes nothing."""
    rasa = await an_owner_of_the_house(talk.session)
    here, there = a_centre(), a_centre()
    await kept(talk.session, here, there)
    which = GatherAt()
    shown = buttons(await gathering.gather_at(pressed(which), which, rasa))
    assert len(shown) == 3
    assert shown[-1] == "Atgal"
    for people, held in ((8, 8), (3, 8)):
        chosen = GatherAt(centre=here.id, people=people)
        shown = buttons(await gathering.gather_at(pressed(chosen), chosen, rasa))
        assert f"✓ {held}" in shown
    assert (here.gather_at, there.gather_at) == (8, 12)


async def test_many_centres_are_shown_in_pages(talk: Talk) -> None:
    """Nine: one stands on the second page, from which one comes back."""
    rasa = await an_owner_of_the_house(talk.session)
    await kept(talk.session, *[a_centre(name=f"Centras {number}") for number in range(9)])
    first = GatherAt()
    shown = buttons(await gathering.gather_at(pressed(first), first, rasa))
    assert (len(shown), shown[-2:]) == (10, ["▶", "Atgal"])
    second = GatherWhere(page=1)
    shown = buttons(await gathering.gather_where(pressed(second), second, rasa))
    assert shown[1:] == ["◀", "Atgal"]
