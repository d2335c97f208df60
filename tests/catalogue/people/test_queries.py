import json
from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.answers.tables import KnownAnswer
from catalogue.database import Database
from catalogue.enquiries.tables import Enquiry
from catalogue.glossary.tables import TaughtWord
from catalogue.learning.tables import Attendance, OwnEntry, OwnKind, Presence, Source
from catalogue.people.appointing import invite
from catalogue.people.tables import Lecturing, Person, PersonTrait, Role, StaffMember, Trait
from catalogue.plans.tables import PlanFollower
from catalogue.privacy.kept import kept as everything_kept
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
from catalogue.subscriptions.tables import Rhythm, Subscription, SubscriptionHit
from tests.factories import NOW, a_centre, a_person, an_event, kept


def told_and_written(person: Person) -> list[Any]:
    """A fact of their work, an announcement, a word for the search, and an answer."""
    return [
        PersonTrait(person_id=person.id, kind=Trait.SUBJECT, value="matematika", key="matematika"),
        Announcement(
            author_id=person.id, state=AnnouncementState.DRAFT, text="Kviečiame!", created_at=NOW
        ),
        TaughtWord(
            said="kahutas",
            meant="Kahoot",
            said_key="kahut",
            meant_key="kahoot",
            taught_by=person.id,
            taught_at=NOW,
        ),
        KnownAnswer(
            questions=["ar yra liftas"],
            answer="Yra.",
            language="lt",
            added_by=person.id,
            added_at=NOW,
            changed_at=NOW,
        ),
    ]


async def test_kept_tells_everything_in_plain_facts(database: Database) -> None:
    """Registrations with their event, an adjustment, the time as staff; ready to be a file."""

    async def make(session: AsyncSession) -> int:
        ona = a_person(
            telegram_id=7,
            name="Ona Petraitienė",
            language="en",
            client_language="lt",
            telephone="+37061234567",
            unwanted_reminders=[120],
            weekly_ceiling=2,
        )
        event = an_event(title_lt="Vertinimas", centre=a_centre(name="Centras"), starts=NOW)
        await kept(session, ona, event)
        member = StaffMember(person_id=ona.id, role=Role.COORDINATOR, since=NOW, centre_id=None)
        before = NOW.replace(day=1)
        joined = await rules.join(session, event_id=event.id, person=ona, now=before)
        joined.registration.access_need = "stambus šriftas"
        await kept(session, member, *told_and_written(ona))
        await kept(session, Lecturing(person_id=ona.id, event_id=event.id))
        await invite(session, by=ona, role=Role.DOOR, centre_id=event.centre_id, now=NOW)
        wish = Subscription(
            person_id=ona.id, words="keramika", rhythm=Rhythm.WEEKLY, since=NOW, wanted={}
        )
        await kept(session, wish)
        own = {"registration_id": joined.registration.id, "ticket": joined.registration.ticket}
        await kept(
            session,
            LeaveRequest(**own, reason="Susirgau", asked_at=NOW),
            SeatPass(**own, secret_hash="x", made_at=NOW, expires_at=NOW),
        )
        mark = Attendance(
            registration_id=joined.registration.id,
            session_id=event.sessions[0].id,
            presence=Presence.LATE,
            hours=2.5,
            source=Source.LIST,
            marked_at=NOW,
        )
        asked = FeedbackAsked(
            registration_id=joined.registration.id, asked_at=NOW, came=True, answered=True
        )
        await kept(session, mark, asked)
        notice = Notice(
            registration_id=joined.registration.id,
            kind=NoticeKind.CHANGED,
            made_at=NOW,
            is_fine=True,
            answered_at=NOW,
        )
        hit = SubscriptionHit(
            subscription_id=wish.id, event_id=event.id, found_at=NOW, planned_at=NOW
        )
        payment = Payment(
            registration_id=joined.registration.id,
            payer=Payer.SCHOOL,
            school="Akmenės gimnazija",
            said_at=NOW,
        )
        enquiry = Enquiry(
            person_id=ona.id,
            words="Ar yra liftas?",
            language="lt",
            is_nameless=True,
            asked_at=NOW,
            answer="Yra.",
            answered_at=NOW,
            closed_at=NOW,
            closed_by=ona.id,
        )
        book = OwnEntry(
            person_id=ona.id,
            kind=OwnKind.SELF_STUDY,
            title="Knyga",
            day=NOW.date() - timedelta(days=2),
            hours=4,
            added_at=NOW,
        )
        plan = PlanFollower(person_id=ona.id, since=NOW)
        await kept(session, notice, hit, payment, enquiry, book, plan)
        return ona.id

    async def look(session: AsyncSession) -> dict[str, Any]:
        return await everything_kept(session, person=await session.get_one(Person, number))

    number = await database.write(make)
    november = "2026-11-{:02}T08:00:00+00:00".format
    assert json.loads(json.dumps(await database.read(look))) == {
        "telegram_id": 7,
        "name": "Ona Petraitienė",
        "telephone": "+37061234567",
        "email": "",
        "language": "en",
        "client_language": "lt",
        "met_at": november(22),
        "consented_at": november(22),
        "unreachable_since": None,
        "quiet_from": "21:00",
        "quiet_until": "07:30",
        "wants_reminders": True,
        "unwanted_reminders": [120],
        "wants_announcements": True,
        "wants_feedback": True,
        "weekly_ceiling": 2,
        "work": {"subject": ["matematika"]},
        "staff": [{"centre": "", "role": "coordinator", "since": november(22), "topics": []}],
        "lectures": [{"title": "Vertinimas", "starts_at": november(22)}],
        "invitations": [{"role": "door", "expires_at": november(25), "used": False}],
        "deeds": [
            {
                "deed": "invited",
                "made_at": november(22),
                "own": True,
                "facts": {"role": "door"},
            }
        ],
        "registrations": [
            {
                "title": "Vertinimas",
                "centre": "Centras",
                "starts_at": november(22),
                "state": "confirmed",
                "joined_at": november(1),
                "changed_at": november(1),
                "access_need": "stambus šriftas",
                "at_once": False,
                "offer_until": None,
                "payment": {
                    "payer": "school",
                    "payer_name": "Akmenės gimnazija",
                    "payer_contact": "",
                    "said_at": november(22),
                    "paid_at": None,
                },
                "leave_requests": [
                    {"reason": "Susirgau", "asked_at": november(22), "granted": None}
                ],
                "seat_passes": [{"made_at": november(22), "used": False}],
                "attendance": [
                    {
                        "starts_at": november(22),
                        "presence": "late",
                        "hours": 2.5,
                        "source": "list",
                        "marked_at": november(22),
                    }
                ],
                "feedback": {
                    "asked_at": november(22),
                    "reminded_at": None,
                    "answered": True,
                },
                "notices": [
                    {
                        "notice": "changed",
                        "made_at": november(22),
                        "is_fine": True,
                        "answered_at": november(22),
                    }
                ],
            }
        ],
        "certificates": [],
        "subscriptions": [
            {
                "words": "keramika",
                "rhythm": "weekly",
                "since": november(22),
                "ended_at": None,
                "told": ["Vertinimas"],
            }
        ],
        "announcements": [
            {
                "text": "Kviečiame!",
                "created_at": november(22),
                "send_at": None,
                "finished_at": None,
            }
        ],
        "taught_words": [{"said": "kahutas", "meant": "Kahoot", "taught_at": november(22)}],
        "answers": [{"questions": ["ar yra liftas"], "answer": "Yra.", "added_at": november(22)}],
        "enquiries": [
            {
                "words": "Ar yra liftas?",
                "asked_at": november(22),
                "nameless": True,
                "answer": "Yra.",
                "answered_at": november(22),
                "closed_at": november(22),
            }
        ],
        "replies": [{"answer": "Yra.", "answered_at": november(22)}],
        "plans": [{"centre": None, "since": november(22)}],
        "own_entries": [
            {
                "entry_kind": "self_study",
                "entry": "Knyga",
                "organiser": "",
                "day": "2026-11-20",
                "hours": 4,
                "added_at": november(22),
            }
        ],
    }


async def test_kept_of_a_stranger(database: Database) -> None:
    """One who only looked has a number and the day we met, and that is said plainly."""

    async def look(session: AsyncSession) -> dict[str, Any]:
        stranger = a_person(introduced=False)
        await kept(session, stranger)
        return await everything_kept(session, person=stranger)

    found = await database.write(look)
    assert (found["name"], found["consented_at"]) == ("", None)
    assert (found["staff"], found["registrations"]) == ([], [])
