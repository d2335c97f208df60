"""Reports as files: headings, names of groups, and how everything was counted."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from catalogue.numbers.counting import Count, Few
from catalogue.numbers.groups import LEAST, Label
from catalogue.quality.queries import Satisfaction
from catalogue.reports.funding import Source
from catalogue.reports.values import Due, Reach
from handlers.words.office import numbers
from handlers.words.papers import MODES as MODES_ON_PAPER
from handlers.words.speech import Speech, _

FUNDING: Mapping[Label, str] = {
    Source.BASKET: _("Money for teaching (the pupil’s basket)"),
    Source.PERSONAL: _("Participants’ own money"),
    Source.INSTITUTIONS: _("Money of schools and other institutions"),
    Source.COMPETITIONS: _("Money of the ministry and funds"),
    Source.MUNICIPAL: _("Municipal money"),
    Source.SPONSORS: _("Sponsors"),
    Source.PROJECTS: _("Projects"),
}
MODES: Mapping[Label, str] = dict(MODES_ON_PAPER.items())
BILLS: Mapping[Label, str] = {
    Due.SCHOOL_PAID: _("A school, paid"),
    Due.SCHOOL_DUE: _("A school, not ticked as paid"),
    Due.SELF_PAID: _("The participant, paid"),
    Due.SELF_DUE: _("The participant, not ticked as paid"),
    Due.OTHER_PAID: _("Somebody else, paid"),
    Due.OTHER_DUE: _("Somebody else, not ticked as paid"),
    Due.UNSAID_PAID: _("Not said who, paid"),
    Due.UNSAID_DUE: _("Not said who, not ticked as paid"),
}
COLUMNS: Mapping[str, str] = {
    "figure": _("Figure"),
    "now": _("This period"),
    "before": _("A year before"),
    "difference": _("Change"),
    "share": _("Change, %"),
    "form": _("Form"),
    "mode": _("How it is held"),
    "published": _("Announced"),
    "held": _("Held"),
    "cancelled": _("Cancelled"),
    "group": _("Group"),
    "field": _("Priority field"),
    "funding": _("Paid from"),
    "events": _("Events"),
    "came": _("Participations"),
    "people": _("People"),
    "hours": _("Academic hours"),
    "payer": _("Who pays"),
    "bills": _("Registrations"),
    "euros": _("Price × people, €"),
    "project": _("Project"),
    "code": _("Code"),
    "title": _("Event"),
    "from": _("From"),
    "until": _("Until"),
    "reported": _("Report handed in"),
    "question": _("Question"),
    "mean": _("Mean (1–5)"),
    "asked": _("When asked"),
    "use": _("Answer"),
    "answers": _("Answers"),
    "wish": _("Wish"),
    "times": _("Times looked for"),
    "municipality": _("Municipality"),
    "reached": _("Schools reached"),
    "unreached": _("Known schools not reached"),
}
#: By the tables' names: what stands on a tab, and what above a table or a picture.
SHEETS: Mapping[str, str] = {
    "figures": _("In brief"),
    "forms": _("By form"),
    "modes": _("By mode"),
    "audience": _("By audience"),
    "fields": _("By priority field"),
    "funding": _("By funding"),
    "bills": _("Who pays"),
    "projects": _("Projects"),
    "lines": _("Events of projects"),
    "satisfaction": _("Feedback"),
    "use": _("Use in practice"),
    "wishes": _("Unmet wishes"),
    "reached": _("Schools reached"),
    "unreached": _("Schools not reached"),
}
TITLES: Mapping[str, str] = {
    "figures": _("In brief"),
    "forms": _("Events by form"),
    "modes": _("Events by how they are held"),
    "audience": _("Academic hours attended, by audience"),
    "fields": _("Academic hours attended, by priority field"),
    "funding": _("Academic hours attended, by what they are paid from"),
    "bills": _("Who pays"),
    "projects": _("Projects"),
    "satisfaction": _("What those who came say (means of 1–5)"),
    "use": _("What is used in practice"),
    "wishes": _("Unmet wishes"),
    "unreached": _("Known schools not reached, by municipality"),
    "notes": _("How it was counted"),
}


def sheet(say: Speech, name: str) -> str:
    return str(say(SHEETS[name]))


def title(say: Speech, name: str) -> str:
    return str(say(TITLES.get(name, SHEETS.get(name, ""))))


def column(say: Speech, name: str) -> str:
    return str(say(COLUMNS[name]))


def label(say: Speech, one: Label, names: Mapping[Label, str], *, now: datetime) -> str:
    """Plain text: one of ours by its name, else as it was written."""
    return numbers.label(say, str(say(names[one])) if one in names else one, now=now)


def nothing(say: Speech) -> str:
    """In place of a table or a picture."""
    return str(say("Nothing to show, or fewer than {least} people.", least=LEAST))


def hours_of(say: Speech) -> str:
    """What stands beside each bar."""
    return str(say("Academic hours / participations"))


def schools(say: Speech, reach: Reach) -> str:
    """How many there are of both."""
    told = say(
        "Schools reached: {reached}. Known, but not reached: {unreached}.",
        reached=_count(say, reach.reached),
        unreached=_count(say, reach.unreached),
    )
    return str(told.unescape())


def _count(say: Speech, count: Count) -> str:
    return numbers.few(say) if isinstance(count, Few) else numbers.grouped(say, count)


def answers(say: Speech, liked: Satisfaction) -> str:
    """Of how many the means are."""
    if liked.summary is None:
        return nothing(say)
    answers = say.n("{n} answer", "{n} answers", liked.summary.answers)
    events = say.n("{n} event", "{n} events", liked.events)
    return str(say("{answers}, {events}", answers=answers, events=events))


def notes(say: Speech, *, until: date | None) -> Sequence[str]:
    """How everything is counted; `until` where the period is not over."""
    sentences = [
        *([say("It is not over: counted up to {day}.", day=say.plain_day(until))] if until else []),
        say("An event is of the period in which it ends: then its hours are complete."),
        say("Announced: all that teachers could see; held: those that are over and were not "
            "cancelled. Registrations are seats taken at the events held."),
        say("Only attendance that somebody has noted counts: whoever came to one meeting at least "
            "came, with the hours they were there. Events without any such note stand apart."),
        say("An event for several groups, or paid from several sources, counts in each of them."),
        say("Who pays: the price for each who takes part in what was held, or has paid; of one to "
            "four who are billed and did not come it is left out. It is no bookkeeping: paid is "
            "what staff have ticked."),
        say("Where staff have not said what an event is paid from, it is what people have said of "
            "who pays for them."),
        say("Schools are those that people known to this house have named, at all centres; there "
            "is no list of all the schools. Reached is one of which somebody came."),
        say("Feedback and use: only of events with {least} answers and more.", least=LEAST),
        say("Use in practice is what was answered to questions whose time came in this period, six "
            "weeks and six months after an event."),
        say("Unmet wishes are of all centres; times are not people."),
        say("A number of one to four people is told nowhere: small groups stand together as "
            "“Other”, with the next smallest one where it is needed. “–” or an empty cell: the "
            "number would tell of so few, or is not known."),
        say("A year before: the same months. Without a percentage where there was nothing."),
    ]  # fmt: skip
    return [str(one.unescape()) for one in sentences]


def page_foot(say: Speech) -> str:
    """With {page} and {pages} to be filled in."""
    return str(say("page {page} of {pages}", page="{page}", pages="{pages}"))
