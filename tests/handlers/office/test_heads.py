"""/vadovai: staff confirm heads of schools, and say who works where it is open."""

from collections.abc import Awaitable, Callable

import pytest
from aiogram.types import CallbackQuery
from sqlalchemy import select

from catalogue.heads import rules
from catalogue.heads.tables import Head
from catalogue.heads.teachers import teachers
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.people.refusals import RightNeeded, StaffOnly
from catalogue.people.tables import Person, Role
from handlers.office import heads
from handlers.office.callbacks.heads import AboutHead, Heads, OneHead, WhoWorksHere
from handlers.replies import Letter, Replies
from handlers.talk import Talk
from tests.catalogue.heads.made_up import SCHOOL, a_head, a_teacher, held, works_at
from tests.factories import a_centre, kept
from tests.handlers.office.people import an_owner_of_the_house, employed
from tests.handlers.talking import buttons, data, each, pressed, texts, written

Act = Callable[[CallbackQuery, OneHead, Talk], Awaitable[Replies]]


async def opened(talk: Talk, number: int, deed: AboutHead = AboutHead.SHOW) -> Replies:
    data = OneHead(head=number, deed=deed)
    act: Act = heads.card if deed is AboutHead.SHOW else heads.decide
    return await act(pressed(), data, talk)


async def test_who_waits_stands_first(talk: Talk) -> None:
    """With their school; from there to one of them."""
    rasa = await an_owner_of_the_house(talk.session)
    nobody = await heads.show(written("/vadovai"), rasa)
    assert texts(nobody) == ["<b>Mokyklų vadovai</b>\nDar niekas nenurodė, kad vadovauja mokyklai."]
    confirmed = await a_head(talk.session, name="Vida Vidaitė")
    await a_head(talk.session, confirmed=False)
    replies = await heads.turn(pressed(), Heads(), rasa)
    assert buttons(replies) == [f"Jonas Jonaitis, {SCHOOL}", f"✓ Vida Vidaitė, {SCHOOL}"]
    one = OneHead.unpack(data(replies, "Vida"))
    (text,) = texts(await heads.card(pressed(), one, rasa))
    assert (one.head, "Patvirtintas lapkričio 22 d.: mato vardus" in text) == (confirmed.id, True)


async def test_one_press_confirms_and_one_takes_it_back(talk: Talk) -> None:
    """The head hears of each once; a colleague's second press changes nothing."""
    rasa = await an_owner_of_the_house(talk.session)
    head = await a_head(talk.session, confirmed=False)
    for deed, said, label in (
        (AboutHead.CONFIRM, "Centro darbuotojai patvirtino", "Atšaukti patvirtinimą"),
        (AboutHead.TAKE_BACK, "Centro darbuotojai atšaukė patvirtinimą", "Patvirtinti"),
    ):
        shown, letter = each(await opened(rasa, head.id, deed))
        assert isinstance(letter, Letter)
        assert letter.text.startswith(said)
        again = await opened(rasa, head.id, deed)
        assert (len(each(again)), buttons(again)[0]) == (1, label)
        assert texts(shown) == texts(again)
    noted = await talk.session.scalars(select(JournalEntry.deed))
    assert list(noted)[-2:] == [Deed.HEAD_CONFIRMED, Deed.HEAD_TAKEN_BACK]


async def test_nobody_confirms_themselves(talk: Talk) -> None:
    """A coordinator who is a head, too, waits for a colleague; a press changes nothing."""
    centre = a_centre()
    await kept(talk.session, centre)
    rita = await employed(talk.session, Role.COORDINATOR, centre)
    await works_at(talk.session, rita.person, SCHOOL)
    head = await rules.say(talk.session, rita.person, now=rita.now)
    for deed in (AboutHead.SHOW, AboutHead.CONFIRM):
        replies = await opened(rita, head.id, deed)
        assert texts(replies)[0].endswith("Savęs patvirtinti negalima: tai padarys kolega.")
        assert "Patvirtinti" not in buttons(replies)
    assert head.confirmed_at is None


async def test_a_head_who_is_gone_or_has_moved(talk: Talk) -> None:
    """Old buttons lead to the list; staff see what the profile says now."""
    rasa = await an_owner_of_the_house(talk.session)
    for deed in AboutHead:
        assert texts(await opened(rasa, 99, deed))[0].startswith("<b>Mokyklų vadovai")
    gone = await heads.who_works_here(pressed(), WhoWorksHere(head=99), rasa)
    assert texts(gone)[0].startswith("<b>Mokyklų vadovai")
    head = await a_head(talk.session, telephone="+37061234567")
    person = await talk.session.get_one(Person, head.person_id)
    await works_at(talk.session, person, "Kauno Jablonskio gimnazija")
    (text,) = texts(await opened(rasa, head.id))
    assert "dabar nurodyta kita mokykla" in text
    assert "+37061234567" in text


async def test_who_works_there_where_it_is_open(talk: Talk) -> None:
    """A door where it is open of anybody, and two buttons for each, in the place; what was decided
    stands beside the name.
    """
    rasa = await an_owner_of_the_house(talk.session)
    head = await a_head(talk.session)
    assert not any("Kas čia dirba" in one for one in buttons(await opened(rasa, head.id)))
    ona = await a_teacher(talk.session, "Ona Petraitienė", school="Saulės gimnazija")
    card = await opened(rasa, head.id)
    who = WhoWorksHere.unpack(data(card, "Kas čia dirba (1)"))
    replies = await heads.who_works_here(pressed(), who, rasa)
    assert "1. Ona Petraitienė: Saulės gimnazija, miestas nenurodytas" in texts(replies)[0]
    yes = WhoWorksHere.unpack(data(replies, "1 ✓"))
    replies = await heads.who_works_here(pressed(), yes, rasa)
    assert texts(replies)[0].endswith("miestas nenurodytas ✓")
    assert ona.id in await teachers(talk.session, head)
    no = WhoWorksHere.unpack(data(replies, "1 ✗"))
    await heads.who_works_here(pressed(), no, rasa)
    assert await teachers(talk.session, head) == {}


async def test_nobody_is_settled_whom_one_may_not_know(talk: Talk) -> None:
    """Neither one of another centre's events, nor one of whom nothing is open."""
    head = await a_head(talk.session)
    ona = await a_teacher(talk.session, school="Saulės gimnazija")
    here, there = a_centre(), a_centre()
    await kept(talk.session, here, there)
    rita = await employed(talk.session, Role.COORDINATOR, here)
    await held(talk.session, ona, centre=there)
    sure = await a_teacher(talk.session)
    for person in (ona, sure):
        one = WhoWorksHere(head=head.id, person=person.id, own=False)
        (text,) = texts(await heads.who_works_here(pressed(), one, rita))
        assert text.endswith("Neaiškių nėra.")
    assert list(await teachers(talk.session, head)) == [sure.id]


async def test_only_who_decides_about_people(talk: Talk) -> None:
    """Neither a teacher, nor the one at the door."""
    centre = a_centre()
    await kept(talk.session, centre)
    head: Head = await a_head(talk.session, confirmed=False)
    door = await employed(talk.session, Role.DOOR, centre)
    for who, refusal in ((talk, StaffOnly), (door, RightNeeded)):
        with pytest.raises(refusal):
            await opened(who, head.id, AboutHead.CONFIRM)
    assert head.confirmed_at is None
