from datetime import timedelta

from catalogue.registrations import rules
from handlers import mine
from handlers.callbacks.menu import Menu
from handlers.callbacks.seats import Mine, Tab
from handlers.mine import PER_PAGE
from handlers.talk import Talk
from tests.factories import NOW, a_person, an_event, kept
from tests.handlers.talking import a_talk, buttons, pressed, rewritten, texts, written

BEFORE = NOW - timedelta(days=30)
EMPTY = "Būsimų renginių dar neturite. Atverkite „Renginiai“ arba tiesiog parašykite, ko reikia."


async def join(talk: Talk, title: str, *, days: float, full: bool = False) -> None:
    """An event so many days from now, joined a month ago; full ones by somebody else first."""
    event = an_event(title_lt=title, starts=NOW + timedelta(days=days), seats=1 if full else None)
    other = a_person()
    await kept(talk.session, event, other)
    for person in ([other] if full else []) + [talk.person]:
        await rules.join(
            talk.session, event_id=event.id, person=person, now=BEFORE, despite_clash=True
        )


async def test_nothing_yet_leads_to_the_programme(talk: Talk) -> None:
    """An empty list says how to fill it."""
    said = await mine.my_events(written("/mano"), talk)
    assert texts(said) == [EMPTY]
    assert buttons(said) == ["Eilėje (0)", "Buvę (0)", "Renginiai"]


async def test_three_lists(talk: Talk) -> None:
    """What is coming, where one waits, what is past with the last first; each counts the others."""
    await join(talk, "Rytoj", days=1)
    await join(talk, "Vyksta", days=-0.1)
    await join(talk, "Laukiu", days=5, full=True)
    await join(talk, "Seniai", days=-20)
    await join(talk, "Neseniai", days=-2)
    await join(talk, "Eilė, kuri jau praėjo", days=-1, full=True)
    coming = await mine.door(pressed(Menu(door="mine")), talk)
    assert buttons(coming) == ["1. Vyksta", "2. Rytoj", "Aš čia", "Eilėje (1)", "Buvę (2)"]
    waiting = await mine.turn_page(pressed(), Mine(tab=Tab.WAITING), talk)
    assert rewritten(waiting) == [77]
    assert "Esate eilėje (1-a vieta)" in texts(waiting)[0]
    past = await mine.turn_page(pressed(), Mine(tab=Tab.PAST), talk)
    assert buttons(past) == [
        *("1. Neseniai", "2. Seniai", "Būsimi (2)", "Eilėje (1)", "Valandų knygelė"),
    ]


async def test_what_was_cancelled_is_not_shown(talk: Talk) -> None:
    """It is over for the person."""
    event = an_event()
    await kept(talk.session, event)
    await rules.join(talk.session, event_id=event.id, person=talk.person, now=NOW)
    await rules.leave(talk.session, event_id=event.id, person=talk.person, now=NOW)
    assert texts(await mine.my_events(written(), talk)) == [EMPTY]


async def test_pages_count_on_and_end(talk: Talk) -> None:
    """The second page begins where the first ended; one that is gone is the last there is."""
    for number in range(PER_PAGE + 1):
        await join(talk, f"Nr. {number}", days=number + 1)
    first = await mine.turn_page(pressed(), Mine(), talk)
    assert buttons(first)[PER_PAGE] == "›"
    last = await mine.turn_page(pressed(), Mine(page=1), talk)
    assert buttons(last)[:2] == [f"{PER_PAGE + 1}. Nr. {PER_PAGE}", "‹"]
    for page in (2, 99):
        assert await mine.turn_page(pressed(), Mine(page=page), talk) == last


async def test_nobody_sees_anothers_events(talk: Talk) -> None:
    """Each their own."""
    await join(talk, "Mano", days=1)
    james = a_person(language="en")
    await kept(talk.session, james)
    said = await mine.my_events(written(), a_talk(talk.session, james, language="en"))
    assert texts(said)[0].startswith("You have no coming events yet.")
