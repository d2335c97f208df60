"""The ledger of hours as a picture, a page and a workbook, made in a process of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.drawing.charts import Bar, Chart, picture
from bot.drawing.portfolios import portfolio_page
from bot.jobs.bringing import brings
from bot.jobs.means import Make, Means
from catalogue.learning.certificates import of_registrations
from catalogue.learning.ledger import Earned, Ledger, ledger
from catalogue.learning.numbering import register_number
from catalogue.learning.portfolio import EARNED, OWN, Cell, Part, Portfolio, workbook
from catalogue.learning.tables import OwnEntry
from catalogue.people.tables import Person
from handlers.callbacks.learning import HoursPaper
from handlers.hours import PAPER
from handlers.words import portfolio as words
from handlers.words.events import centre_name, form_name, title
from handlers.words.hours import few, theme_name
from handlers.words.own_entries import KINDS as ENTRY_KINDS
from handlers.words.speech import Speech
from scheduler.files import File
from scheduler.jobs import Do, Finish, Run


@dataclass(frozen=True, slots=True)
class _Holder:
    name: str
    ledger: Ledger
    certificates: Mapping[int, str]


def hours_paper(means: Means) -> Do:
    """Papers are in Lithuanian, whoever asks for them: the portfolio is."""

    async def do(run: Run) -> Finish:
        say, lithuanian = means.voices[run.job.language], means.voices["lt"]
        facts = run.job.facts
        year = facts["year"]

        async def look(session: AsyncSession) -> _Holder:
            person = await session.get_one(Person, facts["person"])
            zone = say.timezone
            found = await ledger(session, person, year=year, now=run.now, zone=zone)
            papers = await of_registrations(session, [one.registration_id for one in found.earned])
            numbers = {
                registration: register_number(one.certificate.year, one.certificate.number)
                for registration, one in papers.items()
                if one.is_valid
            }
            return _Holder(person.name, found, numbers)

        seen = await run.database.read(look)
        caption = words.paper_caption(say, seen.ledger)
        match HoursPaper(facts["paper"]):
            case HoursPaper.PICTURE:
                content = await run.apart(picture, chart_of(say, seen.ledger))
                name = words.file_name(say, "png", year)
            case HoursPaper.PAGE:
                paper = portfolio_of(lithuanian, seen, now=run.now)
                content = await run.apart(portfolio_page, paper)
                name = words.file_name(lithuanian, "pdf", year)
            case HoursPaper.WORKBOOK:
                paper = portfolio_of(lithuanian, seen, now=run.now)
                content = await run.apart(workbook, paper, made_at=say.local(run.now))
                name = words.file_name(lithuanian, "xlsx", year)
        return brings(run, File(name, content), caption)

    return do


def chart_of(say: Speech, found: Ledger) -> Chart:
    """The whole against the target, its parts, and apart in another colour what one says."""
    told = words.chart_words(say, found)
    parts = [
        Bar(label=theme_name(say, name), value=hours, told=say.number(hours))
        for name, hours in few(found.by_theme())
    ]
    confirmed = Bar(
        label=told["confirmed"],
        value=found.confirmed_hours,
        told=say.number(found.confirmed_hours),
    )
    own = Bar(
        label=told["own"],
        value=found.own_hours,
        told=say.number(found.own_hours),
        colour="second",
    )
    return Chart(
        title=told["title"],
        under=told["under"],
        bars=[
            Bar(label=told["all"], value=found.hours, told=told["of"]),
            *(parts if len(found.earned) > 1 else []),
            *([confirmed] if found.confirmed else []),
            *([own] if found.own else []),
        ],
        note=told["note"],
        whole=found.target,
    )


def portfolio_of(say: Speech, holder: _Holder, *, now: datetime) -> Portfolio:
    found = holder.ledger
    return Portfolio(
        holder=holder.name or "–",
        target=found.target,
        parts=[
            Part(
                name="earned",
                columns=EARNED,
                rows=[_row(say, one, holder.certificates) for one in found.earned],
                hours=round(found.hours - found.confirmed_hours, 2),
            ),
            Part(
                name="confirmed",
                columns=OWN,
                rows=_entries(say, found.confirmed),
                hours=found.confirmed_hours,
            ),
            Part(
                name="own",
                columns=OWN,
                rows=_entries(say, found.own),
                hours=found.own_hours,
            ),
        ],
        words=words.paper_words(say, found, now=now),
    )


def _entries(say: Speech, entries: Sequence[OwnEntry]) -> list[Sequence[Cell]]:
    return [
        (one.day, one.title, one.organiser, str(say(ENTRY_KINDS[one.kind])), one.hours)
        for one in entries
    ]


def _row(say: Speech, one: Earned, certificates: Mapping[int, str]) -> Sequence[Cell]:
    event = one.event
    first, last = (say.local(moment).date() for moment in (event.starts_at, one.ended_at))
    return (
        *(first, last, title(say, event), centre_name(say, event.centre)),
        *(form_name(say, event.form), event.priority_field or ", ".join(event.subjects)),
        *(event.ktprr_code, certificates.get(one.registration_id, ""), one.hours),
    )


KINDS: dict[str, Make] = {PAPER: hours_paper}
