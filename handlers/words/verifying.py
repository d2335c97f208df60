"""Whether a paper is real: said to anybody who has its code."""

from markupsafe import Markup

from catalogue.learning.checking import Checked, Verdict
from handlers.words.papers import hours_told
from handlers.words.speech import Speech, _

VERDICTS = {
    Verdict.VALID: _("The certificate is valid."),
    Verdict.REPLACED: _("The certificate is no longer valid: a newer one replaced it."),
    Verdict.REVOKED: _("The certificate is not valid: it was withdrawn."),
    Verdict.UNKNOWN: _("The certificate is not valid: there is none with this code."),
}


def ask(say: Speech) -> Markup:
    return say(
        "Write the check code of the certificate. It stands below the picture at the foot and has "
        "16 letters and digits, for example: <i>7K3M-9QRT-0XWB-4HNC</i>. The number of the "
        "certificate alone is not enough."
    )


def verdict(say: Speech, checked: Checked) -> str:
    return say(VERDICTS[checked.verdict]).unescape()


def facts(say: Speech, checked: Checked) -> list[tuple[str, str]]:
    """What one is told beside the verdict, each under its label."""
    if checked.verdict is Verdict.UNKNOWN:
        return []
    days = (
        say.plain_day(checked.first_day)
        if checked.first_day == checked.last_day
        else say.days(checked.first_day, checked.last_day)
    )
    return [
        (str(say("Event")), checked.title),
        (str(say("Date")), days),
        (str(say("Length")), hours_told(say, checked.hours)),
        (str(say("Initials of the holder")), checked.initials or str(say("removed on request"))),
    ]


def answer(say: Speech, checked: Checked) -> Markup:
    """In the chat."""
    lines = [Markup("<b>{}</b>").format(verdict(say, checked))]
    lines += [
        say("{label}: {value}", label=label, value=value) for label, value in facts(say, checked)
    ]
    if told := advice(say, checked):
        lines.append(told)
    return Markup("\n").join(lines)


def advice(say: Speech, checked: Checked) -> Markup | None:
    """What one can do about it; None where all is well, or nothing can be done."""
    match checked.verdict:
        case Verdict.UNKNOWN:
            return say("Please compare the code with the certificate once more: every sign counts.")
        case Verdict.REPLACED:
            return say("Ask its holder for the newer one.")
        case _:
            return None


def too_many(say: Speech) -> Markup:
    return say("Too many codes that do not exist. Please try again in ten minutes.")


def page_title(say: Speech) -> str:
    return str(say("Checking a certificate"))


def page_label(say: Speech) -> str:
    """Of the field on the web page."""
    return str(say("Check code, 16 letters and digits"))


def page_button(say: Speech) -> str:
    return str(say("Check"))


def page_note(say: Speech) -> str:
    return say(
        "Nothing else is told of the holder. Compare the rest with the certificate itself."
    ).unescape()
