"""Whether a paper is real: told to anybody who holds its code, and no more than is on its face."""

import enum
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.learning.check_codes import read_code
from catalogue.learning.names import initials
from catalogue.learning.tables import Certificate, CertificateIssue

#: No paper has it: what can be no code is looked up all the same, so that it takes as long.
_NOBODYS = "-"


class Verdict(enum.StrEnum):
    """What can be no code and a code that nobody has are one and the same."""

    VALID = "valid"
    REPLACED = "replaced"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """`initials` are empty where the holder was forgotten."""

    verdict: Verdict
    title: str = ""
    first_day: date = date.min
    last_day: date = date.min
    hours: float = 0.0
    initials: str = ""


UNKNOWN = Checked(verdict=Verdict.UNKNOWN)


async def check(session: AsyncSession, typed: str) -> Checked:
    """From a code as somebody typed it, or as it stands in an address."""
    row = (
        await session.execute(
            select(CertificateIssue, Certificate)
            .join(Certificate, Certificate.id == CertificateIssue.certificate_id)
            .where(CertificateIssue.code == (read_code(typed) or _NOBODYS))
        )
    ).one_or_none()
    if row is None:
        return UNKNOWN
    issue, certificate = row
    facts = issue.facts
    return Checked(
        verdict=_verdict(issue, certificate),
        title=facts["title"],
        first_day=date.fromisoformat(facts["first_day"]),
        last_day=date.fromisoformat(facts["last_day"]),
        hours=issue.hours,
        initials=initials(issue.name),
    )


def _verdict(issue: CertificateIssue, certificate: Certificate) -> Verdict:
    if certificate.revoked_at is not None:
        return Verdict.REVOKED
    return Verdict.VALID if issue.replaced_at is None else Verdict.REPLACED
