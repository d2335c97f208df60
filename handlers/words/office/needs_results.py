"""What a survey of needs has said, as numbers and as words without names."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from catalogue.needs.gathered import Gathered
from catalogue.needs.results import Hidden, Label, Line, Told
from catalogue.needs.tables import Kind, SurveyQuestion
from catalogue.numbers.groups import LEAST, Other
from handlers.words.events import shortened
from handlers.words.needs import option, wording
from handlers.words.office.needs import too_few
from handlers.words.office.numbers import few
from handlers.words.school_years import school_year
from handlers.words.speech import Speech, _

OTHER_QUESTIONS = _("Other questions")
IN_OWN_WORDS = _("In own words")
ALL_ANSWERS = _("All answers")

_LABEL, _FIRST, _QUOTED, _TITLE = 60, 3, 900, 120


def page(say: Speech, found: Gathered) -> Markup:
    """All questions with what was said most."""
    survey = found.survey
    heading = say("<b>What teachers need</b>, {year}", year=school_year(say, survey.year))
    lines = [heading, say("Answered: <b>{n}</b>.", n=len(found.chosen))]
    if len(found.chosen) < LEAST:
        return Markup("\n\n").join([*lines, too_few(say)])
    for place, asked in enumerate(survey.questions, start=1):
        title = Markup("<b>{}. {}</b>").format(place, wording(say, asked))
        most = _most(say, asked, found) or [_nothing(say)]
        lines.append(Markup("\n").join([title, *most]))
    return Markup("\n\n").join(lines)


def _most(say: Speech, asked: SurveyQuestion, found: Gathered) -> list[Markup]:
    told = found.told(asked)
    if told is None:
        written = len(found.written(asked))
        return [say("Wrote: {n}.", n=written)] if written >= LEAST else []
    named = [one for one in ordered(told) if isinstance(one.label, str) and weight(one, told)]
    return [
        Markup("{}: {}").format(line_name(say, asked, one.label), size(say, one, told))
        for one in named[:_FIRST]
    ]


def _nothing(say: Speech) -> Markup:
    return say("Nothing that {least} people or more have said.", least=LEAST)


def ordered(told: Told) -> list[Line]:
    """The largest first; options told together, and those who chose nothing, last."""
    return sorted(told.lines, key=lambda one: (isinstance(one.label, Other), -weight(one, told)))


def weight(line: Line, told: Told) -> int:
    """How long its bar is: that of nearly all is as long as of all."""
    match line.count:
        case int():
            return line.count
        case Hidden.NEARLY_ALL:
            return told.answers
        case _:
            return 0


def line_name(say: Speech, asked: SurveyQuestion, label: Label) -> str:
    match label:
        case Other.OTHERS:
            return str(say("The other answers"))
        case Other.UNSAID:
            return str(say("Chose none of these"))
        case str():
            return option(say, asked, label)
        case _:
            raise ValueError(label)


def group_name(say: Speech, by: SurveyQuestion, label: Label) -> str:
    if isinstance(label, str):
        return option(say, by, label)
    return str(say("Not said") if label is Other.UNSAID else say("All the others"))


def size(say: Speech, line: Line, told: Told) -> str:
    """How many, and what part of all who answered."""
    match line.count:
        case int():
            return f"{line.count} ({share(line.count / told.answers)})"
        case Hidden.NEARLY_ALL:
            return str(say("nearly all"))
        case Hidden.FEW:
            return few(say)
        case Hidden.BEHIND:
            return str(say("not shown"))


def share(part: float) -> str:
    return f"{round(100 * part)} %"


def with_last_year(say: Speech, name: str, before: float | None) -> str:
    """The name of an option, with the share of those who chose it a year ago."""
    if before is None:
        return name
    return str(say("{name} (last year {share})", name=name, share=share(before)).unescape())


def question_label(say: Speech, asked: SurveyQuestion, place: int) -> str:
    return shortened(f"{place}. {wording(say, asked)}", _LABEL)


def by_label(say: Speech, by: SurveyQuestion) -> str:
    label = say("By: {question}", question=wording(say, by)).unescape()
    return shortened(label, _LABEL)


def group_label(say: Speech, by: SurveyQuestion, label: Label, told: Told) -> str:
    return shortened(f"{group_name(say, by, label)} ({told.answers})", _LABEL)


def choose_group(say: Speech, asked: SurveyQuestion, by: SurveyQuestion) -> Markup:
    return say(
        "<b>{question}</b>\nWhose answers? By: {by}\n\nGroups of fewer than {least} are together.",
        question=wording(say, asked),
        by=wording(say, by),
        least=LEAST,
    )


def no_groups(say: Speech) -> Markup:
    return say("Too few have answered to be told apart.")


def own_words(say: Speech, asked: SurveyQuestion, shown: Sequence[str], *, has_any: bool) -> Markup:
    """Without names, in an order that tells nothing."""
    heading = Markup("<b>{}</b>").format(wording(say, asked))
    if not has_any:
        return Markup("{}\n\n{}").format(heading, say("Nothing was written."))
    quoted = [Markup("— {}").format(shortened(one, _QUOTED)) for one in shown]
    return Markup("\n\n").join([heading, *quoted])


def words_for_keepers(say: Speech) -> Markup:
    return say("What people wrote is shown to those who keep the programme of the centre.")


def drawing(say: Speech) -> Markup:
    return say("Drawing the picture…")


def making_workbook(say: Speech) -> Markup:
    return say("Putting the table together…")


def under(say: Speech, found: Gathered, told: Told, group: str) -> str:
    year = school_year(say, found.survey.year)
    answered = say("answered: {n}", n=told.answers)
    return " · ".join(str(one.unescape()) if isinstance(one, Markup) else one
                      for one in (year, group, answered) if one)  # fmt: skip


def note(say: Speech, lines: Iterable[Line], *, is_cut: bool, kind: Kind) -> str:
    """What a reader of the picture needs to know."""
    told = list(lines)
    notes = []
    if kind is Kind.SEVERAL:
        notes.append(say("Each could choose several."))
    if any(isinstance(one.count, Hidden) or one.label is Other.OTHERS for one in told):
        notes.append(say("What would tell of fewer than {least} people is not shown.", least=LEAST))
    if is_cut:
        notes.append(say("Only the largest; all are in the Excel file."))
    return str(Markup(" ").join(notes).unescape())


def title(say: Speech, asked: SurveyQuestion) -> str:
    return shortened(wording(say, asked), _TITLE)


def caption(say: Speech, asked: SurveyQuestion) -> Markup:
    return Markup("<b>{}</b>").format(wording(say, asked))


def workbook_title(say: Speech, found: Gathered) -> str:
    named = say("What teachers need, {year}", year=school_year(say, found.survey.year))
    answered = say("answered: {n}", n=len(found.chosen))
    return f"{named.unescape()}; {answered.unescape()}"


def workbook_caption(say: Speech, found: Gathered) -> Markup:
    return say("What teachers need, {year}", year=school_year(say, found.survey.year))


def file_name(say: Speech) -> str:
    return str(say("needs"))


def headings(say: Speech) -> dict[str, str]:
    return {
        "question": str(say("Question")),
        "option": str(say("Answer of teachers")),
        "count": str(say("How many")),
        "share": str(say("Part of those who answered")),
        "before": str(say("Part last year")),
        "words": str(say("What was written")),
        "group": str(say("Whose answers")),
        "answers": str(say("How many answered")),
    }


def sheet_names(say: Speech) -> dict[str, str]:
    return {
        "all": str(say("All questions")),
        "groups": str(say("By groups")),
        "words": str(say("Own words")),
    }


def explained(say: Speech) -> list[str]:
    """Above the table."""
    return [
        str(
            say(
                "Fewer than {least} people are never told, nor what would let them be worked out.",
                least=LEAST,
            ).unescape()
        )
    ]
