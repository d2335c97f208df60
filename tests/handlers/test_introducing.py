import pytest

from catalogue.people.refusals import NotAName
from catalogue.programme.tables import Status
from catalogue.registrations.tables import State
from handlers import cards, introducing
from handlers.callbacks.person import Consent
from handlers.callbacks.programme import OpenEvent
from handlers.forms import Form
from handlers.replies import PressAgain
from handlers.talk import Talk
from tests.factories import NOW
from tests.handlers.talking import buttons, join, pressed, put, rewritten, state_of, texts, written

DOORS = ["Renginiai", "Mano renginiai", "Klausti"]


async def test_looking_at_another_card_does_not_change_what_is_joined(stranger: Talk) -> None:
    """A question that is open keeps its own event, whatever else is shown meanwhile."""
    wanted, other = await put(stranger), await put(stranger, code="V-2")
    await join(stranger, wanted)
    await cards.open_event(pressed(), OpenEvent(event=other.id), stranger)
    await introducing.name_given(written("Ona Petraitienė"), stranger)
    await introducing.consent_given(pressed(), Consent(agreed=True), stranger)
    assert [await state_of(stranger, event) for event in (wanted, other)] == [
        State.CONFIRMED,
        None,
    ]


async def test_the_first_joining_introduces(stranger: Talk) -> None:
    """A name, the consent, and the joining completes by itself."""
    event = await put(stranger)
    asked = await join(stranger, event)
    assert buttons(asked) == ["Nereikia"]
    agree = await introducing.name_given(written(" Ona  Petraitienė "), stranger)
    assert texts(agree)[0].startswith("<b>Ona Petraitienė</b>, ar sutinkate")
    assert buttons(agree) == ["Sutinku", "Nesutinku", "Pataisyti vardą"]
    assert (stranger.person.name, stranger.person.consented_at) == ("", None)
    done = await introducing.consent_given(pressed(), Consent(agreed=True), stranger)
    thanks, answer = texts(done)
    assert thanks == "Ačiū, Jūsų sutikimą užsirašiau."
    assert answer.startswith("<b>Registracija patvirtinta</b>")
    assert (stranger.person.name, stranger.person.consented_at) == ("Ona Petraitienė", NOW)
    assert await stranger.state.get_state() is None


async def test_no_consent_keeps_nothing(stranger: Talk) -> None:
    """Neither the name, nor the registration, nor the open form."""
    event = await put(stranger)
    await join(stranger, event)
    await introducing.name_given(written("Ona Petraitienė"), stranger)
    said = await introducing.consent_given(pressed(), Consent(agreed=False), stranger)
    assert (rewritten(said), buttons(said)) == ([77], DOORS)
    assert (stranger.person.name, await state_of(stranger, event)) == ("", None)
    assert await stranger.state.get_data() == {}


async def test_words_are_no_consent(stranger: Talk) -> None:
    """„Taip“ is not a press: the same question comes once more."""
    await join(stranger, await put(stranger))
    await introducing.name_given(written("Ona Petraitienė"), stranger)
    again = await introducing.consent_by_words(written("taip"), stranger)
    assert buttons(again) == ["Sutinku", "Nesutinku", "Pataisyti vardą"]
    assert stranger.person.consented_at is None


async def test_a_wrong_name_leaves_the_form_open(stranger: Talk) -> None:
    """The rule refuses, and the next text is a name again."""
    await join(stranger, await put(stranger))
    with pytest.raises(NotAName):
        await introducing.name_given(written("Ona"), stranger)
    assert await stranger.state.get_state() == Form.name.state


async def test_with_the_consent_comes_whatever_the_event_says(stranger: Talk) -> None:
    """When it was cancelled meanwhile, the refusal is told, and the introduction is kept."""
    event = await put(stranger)
    await join(stranger, event)
    await introducing.name_given(written("Ona Petraitienė"), stranger)
    event.status = Status.CANCELLED
    said = await introducing.consent_given(pressed(), Consent(agreed=True), stranger)
    assert texts(said)[1:] == ["Renginį „Vertinimas“ organizatorius atšaukė."]
    assert (stranger.person.name, buttons(said)) == ("Ona Petraitienė", DOORS)


async def test_a_name_is_corrected_while_introducing_oneself(stranger: Talk) -> None:
    """The event that is being joined is not lost on the way."""
    event = await put(stranger)
    await join(stranger, event)
    await introducing.name_given(written("Ona Petraitene"), stranger)
    await introducing.correct_name(pressed(), stranger)
    await introducing.name_given(written("Ona Petraitienė"), stranger)
    await introducing.consent_given(pressed(), Consent(agreed=True), stranger)
    assert stranger.person.name == "Ona Petraitienė"
    assert await state_of(stranger, event) is State.CONFIRMED


async def test_old_buttons_of_an_introduction_are_out_of_date(stranger: Talk) -> None:
    """Long after the form was left, neither the consent nor a correction begins anything."""
    await cards.open_event(pressed(), OpenEvent(event=(await put(stranger)).id), stranger)
    for said in (
        await introducing.correct_name(pressed(), stranger),
        await introducing.consent_too_late(pressed(), stranger),
    ):
        assert texts(said) == ["Šis mygtukas paseno. Pradėkime iš naujo:"]
    assert await stranger.state.get_state() is None


async def test_a_known_person_corrects_their_name_at_once(talk: Talk) -> None:
    """Without a second consent."""
    await introducing.correct_name(pressed(), talk)
    said = await introducing.name_given(written("Ona Jonaitienė"), talk)
    assert texts(said) == ["Dabar Jūsų vardas ir pavardė: <b>Ona Jonaitienė</b>"]
    assert talk.person.name == "Ona Jonaitienė"
    assert await talk.state.get_state() is None


async def test_never_mind_leads_back_to_the_doors(talk: Talk) -> None:
    """The question is taken back in its own place."""
    said = await introducing.stop_form(pressed(), talk)
    assert (rewritten(said), buttons(said)) == ([77], DOORS)


async def test_staff_introduce_themselves_to_colleagues(stranger: Talk) -> None:
    """Without an event to join; the consent says what it is for, and no name is an answer too.
    Either way there is somewhere to go on.
    """
    for agreed, answer in ((False, "Teisės lieka"), (True, "sutikimą")):
        (asked,) = await introducing.introduce_staff(stranger)
        assert "kolegos" in texts(asked)[0]
        consent = await introducing.name_given(written("Ona Petraitienė"), stranger)
        assert "žurnale" in texts(consent)[0]
        said = await introducing.consent_given(pressed(), Consent(agreed=agreed), stranger)
        assert answer in texts(said)[0]
        assert buttons(said) == DOORS
        assert bool(stranger.person.name) is agreed
    assert await introducing.introduce_staff(stranger) == []


async def test_one_who_registers_for_nothing_is_introduced_too(stranger: Talk) -> None:
    """With the consent the press that needed it is done; without it nothing is kept."""
    for agreed in (False, True):
        asked = await introducing.introduce_first(stranger, "hl:0:1")
        assert buttons(asked) == ["Nereikia"]
        await introducing.name_given(written("Ona Petraitienė"), stranger)
        said = await introducing.consent_given(pressed(), Consent(agreed=agreed), stranger)
        assert (stranger.person.consented_at is not None) is agreed
        assert (PressAgain("hl:0:1") in said if isinstance(said, list) else False) is agreed
        assert buttons(said) == ([] if agreed else DOORS)
