"""What stands on papers of a centre, as its staff enter it."""

import enum
import re

from catalogue.centres.tables import Centre

LONGEST = 120
#: Of the register of legal entities: nine digits, seven where it was given before 2004.
_COMPANY_CODE = re.compile(r"\d{9}|\d{7}")


class Detail(enum.StrEnum):
    """Each is a column of `Centre`."""

    COMPANY_CODE = "company_code"
    ACCREDITATION = "accreditation"
    HEAD_POSITION = "head_position"
    HEAD_NAME = "head_name"


def set_detail(centre: Centre, detail: Detail, written: str) -> bool:
    """Whether it can be that; empty takes it out. Papers that were issued stay as they are."""
    value = " ".join(written.split())
    if len(value) > LONGEST:
        return False
    if detail is Detail.COMPANY_CODE and value and not _COMPANY_CODE.fullmatch(value):
        return False
    setattr(centre, detail.value, value)
    return True
