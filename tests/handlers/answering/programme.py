"""A small made-up programme, who is registered there, and somebody who asks about it."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.centres.pages import centre_pages
from catalogue.finding.finder import Finder
from catalogue.people.tables import Person
from catalogue.programme.tables import Event, Mode
from catalogue.registrations.tables import Registration, State
from handlers.answering import Answer, answer
from handlers.words.speech import Speech
from tests.factories import NOW, a_person, an_event, kept

VILNIUS = ZoneInfo("Europe/Vilnius")
LINK = "https://zoom.example/j/1"

Ask = Callable[..., Awaitable[Answer]]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS)


def programme() -> list[Event]:
    """One event of each kind that the questions are about."""
    ksic, akmene = (
        next(page for page in centre_pages() if page.slug == slug).row()
        for slug in ("ksic", "akmene")
    )
    events = [
        an_event(
            code="DI", title_lt="Dirbtinis intelektas pamokoje",
            title_en="Artificial Intelligence in the Lesson", form="dirbtuvės", mode=Mode.ONLINE,
            city="", join_url=LINK, starts=at("2026-11-30T14:00"), price_eur=Decimal(25),
            centre=ksic, seats=2, lecturer="Jonas Pavyzdys", certificate=True,
            coordinator="Rūta Pavyzdienė", contact="+370 600 00000",
            registration_closes=at("2026-11-28T12:00"),
        ),
        an_event(
            code="OL", title_lt="Matematikos olimpiada", form="olimpiada", place="Pavyzdžio g. 1",
            starts=at("2026-12-03T10:00"), price_eur=Decimal(0), centre=ksic,
        ),
        an_event(
            code="ITR", title_lt="Įtraukiojo ugdymo praktika", form="seminaras",
            starts=at("2026-12-08T14:00"), centre=akmene,
        ),
        an_event(
            code="KONF", title_lt="Lyderystės konferencija", form="konferencija", seats=100,
            starts=at("2027-10-12T10:00"), centre=akmene,
        ),
        an_event(
            code="PRAD", title_lt="Skaitymas pradinėse klasėse", mode=Mode.ONLINE, city="",
            audience=["pradinių klasių mokytojai"], starts=at("2026-11-25T15:00"),
            price_eur=Decimal(0), centre=akmene,
        ),
        an_event(
            code="LOGO", title_lt="Kalbos sutrikimai", audience=["logopedai"],
            starts=at("2026-12-16T10:00"), centre=akmene,
        ),
        an_event(
            code="AKORD", title_lt="Akordeono mokytojų meistriškumo kursai",
            form="meistriškumo kursai", audience=["muzikos mokytojai"], city="Vilnius",
            starts=at("2027-01-12T10:00"), centre=ksic,
        ),
        an_event(
            code="ISV", title_lt="Edukacinė išvyka į Nidą", form="edukacinė išvyka", city="Nida",
            place="Nuo centro durų", starts=at("2027-05-14T07:30"), centre=akmene,
        ),
    ]  # fmt: skip
    events[0].hours = 6
    return events


async def asked(
    session: AsyncSession, finder: Finder, text: str, language: str = "lt", **more: Any
) -> Answer:
    index = await finder.index(session)
    say = Speech(language, VILNIUS)
    facts: dict[str, Any] = {"say": say, "now": NOW}
    return await answer(session, index, text, **facts | more)


async def found(session: AsyncSession, code: str) -> Event:
    from catalogue.programme.queries import by_code

    return (await by_code(session, code))[0]


async def registered(
    session: AsyncSession, code: str, state: State = State.CONFIRMED, **facts: Any
) -> Person:
    """Somebody registered for one event."""
    person = a_person(**facts)
    await kept(session, person)
    await joined(session, person, await found(session, code), state)
    return person


async def joined(
    session: AsyncSession, person: Person, event: Event, state: State = State.CONFIRMED
) -> None:
    ticket = event.next_ticket
    event.next_ticket += 1
    registration = Registration(
        event=event, person_id=person.id, state=state, ticket=ticket, joined_at=NOW, changed_at=NOW
    )
    await kept(session, registration)
