from functools import partial

from catalogue.database import Database
from scheduler.marks import mark, set_mark


async def test_a_mark_keeps_the_newest_value(database: Database) -> None:
    """What was never set is None; what was set again is what was said last."""
    look = partial(mark, name="reminders")
    assert await database.read(look) is None
    for value in ("7d", "1d"):
        await database.write(partial(set_mark, name="reminders", value=value))
    assert await database.read(look) == "1d"
