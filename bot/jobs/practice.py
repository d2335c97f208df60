"""What was made use of, as a picture drawn in a process of its own."""

import functools
from collections.abc import Mapping, Sequence

from bot.drawing.charts import Bar, Chart, picture
from bot.jobs.bringing import brings, tells
from bot.jobs.means import Make, Means
from catalogue.numbers.groups import MOST_LINES
from catalogue.numbers.periods import span_of
from catalogue.practice.queries import Counts, EventUse, in_all, use
from catalogue.practice.tables import Round
from handlers.office.callbacks.practice import UseNumbers, UseShow
from handlers.office.practice import DRAW, way_back
from handlers.words.office import numbers as number_words
from handlers.words.office import practice as words
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run


def drawn(means: Means) -> Do:
    """Of all events together, or event by event."""

    async def do(run: Run) -> Finish:
        say, view = means.voices[run.job.language], UseNumbers.unpack(run.job.facts["view"])
        read = functools.partial(
            use,
            span=span_of(view.period, say.local(run.now).date()),
            zone=say.timezone,
            centre_ids=run.job.facts["centres"],
        )
        found, under = await run.database.read(read), run.job.facts["under"]
        if view.show is UseShow.EVENTS:
            title, caption = words.EVENTS_TITLE, words.EVENTS_CAPTION
            chart = events_chart(say, found, under=under)
        else:
            title, caption = words.PICTURE_TITLE, words.PICTURE_CAPTION
            chart = chart_in_all(say, in_all(found), under=under)
        keyboard = way_back(say, view)
        if chart is None:
            return tells(run, number_words.nothing(say, str(say(title)), under), keyboard)
        file = File(f"{words.file_name(say)}.png", await run.apart(picture, chart))
        return brings(run, file, say(caption), keyboard)

    return do


def chart_in_all(say: Speech, together: Mapping[Round, Counts], *, under: str) -> Chart | None:
    """Answers by round; None where none are told."""
    bars = [
        Bar(
            label=words.bar_label(say, round_, said),
            value=number,
            told=number_words.grouped(say, number),
            colour="main" if round_ is Round.SIX_WEEKS else "second",
        )
        for round_, counts in together.items()
        for said, number in counts.items()
    ]
    if not bars:
        return None
    return Chart(title=str(say(words.PICTURE_TITLE)), under=under, bars=bars)


def events_chart(say: Speech, found: Sequence[EventUse], *, under: str) -> Chart | None:
    """The newest of those of which anything is told."""
    shares = [(one, words.used_share(one.counts)) for one in reversed(found) if one.counts]
    bars = [
        Bar(
            label=words.event_label(say, one),
            value=part,
            told=number_words.share(part),
            colour="main" if one.round is Round.SIX_WEEKS else "second",
        )
        for one, part in shares[:MOST_LINES]
    ]
    if not bars:
        return None
    return Chart(title=str(say(words.EVENTS_TITLE)), under=under, bars=bars, whole=1)


KINDS: dict[str, Make] = {DRAW: drawn}
