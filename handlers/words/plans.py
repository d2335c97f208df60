"""A plan as a post: its events under their days, and what became different in it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.centres.tables import Centre
from catalogue.plans.entries import Change, Entry, Field, Kind
from catalogue.plans.following import Told
from catalogue.plans.queries import Line
from catalogue.plans.stretches import Stretch
from handlers.words import labels
from handlers.words.changes import mode_name
from handlers.words.events import centre_name, price, shortened, title, town_and_place, where_short
from handlers.words.limits import MOST_FORMATTED, formatted
from handlers.words.school_years import school_year
from handlers.words.speech import Speech, _, capitalised

#: Letters of one message that lists events, links and all, so that what stands above and below has
#: room; and how many of them it lists: Telegram formats a hundred pieces of a message at most.
LONGEST, MOST = 3500, 30
#: Changes told in one message.
MOST_CHANGES = 25
_TITLE, _CENTRE, _FACT = 100, 40, 120

#: The address of an event's card, from its code.
Link = Callable[[str], str]


def stretch_name(say: Speech, stretch: Stretch) -> str:
    """„Gruodis“ stands alone: „2026 m. gruodis“, „2026–2027 m. m.“"""
    if stretch.is_year:
        return school_year(say, stretch.first.year)
    return say.month(stretch.first)


def short_name(say: Speech, stretch: Stretch) -> str:
    """For a button: „Gruodis“."""
    if stretch.is_year:
        return stretch_name(say, stretch)
    return capitalised(say.month_alone(stretch.first))


def turn_label(say: Speech, stretch: Stretch, *, back: bool) -> str:
    """To the one before or after."""
    name = short_name(say, stretch)
    return f"‹ {name}" if back else f"{name} ›"


def heading(
    say: Speech, stretch: Stretch, centre: Centre | None, count: int, *, published: Markup
) -> Markup:
    """Above the events; `published` says when it was, or that it was not."""
    whose = centre_name(say, centre) if centre else str(say(labels.ALL_CENTRES))
    name = capitalised(stretch_name(say, stretch))
    told = say.n("<b>{name}: plan</b> · {n} event", "<b>{name}: plan</b> · {n} events", count,
                 name=name)  # fmt: skip
    return Markup("\n").join(part for part in (told, Markup("{}").format(whose), published) if part)


def published(say: Speech, moment: datetime | None, *, now: datetime) -> Markup:
    if moment is None:
        return say("The plan has not been published yet; this is what the programme has already.")
    return say("Published on {day}.", day=say.plain_day(say.local(moment).date(), now=now))


def nothing(say: Speech) -> Markup:
    return say("There are no events in this time yet.")


def more(say: Speech) -> Markup:
    """Where one message does not hold it."""
    return say("This is not all: press “{button}”.", button=say(labels.WHOLE_PLAN))


def parts(
    say: Speech,
    lines: Sequence[Line],
    *,
    link: Link,
    now: datetime,
    with_centre: bool = False,
    longest: int = LONGEST,
) -> list[Markup]:
    """The events under their days, in as many messages as they need."""
    messages: list[list[Markup]] = []
    taken, size, under = MOST, longest, None
    for one in lines:
        its_day = say.local(one.entry.starts_at).date()
        told = _line(say, one, link=link, now=now, with_centre=with_centre)
        heading = Markup("\n<b>{}</b>\n").format(say.day(its_day, now=now))
        if taken == MOST or size + len(heading) * (its_day != under) + len(told) > longest:
            messages.append([])
            taken, size, under = 0, 0, None
        if its_day != under:
            told = (heading if messages[-1] else heading.lstrip()) + told
            under = its_day
        messages[-1].append(told)
        taken, size = taken + 1, size + len(told) + 1
    return [Markup("\n").join(message) for message in messages]


def hours(say: Speech, entry: Entry, *, now: datetime) -> str:
    """When on its day; of several meetings how many there are and until when."""
    begin, end = entry.starts_at, entry.ends_at
    first_end = entry.meetings[0].end
    is_one_day = say.local(begin).date() == say.local(first_end).date()
    clock = f"{say.clock(begin)}–{say.clock(first_end)}" if is_one_day else say.clock(begin)
    last = say.local(end).date()
    if len(entry.meetings) > 1:
        until = say.plain_day(last, now=now)
        more = say.n("{n} meeting, until {day}", "{n} meetings, until {day}", len(entry.meetings),
                     day=until)  # fmt: skip
        return f"{clock} ({more.unescape()})"
    if is_one_day:
        return clock
    return say("{clock}, until {when}", clock=clock, when=say.deadline(end, now=now)).unescape()


def place(say: Speech, entry: Entry) -> str:
    """The first where there are several; of an online event that it is one."""
    where = shortened(where_short(say, entry), _CENTRE)
    others = len({one.city for one in entry.meetings if one.city}) - 1
    return f"{where} (+{others})" if others > 0 and entry.city else where


def followed(say: Speech, centre: Centre | None, *, is_new: bool) -> Markup:
    if not is_new:
        return say("You follow this plan already.")
    begun = (
        say("You follow the plans of all centres.")
        if centre is None
        else say("You follow the plan of the centre “{name}”.", name=centre_name(say, centre))
    )
    what = say(
        "I will send a plan when it is published, and on the morning of a working day I will tell "
        "what has changed in it."
    )
    return Markup("{} {}").format(begun, what)


def stopped(say: Speech, centre: Centre | None) -> Markup:
    if centre is None:
        return say("I no longer write to you about the plans of the centres.")
    name = centre_name(say, centre)
    return say("I no longer write to you about the plan of the centre “{name}”.", name=name)


def stop_label(say: Speech, centre: Centre | None, *, is_only: bool) -> str:
    """Of several each is named."""
    if centre is None or is_only:
        return str(say(labels.STOP_FOLLOWING))
    name = shortened(centre_name(say, centre), _CENTRE)
    return say("No more: {words}", words=name).unescape()


def choose_centre(say: Speech) -> Markup:
    return say("The plan of which centre?")


def why(say: Speech) -> Markup:
    return say("You follow the plan: I send it when it is published, and tell what changes in it.")


def news(say: Speech, told: Sequence[Told], *, link: Link, now: datetime) -> Markup:
    """What became different, by centre; what does not fit is counted."""
    lines: list[Markup] = [say("<b>Changes in the plan</b>")]
    made = [(one.centre, change) for one in told for change in one.changes]
    whose: Centre | None = None
    for number, (centre, change) in enumerate(made):
        text = _change(say, change, link=link, now=now)
        together = "\n".join([*lines, text])
        if (
            number >= MOST_CHANGES
            or len(together) > LONGEST
            or formatted(together) > MOST_FORMATTED
        ):
            rest = len(made) - number
            lines += [Markup(""), say.n("and {n} more change", "and {n} more changes", rest)]
            break
        if centre is not whose:
            lines.append(Markup("{}").format(centre_name(say, centre)))
            whose = centre
        lines += [Markup(""), text]
    return Markup("\n").join(lines)


def _line(say: Speech, one: Line, *, link: Link, now: datetime, with_centre: bool) -> Markup:
    entry = one.entry
    name = shortened(title(say, entry), _TITLE)
    clock = hours(say, entry, now=now)
    if entry.is_off:
        return Markup("<s>{} {}</s> · {}").format(clock, name, say("cancelled"))
    facts = [place(say, entry), price(say, entry)]
    if with_centre:
        facts.append(shortened(centre_name(say, one.event.centre), _CENTRE))
    told = " · ".join(fact for fact in facts if fact)
    text = Markup('{} <a href="{}">{}</a>{}').format(
        clock, link(entry.code), name, f" · {told}" if told else ""
    )
    mark = _mark(say, one.change)
    return Markup("{}\n<i>{}</i>").format(text, mark) if mark else text


def _mark(say: Speech, change: Change | None) -> Markup | None:
    """What a reader of the published plan must know."""
    if change is None or change.kind is None:
        return None
    if change.kind in {Kind.ADDED, Kind.REOPENED}:
        return say("Added after publishing")
    what = ", ".join(str(say(_FIELDS[field])).lower() for field in change.fields)
    return say("Changed after publishing: {what}", what=what)


def _change(say: Speech, change: Change, *, link: Link, now: datetime) -> Markup:
    entry = change.entry
    name = shortened(title(say, entry), _TITLE)
    linked = Markup('<a href="{}">{}</a>').format(link(entry.code), name)
    when = say.brief(entry.starts_at, now=now)
    match change.kind:
        case Kind.ADDED | Kind.REOPENED:
            facts = " · ".join(fact for fact in (place(say, entry), price(say, entry)) if fact)
            told = say(_KINDS[change.kind], when=_span(say, entry, now=now), title=linked)
            return Markup("{} · {}").format(told, facts) if facts else told
        case Kind.CANCELLED | Kind.GONE:
            return say(_KINDS[change.kind], when=when, title=name)
        case _:
            return Markup("\n").join([linked, *_differences(say, change, now=now)])


def _differences(say: Speech, change: Change, *, now: datetime) -> Iterator[Markup]:
    before, after = change.before, change.after
    if before is None or after is None:
        return
    if Field.TIME not in change.fields:
        yield Markup("{}").format(_span(say, after, now=now))
    for field in change.fields:
        was, becomes = (_value(say, field, entry, now=now) for entry in (before, after))
        yield Markup("{}: <s>{}</s> → <b>{}</b>").format(say(_FIELDS[field]), was, becomes)


def _value(say: Speech, field: Field, entry: Entry, *, now: datetime) -> str:
    unknown = say("not given").unescape()
    match field:
        case Field.TIME:
            return _span(say, entry, now=now)
        case Field.PLACE:
            places = dict.fromkeys(town_and_place(one) for one in entry.meetings)
            return shortened("; ".join(one for one in places if one), _FACT) or unknown
        case Field.MODE:
            return mode_name(say, entry.mode)
        case Field.PRICE:
            return price(say, entry) or unknown
        case Field.LECTURER:
            return shortened(entry.lecturer, _FACT) or unknown


def _span(say: Speech, entry: Entry, *, now: datetime) -> str:
    """„gruodžio 5 d., pn 10:00–13:00“; of several meetings all their first hours as far as they
    are few.
    """
    if len(entry.meetings) in range(2, 5):
        return "; ".join(say.brief(one.start, now=now) for one in entry.meetings)
    return f"{day(say, entry.starts_at, now=now)} {hours(say, entry, now=now)}"


def day(say: Speech, moment: datetime, *, now: datetime) -> str:
    """„gruodžio 5 d., pn“"""
    return say.brief(moment, now=now).removesuffix(say.clock(moment)).rstrip(" ,")


_FIELDS = {
    Field.TIME: _("Time"),
    Field.PLACE: _("Place"),
    Field.MODE: _("On site or online"),
    Field.PRICE: _("Price"),
    Field.LECTURER: _("Lecturer"),
}
_KINDS = {
    Kind.ADDED: _("<b>New:</b> {when} {title}"),
    Kind.REOPENED: _("<b>On again:</b> {when} {title}"),
    Kind.CANCELLED: _("<b>Cancelled:</b> <s>{when} {title}</s>"),
    Kind.GONE: _("<b>No longer in the plan:</b> <s>{when} {title}</s>"),
}
