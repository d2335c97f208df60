"""The survey of needs, as one who answers it sees it."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.needs.refusals import TooLong
from catalogue.needs.rules import Given, Stands
from catalogue.needs.tables import Kind, Survey, SurveyQuestion
from catalogue.numbers.groups import LEAST
from handlers.words.events import centre_name, shortened
from handlers.words.school_years import school_year
from handlers.words.speech import Speech, _

DOOR = _("What do you need?")
NAMELESS = _("Answer without a name")
NAMED = _("Answer with my name")
DIFFERENCE = _("What is the difference?")
NEXT = _("Next")
LATER = _("Go on later")
DROP = _("Stop and delete")
SEND = _("Send my answers")
CHANGE = _("Change my answers")
WITHDRAW = _("Withdraw my answers")
YES_WITHDRAW = _("Yes, withdraw")
KEEP_SURVEYS = _("Surveys for staff")

_LABEL = 60
_QUOTED = 400


def none_open(say: Speech) -> Markup:
    return say(
        "There is no survey of needs at present. What you need now you can simply write: where I "
        "find nothing, the organisers learn of it."
    )


def several(say: Speech) -> Markup:
    return say("<b>What do you need?</b>\nSeveral centres ask. Choose one:")


def label(say: Speech, survey: Survey, centre: Centre) -> str:
    name = centre_name(say, centre)
    return shortened(f"{name}, {school_year(say, survey.year)}", _LABEL)


def begin(say: Speech, survey: Survey, centre: Centre) -> Markup:
    """What each way of answering means is said in short before the first question."""
    asks = say(
        "<b>What do you need?</b> {year}\n{centre} asks. {count}",
        year=school_year(say, survey.year),
        centre=centre_name(say, centre),
        count=say.n("{n} question.", "{n} questions.", len(survey.questions)),
    )
    ways = say(
        "<b>Without a name</b> your answers are kept apart from you, so once sent they cannot be "
        "changed. <b>With your name</b> you can change and withdraw them until the survey closes. "
        "Staff see no names either way."
    )
    return Markup("{}\n\n{}").format(asks, ways)


def go_on(say: Speech, survey: Survey, at: int) -> str:
    """From where it was left; behind the last question stands the sending."""
    if at >= len(survey.questions):
        return str(say("Go on: only sending is left"))
    return str(say("Go on from question {n}", n=at + 1))


def difference(say: Speech) -> Markup:
    """All that each way of answering means."""
    lines = [
        say(
            "<b>Without a name.</b> Your answers are kept apart from your name; that is why you "
            "can neither see nor change them once they are sent. It is only noted that you have "
            "answered: if you were the only one to answer so, whoever looks after the database "
            "could tell that they are yours. Until you send them they stand in this conversation "
            "alone, and go when you turn to something else."
        ),
        say(
            "<b>With my name.</b> Until the survey closes you can see, change and withdraw your "
            "answers, and answer in several goes. Staff see no names here either."
        ),
        say(
            "Staff see numbers, and free words without names, once at least {least} people have "
            "answered.",
            least=LEAST,
        ),
    ]
    return Markup("\n\n").join(lines)


def answered_nameless(say: Speech, survey: Survey) -> Markup:
    return say(
        "You have answered this survey ({year}) already, thank you. You did so without a name: "
        "it is not kept which answers are yours, so they cannot be shown or changed.",
        year=school_year(say, survey.year),
    )


def own(say: Speech, stands: Stands) -> Markup:
    """One's own answers, question by question."""
    lines = [
        say("<b>Your answers</b> ({year})", year=school_year(say, stands.survey.year)),
        *_answers(say, stands.survey, stands.own),
    ]
    return Markup("\n\n").join(lines)


def _answers(say: Speech, survey: Survey, given: Mapping[int, Given]) -> list[Markup]:
    return [
        Markup("{}\n{}").format(wording(say, asked), _told(say, asked, given[asked.id]))
        for asked in survey.questions
        if given.get(asked.id)
    ]


def _told(say: Speech, asked: SurveyQuestion, given: Given) -> Markup:
    lines = [Markup("• {}").format(option(say, asked, one)) for one in given.chosen]
    if given.words:
        lines.append(Markup("<i>{}</i>").format(shortened(given.words, _QUOTED)))
    return Markup("\n").join(lines)


def question(say: Speech, survey: Survey, at: int, given: Given, *, named: bool) -> Markup:
    """What was written without a name is not said again, for it would stand in the message."""
    asked = survey.questions[at]
    lines = [
        say("{n} of {all}", n=at + 1, all=len(survey.questions)),
        Markup("<b>{}</b>").format(wording(say, asked)),
        _hint(say, asked),
    ]
    beyond = [one for one in given.chosen if one not in {pair[0] for pair in asked.options}]
    if beyond:
        lines.append(say("Chosen: {chosen}", chosen=", ".join(beyond)))
    if given.words and named:
        words = shortened(given.words, _QUOTED)
        lines.append(say("In your words: <i>{words}</i>", words=words))
    elif given.words:
        lines.append(say("Your own words are noted."))
    return Markup("\n\n").join(lines)


def _hint(say: Speech, asked: SurveyQuestion) -> Markup:
    match asked.kind:
        case Kind.ONE:
            return say("Press one, or write it in your own words.")
        case Kind.SEVERAL:
            return say("Press as many as you like, or add something in your own words.")
        case Kind.WORDS:
            return say("Write it in one message. Leave out names, please.")


def ready(say: Speech, survey: Survey, given: Sequence[Given], *, named: bool) -> Markup:
    """With what becomes of the answers, where there are any."""
    if not given:
        return say("That was all. You have answered nothing, so there is nothing to send.")
    answered = say(
        "That was all: you have answered {n} of {all}.", n=len(given), all=len(survey.questions)
    )
    last = (
        say("You can still change your answers until the survey closes.")
        if named
        else say(
            "Once sent, they stand apart from your name: they can be neither changed nor taken "
            "back."
        )
    )
    return Markup("{}\n\n{}").format(answered, last)


def sent(say: Speech, *, named: bool) -> Markup:
    if named:
        return say("Thank you, your answers are kept. To see or change them: /needs")
    return say("Thank you, your answers are kept without your name.")


def kept_for_later(say: Speech) -> Markup:
    return say("Good, your answers wait here. To go on: /needs")


def dropped(say: Speech) -> Markup:
    return say("Good, nothing is kept of it. To answer after all: /needs")


def withdraw_question(say: Speech) -> Markup:
    return say("Withdraw all your answers? They will be deleted; you can answer anew.")


def withdrawn(say: Speech) -> Markup:
    return say("Your answers are deleted. To answer anew: /needs")


def over(say: Speech, survey: Survey) -> Markup:
    return say(
        "The survey ({year}) is closed. Thank you for wanting to tell.",
        year=school_year(say, survey.year),
    )


def gone(say: Speech) -> Markup:
    return say("There is no such survey any more. Those that are open: /needs")


def nothing_said(say: Speech) -> Markup:
    return say("You have not answered any question yet. Answer one at least: /needs")


def too_long(say: Speech, refusal: TooLong) -> Markup:
    return say("Please write it shorter: up to {most} characters.", most=refusal.most)


def wording(say: Speech, asked: SurveyQuestion) -> str:
    """In English where staff gave it."""
    return asked.english if say.language == "en" and asked.english else asked.lithuanian


def option(say: Speech, asked: SurveyQuestion, chosen: str) -> str:
    """By what it is called in Lithuanian; what is no option stays as it is."""
    if say.language != "en":
        return chosen
    return next((pair[1] for pair in asked.options if pair[0] == chosen and pair[1]), chosen)


def option_label(say: Speech, asked: SurveyQuestion, chosen: str, *, is_on: bool) -> str:
    mark = "✓ " if is_on else ""
    return shortened(f"{mark}{option(say, asked, chosen)}", _LABEL)
