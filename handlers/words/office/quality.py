"""Feedback of many events, compared."""

from collections.abc import Mapping
from datetime import datetime

from markupsafe import Markup

from catalogue.numbers.groups import Label
from catalogue.quality.comparing import By
from catalogue.quality.scores import LEAST, QUESTIONS, Summary
from catalogue.search.spans import Span, ends
from handlers.words.office import numbers
from handlers.words.office.feedback import NAMES, mean
from handlers.words.speech import Speech, _, capitalised


def summary(say: Speech, under: str, told: Summary | None, *, events: int) -> Markup:
    """All answers together."""
    lines = [say("<b>Feedback</b> · {under}", under=under), Markup("")]
    if told is None:
        return Markup("\n").join([*lines, say("Nothing to compare yet."), Markup(""), rule(say)])
    lines.append(
        say(
            "Events: <b>{events}</b>, answers: <b>{answers}</b>",
            events=numbers.grouped(say, events),
            answers=numbers.grouped(say, told.answers),
        )
    )
    lines += [
        Markup("{}: <b>{}</b>").format(say(NAMES[name]), mean(say, told.means[name]))
        for name in QUESTIONS
    ]
    return Markup("\n").join([*lines, Markup(""), rule(say)])


def rule(say: Speech) -> Markup:
    """What is counted."""
    return say(
        "Means of 1–5. Only events with at least {least} answers are counted, and each with the "
        "answers that its own page shows: so nobody’s answer can be worked out.",
        least=LEAST,
    )


def label(say: Speech, by: By, one: Label, *, now: datetime) -> str:
    """Plain text: of a time its name."""
    if by is By.FORM:
        return numbers.form(say, one, now=now)
    if not isinstance(one, Span):
        return numbers.label(say, one, now=now)
    first, last = ends(one)
    if by is By.MONTH:
        return capitalised(say.month(first))
    return str(numbers.term_name(say, first, last))


def bar(say: Speech, told: Summary) -> str:
    """„4,6 (27)“: the mean on the whole, and of how many answers."""
    return f"{mean(say, told.means['overall'])} ({numbers.grouped(say, told.answers)})"


def note(say: Speech) -> str:
    return str(
        say("On the whole, of 5; in brackets how many answers. Events with at least {least}.",
            least=LEAST)
    )  # fmt: skip


def columns(say: Speech) -> list[str]:
    """Of a sheet: the group, how much is behind it, then the mean of each question."""
    return [
        str(say("Group")),
        str(say("Events")),
        str(say("Answers")),
        *[str(say(NAMES[name])) for name in QUESTIONS],
    ]


def caption(say: Speech, by: By) -> Markup:
    return say(CAPTIONS[by])


def workbook_caption(say: Speech, under: str) -> Markup:
    return say("Feedback compared, as tables: {under}.", under=under)


def file_name(say: Speech) -> str:
    return str(say("feedback"))


def sheet_name(say: Speech, by: By) -> str:
    return str(say(SHEETS[by]))


def events_page(say: Speech, count: int) -> Markup:
    if not count:
        return say("None of your events is over yet.")
    return say("<b>Feedback</b>: what those who came have said of your events")


TITLES: Mapping[By, str] = {
    By.FORM: _("How events were liked, by form"),
    By.FIELD: _("How events were liked, by priority field"),
    By.THEME: _("How events were liked, by theme"),
    By.MONTH: _("How events were liked, by month"),
    By.TERM: _("How events were liked, by half of the school year"),
}

CAPTIONS: Mapping[By, str] = {
    By.FORM: _("Means by the form of events."),
    By.FIELD: _("Means by the priority field of events."),
    By.THEME: _("Means by what events are about; an event of several themes counts in each."),
    By.MONTH: _("Means by the month in which events began."),
    By.TERM: _("Means by the half of the school year in which events began."),
}

SHEETS: Mapping[By, str] = {
    By.FORM: _("By form"),
    By.FIELD: _("By priority field"),
    By.THEME: _("By theme"),
    By.MONTH: _("By month"),
    By.TERM: _("By half-year"),
}
