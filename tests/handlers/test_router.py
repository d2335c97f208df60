from typing import Any

import pytest
from aiogram import Bot
from aiogram.fsm.state import State
from aiogram.types import InlineQuery, Update

from handlers.callbacks.menu import Language
from handlers.forms import Form
from handlers.router import dispatcher
from handlers.talk import Talk
from tests.handlers.talking import ACCOUNT, pressed, texts, written

BOT = Bot("1:test")


async def hear(talk: Talk, update: Update) -> Any:
    """What the first handler that understands it answers, as the turn would ask."""
    heard: list[Any] = []

    async def turn(handler: Any, event: Any, data: dict[str, Any]) -> None:
        data |= {"talk": talk, "state": talk.state, "raw_state": await talk.state.get_state()}
        heard.append(await handler(event, data))

    await dispatcher().feed_update(BOT, update, turn=turn)
    (answer,) = heard
    return answer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/start", "Laba diena!"),
        ("/renginiai", "Būsimų renginių programoje dar nėra."),
        ("/events", "Būsimų renginių programoje dar nėra."),
        ("/mano", "Būsimų renginių dar neturite."),
        ("/my", "Būsimų renginių dar neturite."),
        ("/profilis", "<b>Profilis</b>"),
        ("/profile", "<b>Profilis</b>"),
        ("/kalba", "Kuria kalba kalbėsimės?"),
        ("/language", "Kuria kalba kalbėsimės?"),
        ("/pagalba", "<b>Ką moku</b>"),
        ("/help", "<b>Ką moku</b>"),
        ("/apie", "<b>Kvieslys</b>"),
        ("/about", "<b>Kvieslys</b>"),
        ("/istrinti", "Ištrinti viską"),
        ("/forget", "Ištrinti viską"),
        ("/nesamone", "Tokios komandos nežinau."),
    ],
)
async def test_every_command_has_its_handler(talk: Talk, text: str, said: str) -> None:
    """In Lithuanian and in English, before anything takes it for a question."""
    answer = await hear(talk, Update(update_id=1, message=written(text)))
    assert texts(answer)[0].startswith(said)


@pytest.mark.parametrize("step", [Form.name, None], ids=["in a form", "outside"])
async def test_a_text_belongs_to_the_open_form(talk: Talk, step: State | None) -> None:
    """The same words are a name while we ask for one, and a question else."""
    await talk.state.set_state(step)
    answer = await hear(talk, Update(update_id=1, message=written("Zyx Qwx")))
    is_name = "Dabar Jūsų vardas ir pavardė" in texts(answer)[0]
    assert is_name is (step is Form.name)


async def test_who_is_at_the_door_is_heard_in_the_midst_of_a_check(talk: Talk) -> None:
    """No code of a paper is written so."""
    await talk.state.set_state(Form.check_code)
    answer = await hear(talk, Update(update_id=1, message=written("aš čia")))
    assert "nevyksta nė vienas renginys" in texts(answer)[0]
    assert await talk.state.get_state() is None


async def test_a_language_that_does_not_exist_is_an_old_button(talk: Talk) -> None:
    """Whatever a made-up press says, nobody is left without words."""
    press = pressed(Language(language="xx"))
    answer = await hear(talk, Update(update_id=1, callback_query=press))
    assert texts(answer) == ["Šis mygtukas paseno. Pradėkime iš naujo:"]
    assert talk.person.language is None


async def test_inline_mode_is_heard(talk: Talk) -> None:
    """Also with an empty programme there is an answer, so that nobody's Telegram waits for one."""
    query = InlineQuery(id="1", from_user=ACCOUNT, query="", offset="")
    answer = await hear(talk, Update(update_id=1, inline_query=query))
    assert answer.results == []


def test_there_is_one_dispatcher() -> None:
    """A router belongs to one for ever."""
    assert dispatcher() is dispatcher()
