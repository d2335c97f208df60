"""Questions to coordinators as they are said, from the truth of that moment."""

from typing import Any

from bot.composing.enquiries import answer, question, settled, unreached, waiting
from bot.composing.making import Making
from catalogue.database import Database
from catalogue.enquiries import rules
from catalogue.enquiries.tables import Enquiry, EnquiryRecipient
from catalogue.people.tables import Person
from handlers.words.speech import Speech
from tests.catalogue.enquiries.made_up import an_enquiry
from tests.factories import NOW, VILNIUS, a_person, an_event, kept
from tests.handlers.talking import a_house


async def asked(session: Any, **facts: Any) -> tuple[Making, Enquiry, EnquiryRecipient]:
    """Of an event by Ona; Rasa was asked."""
    ona, rasa = a_person(name="Ona"), a_person(name="Rasa")
    event = an_event(title_lt="Vertinimas")
    await kept(session, ona, rasa, event)
    plain: dict[str, Any] = {"event_id": event.id, "centre_id": event.centre_id}
    enquiry = await an_enquiry(session, ona, **plain | facts)
    row = EnquiryRecipient(enquiry_id=enquiry.id, person_id=rasa.id)
    await kept(session, row)
    making = Making(session=session, say=Speech("lt", VILNIUS), now=NOW, house=a_house())
    return making, enquiry, row


async def test_nobody_is_asked_in_vain(sqlite_database: Database) -> None:
    """What was left to others, or is over, is not asked any more."""

    async def work(session: Any) -> None:
        making, enquiry, row = await asked(session, words="Ar <yra> liftas?")
        key = f"{enquiry.id}:{row.person_id}"
        made = await question(key, making)
        assert made is not None
        for words in ("Ar &lt;yra&gt; liftas?", "Klausia: Ona", "Vertinimas"):
            assert words in made.payload["text"]
        row.declined_at = NOW
        assert await question(key, making) is None
        row.declined_at, enquiry.closed_at = None, NOW
        assert await question(key, making) is None

    await sqlite_database.write(work)


async def test_an_answer_is_told_to_all(sqlite_database: Database) -> None:
    """To the person as a message of its own, to staff in the place of the question; nobody hears an
    answer to what they took back.
    """

    async def work(session: Any) -> None:
        making, enquiry, row = await asked(session, words="Ar <yra> liftas?")
        key = str(enquiry.id)
        rasa, ona = [await session.get_one(Person, n) for n in (row.person_id, enquiry.person_id)]
        await rules.reply(session, enquiry, "Yra.", by=rasa, now=NOW)
        place = await settled(key, making)
        assert place.method == "editMessageText"
        assert "Atsakė Rasa, 10:00\nYra." in place.payload["text"]
        assert "reply_markup" not in place.payload
        told = await answer(key, making)
        assert told is not None
        assert "Jūs klausėte: <i>Ar &lt;yra&gt; liftas?</i>" in told.payload["text"]
        (pair,) = told.payload["reply_markup"]["inline_keyboard"]
        assert [one["text"] for one in pair] == ["Ačiū", "Klausti dar"]
        assert "robotą užblokavo" in (await unreached(key, making)).payload["text"]
        await rules.forget(session, person=ona, now=NOW)
        assert await answer(key, making) is None
        assert "liftas" not in (await settled(key, making)).payload["text"]

    await sqlite_database.write(work)


async def test_what_was_closed_or_taken_back(sqlite_database: Database) -> None:
    """The one is told kindly; of the other staff see that it was."""

    async def work(session: Any) -> None:
        ona, rasa = a_person(), a_person(name="Rasa")
        await kept(session, ona, rasa)
        making = Making(session=session, say=Speech("lt", VILNIUS), now=NOW, house=a_house())
        closed = await an_enquiry(session, ona, closed_at=NOW, closed_by=rasa.id)
        told = await answer(str(closed.id), making)
        assert told is not None
        assert "Ačiū, kad klausėte" in told.payload["text"]
        assert "Užvėrė Rasa, 10:00" in (await settled(str(closed.id), making)).payload["text"]
        withdrawn = await an_enquiry(session, ona, words="", closed_at=NOW)
        assert "atsiėmė" in (await settled(str(withdrawn.id), making)).payload["text"]

    await sqlite_database.write(work)


async def test_the_reminder_counts_when_it_is_sent(sqlite_database: Database) -> None:
    """Nothing where a colleague has answered all meanwhile."""

    async def work(session: Any) -> None:
        ona, rasa = a_person(), a_person()
        await kept(session, ona, rasa)
        enquiry = await an_enquiry(session, ona, now=NOW.replace(day=12))
        await kept(session, EnquiryRecipient(enquiry_id=enquiry.id, person_id=rasa.id))
        making = Making(session=session, say=Speech("lt", VILNIUS), now=NOW, house=a_house())
        made = await waiting(str(rasa.id), making)
        assert made is not None
        assert "laukia 1 mokytojų klausimas" in made.payload["text"]
        rules.close(session, enquiry, by=rasa, now=NOW)
        assert await waiting(str(rasa.id), making) is None

    await sqlite_database.write(work)
