"""The command line starts fast and carries only what it needs."""

import subprocess
import sys

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
