"""How fast the commands `ask` and `search` are, as whoever calls them meets them.

Each is run as a process of its own over a catalogue in an SQLite file: with one sentence, which is
its start, and with all of them by `--stdin --json`. Times are what the processors spent in all, and
beside it what the clock says: they differ where others use the machine.

Run by `python -m tests.benchmarks.commands_speed [CATALOGUE QUERIES] [--quick]`.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.catalogues import NOW, given, read_lines
from tests.benchmarks.kinds import is_quick
from tests.benchmarks.questions import DATA

QUICK = 400

Times = tuple[float, float]
"""Seconds of the processors, and by the clock."""


def spent(database: Path, *command: str, sentences: list[str] | None = None) -> Times:
    """What one call takes, with sentences on its standard input or none."""
    environment = os.environ | {"DATABASE_URL": f"sqlite+aiosqlite:///{database}"}
    before, began = _of_children(), perf_counter()
    subprocess.run(
        [sys.executable, "-m", "bot.cli", *command],
        env=environment, input="\n".join(sentences or ()), text=True, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return _of_children() - before, perf_counter() - began


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def line(database: Path, command: str, sentences: list[str]) -> str:
    """The figures of one command as they are printed."""
    usual = (command, "--json", "--at", NOW.isoformat())
    starts = [spent(database, *usual, sentences[0]) for _ in range(3)]
    start, begun = min(one for one, _ in starts), min(one for _, one in starts)
    total, waited = spent(database, *usual, "--stdin", sentences=sentences)
    after, told = len(sentences) / (total - start), len(sentences) / (waited - begun)
    return (
        f"{command:<10}{len(sentences):10}{start:11.2f} /{begun:6.2f}"
        f"{after:15.0f} /{told:6.0f}{len(sentences) / total:15.0f} /{len(sentences) / waited:6.0f}"
    )


def main(arguments: list[str]) -> None:
    """Measure with the catalogue and the queries named, or our own, and the packaged questions."""
    catalogue, asked = given(arguments)[0]
    questions = [row["question"] for row in read_lines(DATA)]
    queries = [row["q"] for row in read_lines(asked)]
    most = QUICK if is_quick() else None
    print(
        f"\n{'command':<10}{'sentences':>10}{'start s':>19}{'a second then':>23}"
        f"{'a second in all':>23}   (CPU / by the clock)"
    )
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "speed.db"
        spent(database, "migrate")
        spent(database, "import", str(catalogue))
        for command, sentences in (("ask", questions), ("search", queries)):
            print(line(database, command, sentences[:most]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
