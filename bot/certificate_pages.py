"""Papers as pages: which words and values stand where. They are Lithuanian, whoever asks."""

from bot.drawing.certificates import CertificatePage
from catalogue.learning.certificates import Paper
from catalogue.learning.check_codes import grouped
from catalogue.learning.numbering import register_number
from handlers.talk import House
from handlers.words import papers as words
from handlers.words.speech import Speech

#: What is official is said in the language of the state.
LANGUAGE = "lt"


def page_of(paper: Paper, say: Speech, house: House) -> CertificatePage:
    """`say` speaks `LANGUAGE`."""
    issue, facts = paper.issue, paper.issue.facts
    organiser = facts["organiser"]
    number = register_number(paper.certificate.year, paper.certificate.number)
    return CertificatePage(
        organiser=organiser["name"],
        organiser_lines=words.organiser_lines(say, organiser),
        heading=words.heading(say),
        dated=words.dated(say, say.local(issue.issued_at).date(), number),
        name=issue.name,
        took_part=words.took_part(say),
        title=words.title(say, facts),
        facts=words.rows(say, facts, issue.hours),
        signer=(organiser["head_position"], organiser["head_name"]),
        signature=words.signature(say),
        stamp=words.stamp(say),
        address=house.check_address(issue.code),
        under=words.under(say, code=grouped(issue.code), web=house.web, bot=house.bot_username),
    )
