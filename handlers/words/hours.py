"""The ledger of hours: what was really attended, apart from it what one says oneself."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.learning.ledger import Earned, Ledger
from catalogue.learning.tables import OwnEntry
from catalogue.learning.targets import FEWEST, MOST
from catalogue.programme.tables import Event
from handlers.words.events import form_name, in_brief, shortened, title
from handlers.words.own_entries import own_line
from handlers.words.school_years import school_year
from handlers.words.speech import Speech, _, capitalised

BLOCKS = 10
EVENTS_SHOWN, GROUPS_SHOWN, OWN_SHOWN = 6, 5, 3
LONGEST = 90

COMMISSION = _("Whether hours are counted, the attestation commission decides.")


def page(
    say: Speech,
    ledger: Ledger,
    suggestions: Sequence[Event],
    *,
    is_known: bool,
    is_over: bool,
    now: datetime,
) -> Markup:
    """All of one school year; `is_over` is a year before this one."""
    parts = [
        summary(say, ledger, is_over=is_over),
        _events(say, ledger, now=now),
        _groups(say, ledger),
        _confirmed(say, ledger, now=now),
        _own(say, ledger, now=now),
        suggested(say, suggestions, is_known=is_known, now=now),
        say(COMMISSION),
    ]
    return Markup("\n\n").join(part for part in parts if part)


def answer(
    say: Speech,
    ledger: Ledger,
    suggestions: Sequence[Event],
    law: Markup,
    *,
    is_known: bool,
    is_over: bool,
    now: datetime,
) -> Markup:
    """To whoever asks how many hours they have; `law` says how many days a teacher has."""
    own = own_heading(say, ledger) if ledger.own else None
    parts = [
        summary(say, ledger, is_over=is_over),
        own,
        suggested(say, suggestions, is_known=is_known, now=now),
        law,
        say(COMMISSION),
    ]
    return Markup("\n\n").join(part for part in parts if part)


def summary(say: Speech, ledger: Ledger, *, is_over: bool) -> Markup:
    """The year, the bar, and what is missing."""
    hours, target = say.number(ledger.hours), say.number(ledger.target)
    told = say("{hours} of {target} academic hours", hours=hours, target=target)
    lines = [
        say("<b>{year}: ledger of hours</b>", year=school_year(say, ledger.year)),
        Markup("{} <b>{}</b>").format(bar(ledger.hours, ledger.target), told),
        _missing(say, ledger, is_over=is_over),
    ]
    if not ledger.hours:
        lines.append(
            say(
                "Hours are counted from events that are over and where it was noted that you took "
                "part. There is no such event in this school year yet."
            )
        )
    return Markup("\n").join(lines)


def bar(hours: float, target: float) -> str:
    """„▮▮▮▯▯“: full only when the target is reached, and never empty where there is something."""
    filled = min(int(BLOCKS * hours / target), BLOCKS)
    filled = max(filled, 1 if hours else 0)
    return "▮" * filled + "▯" * (BLOCKS - filled)


def turn_label(year: int, *, is_later: bool) -> str:
    """To the ledger of another school year."""
    name = f"{year}–{year + 1}"
    return f"{name} ▶" if is_later else f"◀ {name}"


def _missing(say: Speech, ledger: Ledger, *, is_over: bool) -> Markup:
    if not ledger.missing:
        return say("The target of the year is reached.")
    missing = say.number(ledger.missing)
    if is_over:
        return say("{hours} academic hours were missing.", hours=missing)
    return say("{hours} academic hours are missing.", hours=missing)


def _events(say: Speech, ledger: Ledger, *, now: datetime) -> Markup | None:
    """The newest of them."""
    if not ledger.earned:
        return None
    shown = list(reversed(ledger.earned))[:EVENTS_SHOWN]
    lines = [say("<b>Events where you took part</b>"), *[_event(say, one, now) for one in shown]]
    if rest := len(ledger.earned) - len(shown):
        lines.append(say.n("and {n} more event", "and {n} more events", rest))
    return Markup("\n").join(lines)


def _event(say: Speech, one: Earned, now: datetime) -> Markup:
    event = one.event
    told = say(
        "{hours} academic h: {title}, {day}",
        hours=say.number(one.hours),
        title=shortened(title(say, event), LONGEST),
        day=say.plain_day(say.local(one.ended_at).date(), now=now),
    )
    return Markup("• {}").format(told)


def _groups(say: Speech, ledger: Ledger) -> Markup | None:
    """By field or subject and by form, where that says more than the list."""
    if len(ledger.earned) < 2:
        return None
    lines = [say("<b>By field or subject</b>")]
    for name, hours in few(ledger.by_theme()):
        lines.append(_group(say, theme_name(say, name), hours))
    lines.append(say("<b>By form</b>"))
    for name, hours in few(ledger.by_form()):
        lines.append(_group(say, kind_of_event(say, name), hours))
    return Markup("\n").join(lines)


def few(groups: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """The largest; the others together."""
    if len(groups) <= GROUPS_SHOWN:
        return list(groups)
    first, rest = groups[: GROUPS_SHOWN - 1], groups[GROUPS_SHOWN - 1 :]
    return [*first, ("", sum(hours for _, hours in rest))]


def _group(say: Speech, name: str, hours: float) -> Markup:
    return Markup("• {}: {}").format(shortened(name, LONGEST), say.number(hours))


def theme_name(say: Speech, name: str) -> str:
    """An event may have neither a field nor a subject."""
    return capitalised(name or str(say("other")))


def kind_of_event(say: Speech, form: str) -> str:
    return capitalised(form_name(say, form) if form else str(say("other")))


def _confirmed(say: Speech, ledger: Ledger, *, now: datetime) -> Markup | None:
    """Learnt elsewhere, and part of the sum."""
    if not ledger.confirmed:
        return None
    heading = say(
        "<b>Learnt elsewhere, confirmed by a centre: {hours} academic h</b>",
        hours=say.number(ledger.confirmed_hours),
    )
    return _entries(say, heading, ledger.confirmed, now=now)


def _own(say: Speech, ledger: Ledger, *, now: datetime) -> Markup | None:
    """Always said to be what it is."""
    if not ledger.own:
        return None
    return _entries(say, own_heading(say, ledger), ledger.own, now=now)


def _entries(say: Speech, heading: Markup, entries: Sequence[OwnEntry], *, now: datetime) -> Markup:
    """The newest of them."""
    shown = list(reversed(entries))[:OWN_SHOWN]
    lines = [heading, *[Markup("• {}").format(own_line(say, one, now=now)) for one in shown]]
    if rest := len(entries) - len(shown):
        lines.append(say.n("and {n} more entry", "and {n} more entries", rest))
    return Markup("\n").join(lines)


def own_heading(say: Speech, ledger: Ledger) -> Markup:
    return say(
        "<b>Your own entries: {hours} academic h</b>\nNo centre has confirmed them, so they are "
        "not part of the sum above.",
        hours=say.number(ledger.own_hours),
    )


def suggested(
    say: Speech, events: Sequence[Event], *, is_known: bool, now: datetime
) -> Markup | None:
    """Under the numbers of their buttons; `is_known` is whether they told of their work."""
    if not events:
        return None
    lines = [
        Markup("{}. <b>{}</b>\n{}").format(
            number, shortened(title(say, event), LONGEST), _facts(say, event, now)
        )
        for number, event in enumerate(events, start=1)
    ]
    if is_known:
        heading = say("For the hours that are missing these would fit:")
        return Markup("\n").join([heading, *lines])
    heading = say("The soonest events with free seats:")
    tell = say("Tell me of your work, and I shall suggest what is meant for you.")
    return Markup("\n").join([heading, *lines, tell])


def _facts(say: Speech, event: Event, now: datetime) -> str:
    hours = say("{hours} academic h", hours=say.number(event.hours or 0))
    return f"{hours} · {in_brief(say, event, now=now)}"


def ask_target(say: Speech, target: int, year: int) -> Markup:
    return say(
        "The target is now {target} academic hours a school year. Write another number: it holds "
        "for every teacher from {year} on; earlier years keep theirs.",
        target=target,
        year=school_year(say, year),
    )


def not_a_target(say: Speech) -> Markup:
    return say(
        "I need a whole number of academic hours from {fewest} to {most}, for example: <i>30</i>. "
        "Please write it once more.",
        fewest=FEWEST,
        most=MOST,
    )


def target_set(say: Speech, target: int) -> Markup:
    return say("The target is now {target} academic hours a school year.", target=target)
