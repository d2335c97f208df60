"""What those who came have said, for staff."""

from collections.abc import Mapping, Sequence

from babel.numbers import format_decimal
from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.quality.queries import Results
from catalogue.quality.scores import LEAST, LOW, QUESTIONS, Summary
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _

_LONGEST = 160
_BARS = " ▁▂▃▄▅▆▇█"


def page(
    say: Speech, event: Event, seen: Results, comments: Sequence[str], *, is_open: bool
) -> Markup:
    """`comments` are those of this page."""
    lines = [
        say("<b>Feedback</b>: {title}", title=_title(say, event)),
        say("Answered: {answers} of {asked} asked", answers=seen.answers, asked=seen.asked),
        Markup(""),
    ]
    if seen.summary is None:
        return Markup("\n").join([*lines, _untold(say, seen, is_open=is_open)])
    lines += [_line(say, name, seen.summary) for name in QUESTIONS]
    lines += [Markup(""), say("Means of 1–5; beside them how many gave 1, 2, 3, 4, 5.")]
    if seen.summary.answers < seen.answers:
        lines.append(_partly(say, seen, is_open=is_open))
    if seen.comments:
        count = len(seen.comments)
        lines += [Markup(""), say.n("{n} comment:", "{n} comments:", count)]
        lines += [Markup("• {}").format(one) for one in comments]
    return Markup("\n").join(lines)


def news(say: Speech, event: Event, what: str, seen: Summary) -> Markup:
    """`what` is one of `scheduler.feedback`."""
    return say(
        _NEWS[what],
        title=_title(say, event),
        answers=seen.answers,
        mean=mean(say, seen.means["overall"]),
        low=say.number(LOW),
    )


def mean(say: Speech, value: float) -> str:
    """„4,6“."""
    return format_decimal(value, "0.0", locale=say.language)


def bars(counts: Sequence[int]) -> str:
    """Each as high as its share of the highest; whoever is there at all is seen."""
    most = max(counts)
    steps = len(_BARS) - 1
    return "".join(_BARS[max(1, round(n / most * steps)) if n else 0] for n in counts)


def _line(say: Speech, name: str, seen: Summary) -> Markup:
    counts = seen.spread[name]
    return Markup("{}: <b>{}</b>  <code>{}</code>  {}").format(
        say(NAMES[name]), mean(say, seen.means[name]), bars(counts), " ".join(map(str, counts))
    )


def _partly(say: Speech, seen: Results, *, is_open: bool) -> Markup:
    """Why some answers are not counted in."""
    shown = seen.summary.answers if seen.summary else 0
    if is_open:
        return say(
            "These are the first {shown} answers; the others are added once no more are gathered.",
            shown=shown,
        )
    return say(
        "Shown: {shown} of {answers} answers. The others are fewer than {least}: added later, they "
        "would stand out by themselves.",
        shown=shown,
        answers=seen.answers,
        least=LEAST,
    )


def _untold(say: Speech, seen: Results, *, is_open: bool) -> Markup:
    """Why nothing is shown yet, or at all."""
    few = say(
        "With fewer than {least} answers only their number is shown: they are anonymous.",
        least=LEAST,
    )
    if not is_open:
        return Markup("{} {}").format(few, say("No more answers are gathered."))
    if seen.answers < LEAST:
        return few
    return say(
        "Means are shown once no more answers are gathered, or all who were asked have answered: "
        "seen earlier, the last answers could be worked out."
    )


def _title(say: Speech, event: Event) -> str:
    return shortened(title(say, event), _LONGEST)


NAMES: Mapping[str, str] = {
    "content": _("Content"),
    "lecturer": _("Lecturer"),
    "usefulness": _("Use for one’s work"),
    "arrangement": _("Organisation"),
    "overall": _("On the whole"),
}

_NEWS: Mapping[str, str] = {
    "ready": _("There is feedback on “{title}”. Answers so far: {answers}."),
    "final": _("All feedback on “{title}” is gathered. Answers: {answers}."),
    "low": _(
        "“{title}” was not liked: on the whole {mean} of 5, less than {low}. Answers so far: "
        "{answers}. It is worth looking at what went wrong."
    ),
}
