"""What was made use of, what is needed next, and the report of it."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _practice()
    _surveys()


def downgrade() -> None:
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
