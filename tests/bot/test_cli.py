"""The command line starts fast and carries only what it needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import COMMANDS, main

LIGHT = [module for name, module, _ in COMMANDS if name not in {"run", "playground"}]


@pytest.mark.parametrize("module", LIGHT)
def test_light_commands_do_without_aiogram(module: str) -> None:
    """aiogram costs seconds and 150 MiB; only those who hear Telegram load it."""
    code = (
        "import sys, argparse; from bot.commands import {0} as c; "
        "c.add_arguments(argparse.ArgumentParser()); "
        "print(sorted(m for m in sys.modules if m in ('aiogram', 'telegram')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code.format(module)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("name", [name for name, _, _ in COMMANDS])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` says what it is for."""
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    purpose = next(purpose for command, _, purpose in COMMANDS if command == name)
    assert purpose.split(" ")[0] in capsys.readouterr().out


def test_a_wrong_setting_stops_it_with_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback for a slip in `.env`."""
    monkeypatch.setenv("SEND_RATE", "fast")
    assert main(["migrate"]) == 2
    assert capsys.readouterr().err == (
        "SEND_RATE is not right: it must be a number from 0 (no limit) to 1000.\n"
    )


PLAINLY: list[tuple[list[str], dict[str, str], str]] = [
    (["backup", "/nowhere/x.db"], {}, "There is no database to copy yet."),
    (["migrate"], {"DATABASE_URL": "sqlite+aiosqlite:////nowhere/x.db"}, "its folder being there"),
    (["migrate"], {"DATABASE_URL": "postgresql://u@127.0.0.1:1/x"}, "does not answer"),
    (["playground", "--port", "999999"], {}, "--port is not right"),
    (["run", "--roles", "x"], {}, "--roles is not right"),
]


@pytest.mark.parametrize(("arguments", "given", "sentence"), PLAINLY)
def test_what_a_person_can_mend_is_one_sentence(  # noqa: PLR0917 -- rows and fixtures
    arguments: list[str],
    given: dict[str, str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No traceback for a missing folder, a database that is away, a slip in an argument."""
    monkeypatch.chdir(tmp_path)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert main(arguments) in {1, 2}
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


def test_an_env_file_that_is_no_text_is_said_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Saved by an old editor in another encoding."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes("BOT_TOKEN=\xe0\xfe".encode("cp1257", "ignore") + b"\xe0\xff")
    assert main(["migrate"]) == 2
    assert capsys.readouterr().err == ".env cannot be read: it must be a text file in UTF-8.\n"
