"""Papers of attendance, as their holders hear of them."""

from collections.abc import Sequence

from markupsafe import Markup

from catalogue.learning.certificates import Paper
from catalogue.learning.numbering import register_number
from catalogue.learning.tables import Certificate, CertificateIssue
from handlers.words.events import shortened
from handlers.words.papers import dates, hours_told
from handlers.words.school_years import in_a_sentence
from handlers.words.speech import Speech

_TITLE, _LABEL = 160, 44


def number(certificate: Certificate) -> str:
    return register_number(certificate.year, certificate.number)


def caption(say: Speech, certificate: Certificate, issue: CertificateIssue) -> Markup:
    """Below the file; of a newer version, what it is in place of."""
    lines = [
        say("<b>Certificate No. {number}</b>", number=number(certificate)),
        say("“{title}”, {hours}", title=_title(issue), hours=hours_told(say, issue.hours)),
    ]
    if issue.version > 1:
        lines.append(say("It replaces the one that you got before under the same number."))
    lines.append(say("All your certificates: /certificates"))
    return Markup("\n").join(lines)


def revoked(say: Speech, certificate: Certificate, issue: CertificateIssue) -> Markup:
    """To one whose attendance was corrected to none."""
    return say(
        "Certificate No. {number} (“{title}”) is not valid any more: the organiser has corrected "
        "the attendance, and no hours of yours are left in it. If that is a mistake, ask the "
        "organiser.",
        number=number(certificate),
        title=_title(issue),
    )


def page(say: Speech, year: int, papers: Sequence[Paper], *, first: int, total: int) -> Markup:
    """One school year's, numbered as the buttons are; `year` is the one it begins in."""
    told = in_a_sentence(say, year)
    heading = say("<b>Your certificates of {year}</b>: {n}", year=told, n=total)
    lines = [
        Markup("{}. <b>{}</b>\n{}").format(
            place,
            _title(one.issue),
            say(
                "{days} · {hours} · No. {number}",
                days=dates(say, one.issue.facts),
                hours=hours_told(say, one.issue.hours),
                number=number(one.certificate),
            ),
        )
        for place, one in enumerate(papers, start=first)
    ]
    return Markup("\n\n").join([heading, *lines])


def none_yet(say: Speech) -> Markup:
    return say(
        "You have no certificates here yet. One comes by itself when an event that you took part "
        "in is over and its organiser has handed in the report."
    )


def label(paper: Paper, place: int) -> str:
    return shortened(f"{place}. {_title(paper.issue)}", _LABEL)


def what_is_wrong(say: Speech, paper: Paper) -> Markup:
    return say(
        "What is wrong with certificate No. {number}? A name you can correct yourself, and a new "
        "certificate with the same number comes at once. Hours, dates and all else the organiser "
        "corrects.",
        number=number(paper.certificate),
    )


def renamed(say: Speech, issued: int, left: int) -> Markup:
    """After a name was corrected; `left` are those that staff must correct."""
    lines = []
    if issued:
        lines.append(
            say.n(
                "{n} certificate is issued anew with this name, under the same number.",
                "{n} certificates are issued anew with this name, under the same numbers.",
                issued,
            )
        )
    if left:
        lines.append(
            say(
                "Certificates issued before keep the name that was on them: the new one is quite "
                "another. If they should be corrected, ask the organiser."
            )
        )
    return Markup("\n").join(lines)


def coming(say: Speech, year: int, total: int) -> Markup:
    """While the file of a whole year is made."""
    told = in_a_sentence(say, year)
    return say("I am putting your certificates of {year} into one file: {n}", year=told, n=total)


def year_file_name(say: Speech, year: int) -> str:
    """Without its ending."""
    return say("certificates_{years}", years=f"{year}-{year + 1}").unescape()


def year_caption(say: Speech, year: int, total: int) -> Markup:
    told = in_a_sentence(say, year)
    return say("Certificates of {year}: {n}", year=told, n=total)


def nothing_to_put(say: Speech) -> Markup:
    """Where there was something when it was asked for."""
    return say("There is no certificate any more to put into a file.")


def why(say: Speech) -> Markup:
    return say(
        "It was your certificate: the organiser has handed in the report of an event that you "
        "took part in, or corrected something. Certificates come in any case."
    )


def _title(issue: CertificateIssue) -> str:
    return shortened(issue.facts["title"], _TITLE)
