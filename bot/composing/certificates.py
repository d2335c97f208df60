"""A paper as a file, drawn when it is sent: none is kept longer than it takes to bring it."""

from functools import partial

from bot.certificate_pages import LANGUAGE, page_of
from bot.composing.making import Drawing, Make, Making, said
from bot.drawing.certificates import certificates
from catalogue.learning.certificates import Paper, paper_of
from catalogue.learning.tables import Certificate, CertificateIssue
from handlers.certificates import PAPER, below
from handlers.words import certificates as words
from handlers.words.papers import file_name
from handlers.words.speech import Speech
from scheduler.certificates import REVOKED
from scheduler.sender import Composed


async def paper(key: str, making: Making) -> Drawing | None:
    """Nothing where it was replaced or withdrawn meanwhile, or its holder forgotten."""
    issue = await making.session.get_one(CertificateIssue, int(key))
    certificate = await making.session.get_one(Certificate, issue.certificate_id)
    if certificate.revoked_at or issue.replaced_at or not issue.name:
        return None
    page = page_of(Paper(certificate, issue), Speech(LANGUAGE, making.say.timezone), making.house)
    number = words.number(certificate)
    keyboard = below(making.say, certificate.id)
    return Drawing(
        method="sendDocument",
        payload={
            "caption": str(words.caption(making.say, certificate, issue)),
            "parse_mode": "HTML",
            "reply_markup": keyboard.model_dump(exclude_none=True),
        },
        name=file_name(Speech(LANGUAGE, making.say.timezone), number),
        draw=partial(certificates, [page], title=f"{page.heading} {number}"),
    )


async def revoked(key: str, making: Making) -> Composed | None:
    """Nothing where there is a paper again."""
    found = await paper_of(making.session, int(key.partition(":")[0]))
    if found is None or found[0].is_valid:
        return None
    paper, _ = found
    return said(words.revoked(making.say, paper.certificate, paper.issue))


KINDS: dict[str, Make] = {PAPER: paper, REVOKED: revoked}
