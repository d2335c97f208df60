from dataclasses import replace

import pytest
from aiogram.filters import CommandObject
from aiogram.methods import SetMyCommands
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.people.refusals import InvitationSpent
from catalogue.programme.tables import Status
from catalogue.registrations.refusals import EventGone, PassGone
from handlers import start
from handlers.callbacks.asking import AboutCentre
from handlers.callbacks.menu import Language, Menu
from handlers.links import question
from handlers.replies import Replies
from handlers.talk import Talk
from tests.factories import a_centre, a_person, an_event, kept
from tests.handlers.talking import (
    OWNER,
    a_talk,
    buttons,
    each,
    pressed,
    rewritten,
    texts,
    written,
)

DOORS = ["Renginiai", "Mano renginiai", "Klausti"]


async def begin(talk: Talk, payload: str | None = None) -> Replies:
    command = CommandObject(prefix="/", command="start", args=payload)
    replies: Replies = await start.start(written("/start"), command, talk)
    return replies


@pytest.mark.parametrize("payload", [None, "", "ev_", "st_", "ps_", "zz_1", "ev", "_"])
async def test_the_first_word(talk: Talk, payload: str | None) -> None:
    """Who it is, how much there is, how to ask; a payload nobody knows is no error."""
    await kept(talk.session, an_event(), an_event(status=Status.DRAFT))
    welcome = await begin(talk, payload)
    assert texts(welcome)[0].split("\n")[1] == "Programoje – 1 būsimas renginys."
    assert buttons(welcome) == DOORS


async def test_a_link_opens_a_card(talk: Talk) -> None:
    """Of the event with this code, also when it is cancelled; a draft is not shown."""
    await kept(talk.session, an_event(code="V_1", title_lt="Vertinimas"))
    await kept(talk.session, an_event(code="J", status=Status.DRAFT))
    card = await begin(talk, "ev_V_1")
    assert texts(card)[0].startswith("<b>Vertinimas</b>")
    for gone in ("ev_J", "ev_nothing"):
        with pytest.raises(EventGone):
            await begin(talk, gone)


async def test_a_code_of_several_centres_opens_them_all(talk: Talk) -> None:
    """Up to five cards, and the person sees which is theirs."""
    await kept(talk.session, *[an_event(code="V-1", title_lt=f"Nr. {n}") for n in range(7)])
    assert len(each(await begin(talk, "ev_V-1"))) == 5


async def test_a_made_up_invitation_is_refused(talk: Talk) -> None:
    """Nobody becomes staff by guessing."""
    with pytest.raises(InvitationSpent):
        await begin(talk, "st_guess")


async def test_an_owner_gets_their_menu_at_the_start(session: AsyncSession) -> None:
    """They stand in the settings, so there is no other moment for it."""
    rasa = a_person(telegram_id=OWNER)
    await kept(session, rasa)
    welcome, menu = each(await begin(a_talk(session, rasa)))
    assert buttons(welcome) == [*DOORS, "Naujas renginys"]
    assert isinstance(menu, SetMyCommands)
    assert menu.commands[0].command == "dalyviai"


async def test_asking_shows_examples(talk: Talk) -> None:
    """Behind the third door one writes, and may press an example instead."""
    answer = await start.ask(pressed(Menu(door="ask")), talk)
    assert len(buttons(answer)) == 3


async def test_help_leads_on(talk: Talk) -> None:
    """What one can do, with the doors."""
    answer = await start.help_me(written("/pagalba"), talk)
    assert texts(answer)[0].startswith("<b>Ką moku</b>")
    assert buttons(answer) == DOORS


async def test_help_names_what_staff_may_do(talk: Talk) -> None:
    """All in one line, to them alone, below what everybody may do; with their own doors."""
    owner = replace(talk, chat_id=OWNER)
    answer = await start.help_me(written("/pagalba"), owner)
    [line] = [one for one in texts(answer)[0].split("\n") if "Darbuotojams" in one]
    assert line.startswith("• Darbuotojams: /dalyviai · /skelbti · /klausimai")
    assert buttons(answer) == [*DOORS, "Naujas renginys"]


async def test_the_chosen_language_speaks_at_once(talk: Talk) -> None:
    """The confirmation, its buttons and the menu of commands; and it is remembered."""
    asked = await start.ask_language(written("/kalba"), talk)
    assert buttons(asked) == ["Lietuvių", "English"]
    done, menu = each(await start.choose_language(pressed(), Language(language="en"), talk))
    assert (texts(done), rewritten(done)) == (["From now on I speak English."], [77])
    assert buttons(done) == ["Events", "My events", "Ask"]
    assert isinstance(menu, SetMyCommands)
    assert menu.commands[0].command == "events"
    assert talk.person.language == "en"


async def test_about_names_the_centres_in_ones_language(talk: Talk) -> None:
    """Each with a button to what it says of itself."""
    said = {"lt": "Nuo 1995 m.", "en": "Since 1995.", "source": "kc.lt", "checked": "2026-03-01"}
    facts = {"founded": said}
    centre = a_centre(name="Kauno centras", name_en="Kaunas Centre", facts=facts)
    await kept(talk.session, centre)
    english = a_talk(talk.session, talk.person, language="en")
    for speaker, name, fact in (
        (talk, "Kauno centras", "Nuo 1995 m.\nŠaltinis: kc.lt, tikrinta 2026-03-01"),
        (english, "Kaunas Centre", "Since 1995.\nSource: kc.lt, checked 2026-03-01"),
    ):
        answer = await start.about_us(written("/apie"), speaker)
        assert f"• {name}" in texts(answer)[0]
        assert buttons(answer) == [name]
        button = AboutCentre(centre=centre.id)
        told = await start.about_centre(pressed(), button, speaker)
        assert texts(told) == [f"<b>{name}</b>\n{fact}"]


async def test_a_centre_that_is_gone(talk: Talk) -> None:
    """Its old button leads on."""
    told = await start.about_centre(pressed(), AboutCentre(centre=999_999), talk)
    assert buttons(told) == DOORS


async def test_a_link_may_carry_a_question(talk: Talk) -> None:
    """From inline mode one goes on in the chat without writing it again."""
    await kept(talk.session, an_event(title_lt="Vertinimas"))
    told = await begin(talk, question("vertinimo kursai"))
    assert "<b>Vertinimas</b>" in texts(told)[0]
    assert buttons(await begin(talk, "q_%%%")) == DOORS


async def test_a_made_up_link_of_a_colleague_is_refused(talk: Talk) -> None:
    """What nobody made passes no seat on."""
    with pytest.raises(PassGone):
        await begin(talk, "ps_0a1b2c3d")
