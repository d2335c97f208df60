from datetime import timedelta

from catalogue.database import wakes_clock
from catalogue.registrations import rules
from handlers import profile
from handlers.replies import LetGo, Recipe
from handlers.talk import Talk
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.talking import buttons, each, pressed, rewritten, texts, written


async def test_profile_counts_what_is_coming(talk: Talk) -> None:
    """Seats held in events that have not ended; a place in a queue is not one."""
    coming, past, full = an_event(), an_event(starts=NOW - timedelta(days=2)), an_event(seats=0)
    await kept(talk.session, coming, past, full)
    for event in (coming, past, full):
        await rules.join(
            talk.session,
            event_id=event.id,
            person=talk.person,
            now=NOW - timedelta(days=9),
            despite_clash=True,
        )
    said = await profile.profile(written("/profilis"), talk)
    assert texts(said)[0].endswith("Vardas ir pavardė: Ona Petraitienė\nKalba: lietuvių\n"
                                   "Būsimų renginių: 1")  # fmt: skip
    assert buttons(said) == [
        "Pataisyti vardą",
        "Priminimai ir ramybės valandos",
        "Mano darbas",
        "Mokykla ir vadovas",
        "Naujienos",
        "Kalba",
        "Mano duomenys",
        "Ištrinti mano duomenis",
    ]


async def test_back_from_behind_a_door(talk: Talk) -> None:
    """The page that was opened becomes the profile again."""
    said = await profile.back_to_profile(pressed(), talk)
    assert rewritten(said) == [77]
    assert texts(said) == texts(await profile.profile(written("/profilis"), talk))


async def test_a_stranger_has_no_name_to_correct(stranger: Talk) -> None:
    """A name is asked for when one first joins, never before."""
    assert "Pataisyti vardą" not in buttons(await profile.profile(written("/profilis"), stranger))


async def test_my_data_is_made_when_it_is_sent(talk: Talk) -> None:
    """The same by command and by button."""
    made = Recipe(chat_id=talk.chat_id, kind="my_data", key=str(talk.person.id), language="lt")
    assert each(await profile.my_data(written("/mano_duomenys"), talk)) == [made]
    assert each(await profile.my_data_pressed(pressed(), talk)) == [made]


async def test_forgetting_asks_once(talk: Talk) -> None:
    """Nothing happens before the second press."""
    said = await profile.ask_forget(written("/istrinti"), talk)
    assert said == await profile.ask_forget_pressed(pressed(), talk)
    assert buttons(said) == ["Taip, ištrinti", "Nereikia"]
    assert talk.person.name == "Ona Petraitienė"


async def test_forgetting_lets_go_of_everything(talk: Talk) -> None:
    """What was said is let go first, then the farewell; the clock tells whoever got the seat."""
    event, jonas = an_event(seats=1), a_person(language="lt")
    await kept(talk.session, event, jonas)
    for person in (talk.person, jonas):
        await rules.join(talk.session, event_id=event.id, person=person, now=NOW)
    await talk.state.update_data(event=event.id)
    let_go, farewell = each(await profile.forget(pressed(), talk))
    assert let_go == LetGo(talk.chat_id)
    assert rewritten(farewell) == [77]
    assert texts(farewell)[0].startswith("Padaryta: Jūsų duomenys ištrinti")
    assert wakes_clock(talk.session)
    assert (talk.person.telegram_id, talk.person.name) == (None, "")
    assert await talk.state.get_data() == {}
