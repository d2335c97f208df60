"""Every benchmark, one after the other, each in a process of its own; some twenty minutes, and with
`--quick` two. Figures are of this machine at this moment: ratios and orders of magnitude count.

The search is measured with the catalogue and the queries named, if any are, and with our own.
"""

import subprocess
import sys

from tests.benchmarks.catalogues import OWN

OTHERS = (
    "questions",
    "known_answers",
    "teaching",
    "turns",
    "planning",
    "demand",
    "numbers",
    "reports",
    "intake",
    "certificates",
    "subscriptions",
    "claims",
    "ceiling",
    "takeover",
    "pace",
    "crash",
)


def main(arguments: list[str]) -> None:
    flags = [one for one in arguments if one.startswith("--")]
    files = [one for one in arguments if one not in flags]
    _run("search_quality", *files, *map(str, OWN))
    _run("search_speed", *files, *flags)
    _run("commands_speed", *files, *flags)
    _run("search_peers", *files, *flags)
    for name in OTHERS:
        _run(name, *flags)


def _run(name: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}", *arguments], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
