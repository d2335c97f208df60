"""What is refused to those who keep the programme."""

from dataclasses import dataclass

from catalogue.refusals import Refusal


@dataclass(eq=False)
class NotHolidays(Refusal):
    """A name and one or two days are needed, the last not before the first, within 120 days."""

    written: str
