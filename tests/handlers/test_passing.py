"""„Siunčiu kolegę“ as the giver and the colleague see it."""

import re
from decimal import Decimal
from typing import Any

import pytest

from catalogue.registrations.refusals import OwnPass, PassGone
from catalogue.registrations.tables import State
from handlers import introducing, passing
from handlers.callbacks.person import Consent
from handlers.callbacks.seats import PassDeed, PassSeat, TakeSeat
from handlers.forms import Form
from handlers.talk import Talk
from tests.factories import a_person, kept
from tests.handlers.talking import (
    a_talk,
    buttons,
    join,
    leave,
    pressed,
    put,
    rewritten,
    state_of,
    texts,
    written,
)


async def press(talk: Talk, event: Any, deed: PassDeed = PassDeed.BEGIN) -> Any:
    return await passing.pass_on(pressed(), PassSeat(event=event.id, deed=deed), talk)


async def secret_of(talk: Talk, event: Any) -> str:
    """The one of a new link."""
    said = texts(await press(talk, event, PassDeed.ANEW))[-1]
    found = re.search(r"https://t\.me/kvieslys_bot\?start=ps_([\w-]+)$", said)
    assert found, said
    return found[1]


async def take(talk: Talk, secret: str, *, anyway: bool = False) -> Any:
    return await passing.take(pressed(), TakeSeat(secret=secret, anyway=anyway), talk)


async def colleague(talk: Talk, **facts: Any) -> Talk:
    rita = a_person(**{"name": "Rita Ritaitė"} | facts)
    await kept(talk.session, rita)
    return a_talk(talk.session, rita)


async def test_the_first_press_makes_a_message_to_forward(talk: Talk) -> None:
    """Ready as it is; the next press shows what can be done with the link that is out."""
    event = await put(talk)
    await join(talk, event)
    made, forwarded = texts(await press(talk, event))
    assert "persiųskite žemiau esančią žinutę" in made
    assert forwarded.startswith("Negaliu dalyvauti, todėl siūlau Jums savo vietą:\n\n<b>Vertinimas")
    assert "iki lapkričio 24 d. 10:00 atverkite nuorodą" in forwarded
    again = await press(talk, event)
    assert "Antrą kartą jos parodyti negaliu" in texts(again)[0]
    assert buttons(again) == ["Nauja nuoroda", "Atšaukti nuorodą"]


async def test_a_link_is_withdrawn_once(talk: Talk) -> None:
    """In the place of its message; the second press shows how things stand."""
    event = await put(talk)
    await join(talk, event)
    secret = await secret_of(talk, event)
    said = await press(talk, event, PassDeed.WITHDRAW)
    assert rewritten(said) == [77]
    assert texts(said) == ["Nuoroda nebegalioja. Vieta renginyje „Vertinimas“ lieka Jūsų."]
    assert "Siunčiu kolegę" in buttons(await press(talk, event, PassDeed.WITHDRAW))
    rita = await colleague(talk)
    for refused in (await passing.open_pass(rita, secret), await take(rita, secret)):
        assert "Ši nuoroda atšaukta" in texts(refused)[0]
        assert buttons(refused) == ["Atidaryti"]


async def test_where_somebody_waits_the_queue_goes_first(talk: Talk) -> None:
    """Said plainly, with the way to leave beside it."""
    event = await put(talk, seats=1)
    await join(talk, event)
    await join(await colleague(talk), event)
    said = await press(talk, event)
    assert "pirmenybė – laukiantiems" in texts(said)[0]
    assert buttons(said) == ["Atsisakyti", "Palikti"]


async def test_the_colleague_sees_the_card_and_takes_the_seat(talk: Talk) -> None:
    """The seat that is offered is told as free; who pays is asked anew."""
    event = await put(talk, seats=1, price_eur=Decimal(40))
    await join(talk, event)
    secret = await secret_of(talk, event)
    rita = await colleague(talk)
    seen = await passing.open_pass(rita, secret)
    assert texts(seen)[0].startswith("Jums siūloma kolegės ar kolegos vieta šiame renginyje.")
    assert "<b>Vietos:</b> liko 1 iš 1" in texts(seen)[0]
    assert buttons(seen) == ["Priimu vietą", "Klausti metodininko"]
    card, answer = await take(rita, secret)
    assert "Registracija patvirtinta" in texts([card])[0]
    assert texts([answer])[0].startswith("<b>Registracija patvirtinta</b>")
    assert "Kas mokės?" in texts([answer])[0]
    assert await state_of(talk, event) is State.CANCELLED
    assert await state_of(rita, event) is State.CONFIRMED


async def test_one_new_to_us_introduces_themselves_first(talk: Talk, stranger: Talk) -> None:
    """The name and the consent come before the seat, and then it is theirs by itself."""
    event = await put(talk, seats=1)
    await join(talk, event)
    secret = await secret_of(talk, event)
    asked = await take(stranger, secret)
    assert "vardas ir pavardė" in texts(asked)[0]
    assert await stranger.state.get_state() == Form.name.state
    await introducing.name_given(written("Jonas Jonaitis"), stranger)
    agreed = Consent(agreed=True)
    said = await introducing.consent_given(pressed(agreed), agreed, stranger)
    assert "Registracija patvirtinta" in texts(said)[-1]
    assert await state_of(stranger, event) is State.CONFIRMED
    assert await state_of(talk, event) is State.CANCELLED


@pytest.mark.parametrize("introduced", [True, False])
async def test_a_clash_is_a_question_here_too(talk: Talk, introduced: bool) -> None:  # noqa: FBT001 -- a table
    """The seat is taken where the colleague means it, also after the introduction."""
    event = await put(talk, seats=1)
    await join(talk, event)
    secret = await secret_of(talk, event)
    rita = await colleague(talk)
    await join(rita, await put(talk, code="V-2", title_lt="Robotika"))
    if introduced:
        asked = await take(rita, secret)
    else:
        rita.person.consented_at = None
        await take(rita, secret)
        agreed = Consent(agreed=True)
        asked = await introducing.consent_given(pressed(agreed), agreed, rita)
    assert "„Robotika“" in texts(asked)[-1]
    assert buttons(asked) == ["Vis tiek registruotis", "Nereikia"]
    (said,) = await take(rita, secret, anyway=True)
    assert texts([said])[0].startswith("<b>Registracija patvirtinta</b>")


async def test_a_link_is_for_somebody_else(talk: Talk) -> None:
    """One's own, and one that is cut short, say what to do."""
    event = await put(talk)
    await join(talk, event)
    secret = await secret_of(talk, event)
    with pytest.raises(OwnPass):
        await passing.open_pass(talk, secret)
    with pytest.raises(PassGone):
        await passing.open_pass(await colleague(talk), secret[:10])


async def test_who_left_has_nothing_to_pass_on(talk: Talk) -> None:
    """An older message keeps its button, and the link its colleague."""
    event = await put(talk)
    await join(talk, event)
    secret = await secret_of(talk, event)
    await leave(talk, event, sure=True)
    said = await passing.open_pass(await colleague(talk), secret)
    assert "siūlytojas nebeturi" in texts(said)[0]
