"""Run by alembic, always on a connection that is given to it."""

from typing import Any, Literal

from alembic import context

from bot.schema import METADATA
from catalogue.database import Instant


def _plainly(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration stands for itself: later changes of our own types must not change it."""
    is_instant = kind == "type" and isinstance(item, Instant)
    return "sa.DateTime(timezone=True)" if is_instant else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite cannot alter a table in place
    compare_type=True,
    render_item=_plainly,
)
with context.begin_transaction():
    context.run_migrations()
