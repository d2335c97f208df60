"""When a survey is open."""

import pytest

from catalogue.needs.tables import Survey
from tests.factories import NOW


@pytest.mark.parametrize(
    ("survey", "is_open"),
    [
        (Survey(), False),
        (Survey(opened_at=NOW), True),
        (Survey(opened_at=NOW, closed_at=NOW), False),
    ],
)
def test_a_survey_is_open_between_two_moments(survey: Survey, *, is_open: bool) -> None:
    """Neither before it is opened nor after it is closed."""
    assert survey.is_open is is_open
