"""After the event: attendance, papers, hours, what was learnt and what is needed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _attendance()


def downgrade() -> None:
    _no_attendance()


def _attendance() -> None:
    op.create_table(
        "house_secrets",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("secret", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_house_secrets")),
    )
    op.create_table(
        "attendance",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("registration_id", ROW_ID, nullable=False),
        sa.Column("session_id", ROW_ID, nullable=False),
        sa.Column(
            "presence",
            sa.Enum(
                "present", "late", "left_early", "absent",
                name="presence", native_enum=False, length=16,
            ),
            nullable=False,
        ),
        sa.Column("hours", sa.Double(), nullable=True),
        sa.Column(
            "source",
            sa.Enum("qr", "code", "list", name="source", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("marked_by", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_attendance_registration_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name=op.f("fk_attendance_session_id")
        ),
        sa.ForeignKeyConstraint(["marked_by"], ["people.id"], name=op.f("fk_attendance_marked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "registration_id", "session_id", name=op.f("uq_attendance_registration_id")
        ),
    )  # fmt: skip
    op.create_index(op.f("ix_attendance_session_id"), "attendance", ["session_id"])


def _no_attendance() -> None:
    op.drop_table("attendance")
    op.drop_table("house_secrets")
