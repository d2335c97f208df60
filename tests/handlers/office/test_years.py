"""The year of a day that was written without one."""

import pytest

from catalogue.programme.refusals import NotUnderstood
from handlers import forms
from handlers.forms import Form
from handlers.office import years
from handlers.office.callbacks.programme import OfYear
from handlers.talk import Talk
from tests.handlers.talking import pressed


async def test_a_day_that_may_be_either_is_no_day(talk: Talk) -> None:
    """A year does not tell the month from the day."""
    await forms.enter(talk.state, Form.event_meeting, event=1, field="when", dated="05.12 10:00")
    data = OfYear(year=2026)
    with pytest.raises(NotUnderstood):
        await years.of_year(pressed(data), data, talk)
