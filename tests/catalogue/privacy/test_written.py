"""What is kept of what one has written."""

from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.announcements.tables import Announcement, AnnouncementState
from catalogue.answers.tables import KnownAnswer
from catalogue.database import Database
from catalogue.enquiries.tables import Enquiry
from catalogue.glossary.tables import TaughtWord
from catalogue.learning.tables import OwnEntry, OwnKind
from catalogue.people.tables import Person
from catalogue.practice.tables import Consent, PracticeExample, Standing
from catalogue.privacy.facts import Facts
from catalogue.privacy.written import of_words
from tests.factories import NOW, a_person, an_event, kept

DAY = "2026-11-22T08:00:00+00:00"


def written_by(person: Person, *, event_id: int) -> list[Any]:
    """To many, for the search, as an answer, to a coordinator, for oneself and for colleagues."""
    return [
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
        Enquiry(
            person_id=person.id,
            words="Ar yra liftas?",
            language="lt",
            is_nameless=True,
            asked_at=NOW,
            answer="Yra.",
            answered_at=NOW,
            closed_at=NOW,
            closed_by=person.id,
        ),
        OwnEntry(
            person_id=person.id,
            kind=OwnKind.SELF_STUDY,
            title="Knyga",
            day=NOW.date() - timedelta(days=2),
            hours=4,
            added_at=NOW,
            confirmed_at=NOW,
        ),
        PracticeExample(
            event_id=event_id,
            person_id=person.id,
            words="Taikau kas savaitę.",
            consent=Consent.NAMED,
            standing=Standing.WAITING,
            written_at=NOW,
        ),
    ]


async def test_every_word_of_theirs(database: Database) -> None:
    """To whomever it was; of one who has written nothing there is nothing."""

    async def work(session: AsyncSession) -> tuple[Facts, Facts]:
        ona, jonas, event = a_person(), a_person(), an_event(title_lt="Vertinimas")
        await kept(session, ona, jonas, event)
        await kept(session, *written_by(ona, event_id=event.id))
        return await of_words(session, ona), await of_words(session, jonas)

    own, others = await database.write(work)
    assert own == {
        "announcements": [
            {"text": "Kviečiame!", "created_at": DAY, "send_at": None, "finished_at": None}
        ],
        "taught_words": [{"said": "kahutas", "meant": "Kahoot", "taught_at": DAY}],
        "answers": [{"questions": ["ar yra liftas"], "answer": "Yra.", "added_at": DAY}],
        "enquiries": [
            {
                "words": "Ar yra liftas?",
                "asked_at": DAY,
                "nameless": True,
                "answer": "Yra.",
                "answered_at": DAY,
                "closed_at": DAY,
            }
        ],
        "replies": [{"answer": "Yra.", "answered_at": DAY}],
        "own_entries": [
            {
                "entry_kind": "self_study",
                "entry": "Knyga",
                "organiser": "",
                "day": "2026-11-20",
                "hours": 4,
                "added_at": DAY,
                "asked_of": "",
                "confirmed_at": DAY,
            }
        ],
        "examples": [
            {
                "title": "Vertinimas",
                "text": "Taikau kas savaitę.",
                "consent": "named",
                "standing": "waiting",
                "created_at": DAY,
            }
        ],
        "surveys": [],
    }
    assert others == {name: [] for name in own}
