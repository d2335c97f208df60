"""`kvieslys export`, as it is called."""

import json

import pytest

from tests.bot.commands.shell import Shell
from tests.bot.commands.test_importing import ROW


@pytest.mark.parametrize("ending", ["xlsx", "csv", "jsonl", "ics"])
def test_export_comes_in_again(shell: Shell, ending: str) -> None:
    """The plan goes out and comes back without a change."""
    shell.import_json(ROW, {**ROW, "code": "B", "organiser": "KŠIC"})
    assert shell.run("export", f"planas.{ending}") == (0, "Išeksportuota renginių: 2.\n")
    code, out = shell.run("import", f"planas.{ending}", "--json")
    assert (code, json.loads(out)["unchanged"]) == (0, 2)


def test_export_of_one_centre(shell: Shell) -> None:
    """Each centre can have its own plan."""
    shell.import_json(ROW, {**ROW, "code": "B", "organiser": "KŠIC"})
    assert shell.run("export", "a.csv", "--centre", "ksic")[1] == "Išeksportuota renginių: 1.\n"


def test_export_that_cannot_be_written(shell: Shell) -> None:
    """A wrong ending or folder is said plainly, and an older file stays as it was."""
    shell.import_json(ROW)
    assert shell.run("export", "a.doc")[0] == 2
    assert shell.run("export", "nera/a.csv")[0] == 2
    assert shell.errors.startswith("Failo įrašyti nepavyko: ")


def test_unknown_centre(shell: Shell) -> None:
    """A slip in the slug writes no empty plan."""
    assert shell.run("export", "a.csv", "--centre", "kaunas")[0] == 2
    assert shell.errors == "Centro „kaunas“ nėra.\n"
    assert not (shell.folder / "a.csv").exists()
