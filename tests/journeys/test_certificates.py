"""Papers after an event: who gets one, whether it is real, and what becomes of a mistake on it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.marking import Said, entry_of, mark
from catalogue.learning.tables import Attendance, CertificateIssue, Presence, Source
from catalogue.people.tables import Person
from catalogue.programme.tables import Session
from catalogue.registrations.tables import Registration
from scheduler.clock import Clock
from tests.factories import VILNIUS, a_centre, kept
from tests.journeys.conftest import ON_SQLITE
from tests.journeys.person import Someone
from tests.journeys.test_participants import introduced

pytestmark = ON_SQLITE

P, A = Presence.PRESENT, Presence.ABSENT
CENTRE = "Kauno švietimo inovacijų centras"


async def planned(programme: Callable[..., Any], clock: Clock) -> int:
    """Two meetings of 4 academic hours each; the first begins in an hour."""
    start = clock.now() + timedelta(hours=1)
    meetings = [
        Session(
            starts_at=start + timedelta(days=n),
            ends_at=start + timedelta(days=n, hours=3),
            city="Kaunas",
        )
        for n in (0, 1)
    ]
    number: int = await programme(
        title_lt="Vertinimas", code="V-1", starts=start, ends_at=meetings[-1].ends_at, hours=8,
        sessions=meetings, centre=a_centre(name=CENTRE),
    )  # fmt: skip
    return number


async def said_of(
    session: AsyncSession, event: int, name: str
) -> tuple[Registration, list[Session]]:
    rows = await session.execute(
        select(Registration)
        .join(Person, Person.id == Registration.person_id)
        .where(Registration.event_id == event, Person.name == name)
    )
    meetings = await session.scalars(
        select(Session).where(Session.event_id == event).order_by(Session.starts_at)
    )
    return rows.scalar_one(), list(meetings)


async def marked(
    session: AsyncSession, event: int, people: Mapping[str, tuple[Presence, ...]], clock: Clock
) -> None:
    """What the list says at the end of the second meeting; of Petras too, who had left."""
    for name, presences in people.items():
        own, meetings = await said_of(session, event, name)
        for meeting, presence in zip(meetings, presences, strict=True):
            await kept(
                session,
                Attendance(
                    registration_id=own.id, session_id=meeting.id, presence=presence,
                    source=Source.LIST, marked_at=clock.now(),
                ),
            )  # fmt: skip


async def was_there_after_all(session: AsyncSession, event: int, name: str, clock: Clock) -> None:
    own, meetings = await said_of(session, event, name)
    entry = await entry_of(session, own.id, meetings[1].id)
    said, by = Said(Presence.LATE, 2), (await session.scalars(select(Person).limit(1))).one()
    await mark(session, entry, said, by=by, now=clock.now(), zone=VILNIUS, reason="Pasirašė lape")


async def code_on(database: Database, version: int) -> str:
    """What stands on Ona's paper."""

    async def look(session: AsyncSession) -> str:
        issues = select(CertificateIssue.code).where(
            CertificateIssue.version == version, CertificateIssue.name.like("Ona%")
        )
        return (await session.scalars(issues)).one()

    return await database.read(look)


async def test_from_attendance_to_a_corrected_paper(
    *,
    bot: Any,
    rasa: Someone,
    ona: Someone,
    somebody: Callable[[int], Someone],
    programme: Callable[..., Any],
    database: Database,
    clock: Clock,
) -> None:
    """Whoever was there gets it when the event is reported, and nobody else; what is corrected
    comes anew under the same number, and the old one says so. Forgotten, the number stays real.
    """
    event, rita, petras = await planned(programme, clock), somebody(1), somebody(2)
    await introduced(ona, "V-1", "Ona Petraitiene", "Registracija patvirtinta")
    await introduced(rita, "V-1", "Rita Ritaitė", "Registracija patvirtinta")
    await introduced(petras, "V-1", "Petras Petraitis", "Registracija patvirtinta")
    await petras.press("Atsisakyti")
    await petras.press("Taip")
    await petras.see("tšaukta")
    clock.push(timedelta(days=2))
    people = {"Ona Petraitiene": (P, A), "Rita Ritaitė": (A, A), "Petras Petraitis": (P, P)}
    await database.write(partial(marked, event=event, people=people, clock=clock))
    await _reported(rasa)
    assert (await ona.see_file("pazyma_2026-0001.pdf")).startswith(b"%PDF")
    await ona.see("Pažyma Nr. 2026-0001", "„Vertinimas“, 4 akad. val.")
    await _checked_and_corrected(ona, rita, database)
    await database.write(
        partial(was_there_after_all, event=event, name="Rita Ritaitė", clock=clock)
    )
    rita.say("/tikrinti 2026-0001")
    await rita.see("Pažyma Nr. 2026-0002", "2 akad. val.")
    assert not any(one["document"] for one in petras.chat)
    await _printed(rasa, ona)
    await _forgotten(ona, rasa, database)


async def _reported(rasa: Someone) -> None:
    """With the details of the centre, which stand on the papers."""
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Pažymos")
    await rasa.see("Pažymos bus išsiųstos savaime", "1. Ona Petraitien")
    await rasa.press("Centro rekvizitai")
    await rasa.press("Pasirašančiojo pareigos")
    rasa.say("Direktorė")
    await rasa.see("Pasirašančiojo pareigos: Direktorė")
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Pažymėti, kad ataskaita pateikta")
    await rasa.see("Pažymą iš karto gaus 1 žmogus.")
    await rasa.press("Taip, ataskaita pateikta")
    await rasa.see("ataskaita pateikta", "Vertinimas")


async def _checked_and_corrected(ona: Someone, rita: Someone, database: Database) -> None:
    code = await code_on(database, 1)
    rita.say(f"/tikrinti {code.lower()}")
    await rita.see("Pažyma galioja.", "Vertinimas", "4 akad. val.", "O. P.")
    await ona.press("Klaida pažymoje")
    await ona.press("Vardas ar pavardė")
    ona.say("Ona Petraitienė")
    await ona.see("Pažyma Nr. 2026-0001", "pakeičia anksčiau gautą")
    rita.say(f"/start chk_{code}")
    await rita.see("pakeista nauja tuo pačiu numeriu")
    rita.say(f"/tikrinti {await code_on(database, 2)}")
    await rita.see("Pažyma galioja.")


async def _printed(rasa: Someone, ona: Someone) -> None:
    """All of the event by staff, all of the year by the holder."""
    rasa.say("/start ev_V-1")
    await rasa.press("Tvarkyti")
    await rasa.press("Pažymos")
    await rasa.see("Išduotos 2 pažymos.", "Nr. 2026-0001", "Nr. 2026-0002")
    await rasa.press("Spausdinti ir pasirašyti")
    assert (await rasa.see_file("pazymos_V-1.pdf")).startswith(b"%PDF")
    ona.say("kur mano pažyma?")
    await ona.see("Čia turite 1 pažymą.")
    await ona.press("Mano pažymos")
    await ona.press("Visos viename faile")
    assert (await ona.see_file(".pdf")).startswith(b"%PDF")
    ona.say("/start ev_V-1")
    await ona.see("Renginys jau įvyko.")
    await ona.press("Mano pažyma")
    assert (await ona.see_file("2026-0001.pdf")).startswith(b"%PDF")


async def _forgotten(ona: Someone, rasa: Someone, database: Database) -> None:
    """Whoever holds the paper may still have it checked; nobody learns whose it was."""
    code = await code_on(database, 2)
    ona.say("/istrinti")
    await ona.press("Taip")
    await ona.see("ištrinti")
    rasa.say(f"/tikrinti {code}")
    await rasa.see("Pažyma galioja.", "4 akad. val.", "duomenys pašalinti savininko prašymu")
