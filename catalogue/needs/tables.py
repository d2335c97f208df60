"""A survey and its questions; what was answered, and apart from it, who has answered.

Of an answer without a name nothing joins the two: it has a random key, neither a person nor a
moment, and each thing written in its own words is a row of its own, so that a turn of phrase gives
the rest away to nobody. Rows are not to be found by how the database lays them out either: on
SQLite they lie in the order of their keys, and `mixing` writes many of a survey anew with each.
"""

import enum
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from catalogue.database import Base, RowId


class Kind(enum.StrEnum):
    """How a question is answered; one with options can be answered in own words as well."""

    ONE = "one"
    SEVERAL = "several"
    WORDS = "words"


class Mark(enum.StrEnum):
    """What the answers are of, where the rest of the house knows it too."""

    NOTHING = "nothing"
    THEME = "theme"
    GROUP = "group"
    TOWN = "town"


class Survey(Base):
    """Of one centre and the school year that begins in `year`; nobody sees it until it is open.
    Its number is never given again, for links and half-done answers hold it.
    """

    __tablename__ = "surveys"
    __table_args__ = (
        Index("ix_surveys_centre", "centre_id", "year"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    centre_id: Mapped[int] = mapped_column(ForeignKey("centres.id"))
    year: Mapped[int]
    opened_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)

    questions: Mapped[list["SurveyQuestion"]] = relationship(
        order_by="SurveyQuestion.place", lazy="selectin", cascade="all, delete-orphan"
    )

    @property
    def is_open(self) -> bool:
        return self.opened_at is not None and self.closed_at is None


class SurveyQuestion(Base):
    """`options` are pairs, in Lithuanian and in English; where there is no English it is empty. Its
    number is never given again: an answer that is not sent yet would be to another question.
    """

    __tablename__ = "survey_questions"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 -- SQLAlchemy's own declaration

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("surveys.id"), index=True)
    place: Mapped[int]
    kind: Mapped[Kind]
    mark: Mapped[Mark]
    lithuanian: Mapped[str]
    english: Mapped[str]
    options: Mapped[list[list[str]]] = mapped_column(JSON)


class SurveyAnswer(Base):
    """What somebody chose: `chosen` has the options in Lithuanian by the number of the question."""

    __tablename__ = "survey_answers"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 -- SQLAlchemy's own declaration

    key: Mapped[str] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("surveys.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    chosen: Mapped[dict[str, list[str]]] = mapped_column(JSON)


class SurveyWords(Base):
    """What somebody wrote to one of the questions."""

    __tablename__ = "survey_words"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 -- SQLAlchemy's own declaration

    key: Mapped[str] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("survey_questions.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    words: Mapped[str]


class SurveyTaker(Base):
    """One who has answered, so that they are not asked again; never when, nor what."""

    __tablename__ = "survey_takers"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 -- SQLAlchemy's own declaration

    survey_id: Mapped[int] = mapped_column(
        ForeignKey("surveys.id"), primary_key=True, autoincrement=False
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id"), primary_key=True, autoincrement=False, index=True
    )
