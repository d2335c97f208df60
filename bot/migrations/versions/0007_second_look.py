"""What was found missing when the rooms of the year were looked at once more."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_OF_DAYS = (
    ("gatherings", "answers_until"),
    ("gatherings", "result_told_at"),
    ("gathering_voices", "reminded_at"),
    ("gathering_voices", "answered_at"),
)


def upgrade() -> None:
    _days_answered()


def downgrade() -> None:
    _no_days_answered()


def _days_answered() -> None:
    """Until when those who wait may answer which day suits, and who was told of it."""
    for table, column in _OF_DAYS:
        op.add_column(table, sa.Column(column, sa.DateTime(timezone=True), nullable=True))


def _no_days_answered() -> None:
    for table, column in _OF_DAYS:
        op.drop_column(table, column)
