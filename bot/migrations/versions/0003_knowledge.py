"""What staff teach the assistant: other words for a thing, and known answers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "misses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("filters", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("is_known", sa.Boolean(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_misses")),
        sa.UniqueConstraint("key", "filters", "day", name=op.f("uq_misses_key")),
    )
    with op.batch_alter_table("misses", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_misses_day"), ["day"], unique=False)

    op.create_table(
        "ignored_misses",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_ignored_misses")),
    )
    op.create_table(
        "taught_words",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("meant", sa.String(), nullable=False),
        sa.Column("said_key", sa.String(), nullable=False),
        sa.Column("meant_key", sa.String(), nullable=False),
        sa.Column("taught_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("taught_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["taught_by"], ["people.id"], name=op.f("fk_taught_words_taught_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taught_words")),
        sa.UniqueConstraint("said_key", "meant_key", name=op.f("uq_taught_words_said_key")),
    )
    op.create_table(
        "known_answers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("centre_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("added_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_known_answers_centre_id")
        ),
        sa.ForeignKeyConstraint(
            ["added_by"], ["people.id"], name=op.f("fk_known_answers_added_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_answers")),
    )
    with op.batch_alter_table("known_answers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_known_answers_centre_id"), ["centre_id"], unique=False)

    # What comes with the assistant is read from its files; a copy here would grow old.
    op.execute("UPDATE centres SET facts = '{}'")
    op.add_column(
        "programme_revision",
        sa.Column("words", sa.Integer(), server_default="0", nullable=False),
    )
    op.add_column(
        "programme_revision",
        sa.Column("holidays", sa.Integer(), server_default="0", nullable=False),
    )


def downgrade() -> None:
    op.drop_column("programme_revision", "holidays")
    op.drop_column("programme_revision", "words")
    op.drop_table("known_answers")
    op.drop_table("taught_words")
    op.drop_table("ignored_misses")
    op.drop_table("misses")
