"""Surveys of needs, as their staff read them."""

from collections.abc import Callable, Mapping
from datetime import datetime

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.needs.editing import (
    LONGEST_OPTION,
    LONGEST_WORDING,
    MOST_OPTIONS,
    MOST_QUESTIONS,
)
from catalogue.needs.refusals import NotAQuestion, NotReady, OpenAlready, Unfinished, Wrong
from catalogue.needs.tables import Kind, Mark, Survey, SurveyQuestion
from catalogue.numbers.groups import LEAST
from handlers.words.events import centre_name, shortened
from handlers.words.needs import wording
from handlers.words.school_years import school_year
from handlers.words.speech import Speech, _

OPEN = _("Open it to teachers")
QUESTIONS = _("Questions")
TO_OPEN_ONE = _("To the open survey")
DISCARD = _("Delete the survey")
YES_DISCARD = _("Yes, delete the survey")
ANNOUNCE = _("Tell teachers")
CLOSE = _("Close the survey")
YES_CLOSE = _("Yes, close the survey")
RESULTS = _("Results")
AS_WORKBOOK = _("Results in Excel")
ADD_QUESTION = _("Add a question")
WORDING = _("Reword it")
OPTIONS = _("Options")
UP = _("Higher")
TO_QUESTIONS = _("To the questions of the survey")

KINDS: Mapping[Kind, str] = {
    Kind.ONE: _("One"),
    Kind.SEVERAL: _("Several"),
    Kind.WORDS: _("In words"),
}
MARKS: Mapping[Mark, str] = {
    Mark.THEME: _("Themes"),
    Mark.GROUP: _("Groups"),
    Mark.TOWN: _("Towns"),
    Mark.NOTHING: _("Other things"),
}

_LABEL, _QUOTED = 60, 120


def choose_centre(say: Speech) -> Markup:
    return say("<b>Surveys of needs</b>\nOf which centre?")


def centre_label(say: Speech, centre: Centre) -> str:
    return shortened(centre_name(say, centre), _LABEL)


def page(say: Speech, centre: Centre, *, has_any: bool) -> Markup:
    heading = say("<b>Surveys of needs</b>\n{centre}", centre=centre_name(say, centre))
    if has_any:
        return heading
    first = say(
        "There has been none yet. A new one comes with five questions, which you can change."
    )
    return Markup("{}\n\n{}").format(heading, first)


def label(say: Speech, survey: Survey, *, now: datetime) -> str:
    return f"{school_year(say, survey.year)}: {_state(say, survey, now=now)}"


def begin_label(say: Speech, year: int) -> str:
    return str(say("New survey: {year}", year=school_year(say, year)))


def _state(say: Speech, survey: Survey, *, now: datetime) -> Markup:
    """One year may have several that are closed: the day tells them apart."""
    if survey.closed_at is not None:
        return say("closed {day}", day=say.plain_day(say.local(survey.closed_at).date(), now=now))
    return say("open") if survey.opened_at is not None else say("not open yet")


def card(say: Speech, survey: Survey, centre: Centre, *, answered: int) -> Markup:
    lines = [
        say(
            "<b>Survey of needs</b>, {year}\n{centre}",
            year=school_year(say, survey.year),
            centre=centre_name(say, centre),
        ),
        _dates(say, survey),
    ]
    if survey.opened_at is not None:
        lines.append(say("Answered: <b>{n}</b>.", n=answered))
    if survey.closed_at is not None and answered < LEAST:
        lines.append(too_few(say))
    if survey.is_open:
        lines.append(
            say(
                "Results are shown once it is closed: if they were seen meanwhile, two looks would "
                "tell what somebody said between them."
            )
        )
    return Markup("\n\n").join(lines)


def _dates(say: Speech, survey: Survey) -> Markup:
    questions = say.n("{n} question.", "{n} questions.", len(survey.questions))
    if survey.opened_at is None:
        return say("Teachers do not see it yet. {questions}", questions=questions)
    if survey.closed_at is None:
        opened = say.date_alone(survey.opened_at)
        return say("Open since {opened}. {questions}", opened=opened, questions=questions)
    if say.local(survey.opened_at).date() == say.local(survey.closed_at).date():
        day = say.date_alone(survey.closed_at)
        return say("It was open on {day}. {questions}", day=day, questions=questions)
    return say(
        "It was open from {opened} to {closed}. {questions}",
        opened=say.date_alone(survey.opened_at),
        closed=say.date_alone(survey.closed_at),
        questions=questions,
    )


def close_question(say: Speech, answered: int) -> Markup:
    if answered < LEAST:
        return say.n(
            "{n} person has answered, and results are shown from {least} on: there would be none. "
            "Close the survey? It cannot be opened again.",
            "{n} people have answered, and results are shown from {least} on: there would be none. "
            "Close the survey? It cannot be opened again.",
            answered,
            least=LEAST,
        )
    return say.n(
        "{n} person has answered. Close the survey? It cannot be opened again; the results are "
        "shown from then on.",
        "{n} people have answered. Close the survey? It cannot be opened again; the results are "
        "shown from then on.",
        answered,
    )


def discard_question(say: Speech, survey: Survey) -> Markup:
    return say(
        "Delete the survey ({year}) with its questions? Nobody has answered it.",
        year=school_year(say, survey.year),
    )


def announcement(say: Speech, survey: Survey, centre: Centre, link: str) -> Markup:
    """To teachers; staff may put it otherwise before it goes out."""
    named = say("Answer the survey")
    linked = Markup('<a href="{}">{}</a>').format(link, named)
    return say(
        "<b>What do you need?</b> {year}\n\n{centre} plans its events and asks teachers. It takes "
        "about two minutes; you can answer without a name.\n\n{link}",
        year=school_year(say, survey.year),
        centre=centre_name(say, centre),
        link=linked,
    )


def announcement_ready(say: Speech) -> Markup:
    return say("This is how teachers will see it. Nothing has gone out yet.")


def questions(say: Speech, survey: Survey, *, can_change: bool) -> Markup:
    lines = [
        say("<b>Questions of the survey</b>, {year}", year=school_year(say, survey.year)),
        Markup("\n").join(
            Markup("{}. {}").format(place, wording(say, asked))
            for place, asked in enumerate(survey.questions, start=1)
        ),
    ]
    if not can_change:
        lines.append(_fixed(say))
    return Markup("\n\n").join(filter(None, lines))


def _fixed(say: Speech) -> Markup:
    return say(
        "Somebody has answered, so that the questions stay as they are: answers to different words "
        "cannot be counted together. If you need other words, close this survey and begin a new "
        "one; the same year can have several."
    )


def question_label(say: Speech, asked: SurveyQuestion, place: int) -> str:
    return shortened(f"{place}. {wording(say, asked)}", _LABEL)


def question(say: Speech, asked: SurveyQuestion, place: int) -> Markup:
    """With all that can be changed, and what the choices below it mean."""
    lines = [
        Markup("<b>{}. {}</b>").format(place, asked.lithuanian),
        Markup("EN: {}").format(asked.english)
        if asked.english
        else say("There is no English text: everybody sees the Lithuanian one."),
    ]
    if asked.kind is not Kind.WORDS:
        options = [Markup("• {}").format(" | ".join(filter(None, pair))) for pair in asked.options]
        lines.append(Markup("\n").join(options) or say("There are no options yet: add them."))
    lines.append(
        say(
            "The buttons say how it is answered and what it is about. Themes count among wishes; "
            "by groups and towns the other answers can be compared."
        )
    )
    return Markup("\n\n").join(lines)


def ask_wording(say: Speech) -> Markup:
    return say(
        "Write the question. If you have it in English too, put that on the second line or "
        "behind a bar: <i>Kas padėtų? | What would help?</i>"
    )


def ask_options(say: Speech, asked: SurveyQuestion) -> Markup:
    """With those there are, to be copied, changed and sent back."""
    how = say(
        "Write all the options, one a line, in the order in which they should stand; English "
        "behind a bar: <i>Po pamokų | After lessons</i>"
    )
    now = "\n".join(" | ".join(filter(None, pair)) for pair in asked.options)
    if not now:
        return how
    copied = Markup("<code>{}</code>").format(now)
    return Markup("{}\n\n{}\n{}").format(how, say("Now they are (press to copy):"), copied)


def remove_question(say: Speech, asked: SurveyQuestion) -> Markup:
    quoted = shortened(wording(say, asked), _QUOTED)
    return say("Remove the question “{question}”?", question=quoted)


def answered(say: Speech) -> Markup:
    return _fixed(say)


def open_already(say: Speech, refusal: OpenAlready) -> Markup:
    return say(
        "One survey of this centre is open already ({year}). Close it first.",
        year=school_year(say, refusal.survey.year),
    )


def not_ready(say: Speech, refusal: NotReady) -> Markup:
    if refusal.lacks is Unfinished.QUESTIONS:
        return say("There is nothing to ask yet: add a question.")
    return say("One of the questions has no options yet. Add them, or let it be answered in words.")


def not_a_question(say: Speech, refusal: NotAQuestion) -> Markup:
    return _WRONG[refusal.wrong](say)


_WRONG: Mapping[Wrong, Callable[[Speech], Markup]] = {
    Wrong.WORDING: lambda say: say(
        "I need a question of up to {most} characters. Please write it once more.",
        most=LONGEST_WORDING,
    ),
    Wrong.OPTIONS: lambda say: say(
        "I need from two to {many} options, one a line, each of up to {most} characters. Please "
        "write them once more.",
        many=MOST_OPTIONS,
        most=LONGEST_OPTION,
    ),
    Wrong.MOST_QUESTIONS: lambda say: say(
        "There are {most} questions already, and a longer survey is seldom answered to its end. "
        "Remove one first.",
        most=MOST_QUESTIONS,
    ),
}


def too_few(say: Speech) -> Markup:
    """Instead of all results."""
    return say(
        "Fewer than {least} people have answered, so that nothing is shown of what they said.",
        least=LEAST,
    )
