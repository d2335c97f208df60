"""What stands in the tables of a report, cell by cell, for the sheets and for the paper alike."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from catalogue.demand.wishes import Wish
from catalogue.numbers.counting import Few
from catalogue.numbers.groups import Group, Label
from catalogue.numbers.workbook import Cell
from catalogue.practice.queries import Counts
from catalogue.practice.tables import Round
from catalogue.quality.queries import Satisfaction
from catalogue.quality.scores import QUESTIONS
from catalogue.reports.periods import Period
from catalogue.reports.trend import Beside, Told
from catalogue.reports.values import Kinds, Project, Report
from handlers.words.office import numbers as number_words
from handlers.words.office import report_files as words
from handlers.words.office import reports
from handlers.words.office.feedback import NAMES as QUESTION_NAMES
from handlers.words.office.practice import ROUNDS
from handlers.words.practice import USES
from handlers.words.speech import Speech

Row = Sequence[Cell]
_OF_GROUP = ("events", "came", "people", "hours")
#: By the tables' names, in their order.
COLUMNS: Mapping[str, Sequence[str]] = {
    "figures": ("figure", "now", "before", "difference", "share"),
    "forms": ("form", "published", "held", "cancelled"),
    "modes": ("mode", "published", "held", "cancelled"),
    "audience": ("group", *_OF_GROUP),
    "fields": ("field", *_OF_GROUP),
    "funding": ("funding", *_OF_GROUP),
    "bills": ("payer", "events", "bills", "people", "euros"),
    "projects": ("project", *_OF_GROUP),
    "lines": ("project", "title", "code", "from", "until", "came", "people", "hours", "reported"),
    "satisfaction": ("question", "mean", "before"),
    "use": ("use", "asked", "answers"),
    "wishes": ("wish", "people", "times"),
    "reached": ("municipality", "reached"),
    "unreached": ("municipality", "unreached"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that is told of a period; `until` where it is not over."""

    period: Period
    whose: str
    now: datetime
    until: date | None
    report: Report
    figures: Sequence[Beside]
    liked: Satisfaction
    liked_before: Satisfaction
    use: Mapping[Round, Counts]
    wishes: Sequence[Wish]


def tables(say: Speech, told: Account) -> dict[str, list[Row]]:
    """The rows of each, by the names of `COLUMNS`; empty where there is nothing to tell."""
    report, now = told.report, told.now
    return {
        "figures": [_figure(say, one) for one in told.figures],
        "forms": _kinds(report.forms, lambda one: number_words.form(say, one, now=now)),
        "modes": _kinds(
            report.modes, lambda one: words.label(say, one, words.MODES, now=now)
        ),
        "audience": _groups(say, report.audience.every, {}, now),
        "fields": _groups(say, report.fields.every, {}, now),
        "funding": _groups(say, report.funding.every, words.FUNDING, now),
        "bills": [
            (words.label(say, one.label, words.BILLS, now=now),
             one.events, one.registrations, one.people, one.euros)
            for one in report.bills
        ],
        "projects": _groups(say, report.projects, {}, now),
        "lines": [line for one in report.lines for line in _lines(say, one, now)],
        "satisfaction": _liked(say, told),
        "use": [
            (str(say(USES[use])), str(say(ROUNDS[when])), number)
            for when, counts in told.use.items()
            for use, number in counts.items()
        ],
        "wishes": [
            (number_words.wish(say, one, now=now), one.people or None, one.times or None)
            for one in told.wishes
        ],
        "reached": [
            (words.label(say, one.label, {}, now=now), one.schools)
            for one in report.reach.reached_in
        ],
        "unreached": [
            (words.label(say, one.label, {}, now=now), one.schools)
            for one in report.reach.unreached_in
        ],
    }  # fmt: skip


def exact(number: float) -> Decimal:
    """Of hours and means, as they are shown."""
    return Decimal(str(round(number, 2)))


def _figure(say: Speech, one: Beside) -> Row:
    change = one.change
    return (
        str(say(reports.FIGURES[one.name])),
        _cell(say, one.now),
        _cell(say, one.before),
        _cell(say, change.difference),
        change.share,
    )


def _cell(say: Speech, told: Told) -> Cell:
    if isinstance(told, Few):
        return number_words.few(say)
    return exact(told) if isinstance(told, float) else told


def _kinds(kinds: Sequence[Kinds], name: Callable[[Label], str]) -> list[Row]:
    return [(name(one.label), one.published, one.held, one.cancelled) for one in kinds]


def _groups(
    say: Speech, groups: Sequence[Group], names: Mapping[Label, str], now: datetime
) -> list[Row]:
    return [
        (words.label(say, one.label, names, now=now),
         one.events, one.registrations, one.people, exact(one.hours))
        for one in groups
    ]  # fmt: skip


def _lines(say: Speech, project: Project, now: datetime) -> Iterator[Row]:
    """Each event; what is not told of it stands in the last line, of all such together."""
    name = words.label(say, project.whole.label, {}, now=now)
    for one in project.events:
        days = (say.local(one.starts_at).date(), say.local(one.ended_at).date())
        reported = say.local(one.reported_at).date() if one.reported_at else None
        yield (name, one.title, one.code, *days, *_people(one.group), reported)
    if project.others:
        others = words.label(say, project.others.label, {}, now=now)
        yield (name, others, None, None, None, *_people(project.others), None)


def _people(group: Group | None) -> tuple[Cell, Cell, Cell]:
    if group is None:
        return None, None, None
    return group.registrations, group.people, exact(group.hours)


def _liked(say: Speech, told: Account) -> list[Row]:
    now, before = told.liked.summary, told.liked_before.summary
    if now is None:
        return []
    return [
        (
            str(say(QUESTION_NAMES[name])),
            exact(now.means[name]),
            exact(before.means[name]) if before else None,
        )
        for name in QUESTIONS
    ]
