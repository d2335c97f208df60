"""Every kind of job has its doer."""

from typing import cast

from bot.jobs.kinds import KINDS, doers
from bot.jobs.means import Means


def test_each_kind_is_done_by_somebody() -> None:
    """What a handler may leave behind, the clock's process can do."""
    assert set(doers(cast("Means", None))) == set(KINDS)
