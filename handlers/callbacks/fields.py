"""What the fields of buttons may hold."""

from typing import Annotated

from pydantic import Field

#: A row's number, as large as the databases count.
Row = Annotated[int, Field(ge=0, lt=2**63)]
Page = Annotated[int, Field(ge=0, le=9999)]
MinuteOfDay = Annotated[int, Field(ge=0, lt=24 * 60)]
