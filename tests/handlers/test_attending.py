"""A code that was scanned, four letters that were typed, and words that only look like a code."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject

from catalogue.learning.attendance import came
from catalogue.learning.codes import Way, code
from catalogue.learning.house_secret import ATTENDANCE, secret_of
from catalogue.programme.tables import Event
from catalogue.registrations.tables import Registration, State
from handlers import attending, mine, start
from handlers.callbacks.learning import JoinAtDoor, LookFor
from handlers.forms import Form
from handlers.showing import card
from handlers.talk import Talk
from tests.catalogue.learning.roll import an_open_event
from tests.factories import NOW, kept
from tests.handlers.talking import a_talk, buttons, pressed, texts, written


async def given(talk: Talk, state: State | None = State.CONFIRMED, **facts: Any) -> Event:
    """A meeting that goes on, and how Ona stands at its event."""
    event = await an_open_event(talk.session, title_lt="Vertinimas", **facts)
    if state is not None:
        own = Registration(event_id=event.id, person_id=talk.person.id, state=state, ticket=1,
                           joined_at=NOW, changed_at=NOW)  # fmt: skip
        await kept(talk.session, own)
    return event


async def shown(talk: Talk, event: Event, way: Way) -> str:
    secret = await secret_of(talk.session, ATTENDANCE)
    return code(secret, way, meeting=event.sessions[0].id, at=NOW)


async def scan(talk: Talk, event: Event) -> Any:
    payload = f"at_{event.sessions[0].id}_{await shown(talk, event, Way.SCANNED)}"
    command = CommandObject(command="start", args=payload)
    return await start.start(written(f"/start {payload}"), command, talk)


async def test_scanned(talk: Talk) -> None:
    """Thanked once; then told that it is known."""
    event = await given(talk)
    assert "pažymėta, kad dalyvaujate: „Vertinimas“" in texts(await scan(talk, event))[0]
    assert "Jau pažymėta" in texts(await scan(talk, event))[0]
    assert [one.person for one in await came(talk.session, event)] == [talk.person]


@pytest.mark.parametrize("value", ["", "x", "1", "1_", "1_abc", "-1_a", "²_a", f"{10**30}_a"])
async def test_whatever_a_link_carries(talk: Talk, value: str) -> None:
    """It is told how to show that one is there, with a button to type the letters."""
    await given(talk)
    reply = await attending.scanned(talk, value)
    assert "Šis kodas jau pasikeitė" in texts(reply)[0]
    assert buttons(reply) == ["Aš čia"]


@pytest.mark.parametrize(
    ("state", "facts", "told", "first"),
    [
        (State.PENDING, {}, "dar nepatvirtino Jūsų registracijos", "Atidaryti"),
        (None, {"seats": 5}, "laisva vieta yra", "Registruotis"),
        (None, {"seats": 0}, "laisvos vietos, kurią galėčiau skirti, nėra", "Atidaryti"),
    ],
)
async def test_who_is_not_in(
    talk: Talk, state: State | None, facts: dict[str, Any], told: str, first: str
) -> None:
    """Told how it stands, with the next step as a button."""
    reply = await scan(talk, await given(talk, state, **facts))
    assert told in texts(reply)[0]
    assert buttons(reply)[0] == first


async def test_a_seat_at_the_door(talk: Talk, stranger: Talk) -> None:
    """Within a quarter of an hour after scanning, and for the meeting that was scanned."""
    event, other = await given(talk, None), await given(talk, None)
    data = JoinAtDoor(meeting=event.sessions[0].id)
    assert "pažymėta" not in texts(await attending.join(pressed(data), data, talk))[0]
    await scan(talk, event)
    wrong = JoinAtDoor(meeting=other.sessions[0].id)
    assert "pažymėta" not in texts(await attending.join(pressed(wrong), wrong, talk))[0]
    late = a_talk(talk.session, talk.person, now=NOW + timedelta(minutes=16))
    assert "pasikeitė" in texts(await attending.join(pressed(data), data, late))[0]
    assert "pažymėta, kad" in texts(await attending.join(pressed(data), data, talk))[0]
    await scan(stranger, event)
    assert "vardas ir pavardė" in texts(await attending.join(pressed(data), data, stranger))[0]


async def test_the_button_while_it_goes_on(talk: Talk) -> None:
    """On the card and among one's events; it asks for the letters until they fit."""
    event = await given(talk)
    assert "Aš čia" in buttons(await card(talk, event))
    assert "Aš čia" in buttons(await mine.my_events(written(), talk))
    earlier = a_talk(talk.session, talk.person, now=NOW - timedelta(hours=1))
    assert "Aš čia" not in buttons(await card(earlier, event))
    assert "žymimas nuo" in texts(await attending.here(pressed(), earlier))[0]
    assert "keturias raides" in texts(await attending.here(pressed(), talk))[0]
    assert "netinka" in texts(await attending.code_written(written("labas"), talk))[0]
    with pytest.raises(SkipHandler):
        await attending.code_written(written("kur vyksta?"), talk)
    assert await talk.state.get_state() is None
    assert "rodo lektorius („Vertinimas“)" in texts(await attending.here(written(), talk))[0]
    assert await talk.state.get_state() == Form.attendance_code
    letters = f"kodas: {await shown(talk, event, Way.TYPED)}".lower()
    assert "pažymėta" in texts(await attending.code_written(written(letters), talk))[0]
    assert await talk.state.get_state() is None


async def test_when_none_goes_on(talk: Talk, stranger: Talk) -> None:
    """It is told of the meeting that was meant, or where the code is that needs no registration."""
    event = await given(talk)
    late = a_talk(talk.session, talk.person, now=NOW + timedelta(hours=4))
    reply = await attending.here(written("aš čia"), late)
    assert "jau baigėsi. Jeigu dalyvavote" in texts(reply)[0]
    assert buttons(reply) == ["Atidaryti"]
    await scan(talk, event)
    assert "Jau pažymėta" in texts(await attending.here(pressed(), talk))[0]
    assert "Pažymėta, kad dalyvavote: „Vertinimas“." in texts(await attending.here(pressed(), late))
    tomorrow = a_talk(talk.session, talk.person, now=NOW + timedelta(days=1))
    for nobodys in (tomorrow, stranger):
        assert "nuskaitykite" in texts(await attending.here(pressed(), nobodys))[0]


async def test_two_at_once(talk: Talk) -> None:
    """Where two go on, neither is named: the letters tell which."""
    await given(talk)
    await given(talk)
    assert texts(await attending.here(pressed(), talk)) == [
        "Parašykite keturias raides, kurias rodo lektorius."
    ]


async def test_a_plain_word(talk: Talk) -> None:
    """Four such letters are a code while one's meeting goes on; all else is a question."""
    event = await given(talk)
    for text in ("kada", "seminaras", "BKT"):
        with pytest.raises(SkipHandler):
            await attending.word_written(written(text), talk)
    letters = await shown(talk, event, Way.TYPED)
    wrong = "BBBB" if letters != "BBBB" else "CCCC"
    reply = await attending.word_written(written(wrong), talk)
    assert buttons(reply) == ["Aš čia", f"Ieškoti „{wrong}“"]
    for told in ("pažymėta, kad dalyvaujate", "Jau pažymėta"):
        assert told in texts(await attending.word_written(written(letters), talk))[0]
    with pytest.raises(SkipHandler):
        await attending.word_written(written(wrong), talk)


async def test_five_wrong_ones(talk: Talk) -> None:
    """Then even the right one waits, and it is said how long and what else one can do."""
    event = await given(talk)
    for _ in range(5):
        reply = await attending.code_written(written("labas"), talk)
    assert "po 10 minučių, arba pasakykite lektoriui" in texts(reply)[0]
    letters = await shown(talk, event, Way.TYPED)
    later = a_talk(talk.session, talk.person, now=NOW + timedelta(minutes=9, seconds=30))
    assert "po 1 minutės" in texts(await attending.code_written(written(letters), later))[0]
    assert "Per daug kartų" in texts(await attending.here(pressed(), later))[0]
    assert await later.state.get_state() is None
    reply = await attending.word_written(written(letters), talk)
    assert buttons(reply) == [f"Ieškoti „{letters}“"]
    assert list(await came(talk.session, event)) == []


async def test_the_letters_are_looked_for_after_all(talk: Talk) -> None:
    """Below a code that was none stands a button for the search."""
    data = LookFor(words="KPKC")
    assert texts(await attending.look_for(pressed(data), data, talk))
