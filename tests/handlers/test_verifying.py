"""/tikrinti."""

from typing import Any

import pytest
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject
from sqlalchemy import select

from catalogue.learning.check_codes import grouped
from catalogue.learning.tables import CertificateIssue, CodeKind
from catalogue.learning.tries import MOST
from handlers import start, verifying
from handlers.forms import Form
from handlers.talk import Talk
from tests.handlers.talking import texts, written
from tests.handlers.test_certificates import a_paper


def command(name: str, args: str | None = None) -> CommandObject:
    return CommandObject(prefix="/", command=name, args=args)


async def verify(talk: Talk, code: str | None = None) -> Any:
    return await verifying.verify(written(), command("tikrinti", code), talk)


async def code_of(talk: Talk) -> str:
    await a_paper(talk)
    code: str = (await talk.session.scalars(select(CertificateIssue.code))).one()
    return code


async def test_a_code_is_checked_by_anybody(talk: Talk, stranger: Talk) -> None:
    """Beside the command, after it, or by the link of the picture."""
    code = await code_of(talk)
    assert "Pažyma galioja" in texts(await verify(stranger, grouped(code).lower()))[0]
    assert "tikrinimo kodą" in texts(await verify(stranger))[0]
    assert await stranger.state.get_state() == Form.check_code
    said = await verifying.written(written(code), stranger)
    assert ("Pažyma galioja" in texts(said)[0], await stranger.state.get_state()) == (True, None)
    said = await start.start(written(), command("start", f"chk_{code}"), stranger)
    assert "O. P." in texts(said)[0]


async def test_a_slip_may_be_mended(talk: Talk, stranger: Talk) -> None:
    """After a wrong code the next text is a code again; a question without a number is none."""
    await code_of(talk)
    wrong = await verify(stranger, "0000-0000-0000-0000")
    assert "tokio kodo registre nėra" in texts(wrong)[0]
    assert await stranger.state.get_state() == Form.check_code
    with pytest.raises(SkipHandler):
        await verifying.written(written("o kada vertinimo seminaras?"), stranger)
    assert await stranger.state.get_state() is None


async def test_nobody_walks_through_the_numbers(talk: Talk, stranger: Talk) -> None:
    """Of a number alone nothing is told, whether there is such a paper or not."""
    await code_of(talk)
    said = [texts(await verify(stranger, number)) for number in ("2026-0001", "Nr. 2026-0999")]
    assert said[0] == said[1]
    assert "Vien pažymos numerio nepakanka" in said[0][0]


async def test_who_guesses_is_held_up(talk: Talk, stranger: Talk) -> None:
    """Then even a right code is told nothing of; others go on."""
    code = await code_of(talk)
    for _ in range(MOST[CodeKind.PAPER]):
        await verify(stranger, "0000-0000-0000-0000")
    assert "Per daug neteisingų kodų" in texts(await verify(stranger, code))[0]
    assert "Pažyma galioja" in texts(await verify(talk, code))[0]
