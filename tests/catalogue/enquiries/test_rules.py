"""Asking a coordinator, and what becomes of it."""

from datetime import date, timedelta
from typing import Any

import pytest

from catalogue.database import Database, wakes_clock
from catalogue.enquiries import rules
from catalogue.enquiries.refusals import (
    EnquiryGone,
    EnquirySettled,
    NotAnEnquiry,
    NotAReply,
    TooManyEnquiries,
    TooManyTopics,
)
from catalogue.enquiries.tables import EnquiryRecipient
from catalogue.programme.holidays import Days, SchoolYear
from tests.catalogue.enquiries.made_up import an_enquiry, staff
from tests.factories import NOW, a_centre, a_person, an_event, kept

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("asked_on", "by"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),
        (date(2026, 11, 19), date(2026, 11, 23)),
        (date(2026, 11, 21), date(2026, 11, 24)),
        (date(2026, 12, 23), date(2026, 12, 29)),
    ],
)
def test_an_answer_takes_two_working_days(asked_on: date, by: date) -> None:
    """Neither weekends nor holidays are counted."""
    year = SchoolYear((Days(name="Rudens", first=date(2026, 11, 2), last=date(2026, 11, 6)),))
    assert rules.answer_by(year, asked_on) == by


@pytest.mark.parametrize("text", ["", " ? ", "a" * 801])
def test_what_is_no_question(text: str) -> None:
    """It says something, and is no letter."""
    with pytest.raises(NotAnEnquiry):
        rules.an_enquiry(text)
    with pytest.raises(NotAReply):
        rules.a_reply("a" * 3001)


async def test_as_many_as_one_may_ask(sqlite_database: Database) -> None:
    """Three at once, ten a day; the same words about the same thing are kept once."""

    async def work(session: Any) -> None:
        ona, event = a_person(), an_event()
        await kept(session, ona, event)

        async def ask(words: str, **facts: Any) -> Any:
            given: dict[str, Any] = {"language": "lt", "now": NOW} | facts
            return await rules.ask(session, person=ona, words=words, **given)

        first = await ask(" Ar yra liftas? ")
        assert wakes_clock(session)
        assert (await ask("ar YRA liftas?")).id == first.id
        about = await ask("Ar yra liftas?", event=event)
        assert (about.id != first.id, about.centre_id) == (True, event.centre_id)
        third = await ask("Ar yra kavos?")
        with pytest.raises(TooManyEnquiries) as refused:
            await ask("Ar yra arbatos?")
        assert refused.value.are_open
        for one in (first, about, third):
            rules.close(session, one, by=ona, now=NOW)
        for number in range(7):
            rules.close(session, await ask(f"Ar yra {number}?"), by=ona, now=NOW)
        with pytest.raises(TooManyEnquiries) as refused:
            await ask("Ar yra arbatos?")
        assert not refused.value.are_open
        assert (await ask("Ar yra arbatos?", now=NOW + DAY)).closed_at is None

    await sqlite_database.write(work)


async def test_whoever_answers_first_has_it(database: Database) -> None:
    """Another is told who; what was left to others is passed on once more, once."""

    async def work(session: Any) -> None:
        ona, rasa, rita = a_person(), a_person(), a_person()
        await kept(session, ona, rasa, rita)
        enquiry = await an_enquiry(session, ona, passed_on_at=NOW)
        await rules.leave_to_others(session, enquiry, by=rita, now=NOW)
        assert enquiry.passed_on_at is None
        enquiry.passed_on_at = NOW
        await rules.leave_to_others(session, enquiry, by=rita, now=NOW)
        assert enquiry.passed_on_at == NOW
        assert (await session.get(EnquiryRecipient, (enquiry.id, rita.id))).declined_at == NOW
        found = await rules.still_open(session, enquiry.id)
        await rules.reply(session, found, " Yra. ", by=rasa, now=NOW)
        assert (found.answer, found.answered_at, found.closed_by) == ("Yra.", NOW, rasa.id)
        with pytest.raises(EnquirySettled) as settled:
            await rules.still_open(session, enquiry.id)
        assert settled.value.by is rasa
        with pytest.raises(EnquiryGone):
            await rules.one(session, enquiry.id + 1)

    await database.write(work)


async def test_what_is_kept_of_the_forgotten_and_for_how_long(sqlite_database: Database) -> None:
    """No words of one who was forgotten, and nothing open; of others they go after a year."""

    async def work(session: Any) -> None:
        ona, rasa = a_person(), a_person()
        await kept(session, ona, rasa)
        still = await an_enquiry(session, ona)
        over = await an_enquiry(session, ona, closed_at=NOW, closed_by=rasa.id, answer="Yra.")
        old = await an_enquiry(session, rasa, closed_at=NOW, closed_by=rasa.id, answer="Yra.")
        await rules.forget(session, person=ona, now=NOW + DAY)
        assert (still.words, still.is_withdrawn) == ("", True)
        assert (over.words, over.answer, over.closed_at) == ("", "", NOW)
        with pytest.raises(EnquiryGone):
            await rules.one(session, still.id)
        for later, words in ((364, "Ar yra liftas?"), (366, "")):
            await rules.prune(session, now=NOW + later * DAY)
            await session.refresh(old)
            assert old.words == words

    await sqlite_database.write(work)


async def test_topics_are_taken_and_left(sqlite_database: Database) -> None:
    """Whatever the case of letters; twenty at most, and none for one who is no staff."""

    async def work(session: Any) -> None:
        centre, ona = a_centre(), a_person()
        await kept(session, centre, ona)
        rasa = await staff(session, centre)
        assert await rules.topics_of(session, ona) is None
        assert await rules.topics_of(session, rasa) == []
        await rules.change_topic(session, rasa, " projektai ")
        await rules.change_topic(session, rasa, "logopedai")
        assert await rules.topics_of(session, rasa) == ["projektai", "logopedai"]
        await rules.change_topic(session, rasa, "Projektai")
        assert await rules.topics_of(session, rasa) == ["logopedai"]
        for number in range(19):
            await rules.change_topic(session, rasa, f"tema {number}")
        with pytest.raises(TooManyTopics):
            await rules.change_topic(session, rasa, "tema 19")

    await sqlite_database.write(work)
