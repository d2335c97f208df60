"""Whose answer is told where centres have answered each for itself."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers import rules
from catalogue.answers.book import Book
from catalogue.answers.finder import KnownAnswers
from catalogue.centres.tables import Centre
from handlers.answering import Step
from tests.factories import NOW, a_person, kept
from tests.handlers.answering.programme import Ask, found, registered

QUESTION = "Ar galima atsivežti vaiką į seminarą?"
ASKED = "ar į seminarą galiu atsivežti vaiką"
KAUNAS = "Kauno švietimo inovacijų centras"


async def answered(session: AsyncSession, **answers: str) -> Book:
    """By the staff of centres; `everyone` is of all of them."""
    rasa = a_person()
    await kept(session, rasa)
    ids = {centre.slug: centre.id for centre in await session.scalars(select(Centre))}
    for slug, answer in answers.items():
        await rules.add(
            session, question=QUESTION, answer=answer, language="lt", centre_id=ids.get(slug),
            by=rasa, now=NOW,
        )  # fmt: skip
    return await KnownAnswers().book(session)


async def test_one_centres_answer_is_told_as_its_own(ask: Ask, session: AsyncSession) -> None:
    """Though no centre was named: nobody takes it for the answer of all."""
    book = await answered(session, ksic="Taip.")
    told = await ask(ASKED, book=book)
    assert told.plain.startswith(f"{KAUNAS}\nTaip.\n")
    assert (told.verdict, told.centre) == ("found", "ksic")


async def test_where_several_have_answered_it_is_asked_whose(
    ask: Ask, session: AsyncSession
) -> None:
    """The one for all is told at once; none of the others is."""
    book = await answered(session, ksic="Taip.", akmene="Deja.")
    told = await ask(ASKED, book=book)
    assert (told.verdict, told.step, told.centre) == ("unsure", Step.WHOSE, "")
    assert told.plain.startswith("Centrai į tai atsako skirtingai.")
    assert f"• {KAUNAS}" in told.plain
    assert "Taip." not in told.plain
    assert [row.slug for row in told.centres] == [known.centre for known in told.perhaps]
    assert [known.said["lt"] for known in told.perhaps] == ["Deja.", "Taip."]
    book = await answered(session, everyone="Kai kur.")
    told = await ask(ASKED, book=book)
    assert (told.verdict, told.step) == ("found", Step.WHOSE)
    assert told.plain.startswith("Kai kur.\nAtsakė centro darbuotojai")


@pytest.mark.parametrize("question", [ASKED, "ar į KŠIC seminarą galiu atsivežti vaiką"])
async def test_the_own_answer_of_the_centre_meant(
    ask: Ask, session: AsyncSession, question: str
) -> None:
    """By its name, by the talk before, by the event looked at, or because one is going there."""
    book = await answered(session, ksic="Taip.", akmene="Deja.", everyone="Kai kur.")
    ona = await registered(session, "DI", name="Ona")
    for facts in ({"centre": "ksic"}, {"shown": await found(session, "DI")}, {"person": ona}):
        told = await ask(question, book=book, **facts)
        assert told.plain.startswith(f"{KAUNAS}\nTaip.\n")
        assert "Kai kur." not in told.plain
