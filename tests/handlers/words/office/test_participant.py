"""The card of one who takes part, in words."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from catalogue.participants.queries import Known
from catalogue.people.tables import Trait
from catalogue.registrations.decisions import Case
from catalogue.registrations.tables import Notice, NoticeKind, State
from handlers.words.office import participant as words
from tests.factories import NOW
from tests.handlers.words.made_up import LT, event, person, registration


def case(state: State = State.CONFIRMED, **facts: Any) -> Case:
    plain: dict[str, Any] = {
        "event": event(price_eur=Decimal(40), seats=9),
        "own": registration(state, access_need="liftas"),
        "person": person(telephone="+37060000000", email="o@p.lt"),
        "by": person(name="Rasa"),
        "now": NOW,
    }
    return Case(**plain | facts)


def known(**facts: Any) -> Known:
    traits: dict[Trait, list[str]] = {kind: [] for kind in Trait}
    traits |= {Trait.SCHOOL: ["Gimnazija"], Trait.GROUP: ["IT"]}
    plain: dict[str, Any] = {
        "place": None,
        "traits": traits,
        "payment": None,
        "added_by": None,
        "told": None,
    }
    return Known(**plain | facts)


def test_everything_known_stands_on_the_card() -> None:
    """Line by line, in the order staff ask."""
    assert words.card(LT, case(), known()) == (
        "<b>Ona Petraitienė</b>\n"
        "<b>Registracija patvirtinta</b> nuo lapkričio 22 d. 10:00\n"
        "Vertinimas\ngruodžio 2 d., tr 10:00\n\n"
        "<b>Mokykla:</b> Gimnazija\n<b>Ką moko:</b> IT\n<b>Telefonas:</b> +37060000000\n"
        "<b>El. paštas:</b> o@p.lt\n<b>Reikia pritaikymo:</b> liftas\n"
        "<b>Registravosi savarankiškai:</b> lapkričio 22 d. 10:00\n"
        "<b>Moka:</b> dar nepasakyta · neapmokėta\n"
        "<b>Žinutės:</b> pasiekia per „Telegram“"
    )


def test_who_must_be_phoned_and_of_what() -> None:
    """Added by hand, or out of reach since a day; the newest thing they have not heard."""
    told = Notice(kind=NoticeKind.CHANGED)
    added = case(person=person(telegram_id=None))
    said = words.card(LT, added, known(added_by=person(name="Rasa"), told=told))
    assert "<b>Pridėta ranka:</b> Rasa, lapkričio 22 d. 10:00" in said
    added.own.walked_in = True
    walked = words.card(LT, added, known())
    assert "<b>Atvyko be registracijos:</b> lapkričio 22 d. 10:00" in walked
    assert said.endswith("skambinkite arba rašykite\n<b>Reikia pranešti:</b> renginys pasikeitė")
    away = case(person=person(unreachable_since=NOW - timedelta(days=1)))
    assert words.card(LT, away, known()).endswith("„Telegram“ nepasiekia nuo lapkričio 21 d. 10:00")


def test_an_offer_has_its_time() -> None:
    """To staff it is no place in the queue."""
    offered = case(own=registration(State.OFFERED, offer_until=NOW))
    said = words.card(LT, offered, known(place=1))
    assert "Esate eilėje" not in said
    assert "<b>Siūloma vieta</b> nuo" in said
    assert "Vieta siūloma iki lapkričio 22 d. 10:00." in said


def test_questions_name_the_person() -> None:
    """And what follows; one who only waits holds no seat."""
    assert words.reject_question(LT, person()).startswith("Nepatvirtinti registracijos: Ona")
    assert "(iš viso 9)" in words.give_question(LT, case())
    assert words.take_off_question(LT, case()).endswith("Vieta atiteks pirmajam eilėje.")
    assert "atiteks" not in words.take_off_question(LT, case(State.WAITING))
    assert "Ona Petraitienė" in words.delete_question(LT, person())


def test_what_was_done_says_whether_the_person_hears_of_it() -> None:
    """Else somebody has to call."""
    assert words.done(LT, words.APPROVED, person()).endswith("Žmogui pranešame.")
    assert "paskambinkite" in words.done(LT, words.APPROVED, person(telegram_id=None))
    assert words.done(LT, words.FIRST, None) == "✓ Perkelta į eilės pradžią."
    assert words.letter_will_go(LT, person(), NOW).endswith("žinutė išeis 10:00.")
    assert words.letter_too_long(LT, 3000).endswith("iki 3000 ženklų.")
    for said in (words.letter_sent, words.unreachable, words.ask_letter):
        assert "Ona Petraitienė" in said(LT, person())
    assert [bool(said(LT)) for said in (words.deleted, words.letter_seen, words.letter_gone)] == [
        *(True, True, True)
    ]
