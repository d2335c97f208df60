"""What is kept of the seats one took."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.database import Database
from catalogue.learning.tables import Attendance, Presence, Source
from catalogue.people.tables import Person
from catalogue.practice.tables import Round, Use, UseAsked
from catalogue.privacy.facts import Facts
from catalogue.privacy.seats import of_seats
from catalogue.quality.tables import FeedbackAsked
from catalogue.registrations import rules
from catalogue.registrations.tables import (
    LeaveRequest,
    Notice,
    NoticeKind,
    Payer,
    Payment,
    SeatPass,
)
from tests.factories import NOW, a_centre, a_person, an_event, kept

BEFORE, DAY = "2026-11-21T08:00:00+00:00", "2026-11-22T08:00:00+00:00"


async def test_each_seat_with_all_that_hangs_on_it(database: Database) -> None:
    """And nothing that hangs on another's."""

    async def make(session: AsyncSession) -> int:
        ona, jonas = a_person(), a_person()
        event = an_event(title_lt="Vertinimas", centre=a_centre(name="Centras"), starts=NOW)
        await kept(session, ona, jonas, event)
        for person in (jonas, ona):
            joined = await rules.join(
                session, event_id=event.id, person=person, now=NOW - timedelta(days=1)
            )
            joined.registration.access_need = "stambus šriftas" if person is ona else "rampa"
            number, ticket = joined.registration.id, joined.registration.ticket
            await kept(
                session,
                LeaveRequest(registration_id=number, ticket=ticket, reason="Liga", asked_at=NOW),
                SeatPass(
                    registration_id=number,
                    ticket=ticket,
                    secret_hash=str(number),
                    made_at=NOW,
                    expires_at=NOW,
                ),
                Attendance(
                    registration_id=number,
                    session_id=event.sessions[0].id,
                    presence=Presence.LATE,
                    hours=2.5,
                    source=Source.LIST,
                    marked_at=NOW,
                ),
                FeedbackAsked(registration_id=number, asked_at=NOW, came=True, answered=True),
                UseAsked(
                    registration_id=number, round=Round.SIX_WEEKS, asked_at=NOW, use=Use.TRIED
                ),
                Notice(
                    registration_id=number,
                    kind=NoticeKind.CHANGED,
                    made_at=NOW,
                    is_fine=True,
                    answered_at=NOW,
                ),
                Payment(
                    registration_id=number,
                    payer=Payer.SCHOOL,
                    school="Akmenės gimnazija",
                    said_at=NOW,
                ),
            )
        return ona.id

    async def look(session: AsyncSession) -> list[Facts]:
        return await of_seats(session, await session.get_one(Person, number))

    number = await database.write(make)
    assert await database.read(look) == [
        {
            "title": "Vertinimas",
            "centre": "Centras",
            "starts_at": DAY,
            "state": "confirmed",
            "joined_at": BEFORE,
            "changed_at": BEFORE,
            "access_need": "stambus šriftas",
            "at_once": False,
            "walked_in": False,
            "offer_until": None,
            "payment": {
                "payer": "school",
                "payer_name": "Akmenės gimnazija",
                "payer_contact": "",
                "said_at": DAY,
                "paid_at": None,
            },
            "leave_requests": [{"reason": "Liga", "asked_at": DAY, "granted": None}],
            "seat_passes": [{"made_at": DAY, "used": False}],
            "attendance": [
                {
                    "starts_at": DAY,
                    "presence": "late",
                    "hours": 2.5,
                    "source": "list",
                    "marked_at": DAY,
                }
            ],
            "feedback": {"asked_at": DAY, "reminded_at": None, "answered": True},
            "use_asked": [{"asked_at": DAY, "round": "six_weeks", "use": "tried"}],
            "notices": [{"notice": "changed", "made_at": DAY, "is_fine": True, "answered_at": DAY}],
        }
    ]
