"""Saying that one is a head: what is missing is asked for, and then it is done."""

from catalogue.heads import rules
from handlers import becoming_head
from handlers.forms import Form
from handlers.talk import Talk
from tests.catalogue.heads.made_up import works_at
from tests.handlers.talking import buttons, pressed, texts, written


async def test_the_school_then_its_town(talk: Talk) -> None:
    """One after the other, without a press between; the last answer completes it."""
    replies = await becoming_head.be_head(pressed(), talk)
    for asked, answer in (("Kuriai mokyklai", "Saulės gimnazija"), ("Kuriame mieste", "Kaune")):
        assert asked in texts(replies)[0]
        assert buttons(replies) == ["Nereikia"]
        assert await talk.state.get_state() == Form.head_school.state
        replies = await becoming_head.told(written(answer), talk)
    assert "pavaduotojas: Saulės gimnazija, Kaunas." in texts(replies)[0]
    assert buttons(replies) == ["Mano mokykla"]
    assert await talk.state.get_state() is None
    assert await rules.head_of(talk.session, talk.person) is not None


async def test_a_school_that_says_where_it_is(talk: Talk) -> None:
    """Needs no town; nor is anything asked of one whose profile says all."""
    await becoming_head.be_head(pressed(), talk)
    told = written("Kruopių pagrindinė mokykla, Akmenės r.")
    assert buttons(await becoming_head.told(told, talk)) == ["Mano mokykla"]
    assert buttons(await becoming_head.be_head(pressed(), talk)) == ["Mano mokykla"]


async def test_two_places_of_one_school(talk: Talk) -> None:
    """The name says one town and the profile another: which it is, is asked until they agree."""
    await works_at(talk.session, talk.person, "Kauno „Saulės“ gimnazija", "Utena")
    replies = await becoming_head.be_head(pressed(), talk)
    assert "kita vietovė: Utena" in texts(replies)[0]
    assert buttons(await becoming_head.told(written("Kaune"), talk)) == ["Mano mokykla"]
