"""Who pays: asked once, never in the way, told and changed at any time."""

from decimal import Decimal
from typing import Any

import pytest

from catalogue.people import traits
from catalogue.people.tables import Trait
from catalogue.programme.tables import Event
from catalogue.registrations.payments import payment_of
from catalogue.registrations.refusals import NotRegistered
from catalogue.registrations.rules import registration_of
from catalogue.registrations.tables import Payer, Payment
from handlers import paying
from handlers.callbacks.seats import PayerDetail, PayerFact, WhoPays
from handlers.talk import Talk
from tests.handlers.talking import buttons, join, pressed, put, texts, written


async def press(talk: Talk, event: Event, payer: Payer | None = None) -> Any:
    data = WhoPays(event=event.id, payer=payer)
    return await (paying.answer if payer else paying.ask)(pressed(data), data, talk)


async def detail(talk: Talk, event: Event, fact: PayerFact, *, skip: bool = False) -> Any:
    data = PayerDetail(event=event.id, fact=fact, skip=skip)
    return await paying.detail(pressed(data), data, talk)


async def payment(talk: Talk, event: Event) -> tuple[Payer | None, str, str]:
    own = await registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    assert own is not None
    row = await payment_of(talk.session, own)
    assert isinstance(row, Payment)
    return row.payer, row.school, row.contact


async def test_asked_below_the_answer_where_it_costs(talk: Talk) -> None:
    """The state stands first; the card goes on asking, and a free event never does."""
    event = await put(talk, price_eur=Decimal(40))
    card, answer = await join(talk, event)
    assert texts(answer)[0].startswith("<b>Registracija patvirtinta</b>")
    assert "Kaina – 40 €. Kas mokės?" in texts(answer)[0]
    assert buttons(answer)[:3] == ["Mokykla", "Pats / pati", "Kitas"]
    assert "Kas moka" in buttons(card)
    said = await press(talk, event)
    assert "<b>Moka:</b> dar nepasakyta" in texts(said)[0]
    assert buttons(said) == ["Mokykla", "Pats / pati", "Kitas", "Atidaryti"]
    await press(talk, event, Payer.SELF)
    assert await payment(talk, event) == (Payer.SELF, "", "")
    event.price_eur = Decimal(0)
    assert "Kas moka" not in buttons(await press(talk, event))


async def test_who_waits_is_not_asked(talk: Talk) -> None:
    """Neither below the answer nor on the card; an old button shows how things stand."""
    event = await put(talk, price_eur=Decimal(40), seats=0)
    card, answer = await join(talk, event)
    assert "Kas mokės?" not in texts(answer)[0]
    assert "Mokykla" not in buttons(answer)
    assert "Kas moka" not in buttons(card)
    assert "Mokykla" not in buttons(await press(talk, event))


async def test_a_school_that_is_known_is_not_asked_for(talk: Talk) -> None:
    """It may be another one this time; the contact may be left out."""
    event = await put(talk, price_eur=Decimal(40))
    await join(talk, event)
    await traits.add(talk.session, talk.person, Trait.SCHOOL, "Akmenės gimnazija")
    said = await press(talk, event, Payer.SCHOOL)
    assert "Užrašyta, mokės: Akmenės gimnazija." in texts(said)[0]
    assert buttons(said) == ["Kita mokykla", "Praleisti"]
    asked = await detail(talk, event, PayerFact.SCHOOL)
    assert "Kaip vadinasi mokykla?" in texts(asked)[0]
    await paying.written(written("Kauno   gimnazija"), talk)
    done = await detail(talk, event, PayerFact.CONTACT, skip=True)
    assert "<b>Moka:</b> mokykla, Kauno gimnazija" in texts(done)[0]
    assert await payment(talk, event) == (Payer.SCHOOL, "Kauno gimnazija", "")
    assert (await traits.traits_of(talk.session, talk.person))[Trait.SCHOOL] == [
        "Akmenės gimnazija"
    ]


async def test_a_new_school_is_remembered(talk: Talk) -> None:
    """Among what the person tells of their work; not so whoever else pays."""
    event = await put(talk, price_eur=Decimal(40))
    await join(talk, event)
    await press(talk, event, Payer.OTHER)
    await paying.written(written("Fondas"), talk)
    told = await traits.traits_of(talk.session, talk.person)
    assert told[Trait.SCHOOL] == []
    await press(talk, event, Payer.SCHOOL)
    await paying.written(written("Kauno gimnazija"), talk)
    done = await paying.written(written("buhalterija@k.lt"), talk)
    assert "mokykla, Kauno gimnazija, buhalterija@k.lt" in texts(done)[0]
    told = await traits.traits_of(talk.session, talk.person)
    assert told[Trait.SCHOOL] == ["Kauno gimnazija"]
    again = await press(talk, event)
    assert "buhalterija@k.lt" in texts(again)[0]


async def test_both_may_be_skipped(talk: Talk) -> None:
    """The school pays, whichever it is; an old button of one who is not in does nothing."""
    event = await put(talk, price_eur=Decimal(40))
    with pytest.raises(NotRegistered):
        await press(talk, event, Payer.SELF)
    await join(talk, event)
    assert "Kas moka" in buttons(await detail(talk, event, PayerFact.SCHOOL))
    await press(talk, event, Payer.SCHOOL)
    asked = await detail(talk, event, PayerFact.SCHOOL, skip=True)
    assert texts(asked)[0].startswith("Užrašyta. Kam siųsti")
    await detail(talk, event, PayerFact.CONTACT, skip=True)
    assert await payment(talk, event) == (Payer.SCHOOL, "", "")
