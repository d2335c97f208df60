"""Every benchmark, one after the other; each prints a ratio, since machines differ."""

import asyncio

from tests.benchmarks import search_speed, turns


def main() -> None:
    search_speed.main()
    asyncio.run(turns.main())


if __name__ == "__main__":
    main()
