"""Whose list it is to be: the events of one's centres, and people looked for in all of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.participants.seeking import Sought
from catalogue.programme.tables import Event
from catalogue.registrations.tables import State
from handlers.words.events import shortened, title, where_short
from handlers.words.office.participants import LONGEST_LABEL, LONGEST_NAME, numbers, state_of
from handlers.words.speech import Speech

CountsOfAll = Mapping[tuple[int, State], int]


def events(
    say: Speech, shown: Sequence[Event], counts: CountsOfAll, *, first: int, now: datetime
) -> Markup:
    """Each with how full it is."""
    heading = say("<b>Those who take part</b>")
    if not shown:
        return Markup("\n").join([heading, say("There are no coming events here.")])
    lines = [heading, *_events(say, shown, counts, first=first, now=now), Markup("")]
    return Markup("\n").join([*lines, say("Choose an event, or write words of its title, a name "
                                          "or a school.")])  # fmt: skip


def ended(
    say: Speech, shown: Sequence[Event], counts: CountsOfAll, *, first: int, now: datetime
) -> Markup:
    heading = say("<b>Events that are over</b>")
    if not shown:
        return Markup("\n").join([heading, say("There are none yet.")])
    return Markup("\n").join([heading, *_events(say, shown, counts, first=first, now=now)])


def found_events(
    say: Speech,
    shown: Sequence[Event],
    counts: CountsOfAll,
    *,
    first: int,
    words: str,
    now: datetime,
) -> Markup:
    lines = [_looked_for(say, words), *_events(say, shown, counts, first=first, now=now)]
    return Markup("\n").join(lines)


def people_label(say: Speech, number: int) -> str:
    return str(say("People of this name or school: {n}", n=number))


def found_people(
    say: Speech,
    shown: Iterable[tuple[Sought, Event]],
    *,
    first: int,
    number: int,
    words: str,
    now: datetime,
) -> Markup:
    """One who is at several events is told of each; `number` is how many lines there are in all."""
    if not number:
        return Markup("\n").join(
            [
                _looked_for(say, words),
                say("There is no such event and no such person in your lists."),
                say("Please write no more than the beginning of a surname, a word of the school or "
                    "of the event’s title."),
            ]
        )  # fmt: skip
    lines = [_looked_for(say, words), say("<b>Found in the lists: {n}</b>", n=number)]
    for place, (one, event) in enumerate(shown, start=first):
        lines += [Markup(""), *_person(say, one, event, place, now=now)]
    return Markup("\n").join(lines)


def person_label(say: Speech, one: Sought, number: int) -> str:
    return shortened(f"{number}. {one.name or say('without a name')}", LONGEST_LABEL)


def _person(say: Speech, one: Sought, event: Event, number: int, *, now: datetime) -> list[Markup]:
    name = Markup("<b>{}</b>").format(shortened(one.name or say("without a name"), LONGEST_NAME))
    who = [name, Markup("{}").format(shortened(one.school, LONGEST_NAME))] if one.school else [name]
    return [
        Markup("{}. {}").format(number, Markup(" · ").join(who)),
        Markup("{} · {}").format(
            shortened(title(say, event), 100), say.brief(event.starts_at, now=now)
        ),
        state_of(say, one.state, None),
    ]


def _events(
    say: Speech, shown: Sequence[Event], counts: CountsOfAll, *, first: int, now: datetime
) -> list[Markup]:
    lines = []
    for number, event in enumerate(shown, start=first):
        of_event = {state: counts.get((event.id, state), 0) for state in State}
        facts = [say.brief(event.starts_at, now=now), where_short(say, event)]
        lines += [
            Markup(""),
            Markup("{}. <b>{}</b>").format(number, shortened(title(say, event), 160)),
            Markup("{}").format(" · ".join(fact for fact in facts if fact)),
            numbers(say, event, of_event),
        ]
    return lines


def _looked_for(say: Speech, words: str) -> Markup:
    return say("Looked for: “{words}”", words=words)
