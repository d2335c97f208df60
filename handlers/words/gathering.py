"""Waiting for an event together with others before there is a day for it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.demand.gatherings import Progress
from catalogue.demand.tables import Gathering, GatheringDay, GatheringVoice
from catalogue.programme.tables import Mode
from catalogue.subscriptions.tables import Subscription
from handlers.words.events import shortened
from handlers.words.speech import Speech, _

#: Of a theme in a sentence, and on a button.
LONGEST, LABEL_LENGTH = 80, 30


def together(say: Speech, progress: Progress, *, is_draft: bool) -> Markup:
    """Below a wish: how many want the same; told only where they are enough not to be known."""
    if is_draft or progress.is_reached:
        return say.n(
            "{n} person wants such an event: the centre is looking for a day.",
            "{n} people want such an event: the centre is looking for a day.",
            progress.people,
        )
    return say.n(
        "{n} person of the {needed} it takes for a centre to look for a day wants such an event.",
        "{n} people of the {needed} it takes for a centre to look for a day want such an event.",
        progress.people,
        needed=progress.needed,
    )


def question(
    say: Speech, one: Gathering, voice: GatheringVoice | None, *, people: int, now: datetime
) -> Markup:
    """With what was answered so far, and until when there is time for it."""
    heading = say("<b>“{words}”: which day would suit you?</b>", words=theme(one))
    many = say.n("{n} person is waiting for it.", "{n} people are waiting for it.", people)
    lines = [heading, Markup("{} {}").format(many, _how(say, one.answers_until, now=now))]
    if voice is not None and voice.days is not None:
        lines.append(_answered(say, len(voice.days)))
    return Markup("\n\n").join(lines)


def _how(say: Speech, until: datetime | None, *, now: datetime) -> Markup:
    if until is None or until <= now:
        return say("Press every day that suits you. You can change it until the centre has chosen.")
    return say(
        "Press every day that suits you, until {moment}. You can change it until the centre has "
        "chosen.",
        moment=say.deadline(until, now=now),
    )


def reminder(say: Speech) -> Markup:
    """Above the question, once."""
    return say("You have not answered yet, and the centre soon chooses the day:")


def _answered(say: Speech, days: int) -> Markup:
    if not days:
        return say("Your answer: none of these days suits you.")
    return say.n("Your answer: {n} day suits you.", "Your answer: {n} days suit you.", days)


def day(say: Speech, one: GatheringDay, *, now: datetime) -> str:
    """Plain text, for a button too: „gruodžio 5 d., št 14:00–16:00 · Kaunas“"""
    when = say.brief(one.starts_at, now=now)
    if one.ends_at is not None:
        when = f"{when}–{say.clock(one.ends_at)}"
    where = one.place or (str(say(_MODES[one.mode])) if one.mode else "")
    return " · ".join(filter(None, (when, shortened(where, LABEL_LENGTH))))


def ticked(label: str, *, chosen: bool) -> str:
    return f"✓ {label}" if chosen else label


def over(say: Speech) -> Markup:
    return say(
        "The days are no longer asked for: one is chosen already, or it was put off. When the "
        "event is published, I will write to you."
    )


def left(say: Speech) -> Markup:
    return say("All right, you no longer wait for it, and I will not write about it.")


def year_over(say: Speech, wishes: Sequence[Subscription]) -> Markup:
    named = ", ".join(say("“{words}”", words=_said(one)).unescape() for one in wishes)
    return say(
        "The school year is over, and what you were waiting for has not come: {words}. I will "
        "write of it no more, unless you keep waiting in the next one.",
        words=named,
    )


def keep_label(say: Speech, one: Subscription, *, alone: bool) -> str:
    if alone:
        return str(say("Keep waiting"))
    return say("Keep: {words}", words=shortened(one.words, LABEL_LENGTH)).unescape()


def kept(say: Speech, wishes: Sequence[Subscription]) -> Markup:
    named = ", ".join(say("“{words}”", words=_said(one)).unescape() for one in wishes)
    return say("You keep waiting for {words}. When there is one, I will write to you.", words=named)


def why(say: Speech, one: Gathering) -> Markup:
    return say(
        "You asked to be told of “{words}”. So many want it that the centre asks all of you for a "
        "day. You can stop waiting for it:",
        words=theme(one),
    )


def why_over(say: Speech) -> Markup:
    return say(
        "What you looked for in vain waits to the end of the school year; once, on its last day, "
        "I tell you that it ends."
    )


def theme(one: Gathering) -> str:
    return shortened(one.words, LONGEST)


def _said(one: Subscription) -> str:
    return shortened(one.words, LONGEST)


_MODES = {Mode.ONSITE: _("on site"), Mode.ONLINE: _("online"), Mode.HYBRID: _("hybrid")}
