"""After the event: attendance, papers, hours, what was learnt and what is needed."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_JOURNAL_KEYS = {
    "fk_journal_event_id": ("event_id", "events"),
    "fk_journal_centre_id": ("centre_id", "centres"),
}
_OF_EVENTS = ("subscription_hits", "enquiries", "lecturing", "invitations")
_KEEPERS = {"journal_keeps_update": "UPDATE", "journal_keeps_delete": "DELETE"}


def upgrade() -> None:
    _plans()
    _staff_day()
    _attendance()
    _doors()
    _certificates()
    _passing_and_leaving()
    _ledger()
    _materials()
    _feedback()
    _events_that_go()


def downgrade() -> None:
    _no_events_that_go()
    _no_feedback()
    _no_passing_and_leaving()
    _no_staff_day()
    _no_certificates()
    _no_doors()
    _no_attendance()
    _no_plans()
    _no_materials()
    _no_ledger()


def _events_that_go() -> None:
    """Each event of an import that is undone is looked for in all that refers to events."""
    for table in _OF_EVENTS:
        op.create_index(op.f(f"ix_{table}_event_id"), table, ["event_id"])


def _no_events_that_go() -> None:
    for table in _OF_EVENTS:
        op.drop_index(op.f(f"ix_{table}_event_id"), table_name=table)


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


def _staff_day() -> None:
    op.add_column("events", sa.Column("few_told", sa.Integer(), nullable=True))
    op.add_column(
        "registrations", sa.Column("phoned_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.add_column("announcements", sa.Column("centres", sa.JSON(), nullable=True))
    addressee = sa.ForeignKey("people.id", name=op.f("fk_enquiries_addressed_to"))
    op.add_column(
        "enquiries",
        sa.Column("addressed_to", ROW_ID, addressee, nullable=True),
        inline_references=True,
    )
    _tie_journal(tied=False)


def _no_staff_day() -> None:
    _tie_journal(tied=True)
    op.drop_column("enquiries", "addressed_to")
    op.drop_column("announcements", "centres")
    op.drop_column("registrations", "phoned_at")
    op.drop_column("events", "few_told")


def _passing_and_leaving() -> None:
    op.add_column("events", sa.Column("leaving_told_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "seat_passes",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("registration_id", ROW_ID, nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ending", sa.String(length=16), nullable=True),
        sa.Column("taken_by", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_seat_passes_registration_id")
        ),
        sa.ForeignKeyConstraint(
            ["taken_by"], ["registrations.id"], name=op.f("fk_seat_passes_taken_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_passes")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_seat_passes_secret_hash")),
    )
    for column in ("registration_id", "taken_by"):
        op.create_index(op.f(f"ix_seat_passes_{column}"), "seat_passes", [column])
    op.create_table(
        "leave_requests",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("registration_id", ROW_ID, nullable=False),
        sa.Column("ticket", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", ROW_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registrations.id"],
            name=op.f("fk_leave_requests_registration_id"),
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_leave_requests_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leave_requests")),
        sa.UniqueConstraint(
            "registration_id", "ticket", name=op.f("uq_leave_requests_registration_id")
        ),
    )


def _no_passing_and_leaving() -> None:
    """The version before cannot read notices of these kinds, and would tell nobody anything."""
    kinds = ("passed_on", "link_over", "leave_granted", "leave_refused")
    notices = sa.table("notices", sa.column("kind"))
    op.execute(sa.delete(notices).where(notices.c.kind.in_(kinds)))
    op.drop_table("leave_requests")
    op.drop_table("seat_passes")
    op.drop_column("events", "leaving_told_at")


def _plans() -> None:
    op.create_table(
        "published_plans",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by", ROW_ID, nullable=False),
        sa.Column("fed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_published_plans_centre_id")
        ),
        sa.ForeignKeyConstraint(
            ["published_by"], ["people.id"], name=op.f("fk_published_plans_published_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_plans")),
    )
    op.create_index("ix_published_plans_centre", "published_plans", ["centre_id", "last_day"])
    op.create_table(
        "planned_events",
        sa.Column("event_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_planned_events_centre_id")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_planned_events")),
    )
    op.create_index("ix_planned_events_centre", "planned_events", ["centre_id", "ends_at"])
    op.create_table(
        "plan_news",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("fed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_plan_news_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_news")),
        sa.UniqueConstraint("centre_id", "day", name=op.f("uq_plan_news_centre_id")),
    )
    op.create_index(op.f("ix_plan_news_day"), "plan_news", ["day"])
    op.create_table(
        "plan_followers",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_plan_followers_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_plan_followers_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_followers")),
        sa.UniqueConstraint("person_id", "centre_id", name=op.f("uq_plan_followers_person_id")),
    )
    op.create_index(op.f("ix_plan_followers_centre_id"), "plan_followers", ["centre_id"])


def _no_plans() -> None:
    for name in ("plan_followers", "plan_news", "planned_events", "published_plans"):
        op.drop_table(name)


def _ledger() -> None:
    op.create_table(
        "own_entries",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "event", "internship", "self_study",
                name="ownkind", native_enum=False, length=16,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("hours", sa.Double(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_own_entries_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_entries")),
    )  # fmt: skip
    op.create_index(op.f("ix_own_entries_person_id"), "own_entries", ["person_id"])
    op.create_table(
        "hours_targets",
        sa.Column("since", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("since", name=op.f("pk_hours_targets")),
    )


def _no_ledger() -> None:
    op.drop_table("hours_targets")
    op.drop_table("own_entries")


def _materials() -> None:
    op.create_table(
        "materials",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("event_id", ROW_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column(
            "medium",
            sa.Enum(
                "link", "document", "photo", "video", "audio",
                name="medium", native_enum=False, length=16,
            ),
            nullable=False,
        ),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("is_recording", sa.Boolean(), nullable=False),
        sa.Column(
            "for_whom",
            sa.Enum(
                "came", "registered", "everybody",
                name="forwhom", native_enum=False, length=16,
            ),
            nullable=False,
        ),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_materials_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_materials")),
    )  # fmt: skip
    op.create_index(op.f("ix_materials_event_id"), "materials", ["event_id"])
    op.create_index(op.f("ix_materials_told_at"), "materials", ["told_at"])


def _no_materials() -> None:
    op.drop_table("materials")


def _feedback() -> None:
    op.add_column(
        "people", sa.Column("wants_feedback", sa.Boolean(), server_default="1", nullable=False)
    )
    scores = ("content", "lecturer", "usefulness", "arrangement", "overall")
    said: dict[str, list[sa.Column[Any]]] = {
        "feedback": [sa.Column(name, sa.SmallInteger(), nullable=False) for name in scores],
        "feedback_comments": [sa.Column("comment", sa.String(), nullable=False)],
    }
    for table, columns in said.items():
        op.create_table(
            table,
            sa.Column("key", sa.String(), nullable=False),
            sa.Column("event_id", ROW_ID, nullable=False),
            *columns,
            sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f(f"fk_{table}_event_id")),
            sa.PrimaryKeyConstraint("key", name=op.f(f"pk_{table}")),
            sqlite_with_rowid=False,
        )
        op.create_index(op.f(f"ix_{table}_event_id"), table, ["event_id"])
    op.create_table(
        "feedback_asked",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("registration_id", ROW_ID, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("came", sa.Boolean(), nullable=False),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"],
            ["registrations.id"],
            name=op.f("fk_feedback_asked_registration_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_asked")),
        sa.UniqueConstraint("registration_id", name=op.f("uq_feedback_asked_registration_id")),
    )
    op.create_table(
        "feedback_told",
        sa.Column("event_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("final_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("low_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_feedback_told_event_id")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_feedback_told")),
    )


def _no_feedback() -> None:
    for name in ("feedback_told", "feedback_asked", "feedback_comments", "feedback"):
        op.drop_table(name)
    op.drop_column("people", "wants_feedback")


def _certificates() -> None:
    for name in ("company_code", "accreditation", "head_position", "head_name"):
        op.add_column("centres", sa.Column(name, sa.String(), server_default="", nullable=False))
    op.create_table(
        "certificate_counters",
        sa.Column("centre_id", ROW_ID, nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_certificate_counters_centre_id")
        ),
        sa.PrimaryKeyConstraint("centre_id", "year", name=op.f("pk_certificate_counters")),
    )
    op.create_table(
        "certificates",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("registration_id", ROW_ID, nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_certificates_registration_id")
        ),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_certificates_centre_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificates")),
        sa.UniqueConstraint("registration_id", name=op.f("uq_certificates_registration_id")),
        sa.UniqueConstraint("centre_id", "year", "number", name=op.f("uq_certificates_centre_id")),
    )
    op.create_table(
        "certificate_issues",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("certificate_id", ROW_ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("hours", sa.Double(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", ROW_ID, nullable=True),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["certificate_id"],
            ["certificates.id"],
            name=op.f("fk_certificate_issues_certificate_id"),
        ),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["people.id"], name=op.f("fk_certificate_issues_issued_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate_issues")),
        sa.UniqueConstraint(
            "certificate_id", "version", name=op.f("uq_certificate_issues_certificate_id")
        ),
        sa.UniqueConstraint("code", name=op.f("uq_certificate_issues_code")),
    )
    op.create_index(op.f("ix_certificate_issues_planned_at"), "certificate_issues", ["planned_at"])
    op.create_table(
        "certificate_work",
        sa.Column("event_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_certificate_work_event_id")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_certificate_work")),
    )


def _no_certificates() -> None:
    for name in (
        "certificate_work", "certificate_issues", "certificates", "certificate_counters",
    ):  # fmt: skip
        op.drop_table(name)
    for name in ("head_name", "head_position", "accreditation", "company_code"):
        op.drop_column("centres", name)


def _doors() -> None:
    op.create_table(
        "doors",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("session_id", ROW_ID, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("opened_by", ROW_ID, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.id"],
            name=op.f("fk_doors_session_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["opened_by"], ["people.id"], name=op.f("fk_doors_opened_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doors")),
    )
    op.create_index(op.f("ix_doors_session_id"), "doors", ["session_id"])
    op.create_index(op.f("ix_doors_closed_at"), "doors", ["closed_at"])
    op.create_table(
        "wrong_codes",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_wrong_codes_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_codes")),
    )
    op.create_index(op.f("ix_wrong_codes_person_id"), "wrong_codes", ["person_id"])
    op.create_index(op.f("ix_wrong_codes_typed_at"), "wrong_codes", ["typed_at"])


def _no_doors() -> None:
    op.drop_table("wrong_codes")
    op.drop_table("doors")


def _tie_journal(*, tied: bool) -> None:
    """What was done outlives the draft it was done to, and the centre that went with the import
    that had made it. The triggers that keep the journal stand aside meanwhile; SQLite loses them
    with the table that it makes anew.
    """
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for trigger in _KEEPERS if is_sqlite else ("journal_is_kept",):
        op.execute(f"DROP TRIGGER {trigger}{'' if is_sqlite else ' ON journal'}")
    for column, there in _JOURNAL_KEYS.values() if tied else ():
        journal, gone = sa.table("journal", sa.column(column)), sa.table(there, sa.column("id"))
        lost = journal.c[column].not_in(sa.select(gone.c.id))
        op.execute(sa.update(journal).where(lost).values({column: None}))
    with op.batch_alter_table("journal") as table:
        for key, (column, there) in _JOURNAL_KEYS.items():
            if tied:
                table.create_foreign_key(key, there, [column], ["id"])
            else:
                table.drop_constraint(key, type_="foreignkey")
    if is_sqlite:
        for trigger, deed in _KEEPERS.items():
            op.execute(
                f"CREATE TRIGGER {trigger} BEFORE {deed} ON journal "
                "BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal "
            "FOR EACH STATEMENT EXECUTE FUNCTION journal_is_kept()"
        )
