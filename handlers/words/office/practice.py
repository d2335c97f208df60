"""What was made use of, in numbers; and examples that staff decide of."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.practice.bank import LONGEST, Shared
from catalogue.practice.queries import Counts, EventUse
from catalogue.practice.tables import Round, Standing, Use
from catalogue.programme.tables import Event
from catalogue.quality.scores import LEAST
from handlers.words.events import shortened, title
from handlers.words.office.feedback import bars
from handlers.words.office.numbers import share
from handlers.words.practice import USES, signature
from handlers.words.speech import Speech, _

_LONGEST_TITLE = 160


def of_event(say: Speech, event: Event, rounds: Sequence[EventUse]) -> Markup:
    heading = say("<b>What was made use of</b>: {title}", title=_title(say, event))
    if not rounds:
        asked = say(
            "Nobody was asked yet: those who came are asked six weeks and six months after the end."
        )
        return Markup("{}\n\n{}").format(heading, asked)
    return Markup("\n\n").join([heading, *[_round(say, one) for one in rounds]])


def _round(say: Speech, one: EventUse) -> Markup:
    lines = [
        Markup("<b>{}</b>").format(say(ROUNDS[one.round])),
        say("Answered: {answers} of {asked} asked", answers=one.answers, asked=one.asked),
    ]
    if one.counts is None:
        return Markup("\n").join([*lines, rule(say)])
    lines += list(_counts(say, one.counts))
    shown = sum(one.counts.values())
    if shown < one.answers:
        lines.append(partly(say, shown=shown, answers=one.answers))
    return Markup("\n").join(lines)


def _counts(say: Speech, counts: Counts) -> Sequence[Markup]:
    numbers = [counts[use] for use in Use]
    return [
        Markup("{}: <b>{}</b>  <code>{}</code>").format(say(USES[use]), number, bar)
        for use, number, bar in zip(Use, numbers, bars(numbers), strict=True)
    ]


def rule(say: Speech) -> Markup:
    """Why nothing is shown yet."""
    return say(
        "What they said is shown from {least} answers on, and grows by {least} at least, so that "
        "nobody’s own answer can be worked out.",
        least=LEAST,
    )


def partly(say: Speech, *, shown: int, answers: int) -> Markup:
    """Where not all of what was answered is shown."""
    return say(
        "Shown: {shown} of {answers} answers. The others would stand out by themselves.",
        shown=shown,
        answers=answers,
    )


def in_all(
    say: Speech,
    under: str,
    together: Mapping[Round, Counts],
    shown: Sequence[EventUse],
    *,
    first: int,
) -> Markup:
    """Of all events of a time; `shown` are those of this page, numbered from `first`."""
    lines = [say("<b>What was made use of</b> · {under}", under=under)]
    for round_, counts in together.items():
        lines += [Markup(""), Markup("<b>{}</b>").format(say(ROUNDS[round_]))]
        lines += list(_counts(say, counts))
    if not together:
        lines += [Markup(""), rule(say)]
    if shown:
        lines += [Markup(""), say("By event, and how many of them use it:")]
        lines += [_line(say, number, one) for number, one in enumerate(shown, start=first)]
    return Markup("\n").join(lines)


def _line(say: Speech, number: int, one: EventUse) -> Markup:
    used = share(used_share(one.counts)) if one.counts else "–"
    return Markup("{}. {} · {} · <b>{}</b>").format(
        number, shortened(one.title, 80), say(SHORT_ROUNDS[one.round]), used
    )


def used_share(counts: Counts) -> float:
    """The part of those who answered that uses it or has tried it."""
    return 1 - counts[Use.NOT_YET] / sum(counts.values())


def waiting_page(say: Speech, count: int) -> Markup:
    if not count:
        return say("No example waits for you.")
    return say.n("<b>{n} example waits for you</b>", "<b>{n} examples wait for you</b>", count)


def waiting_label(shared: Shared) -> str:
    return shortened(shared.example.words, 40)


def one(say: Speech, shared: Shared, *, now: datetime) -> Markup:
    """One example before staff."""
    signed = signature(shared)
    by = say("Signed: {signed}", signed=signed) if signed else say("Without a name.")
    return Markup("{}\n<b>{}</b>\n\n<blockquote>{}</blockquote>\n{}").format(
        say(_STANDS[shared.example.standing], when=say.moment(shared.example.written_at, now=now)),
        _title(say, shared.event),
        shared.example.words,
        by,
    )


def decided(say: Speech, standing: Standing, left: int) -> Markup:
    """Above the next one that waits."""
    told = say(_DECIDED[standing])
    return say("{told} Waiting still: {n}.", told=told, n=left)


def ask_words(say: Speech) -> Markup:
    return say(
        "Write the example as it should stand there, up to {most} characters: without names of "
        "pupils, in its author’s spirit.",
        most=LONGEST,
    )


def news(say: Speech, event: Event, count: int) -> Markup:
    """To staff: examples of the event wait."""
    named = _title(say, event)
    return say.n(
        "{n} example of how “{title}” was made use of waits for your decision.",
        "{n} examples of how “{title}” was made use of wait for your decision.",
        count,
        title=named,
    )


def choose_period(say: Speech) -> Markup:
    return say("Asked at what time?")


def _title(say: Speech, event: Event) -> str:
    return shortened(title(say, event), _LONGEST_TITLE)


PICTURE_TITLE = _("What was made use of")
PICTURE_CAPTION = _("What those who came say, six weeks and six months later.")
EVENTS_TITLE = _("How many use it or have tried it")
EVENTS_CAPTION = _("By event: the part of those who answered; the newest events.")


def bar_label(say: Speech, round_: Round, use: Use) -> str:
    """Plain text below a round's name."""
    return f"{say(ROUNDS[round_])}: {say(USES[use])}"


def event_label(say: Speech, one: EventUse) -> str:
    return f"{shortened(one.title, 120)} ({say(SHORT_ROUNDS[one.round])})"


def file_name(say: Speech) -> str:
    return str(say("use"))


ROUNDS: Mapping[Round, str] = {
    Round.SIX_WEEKS: _("After six weeks"),
    Round.SIX_MONTHS: _("After six months"),
}
SHORT_ROUNDS: Mapping[Round, str] = {
    Round.SIX_WEEKS: _("6 weeks"),
    Round.SIX_MONTHS: _("6 months"),
}

_DECIDED: Mapping[Standing, str] = {
    Standing.APPROVED: _("It is in the bank."),
    Standing.DECLINED: _("It was not let in."),
}
_STANDS: Mapping[Standing, str] = {
    Standing.WAITING: _("Waits for a decision, written on {when}"),
    Standing.APPROVED: _("In the bank, written on {when}"),
    Standing.DECLINED: _("Not let in, written on {when}"),
}
