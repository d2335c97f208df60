from datetime import timedelta
from typing import Any

import pytest

from catalogue.people.refusals import NotAName
from catalogue.programme.tables import Event, Status
from catalogue.registrations import rules
from catalogue.registrations.refusals import EventGone, LeavingClosed, NotRegistered
from catalogue.registrations.tables import Registration, State
from handlers import callbacks, joining
from handlers.forms import Form
from handlers.replies import Recipe
from handlers.talk import Talk
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.talking import a_talk, buttons, data, each, pressed, rewritten, texts, written

DOORS = ["Renginiai", "Mano renginiai", "Klausti"]
CARD_OF_A_STRANGER = ["Registruotis", "Kalendorius", "Dalintis"]


async def put(talk: Talk, **facts: Any) -> Event:
    event = an_event(**{"title_lt": "Vertinimas", "code": "V-1"} | facts)
    await kept(talk.session, event)
    return event


async def state_of(talk: Talk, event: Event) -> State | None:
    own = await rules.registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    return own.state if own else None


async def join(talk: Talk, event: Event, *, anyway: bool = False) -> Any:
    return await joining.join(pressed(), callbacks.Join(event=event.id, anyway=anyway), talk)


async def leave(talk: Talk, event: Event, *, sure: bool) -> Any:
    return await joining.leave(pressed(), callbacks.Leave(event=event.id, sure=sure), talk)


async def test_one_press_joins_and_refreshes_the_card(talk: Talk) -> None:
    """The pressed card shows at once that one is in; a message of its own tells the outcome."""
    event = await put(talk, seats=1)
    card, answer = await join(talk, event)
    assert rewritten(card) == [77]
    assert buttons(card) == ["Atsisakyti", "Kalendorius", "Dalintis"]
    assert texts(answer)[0].startswith("<b>Registracija patvirtinta</b>\n\n<b>Vertinimas</b>")
    assert buttons(answer) == ["Kalendorius", "Dalintis", "Reikia pritaikymo", "Atsisakyti"]


async def test_a_second_press_only_refreshes(talk: Talk) -> None:
    """The old card is brought up to date, and nothing is said twice."""
    event = await put(talk)
    await join(talk, event)
    again = await join(talk, event)
    assert rewritten(again) == [77]
    assert "Atsisakyti" in buttons(again)


@pytest.mark.parametrize("status", [Status.DRAFT, None])
async def test_buttons_of_what_is_gone_are_refused(talk: Talk, status: Status | None) -> None:
    """A draft again, or never there: every button of its card says the same."""
    number = (await put(talk, status=status)).id if status else 999_999
    presses: list[Any] = [
        joining.open_event(pressed(), callbacks.OpenEvent(event=number), talk),
        joining.join(pressed(), callbacks.Join(event=number), talk),
        joining.leave(pressed(), callbacks.Leave(event=number), talk),
        joining.keep(pressed(), callbacks.Keep(event=number), talk),
        joining.access_need(pressed(), callbacks.AccessNeed(event=number), talk),
        joining.calendar(pressed(), callbacks.Calendar(event=number), talk),
        joining.share(pressed(), callbacks.Share(event=number), talk),
    ]
    for press in presses:
        with pytest.raises(EventGone):
            await press


async def test_an_opened_event_is_kept_in_mind(talk: Talk) -> None:
    """So that the next question may say „it“."""
    event = await put(talk)
    await joining.open_event(pressed(), callbacks.OpenEvent(event=event.id), talk)
    assert (await talk.state.get_data())["event"] == event.id


async def test_looking_at_another_card_does_not_change_what_is_joined(stranger: Talk) -> None:
    """A question that is open keeps its own event, whatever else is shown meanwhile."""
    wanted, other = await put(stranger), await put(stranger, code="V-2")
    await join(stranger, wanted)
    await joining.open_event(pressed(), callbacks.OpenEvent(event=other.id), stranger)
    await joining.name_given(written("Ona Petraitienė"), stranger)
    await joining.consent_given(pressed(), callbacks.Consent(agreed=True), stranger)
    assert [await state_of(stranger, event) for event in (wanted, other)] == [
        State.CONFIRMED,
        None,
    ]


async def test_the_first_joining_introduces(stranger: Talk) -> None:
    """A name, the consent, and the joining completes by itself."""
    event = await put(stranger)
    asked = await join(stranger, event)
    assert buttons(asked) == ["Nereikia"]
    agree = await joining.name_given(written(" Ona  Petraitienė "), stranger)
    assert texts(agree)[0].startswith("<b>Ona Petraitienė</b>, ar sutinkate")
    assert buttons(agree) == ["Sutinku", "Nesutinku", "Pataisyti vardą"]
    assert (stranger.person.name, stranger.person.consented_at) == ("", None)
    done = await joining.consent_given(pressed(), callbacks.Consent(agreed=True), stranger)
    thanks, answer = texts(done)
    assert thanks == "Ačiū, Jūsų sutikimą užsirašiau."
    assert answer.startswith("<b>Registracija patvirtinta</b>")
    assert (stranger.person.name, stranger.person.consented_at) == ("Ona Petraitienė", NOW)
    assert await stranger.state.get_state() is None


async def test_no_consent_keeps_nothing(stranger: Talk) -> None:
    """Neither the name, nor the registration, nor the open form."""
    event = await put(stranger)
    await join(stranger, event)
    await joining.name_given(written("Ona Petraitienė"), stranger)
    said = await joining.consent_given(pressed(), callbacks.Consent(agreed=False), stranger)
    assert (rewritten(said), buttons(said)) == ([77], DOORS)
    assert (stranger.person.name, await state_of(stranger, event)) == ("", None)
    assert await stranger.state.get_data() == {}


async def test_words_are_no_consent(stranger: Talk) -> None:
    """„Taip“ is not a press: the same question comes once more."""
    await join(stranger, await put(stranger))
    await joining.name_given(written("Ona Petraitienė"), stranger)
    again = await joining.consent_by_words(written("taip"), stranger)
    assert buttons(again) == ["Sutinku", "Nesutinku", "Pataisyti vardą"]
    assert stranger.person.consented_at is None


async def test_a_wrong_name_leaves_the_form_open(stranger: Talk) -> None:
    """The rule refuses, and the next text is a name again."""
    await join(stranger, await put(stranger))
    with pytest.raises(NotAName):
        await joining.name_given(written("Ona"), stranger)
    assert await stranger.state.get_state() == Form.name.state


async def test_with_the_consent_comes_whatever_the_event_says(stranger: Talk) -> None:
    """When it was cancelled meanwhile, the refusal is told, and the introduction is kept."""
    event = await put(stranger)
    await join(stranger, event)
    await joining.name_given(written("Ona Petraitienė"), stranger)
    event.status = Status.CANCELLED
    said = await joining.consent_given(pressed(), callbacks.Consent(agreed=True), stranger)
    assert texts(said)[1:] == ["Renginį „Vertinimas“ organizatorius atšaukė."]
    assert (stranger.person.name, buttons(said)) == ("Ona Petraitienė", DOORS)


async def test_a_name_is_corrected_while_introducing_oneself(stranger: Talk) -> None:
    """The event that is being joined is not lost on the way."""
    event = await put(stranger)
    await join(stranger, event)
    await joining.name_given(written("Ona Petraitene"), stranger)
    await joining.correct_name(pressed(), stranger)
    await joining.name_given(written("Ona Petraitienė"), stranger)
    await joining.consent_given(pressed(), callbacks.Consent(agreed=True), stranger)
    assert stranger.person.name == "Ona Petraitienė"
    assert await state_of(stranger, event) is State.CONFIRMED


async def test_old_buttons_of_an_introduction_are_out_of_date(stranger: Talk) -> None:
    """Long after the form was left, neither the consent nor a correction begins anything."""
    await joining.open_event(
        pressed(), callbacks.OpenEvent(event=(await put(stranger)).id), stranger
    )
    for said in (
        await joining.correct_name(pressed(), stranger),
        await joining.consent_too_late(pressed(), stranger),
    ):
        assert texts(said) == ["Šis mygtukas paseno. Pradėkime iš naujo:"]
    assert await stranger.state.get_state() is None


async def test_a_known_person_corrects_their_name_at_once(talk: Talk) -> None:
    """Without a second consent."""
    await joining.correct_name(pressed(), talk)
    said = await joining.name_given(written("Ona Jonaitienė"), talk)
    assert texts(said) == ["Dabar Jūsų vardas ir pavardė: <b>Ona Jonaitienė</b>"]
    assert talk.person.name == "Ona Jonaitienė"
    assert await talk.state.get_state() is None


async def test_a_clash_is_a_question(talk: Talk) -> None:
    """Named first, joined when the person means it, and without a card below the question."""
    await join(talk, await put(talk, title_lt="Robotika"))
    event = await put(talk, code="V-2")
    asked = await join(talk, event)
    assert "„Robotika“" in texts(asked)[0]
    assert buttons(asked) == ["Vis tiek registruotis", "Nereikia"]
    assert data(asked, "Vis tiek") == callbacks.Join(event=event.id, anyway=True).pack()
    (answer,) = await join(talk, event, anyway=True)
    assert texts(answer)[0].startswith("<b>Registracija patvirtinta</b>")


async def test_leaving_asks_once_and_then_tells_the_next(talk: Talk) -> None:
    """The freed seat goes up the queue, and who got it is written to in their own language."""
    event = await put(talk, seats=1)
    await join(talk, event)
    james = a_person(language="en")
    await kept(talk.session, james)
    await join(a_talk(talk.session, james, language="en"), event)
    asked = await leave(talk, event, sure=False)
    assert buttons(asked) == ["Taip, atsisakyti", "Palikti"]
    assert await state_of(talk, event) is State.CONFIRMED
    farewell, told = await leave(talk, event, sure=True)
    assert rewritten(farewell) == [77]
    assert texts(farewell)[0].startswith("<b>Atšaukta</b>")
    own = await rules.registration_of(talk.session, event_id=event.id, person_id=james.id)
    assert own is not None
    assert told == Recipe(
        chat_id=james.telegram_id or 0,
        kind="moved_up",
        key=str(own.id),
        language="en",
        urgent=True,
    )


async def test_leaving_too_late_is_said_before_the_question(talk: Talk) -> None:
    """Nobody is asked whether they are sure of what cannot be."""
    event = await put(talk, cancel_until=NOW + timedelta(hours=1))
    await join(talk, event)
    late = a_talk(talk.session, talk.person, now=NOW + timedelta(hours=2))
    for sure in (False, True):
        with pytest.raises(LeavingClosed):
            await leave(late, event, sure=sure)


@pytest.mark.parametrize("was_in", [True, False])
async def test_buttons_of_one_who_is_not_in_show_the_card(talk: Talk, was_in: bool) -> None:  # noqa: FBT001 -- a table
    """Leave, leave for sure, keep: pressed late, each becomes the card as things stand now."""
    event = await put(talk)
    if was_in:
        await join(talk, event)
        await leave(talk, event, sure=True)
    for said in (
        await leave(talk, event, sure=False),
        await leave(talk, event, sure=True),
        await joining.keep(pressed(), callbacks.Keep(event=event.id), talk),
    ):
        assert rewritten(said) == [77]
        assert buttons(said) == CARD_OF_A_STRANGER


async def test_keeping_says_how_things_stand(talk: Talk) -> None:
    """In the place of the question, with the state."""
    event = await put(talk)
    await join(talk, event)
    said = await joining.keep(pressed(), callbacks.Keep(event=event.id), talk)
    assert texts(said) == ["Niekas nepasikeitė: „Vertinimas“.\n<b>Registracija patvirtinta</b>"]


async def test_an_adjustment_is_written_to_the_registration(talk: Talk) -> None:
    """Trimmed and bounded, shown as the organisers will see it."""
    event = await put(talk)
    await join(talk, event)
    asked = await joining.access_need(pressed(), callbacks.AccessNeed(event=event.id), talk)
    assert buttons(asked) == ["Nereikia"]
    said = await joining.access_need_given(written("  " + "a" * 600), talk)
    own = await rules.registration_of(talk.session, event_id=event.id, person_id=talk.person.id)
    assert own is not None
    assert own.access_need == "a" * 500
    assert "a" * 500 + "“" in texts(said)[0]
    assert await talk.state.get_state() is None


async def test_an_adjustment_is_not_asked_of_one_who_is_not_in(talk: Talk) -> None:
    """Neither at the press, nor when the registration ended while one was writing."""
    event = await put(talk)
    with pytest.raises(NotRegistered):
        await joining.access_need(pressed(), callbacks.AccessNeed(event=event.id), talk)
    await join(talk, event)
    await joining.access_need(pressed(), callbacks.AccessNeed(event=event.id), talk)
    own = await talk.session.get_one(Registration, 1)
    own.state = State.CANCELLED
    with pytest.raises(NotRegistered):
        await joining.access_need_given(written("prie lango"), talk)


async def test_never_mind_leads_back_to_the_doors(talk: Talk) -> None:
    """The question is taken back in its own place."""
    said = await joining.stop_form(pressed(), talk)
    assert (rewritten(said), buttons(said)) == ([77], DOORS)


async def test_calendar_is_made_when_it_is_sent(talk: Talk) -> None:
    """For this person, because only theirs may hold the link to join."""
    event = await put(talk)
    said = await joining.calendar(pressed(), callbacks.Calendar(event=event.id), talk)
    key = f"{event.id}:{talk.person.id}"
    assert each(said) == [Recipe(chat_id=talk.chat_id, kind="calendar", key=key, language="lt")]


async def test_share_is_a_message_to_pass_on(talk: Talk) -> None:
    """With a link for everybody, and a button that opens the choice of a chat."""
    event = await put(talk)
    said = await joining.share(pressed(), callbacks.Share(event=event.id), talk)
    assert texts(said)[0].endswith("\n\nhttps://t.me/kvieslys_bot?start=ev_V-1")
    assert buttons(said) == ["Pasirinkti pokalbį"]
