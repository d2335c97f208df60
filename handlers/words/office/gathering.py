"""Those who wait for one thing, as staff see them: how many, and which day suits them."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.demand.days import MOST, OfferedDay
from catalogue.demand.gatherings import USUAL
from catalogue.demand.polls import Counted
from catalogue.demand.tables import Gathering, GatheringDay
from catalogue.numbers.groups import Group
from handlers.words.events import centre_name, shortened
from handlers.words.gathering import day, theme
from handlers.words.office.demand import who
from handlers.words.speech import Speech, capitalised

LABEL_LENGTH = 40


def drafted(say: Speech, one: Gathering, people: int) -> Markup:
    """To the coordinator, once."""
    return Markup("\n\n").join(
        [
            say.n(
                "<b>{n} person waits for “{words}”</b>",
                "<b>{n} people wait for “{words}”</b>",
                people,
                words=theme(one),
            ),
            say(
                "There is no such event, so I have made a draft of it. Offer up to {most} days: I "
                "will ask everybody who waits which of them suit.",
                most=MOST,
            ),
        ]
    )


def label(say: Speech, one: Gathering, people: int) -> str:
    """On a button of the list: „Laukia datos: streso valdymas · 14“"""
    words = shortened(one.words, LABEL_LENGTH)
    return say("Waits for a day: {words} · {n}", words=words, n=people).unescape()


def page(
    say: Speech,
    one: Gathering,
    days: Sequence[GatheringDay],
    counted: Counted,
    people: int,
    *,
    groups: Sequence[Group],
    towns: Sequence[Group],
    now: datetime,
) -> Markup:
    """As it is at this moment."""
    lines = [
        Markup("<b>{}</b>").format(capitalised(theme(one))),
        say.n(
            "A draft without a day: {n} person waits.",
            "A draft without a day: {n} people wait.",
            people,
        ),
        *who(say, groups, towns, now=now),
    ]
    if one.asked_at is None:
        lines += [Markup(""), say("Nobody was asked for a day yet.")]
        return Markup("\n").join(lines)
    lines += [Markup(""), _answers(say, counted)]
    if one.answers_until is not None:
        lines.append(_time(say, one.answers_until, now=now))
    lines += [
        Markup("• {}: <b>{}</b>").format(day(say, each, now=now), counted.suits[each.id])
        for each in days
    ]
    lines.append(say("None of the days suits: {n}", n=counted.none_suits))
    if any(each.starts_at > now for each in days):
        return Markup("\n").join([*lines, Markup(""), say("Press a day to choose it:")])
    return Markup("\n").join([*lines, Markup(""), say("All of these days have passed.")])


def _answers(say: Speech, counted: Counted) -> Markup:
    return say(
        "{answered} of the {asked} who were asked have answered:",
        answered=counted.answered,
        asked=counted.asked,
    )


def _time(say: Speech, until: datetime, *, now: datetime) -> Markup:
    if until > now:
        return say("The time to answer: until {moment}", moment=say.deadline(until, now=now))
    return say("The time to answer is over; whoever is late may still answer.")


def result(
    say: Speech,
    one: Gathering,
    best: Sequence[GatheringDay],
    counted: Counted,
    *,
    now: datetime,
) -> Markup:
    """To the coordinator, when the time to answer is over or everybody has answered."""
    heading = (
        say("<b>“{words}”: everybody has answered</b>", words=theme(one))
        if counted.answered == counted.asked
        else say("<b>“{words}”: the time to answer is over</b>", words=theme(one))
    )
    lines = [heading, _answers(say, counted) if counted.answered else _nobody(say, counted)]
    lines += [
        Markup("• {}: <b>{}</b>").format(day(say, each, now=now), counted.suits[each.id])
        for each in best
    ]
    if counted.none_suits:
        lines.append(say("None of the days suits: {n}", n=counted.none_suits))
    return Markup("\n").join([*lines, Markup(""), _what_next(say, best, counted)])


def _nobody(say: Speech, counted: Counted) -> Markup:
    return say.n(
        "I asked {n} person, nobody has answered.",
        "I asked {n} people, nobody has answered.",
        counted.asked,
    )


def _what_next(say: Speech, best: Sequence[GatheringDay], counted: Counted) -> Markup:
    if best:
        return say("Press a day and it becomes a draft: you fill in the rest and publish it.")
    if counted.answered:
        return say("None of the days suits anybody: offer others.")
    return say("Wait for more answers, or offer other days.")


def choose_label(say: Speech, one: GatheringDay, counted: Counted, *, now: datetime) -> str:
    return f"{day(say, one, now=now)} · {counted.suits[one.id]}"


def ask_days(say: Speech, one: Gathering) -> Markup:
    return say(
        "Which days for “{words}”? Up to {most}, each on a line of its own; after a semicolon the "
        "place, or that it is online:\n\n"
        "<i>2026-12-05 14:00–16:00; Kaunas\n12-08 15:00; online</i>",
        words=theme(one),
        most=MOST,
    )


def preview(
    say: Speech,
    one: Gathering,
    days: Sequence[OfferedDay],
    people: int,
    *,
    until: datetime,
    now: datetime,
) -> Markup:
    """What goes out, before it does."""
    lines = [Markup("• {}").format(_offered(say, each, now=now)) for each in days]
    asked = say.n(
        "I will ask {n} person who waits for “{words}” which of these days suit:",
        "I will ask {n} people who wait for “{words}” which of these days suit:",
        people,
        words=theme(one),
    )
    time = say(
        "I wait for answers until {moment}, and then tell you how it stands.",
        moment=say.deadline(until, now=now),
    )
    again = say("Not so? Write the days once more.")
    return Markup("\n").join([asked, *lines, Markup(""), time, again])


def ask_label(say: Speech, people: int) -> str:
    return str(say.n("Ask {n} person", "Ask {n} people", people))


def _offered(say: Speech, one: OfferedDay, *, now: datetime) -> str:
    return day(say, GatheringDay(**one._asdict()), now=now)


def offered(say: Speech) -> Markup:
    return say("Asked. You will see the answers here as they come.")


def dropped(say: Speech, one: Gathering) -> Markup:
    return say(
        "“{words}” is put off to the next school year. Those who wait go on waiting.",
        words=theme(one),
    )


def which_centre(say: Speech) -> Markup:
    return say("Which centre's event will it be?")


def not_days(say: Speech, line: str, most: int) -> Markup:
    if not line:
        return say("Write from one to {most} days, each on a line of its own.", most=most)
    return say(
        "“{line}” is no coming day with an hour. Write it so: 2026-12-05 14:00–16:00; Kaunas",
        line=shortened(line, 80),
    )


def gather_at(say: Speech, centre: Centre, *, is_only: bool) -> Markup:
    asked = say(
        "{centre}: how many people must wait for one thing until it becomes a draft? Now {n}.",
        centre=centre_name(say, centre),
        n=centre.gather_at,
    )
    if is_only:
        return asked
    reach = say(
        "It holds where most of those who wait have registered for events of this centre. Where "
        "they have registered nowhere yet, {usual} are needed.",
        usual=USUAL,
    )
    return Markup("{}\n\n{}").format(asked, reach)


def gather_at_where(say: Speech) -> Markup:
    return say("At which centre is it to be changed how many must wait?")
