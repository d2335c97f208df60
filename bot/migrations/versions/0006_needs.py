"""What was made use of, what is needed next, and the report of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEEPERS = {"journal_keeps_update": "UPDATE", "journal_keeps_delete": "DELETE"}
ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _walk_ins()
    _confirmed_entries()
    _wrong_codes()
    _heads()
    _practice()
    _surveys()
    _gatherings()
    _journal_of_the_house(may_be=True)


def downgrade() -> None:
    _no_walk_ins()
    _no_confirmed_entries()
    _no_wrong_codes()
    _no_heads()
    _journal_of_the_house(may_be=False)
    _no_gatherings()
    _no_practice()
    _no_surveys()


def _surveys() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["centre_id"], ["centres.id"], name=op.f("fk_surveys_centre_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surveys")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_surveys_centre", "surveys", ["centre_id", "year"])
    op.create_index(op.f("ix_surveys_closed_at"), "surveys", ["closed_at"])
    op.create_table(
        "survey_questions",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("survey_id", ROW_ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("one", "several", "words", name="kind", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column(
            "mark",
            sa.Enum("nothing", "theme", "group", "town", name="mark", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("lithuanian", sa.String(), nullable=False),
        sa.Column("english", sa.String(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["surveys.id"], name=op.f("fk_survey_questions_survey_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_questions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_survey_questions_survey_id"), "survey_questions", ["survey_id"])
    _survey_rows(
        "survey_answers", "survey_id", "surveys", sa.Column("chosen", sa.JSON(), nullable=False)
    )
    _survey_rows(
        "survey_words",
        "question_id",
        "survey_questions",
        sa.Column("words", sa.String(), nullable=False),
    )
    op.create_table(
        "survey_takers",
        sa.Column("survey_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ROW_ID, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["surveys.id"], name=op.f("fk_survey_takers_survey_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_survey_takers_person_id")
        ),
        sa.PrimaryKeyConstraint("survey_id", "person_id", name=op.f("pk_survey_takers")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_survey_takers_person_id"), "survey_takers", ["person_id"])


def _survey_rows(name: str, parent: str, parents: str, said: sa.Column[Any]) -> None:
    """Under a random key what was said, and by whom where a name was given."""
    op.create_table(
        name,
        sa.Column("key", sa.String(), nullable=False),
        sa.Column(parent, ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=True),
        said,
        sa.ForeignKeyConstraint([parent], [f"{parents}.id"], name=op.f(f"fk_{name}_{parent}")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f(f"fk_{name}_person_id")),
        sa.PrimaryKeyConstraint("key", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )
    for column in (parent, "person_id"):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column])


def _no_surveys() -> None:
    for name in (
        "survey_takers", "survey_words", "survey_answers", "survey_questions", "surveys",
    ):  # fmt: skip
        op.drop_table(name)


def _practice() -> None:
    op.add_column(
        "people", sa.Column("wants_use", sa.Boolean(), server_default="1", nullable=False)
    )
    op.create_table(
        "use_asked",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("registration_id", ROW_ID, nullable=False),
        sa.Column(
            "round",
            sa.Enum("six_weeks", "six_months", name="round", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "use",
            sa.Enum("regularly", "tried", "not_yet", name="use", native_enum=False, length=16),
            nullable=True,
        ),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["registration_id"], ["registrations.id"], name=op.f("fk_use_asked_registration_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_use_asked")),
        sa.UniqueConstraint("registration_id", "round", name=op.f("uq_use_asked_registration_id")),
    )
    _examples()
    _told()


def _examples() -> None:
    op.create_table(
        "practice_examples",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("event_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column(
            "consent",
            sa.Enum("named", "nameless", name="consent", native_enum=False, length=16),
            nullable=True,
        ),
        sa.Column(
            "standing",
            sa.Enum(
                "waiting", "approved", "declined", name="standing", native_enum=False, length=16
            ),
            nullable=False,
        ),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_practice_examples_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_practice_examples_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_examples")),
        sqlite_autoincrement=True,
    )
    for column in ("event_id", "person_id"):
        op.create_index(op.f(f"ix_practice_examples_{column}"), "practice_examples", [column])


def _told() -> None:
    """What staff have seen until now was told."""
    seen = "SELECT event_id FROM feedback GROUP BY event_id HAVING count(*) >= 5"
    for table in ("feedback", "feedback_comments"):
        op.add_column(table, sa.Column("told", sa.Boolean(), server_default="0", nullable=False))
        op.execute(f"UPDATE {table} SET told = true WHERE event_id IN ({seen})")  # noqa: S608


def _no_practice() -> None:
    for table in ("feedback_comments", "feedback"):
        op.drop_column(table, "told")
    op.drop_table("practice_examples")
    op.drop_table("use_asked")
    op.drop_column("people", "wants_use")


def _gatherings() -> None:
    op.add_column(
        "centres", sa.Column("gather_at", sa.Integer(), server_default="12", nullable=False)
    )
    op.add_column("subscriptions", sa.Column("theme", sa.String(), nullable=True))
    op.create_index(op.f("ix_subscriptions_theme"), "subscriptions", ["theme"])
    op.create_table(
        "demand_set_aside",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_demand_set_aside")),
    )
    op.create_table(
        "gatherings",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("centre_id", ROW_ID, nullable=True),
        sa.Column("needed", sa.Integer(), nullable=False),
        sa.Column("drafted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("event_id", ROW_ID, nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centres.id"], name=op.f("fk_gatherings_centre_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_gatherings_event_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gatherings")),
        sa.UniqueConstraint("theme", "year", "number", name=op.f("uq_gatherings_theme")),
    )
    op.create_index(op.f("ix_gatherings_event_id"), "gatherings", ["event_id"])
    _gathering_days()


def _gathering_days() -> None:
    op.create_table(
        "gathering_days",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("gathering_id", ROW_ID, nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "mode",
            sa.Enum("onsite", "online", "hybrid", name="mode", native_enum=False, length=16),
            nullable=True,
        ),
        sa.Column("place", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gatherings.id"], name=op.f("fk_gathering_days_gathering_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gathering_days")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_gathering_days_gathering_id"), "gathering_days", ["gathering_id"])
    op.create_table(
        "gathering_voices",
        sa.Column("gathering_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("person_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("days", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gathering_id"], ["gatherings.id"], name=op.f("fk_gathering_voices_gathering_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_gathering_voices_person_id")
        ),
        sa.PrimaryKeyConstraint("gathering_id", "person_id", name=op.f("pk_gathering_voices")),
    )
    op.create_index(op.f("ix_gathering_voices_person_id"), "gathering_voices", ["person_id"])


def _no_gatherings() -> None:
    for name in ("gathering_voices", "gathering_days", "gatherings", "demand_set_aside"):
        op.drop_table(name)
    op.drop_index(op.f("ix_subscriptions_theme"), "subscriptions")
    op.drop_column("subscriptions", "theme")
    op.drop_column("centres", "gather_at")


def _journal_of_the_house(*, may_be: bool) -> None:
    """What the house has done by itself is nobody's deed. The triggers that keep the journal stand
    aside meanwhile; SQLite loses them with the table that it makes anew. Going back is only
    possible while the house has done nothing: a journal is never changed.
    """
    with _journal_open(), op.batch_alter_table("journal") as table:
        table.alter_column("person_id", existing_type=ROW_ID, nullable=may_be)


@contextmanager
def _journal_open() -> Iterator[None]:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for trigger in _KEEPERS if is_sqlite else ():
        op.execute(f"DROP TRIGGER {trigger}")
    yield
    for trigger, deed in _KEEPERS.items() if is_sqlite else ():
        op.execute(
            f"CREATE TRIGGER {trigger} BEFORE {deed} ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END"
        )


def _heads() -> None:
    op.create_table(
        "heads",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_by", ROW_ID, nullable=True),
        sa.Column("wants_letters", sa.Boolean(), nullable=False),
        sa.Column("groups", sa.JSON(), nullable=False),
        sa.Column("told_for", sa.Date(), nullable=True),
        sa.Column("staff_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_heads_person_id")),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["people.id"], name=op.f("fk_heads_confirmed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heads")),
        sa.UniqueConstraint("person_id", name=op.f("uq_heads_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "head_teachers",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("head_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.Column("decided_by", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["head_id"], ["heads.id"], name=op.f("fk_head_teachers_head_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_head_teachers_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["people.id"], name=op.f("fk_head_teachers_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_head_teachers")),
        sa.UniqueConstraint("head_id", "person_id", name=op.f("uq_head_teachers_head_id")),
    )
    op.create_index(op.f("ix_head_teachers_person_id"), "head_teachers", ["person_id"])
    op.create_table(
        "head_months",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=True),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("hours", sa.Double(), nullable=False),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("counted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_head_months_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_head_months")),
        sa.UniqueConstraint(
            "month", "person_id", "school", "city", name=op.f("uq_head_months_month")
        ),
    )
    op.create_index(op.f("ix_head_months_person_id"), "head_months", ["person_id"])
    _naming()


def _naming() -> None:
    """Of those who may be named to heads."""
    op.create_table(
        "naming_consents",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        sa.Column("school", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_naming_consents_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_naming_consents")),
    )
    op.create_index(op.f("ix_naming_consents_person_id"), "naming_consents", ["person_id"])
    op.create_table(
        "naming_questions",
        sa.Column("person_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_naming_questions_person_id")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_naming_questions")),
    )


def _no_heads() -> None:
    for name in (
        "naming_questions", "naming_consents", "head_months", "head_teachers", "heads",
    ):  # fmt: skip
        op.drop_table(name)


def _walk_ins() -> None:
    op.add_column(
        "registrations",
        sa.Column("walked_in", sa.Boolean(), server_default="0", nullable=False),
    )


def _no_walk_ins() -> None:
    op.drop_column("registrations", "walked_in")


def _wrong_codes() -> None:
    """What is ten minutes old counts no more: none need be brought along."""
    op.drop_table("wrong_codes")
    op.create_table(
        "wrong_codes",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("door", "paper", name="codekind", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("typed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_codes")),
    )
    op.create_index("ix_wrong_codes_who", "wrong_codes", ["who", "kind"])
    op.create_index(op.f("ix_wrong_codes_typed_at"), "wrong_codes", ["typed_at"])


def _no_wrong_codes() -> None:
    op.drop_table("wrong_codes")
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
    for column in ("person_id", "typed_at"):
        op.create_index(op.f(f"ix_wrong_codes_{column}"), "wrong_codes", [column])


def _confirmed_entries() -> None:
    for name, table in (("asked_of", "centres"), ("confirmed_by", "people")):
        there = sa.ForeignKey(f"{table}.id", name=op.f(f"fk_own_entries_{name}"))
        op.add_column(
            "own_entries", sa.Column(name, ROW_ID, there, nullable=True), inline_references=True
        )
    op.create_index(op.f("ix_own_entries_asked_of"), "own_entries", ["asked_of"])
    op.add_column(
        "own_entries", sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True)
    )


def _no_confirmed_entries() -> None:
    with op.batch_alter_table("own_entries") as entries:
        entries.drop_index(op.f("ix_own_entries_asked_of"))
        for name in ("asked_of", "confirmed_by", "confirmed_at"):
            entries.drop_column(name)
