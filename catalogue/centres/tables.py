"""A centre: who organises events and answers for them."""

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Centre(Base):
    """`facts` are what a file of the centre's own says of it (see `catalogue.centres.pages`); they
    are empty where none was taken in. What follows them stands on papers: the code in the register
    of legal entities, the accreditation, and whoever signs. So many people must wait for one thing
    that it becomes a draft: `gather_at`.
    """

    __tablename__ = "centres"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    name_en: Mapped[str] = mapped_column(default="")
    other_names: Mapped[list[str]] = mapped_column(default=list)
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    company_code: Mapped[str] = mapped_column(default="", server_default="")
    accreditation: Mapped[str] = mapped_column(default="", server_default="")
    head_position: Mapped[str] = mapped_column(default="", server_default="")
    head_name: Mapped[str] = mapped_column(default="", server_default="")
    gather_at: Mapped[int] = mapped_column(default=12, server_default="12")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name people know the centre by, the present one first."""
        return tuple(name for name in (self.name, self.name_en, *self.other_names) if name)
