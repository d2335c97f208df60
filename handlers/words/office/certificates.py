"""Papers of an event, as its staff see them."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from catalogue.centres.details import Detail
from catalogue.centres.tables import Centre
from catalogue.learning.certificates import Paper
from catalogue.learning.holders import Holder, Outlook
from catalogue.programme.tables import Event, Status
from handlers.words.certificates import number
from handlers.words.events import centre_name, shortened, title
from handlers.words.papers import hours_told
from handlers.words.speech import Speech, _

_TITLE, _LABEL = 160, 44

DETAILS: Mapping[Detail, str] = {
    Detail.COMPANY_CODE: _("Code of the institution"),
    Detail.ACCREDITATION: _("Accreditation"),
    Detail.HEAD_POSITION: _("Position of whoever signs"),
    Detail.HEAD_NAME: _("Name of whoever signs"),
}


def page(
    say: Speech, event: Event, found: Sequence[Holder], shown: Sequence[Holder], *, first: int
) -> Markup:
    """How many there are of all, then those on this page."""
    lines = [
        say("<b>Certificates: {title}</b>", title=shortened(title(say, event), _TITLE)),
        _standing(say, event, sum(one.has_paper for one in found)),
        Markup(""),
        *[line(say, one, place) for place, one in enumerate(shown, start=first)],
    ]
    return Markup("\n").join(lines)


def line(say: Speech, one: Holder, place: int) -> Markup:
    name = one.name or say("without a name")
    if one.paper is not None and one.has_paper:
        return say(
            "{place}. {name} · {hours} · No. {number}",
            place=place,
            name=name,
            hours=hours_told(say, one.paper.issue.hours),
            number=number(one.paper.certificate),
        )
    if one.hours is None:
        return say("{place}. {name} · attendance not marked", place=place, name=name)
    if not one.hours:
        return say("{place}. {name} · did not take part", place=place, name=name)
    hours = hours_told(say, one.hours)
    return say("{place}. {name} · {hours}", place=place, name=name, hours=hours)


def label(say: Speech, one: Holder, place: int) -> str:
    return shortened(f"{place}. {one.name or say('without a name')}", _LABEL)


def card(say: Speech, paper: Paper) -> Markup:
    """One paper as it is printed."""
    issue = paper.issue
    lines = [
        say("<b>Certificate No. {number}</b>", number=number(paper.certificate)),
        say("Name on it: {name}", name=issue.name),
        Markup("{}").format(hours_told(say, issue.hours)),
        say("Issued on {day}", day=say.date_alone(issue.issued_at)),
    ]
    if issue.version > 1:
        lines.append(say("Version {n}", n=issue.version))
    return Markup("\n").join(lines)


def again_question(say: Speech, paper: Paper) -> Markup:
    return say(
        "Issue certificate No. {number} again? It takes the hours, the title and the details of "
        "the centre as they are now. Its holder gets the new one; the old one is replaced.",
        number=number(paper.certificate),
    )


def ask_name(say: Speech, paper: Paper) -> Markup:
    return say(
        "Which name should stand on certificate No. {number}? Now it is: {name}",
        number=number(paper.certificate),
        name=paper.issue.name,
    )


def done(say: Speech) -> Markup:
    return say("Done: the new certificate goes to its holder, the old one is replaced.")


def nobody(say: Speech) -> Markup:
    return say("Nobody’s seat at this event was confirmed, so there is nobody to issue one to.")


def nothing_to_print(say: Speech) -> Markup:
    return say("There are no certificates of this event yet.")


def coming(say: Speech, total: int) -> Markup:
    return say.n(
        "I am making a file of {n} certificate.", "I am making a file of {n} certificates.", total
    )


def file_name(say: Speech, event: Event) -> str:
    """Without its ending."""
    return say("certificates_{code}", code=event.code).unescape()


def file_caption(say: Speech, event: Event) -> Markup:
    return say(
        "Certificates to print and sign: {title}", title=shortened(title(say, event), _TITLE)
    )


def details(say: Speech, centre: Centre) -> Markup:
    lines = [
        say("<b>On certificates: {centre}</b>", centre=centre_name(say, centre)),
        *[
            say(
                "{label}: {value}",
                label=say(name),
                value=getattr(centre, detail.value) or say("not entered"),
            )
            for detail, name in DETAILS.items()
        ],
        Markup(""),
        say("Certificates that were issued already stay as they are."),
    ]
    return Markup("\n").join(lines)


def ask_detail(say: Speech, detail: Detail) -> Markup:
    return say("{label}: please write it as it should be printed.", label=say(DETAILS[detail]))


def not_so(say: Speech, detail: Detail) -> Markup:
    if detail is Detail.COMPANY_CODE:
        return say("The code of an institution has nine digits. Please write it once more.")
    return say("That is too long for the certificate: at most 120 signs. Please write it shorter.")


def sure_to_report(say: Speech, event: Event, seen: Outlook) -> Markup:
    """What handing in the report sets off."""
    lines = [
        say("Is the report of “{title}” handed in?", title=shortened(title(say, event), _TITLE)),
        say.n(
            "{n} person gets a certificate at once.",
            "{n} people get a certificate at once.",
            seen.due,
        )
        if seen.due
        else say("Nobody gets a certificate: nobody is marked as having taken part."),
    ]
    if seen.unsaid:
        lines.append(
            say.n(
                "The attendance of {n} person is not marked: they get none until it is.",
                "The attendance of {n} people is not marked: they get none until it is.",
                seen.unsaid,
            )
        )
    return Markup("\n").join(lines)


def _standing(say: Speech, event: Event, issued: int) -> Markup:
    if event.certificate is False:
        return say("No certificates are issued at this event.")
    if event.status is Status.CANCELLED:
        return say("The event is cancelled, so no certificates are issued.")
    if event.reported_at is None:
        return say("They go out by themselves when you mark the report as handed in.")
    return say.n("{n} is issued.", "{n} are issued.", issued)
