"""The playground's stage."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.commands import playground
from bot.settings import WrongSetting, load
from catalogue.database import Database
from catalogue.finding.browsing import count
from scheduler.clock import real_now


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_there_is_something_to_come_on_any_day(folder: Path) -> None:
    """Whenever it is started, most of the sample programme lies ahead."""
    stage = load(_env_file=None, database_url=playground._empty_database())
    await playground._load_example(stage)
    database = Database(stage.database_url)

    async def look(session: Any) -> int:
        return await count(session, now=real_now())

    assert await database.read(look) >= 120
    await database.close()


def test_it_keeps_to_its_own_folder(folder: Path) -> None:
    """What was played before is gone, and nothing else is touched."""
    (folder / "kvieslys.db").write_text("a centre's own")
    (folder / ".playground").mkdir()
    (folder / ".playground" / "kvieslys.db").write_text("yesterday's play")
    assert str(folder / ".playground") in playground._empty_database()
    assert not (folder / ".playground" / "kvieslys.db").exists()
    assert (folder / "kvieslys.db").read_text() == "a centre's own"


@pytest.mark.parametrize("number", [1, 3, 7])
def test_as_many_people_as_asked(number: int) -> None:
    """Two teachers and a coordinator first, each with an account of their own."""
    crowd = playground._crowd(number)
    assert len({person.id for person in crowd}) == number
    assert [person.first_name for person in crowd[:3]] == ["Ona", "James", "Rasa"][:number]


async def test_too_many_people_are_refused(folder: Path) -> None:
    """A page has room for so many."""
    with pytest.raises(WrongSetting, match="--people is not right"):
        await playground.open_playground(load(_env_file=None), port=0, people=51)


async def test_a_taken_port_is_said_plainly(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence names the setting."""
    taken = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = taken.sockets[0].getsockname()[1]
    assert await playground.open_playground(load(_env_file=None), port=port, people=3) == 1
    taken.close()
    await taken.wait_closed()
    assert capsys.readouterr().err == (
        f"Port {port} is taken: choose another one with PLAYGROUND_PORT.\n"
    )
