"""What stands on papers of a centre."""

import pytest

from catalogue.centres.details import Detail, set_detail
from tests.factories import a_centre


@pytest.mark.parametrize(
    ("detail", "written", "value"),
    [
        (Detail.COMPANY_CODE, " 193043096 ", "193043096"),
        (Detail.COMPANY_CODE, "9304309", "9304309"),
        (Detail.COMPANY_CODE, "19304309", None),
        (Detail.COMPANY_CODE, "LT193043096", None),
        (Detail.COMPANY_CODE, "", ""),
        (Detail.HEAD_NAME, "Jonas   Jonaitis", "Jonas Jonaitis"),
        (Detail.HEAD_POSITION, "D" * 121, None),
        (Detail.ACCREDITATION, "Nr. KT3-12", "Nr. KT3-12"),
    ],
)
def test_what_a_detail_can_be(detail: Detail, written: str, value: str | None) -> None:
    """A code has as many digits as the register gives; the rest has to fit on the paper."""
    centre = a_centre()
    assert set_detail(centre, detail, written) is (value is not None)
    assert getattr(centre, detail.value) == value
