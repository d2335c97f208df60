"""Every benchmark, one after the other, each in a process of its own; some ten minutes, and with
`--quick` two. Figures are of this machine at this moment: ratios and orders of magnitude count.
"""

import subprocess
import sys

BENCHMARKS = (
    "search_speed",
    "turns",
    "planning",
    "subscriptions",
    "claims",
    "ceiling",
    "takeover",
    "pace",
    "crash",
)


def main() -> None:
    for name in BENCHMARKS:
        subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{name}", *sys.argv[1:]], check=True
        )


if __name__ == "__main__":
    main()
