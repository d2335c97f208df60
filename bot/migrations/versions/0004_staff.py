"""The staff's day: roles and rights, the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _answers()
    _roles()
    _journal()
    _jobs()
    _event_life()
    _participants()
    _intakes()
    _enquiries()


def downgrade() -> None:
    _no_enquiries()
    _no_intakes()
    _no_participants()
    _no_event_life()
    _no_jobs()
    _no_journal()
    _no_roles()
    op.drop_column("programme_revision", "answers")


def _event_life() -> None:
    for name in ("payer", "project", "cancel_reason"):
        op.add_column("events", sa.Column(name, sa.String(), server_default="", nullable=False))
    op.add_column("events", sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("sessions", sa.Column("title", sa.String(), server_default="", nullable=False))
    op.add_column("sessions", sa.Column("hours", sa.Double(), nullable=True))
    op.create_table(
        "priority_fields",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_priority_fields")),
    )
    op.create_table(
        "new_events",
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=True),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_new_events_person_id")),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_new_events_centre_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_new_events")),
    )


def _no_event_life() -> None:
    op.drop_table("new_events")
    op.drop_table("priority_fields")
    for name in ("hours", "title"):
        op.drop_column("sessions", name)
    for name in ("reported_at", "cancel_reason", "project", "payer"):
        op.drop_column("events", name)


def _participants() -> None:
    op.add_column("people", sa.Column("email", sa.String(), server_default="", nullable=False))
    voucher = sa.ForeignKey("people.id", name=op.f("fk_people_vouched_by"))
    op.add_column(
        "people", sa.Column("vouched_by", ROW_ID, voucher, nullable=True), inline_references=True
    )
    op.add_column(
        "events", sa.Column("approvals_told_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.create_table(
        "payments",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("registration_id", ROW_ID, nullable=False),
        sa.Column("payer", sa.String(length=16), nullable=True),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ticked_by", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_payments_registration_id")
        ),
        sa.ForeignKeyConstraint(["ticked_by"], ["people.id"], name=op.f("fk_payments_ticked_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint("registration_id", name=op.f("uq_payments_registration_id")),
    )


def _no_participants() -> None:
    op.drop_table("payments")
    op.drop_column("events", "approvals_told_at")
    op.drop_column("people", "vouched_by")
    op.drop_column("people", "email")


def _answers() -> None:
    op.add_column(
        "programme_revision",
        sa.Column("answers", sa.Integer(), server_default="0", nullable=False),
    )


def _roles() -> None:
    with op.batch_alter_table("staff") as table:
        table.drop_constraint(op.f("uq_staff_person_id"), type_="unique")
        table.create_unique_constraint(
            op.f("uq_staff_person_id"), ["person_id", "centre_id", "role"]
        )
    with op.batch_alter_table("invitations") as table:
        table.add_column(sa.Column("event_id", ROW_ID, nullable=True))
        table.create_foreign_key(op.f("fk_invitations_event_id"), "events", ["event_id"], ["id"])
    op.create_table(
        "lecturing",
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("event_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_lecturing_person_id")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_lecturing_event_id")),
        sa.PrimaryKeyConstraint("person_id", "event_id", name=op.f("pk_lecturing")),
    )


def _no_roles() -> None:
    op.drop_table("lecturing")
    with op.batch_alter_table("invitations") as table:
        table.drop_constraint(op.f("fk_invitations_event_id"), type_="foreignkey")
        table.drop_column("event_id")
    # One role a centre is all there was: only the first of several stays.
    op.execute(
        "DELETE FROM staff WHERE id NOT IN "
        "(SELECT min(id) FROM staff GROUP BY person_id, coalesce(centre_id, 0))"
    )
    with op.batch_alter_table("staff") as table:
        table.drop_constraint(op.f("uq_staff_person_id"), type_="unique")
        table.create_unique_constraint(op.f("uq_staff_person_id"), ["person_id", "centre_id"])


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("deed", sa.String(length=32), nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=True),
        sa.Column("event_id", ROW_ID, nullable=True),
        sa.Column("about_id", ROW_ID, nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_journal_person_id")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_journal_centre_id")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_journal_event_id")),
        sa.ForeignKeyConstraint(["about_id"], ["people.id"], name=op.f("fk_journal_about_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index("ix_journal_centre", "journal", ["centre_id", "id"])
    op.create_index(op.f("ix_journal_event_id"), "journal", ["event_id"])
    # What was done stays as it was written, whoever asks the database to change it.
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER journal_keeps_{deed.lower()} BEFORE {deed} ON journal "
                "BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END"
            )
    else:
        op.execute(
            "CREATE FUNCTION journal_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the journal is never changed'; END $$"
        )
        op.execute(
            "CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal "
            "FOR EACH STATEMENT EXECUTE FUNCTION journal_is_kept()"
        )


def _no_journal() -> None:
    op.drop_table("journal")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION journal_is_kept()")


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
    )
    op.create_index("ix_jobs_line", "jobs", ["state", "id"])
    op.create_table(
        "kept_files",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("is_picture", sa.Boolean(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_files")),
    )


def _no_jobs() -> None:
    op.drop_table("kept_files")
    op.drop_table("jobs")


def _intakes() -> None:
    op.create_table(
        "intakes",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("centres", sa.JSON(), nullable=True),
        sa.Column("founds", sa.Boolean(), nullable=False),
        sa.Column("as_drafts", sa.Boolean(), nullable=False),
        sa.Column("refused", sa.JSON(), nullable=False),
        sa.Column("ignored", sa.JSON(), nullable=False),
        sa.Column("new_centres", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_intakes_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intakes")),
    )
    op.create_index(op.f("ix_intakes_person_id"), "intakes", ["person_id"])
    op.create_table(
        "intake_events",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("intake_id", ROW_ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("standing", sa.String(length=16), nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=True),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("is_told", sa.Boolean(), nullable=False),
        sa.Column("event_id", ROW_ID, nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intakes.id"], name=op.f("fk_intake_events_intake_id")
        ),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_intake_events_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_events")),
    )
    op.create_index(
        "ix_intake_events_page", "intake_events", ["intake_id", "outcome", "standing", "number"]
    )
    op.create_index(op.f("ix_intake_events_event_id"), "intake_events", ["event_id"])
    op.create_table(
        "removed_events",
        sa.Column("id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removed_events")),
    )
    op.create_index(op.f("ix_removed_events_revision"), "removed_events", ["revision"])


def _no_intakes() -> None:
    op.drop_table("removed_events")
    op.drop_table("intake_events")
    op.drop_table("intakes")


def _enquiries() -> None:
    op.add_column("staff", sa.Column("topics", sa.JSON(), server_default="[]", nullable=False))
    op.create_table(
        "enquiries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=True),
        sa.Column("event_id", ROW_ID, nullable=True),
        sa.Column("follows", ROW_ID, nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("is_nameless", sa.Boolean(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("passed_on_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", ROW_ID, nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_enquiries_person_id")),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_enquiries_centre_id")),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["events.id"],
            name=op.f("fk_enquiries_event_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["follows"], ["enquiries.id"], name=op.f("fk_enquiries_follows")),
        sa.ForeignKeyConstraint(["closed_by"], ["people.id"], name=op.f("fk_enquiries_closed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiries")),
    )
    op.create_index("ix_enquiries_open", "enquiries", ["closed_at", "asked_at"])
    for name in ("person_id", "passed_on_at", "told_at"):
        op.create_index(op.f(f"ix_enquiries_{name}"), "enquiries", [name])
    op.create_table(
        "enquiry_recipients",
        sa.Column("enquiry_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["enquiry_id"], ["enquiries.id"], name=op.f("fk_enquiry_recipients_enquiry_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_enquiry_recipients_person_id")
        ),
        sa.PrimaryKeyConstraint("enquiry_id", "person_id", name=op.f("pk_enquiry_recipients")),
    )


def _no_enquiries() -> None:
    op.drop_table("enquiry_recipients")
    op.drop_table("enquiries")
    op.drop_column("staff", "topics")
