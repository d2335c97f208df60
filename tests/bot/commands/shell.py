"""Commands as they are called, with a database of their own."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from tests.catalogue.files.made_up import jsonl


class Shell:
    """A folder with an own database, and what was printed there."""

    def __init__(self, folder: Path, output: pytest.CaptureFixture[str]) -> None:
        self.folder, self._output = folder, output
        self.errors = ""

    def run(self, *arguments: str) -> tuple[int, str]:
        code = main(list(arguments))
        printed = self._output.readouterr()
        self.errors = printed.err
        return code, printed.out

    def file(self, name: str, data: bytes) -> str:
        path = self.folder / name
        path.write_bytes(data)
        return str(path)

    def import_json(self, *rows: dict[str, Any], how: tuple[str, ...] = ()) -> tuple[int, Any]:
        code, out = self.run("import", self.file("a.jsonl", jsonl(*rows)), "--json", *how)
        return code, json.loads(out)
