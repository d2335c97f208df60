"""What was made use of, asked of one who came; and the bank of good practice."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from catalogue.practice.bank import LONGEST, Shared
from catalogue.practice.tables import Consent, Round, Standing, Use
from catalogue.programme.tables import Event
from catalogue.quality.scores import LEAST
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _

_LONGEST_TITLE = 160
_LONGEST_BUTTON = 40


def question(say: Speech, event: Event, round_: Round) -> Markup:
    """What becomes of the answer is said before the press."""
    return Markup("<b>{}</b>\n\n{} {}").format(
        say("What have you made use of from “{title}”?", title=_title(say, event)),
        say(SINCE[round_]),
        say(
            "One press is enough. Organisers see only how many answered what, once at least "
            "{least} have.",
            least=LEAST,
        ),
    )


def ask_example(say: Speech) -> Markup:
    return say(
        "Thank you. Would you give an example from your class? Write in one message what you did "
        "and what came of it; leave out names of pupils.\n\nNobody sees it yet: afterwards you "
        "choose whether colleagues may read it."
    )


def not_yet(say: Speech, *, has_more: bool) -> Markup:
    """`has_more` is whether anything but the coordinator stands below."""
    if not has_more:
        return say("Thank you for telling. The coordinator can advise you how to begin.")
    return say(
        "Thank you for telling. Perhaps this helps to begin, or the coordinator can advise you."
    )


def no_example(say: Speech) -> Markup:
    return say("Thank you, your answer is kept.")


def ask_consent(say: Speech, example: str, signed: str) -> Markup:
    """`signed` is how it would stand there with the name."""
    return Markup("{}\n\n<blockquote>{}</blockquote>\n{}").format(
        say(
            "May other teachers read your example in the bank of good practice? Staff look at it "
            "first and take names of pupils out. You can take it back at any time."
        ),
        example,
        say("With your name it is signed: <b>{signed}</b>", signed=signed),
    )


def signature(shared: Shared) -> str:
    """„Ona Petraitienė, Kauno „Saulės“ gimnazija“; empty where there is no name."""
    return ", ".join(filter(None, [shared.name, shared.school]))


def offered(say: Speech) -> Markup:
    return say("Thank you. Staff will look at it, and I shall write when it is in the bank.")


def taken_back(say: Speech) -> Markup:
    return say("Good, your example is deleted.")


def take_back_question(say: Speech, example: str) -> Markup:
    return Markup("{}\n\n<blockquote>{}</blockquote>").format(
        say("Delete this example? Nobody will see it any more."), example
    )


def own(say: Speech, shared: Shared) -> Markup:
    """One of one's own, and how it stands."""
    example = shared.example
    if example.consent is None:
        stands = say("Nobody sees it: you have not chosen yet.")
    else:
        stands = Markup(" ").join([say(STANDS[example.standing]), say(SIGNED[example.consent])])
    return Markup("<b>{}</b>\n\n<blockquote>{}</blockquote>\n{}").format(
        _title(say, shared.event), example.words, stands
    )


def own_page(say: Speech, count: int) -> Markup:
    if not count:
        return say("You have no examples here.")
    return say("<b>Your examples</b>: how you made use of what you heard")


def own_label(shared: Shared) -> str:
    return shortened(shared.example.words, _LONGEST_BUTTON)


def approved(say: Speech, shared: Shared) -> Markup:
    """To its author, with the words as staff left them."""
    return Markup("{}\n\n<blockquote>{}</blockquote>").format(
        say(
            "Your example on “{title}” is in the bank of good practice now, so that others can "
            "read it. Thank you for sharing.",
            title=_title(say, shared.event),
        ),
        shared.example.words,
    )


def bank(
    say: Speech, heading: Markup, shown: Sequence[Shared], *, first: int, is_of_one: bool = False
) -> Markup:
    """Numbered from `first`; of one event its title stands in the heading alone."""
    lines = [heading]
    for number, shared in enumerate(shown, start=first):
        by = signature(shared)
        under = Markup(" · ").join(
            ([Markup("{}").format(by)] if by else [])
            + ([] if is_of_one else [say("“{title}”", title=_title(say, shared.event))])
        )
        told = Markup("{}. {}").format(number, shared.example.words)
        lines.append(Markup("{}\n<i>{}</i>").format(told, under) if under else told)
    return Markup("\n\n").join(lines)


def bank_heading(say: Speech, *, subject: str = "", theme: str = "", of: Event | None = None) -> (
    Markup
):  # fmt: skip
    """What of the bank is shown."""
    if of is not None:
        return say("<b>How others made use of it</b>: “{title}”", title=_title(say, of))
    name = say("<b>Good practice</b>: how teachers made use of what they heard at events")
    narrowed = [
        *([say("Subject: {subject}", subject=subject)] if subject else []),
        *([say("Theme: {theme}", theme=theme)] if theme else []),
    ]
    return Markup("\n").join([name, *narrowed])


def nothing_in_bank(say: Speech, *, is_narrowed: bool) -> Markup:
    if is_narrowed:
        return say("There is no such example yet.")
    return say(
        "There are no examples here yet. Some weeks after an event I ask those who came what they "
        "made use of: that is how they come here."
    )


def ask_theme(say: Speech) -> Markup:
    return say("What about? Write a theme, for example: <i>assessment</i>.")


def ask_subject(say: Speech) -> Markup:
    return say("Of which subject?")


def not_an_example(say: Speech) -> Markup:
    return say("Please write it in words, up to {most} characters in one message.", most=LONGEST)


def example_gone(say: Speech) -> Markup:
    return say("This example is not here any more.")


def said(say: Speech, event: Event) -> Markup:
    return say("You have answered about “{title}” already, thank you.", title=_title(say, event))


def over(say: Speech, event: Event) -> Markup:
    return say(
        "Answers about “{title}” are counted already. Thank you for wanting to tell.",
        title=_title(say, event),
    )


def wanted(say: Speech, *, wants: bool) -> Markup:
    if wants:
        return say("Good, weeks after events I shall ask what you made use of.")
    return say("Good, I shall not ask what you made use of any more.")


def why(say: Speech, event: Event) -> Markup:
    return say(
        "You came to “{title}”. Six weeks and six months after an event I ask those who came what "
        "they made use of, one question a week at most. You can be left out for good:",
        title=_title(say, event),
    )


def _title(say: Speech, event: Event) -> str:
    return shortened(title(say, event), _LONGEST_TITLE)


SINCE: Mapping[Round, str] = {
    Round.SIX_WEEKS: _("Six weeks have passed since then."),
    Round.SIX_MONTHS: _("Half a year has passed since then."),
}

#: On the buttons, and in the numbers of staff.
USES: Mapping[Use, str] = {
    Use.REGULARLY: _("I use it regularly"),
    Use.TRIED: _("I have tried it"),
    Use.NOT_YET: _("Not yet"),
}

STANDS: Mapping[Standing, str] = {
    Standing.WAITING: _("Staff have not looked at it yet."),
    Standing.APPROVED: _("It is in the bank of good practice."),
    Standing.DECLINED: _("It is not in the bank: nobody else sees it."),
}

SIGNED: Mapping[Consent, str] = {
    Consent.NAMED: _("With your name and school."),
    Consent.NAMELESS: _("Without your name."),
}
