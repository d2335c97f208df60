"""What staff have answered once and for all."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class KnownAnswer(Base):
    """An approved answer and the ways it is asked for; no centre means all of them.

    `language` is the one the answer is written in; `added_by` is none once they were forgotten.
    """

    __tablename__ = "known_answers"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centres.id"), index=True)
    questions: Mapped[list[str]] = mapped_column(default=list)
    answer: Mapped[str]
    language: Mapped[str]
    added_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    added_at: Mapped[datetime]
    changed_at: Mapped[datetime]
