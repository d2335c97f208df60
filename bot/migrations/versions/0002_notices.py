"""Reminders, offers, notices, announcements and subscriptions.

Defaults are constants: for an expression the tool would rebuild the table on SQLite, and a table
that others refer to cannot be dropped.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "marks",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
    )
    op.create_table(
        "outgoing_bodies",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_bodies")),
    )
    op.create_table(
        "school_holidays",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_holidays")),
    )
    op.create_table(
        "announcements",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "scheduled",
                "sending",
                "paused",
                "stopped",
                "done",
                name="announcementstate",
                native_enum=False,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("source_message_id", sa.BigInteger(), nullable=True),
        sa.Column("event_ids", sa.JSON(), nullable=False),
        sa.Column("segment", sa.JSON(), nullable=False),
        sa.Column("body_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("send_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("planned_to", sa.BigInteger(), nullable=False),
        sa.Column("fed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("skipped", sa.JSON(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("corrected", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["people.id"], name=op.f("fk_announcements_author_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_announcements")),
    )
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_announcements_state"), ["state"], unique=False)

    op.create_table(
        "person_traits",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "group", "subject", "city", "school", name="trait", native_enum=False, length=16
            ),
            nullable=False,
        ),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_person_traits_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_traits")),
        sa.UniqueConstraint("person_id", "kind", "key", name=op.f("uq_person_traits_person_id")),
    )
    with op.batch_alter_table("person_traits", schema=None) as batch_op:
        batch_op.create_index("ix_person_traits_segment", ["kind", "key"], unique=False)

    op.create_table(
        "subscriptions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column(
            "rhythm",
            sa.Enum(
                "once", "instant", "weekly", "monthly", name="rhythm", native_enum=False, length=16
            ),
            nullable=False,
        ),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_subscriptions_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriptions")),
    )
    with op.batch_alter_table("subscriptions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subscriptions_ended_at"), ["ended_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_subscriptions_person_id"), ["person_id"], unique=False)

    op.create_table(
        "changes",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_changes_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changes")),
    )
    with op.batch_alter_table("changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_changes_event_id"), ["event_id"], unique=False)

    op.create_table(
        "subscription_hits",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "subscription_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_subscription_hits_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["subscription_id"],
            ["subscriptions.id"],
            name=op.f("fk_subscription_hits_subscription_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscription_hits")),
        sa.UniqueConstraint(
            "subscription_id", "event_id", name=op.f("uq_subscription_hits_subscription_id")
        ),
    )
    with op.batch_alter_table("subscription_hits", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_subscription_hits_planned_at"), ["planned_at"], unique=False
        )

    op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "registration_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "moved_up",
                "offered",
                "offer_over",
                "changed",
                "cancelled",
                "reopened",
                name="noticekind",
                native_enum=False,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("change_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_fine", sa.Boolean(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["change_id"], ["changes.id"], name=op.f("fk_notices_change_id")),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_notices_registration_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notices_change_id"), ["change_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_notices_planned_at"), ["planned_at"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_notices_registration_id"), ["registration_id"], unique=False
        )

    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.add_column(sa.Column("published_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("reminders", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("offers_close", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_events_published_at"), ["published_at"], unique=False)

    with op.batch_alter_table("outgoing", schema=None) as batch_op:
        batch_op.add_column(sa.Column("batch", sa.String(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "body_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
            )
        )
        batch_op.create_index("ix_outgoing_batch", ["batch", "state", "id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_outgoing_body_id"), "outgoing_bodies", ["body_id"], ["id"]
        )

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("telephone", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(
            sa.Column("quiet_from", sa.Integer(), nullable=False, server_default="1260")
        )
        batch_op.add_column(
            sa.Column("quiet_until", sa.Integer(), nullable=False, server_default="450")
        )
        batch_op.add_column(
            sa.Column("wants_reminders", sa.Boolean(), nullable=False, server_default="1")
        )
        batch_op.add_column(
            sa.Column("unwanted_reminders", sa.JSON(), nullable=False, server_default="[]")
        )
        batch_op.add_column(
            sa.Column("wants_announcements", sa.Boolean(), nullable=False, server_default="1")
        )
        batch_op.add_column(sa.Column("weekly_ceiling", sa.Integer(), nullable=True))

    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("at_once", sa.Boolean(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("offer_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("remind_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index("ix_registrations_look", ["remind_at", "event_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.drop_index("ix_registrations_look")
        batch_op.drop_column("remind_at")
        batch_op.drop_column("offer_until")
        batch_op.drop_column("at_once")

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("weekly_ceiling")
        batch_op.drop_column("wants_announcements")
        batch_op.drop_column("unwanted_reminders")
        batch_op.drop_column("wants_reminders")
        batch_op.drop_column("quiet_until")
        batch_op.drop_column("quiet_from")
        batch_op.drop_column("telephone")

    with op.batch_alter_table("outgoing", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_outgoing_body_id"), type_="foreignkey")
        batch_op.drop_index("ix_outgoing_batch")
        batch_op.drop_column("body_id")
        batch_op.drop_column("batch")

    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_published_at"))
        batch_op.drop_column("offers_close")
        batch_op.drop_column("reminders")
        batch_op.drop_column("published_at")

    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notices_registration_id"))
        batch_op.drop_index(batch_op.f("ix_notices_planned_at"))
        batch_op.drop_index(batch_op.f("ix_notices_change_id"))

    op.drop_table("notices")
    with op.batch_alter_table("subscription_hits", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subscription_hits_planned_at"))

    op.drop_table("subscription_hits")
    with op.batch_alter_table("changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_changes_event_id"))

    op.drop_table("changes")
    with op.batch_alter_table("subscriptions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subscriptions_person_id"))
        batch_op.drop_index(batch_op.f("ix_subscriptions_ended_at"))

    op.drop_table("subscriptions")
    with op.batch_alter_table("person_traits", schema=None) as batch_op:
        batch_op.drop_index("ix_person_traits_segment")

    op.drop_table("person_traits")
    with op.batch_alter_table("announcements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_announcements_state"))

    op.drop_table("announcements")
    op.drop_table("school_holidays")
    op.drop_table("outgoing_bodies")
    op.drop_table("marks")
