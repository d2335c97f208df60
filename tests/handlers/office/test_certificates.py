"""Papers of an event, in the hands of its staff."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.editing.stages import Turn
from catalogue.journal.tables import Deed, JournalEntry
from catalogue.learning.tables import CertificateIssue, CertificateWork
from handlers.office import certificates, life
from handlers.office.callbacks.certificates import (
    CentreDetails,
    EventCertificates,
    HolderCertificate,
    Mend,
    PaperDetail,
    PrintCertificates,
)
from handlers.office.callbacks.staff import EventTurn
from handlers.replies import Errand
from handlers.talk import Talk
from tests.catalogue.learning.papers import A, P, a_reported_event, attended, issue_all
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, each, pressed, texts, written


async def of_holder(talk: Talk, registration: int, **facts: Any) -> Any:
    data = HolderCertificate(registration=registration, **facts)
    return await certificates.of_holder(pressed(), data, talk)


async def deeds(session: AsyncSession) -> list[Deed]:
    return list(await session.scalars(select(JournalEntry.deed).order_by(JournalEntry.id)))


async def names(session: AsyncSession) -> list[str]:
    every = select(CertificateIssue.name).order_by(CertificateIssue.id)
    return list(await session.scalars(every))


async def test_a_report_says_whom_it_reaches(session: AsyncSession) -> None:
    """Only what is sure sets it off; the clock then looks the event through."""
    owner = await an_owner_of_the_house(session)
    event = await a_reported_event(session, reported_at=None)
    await attended(session, event, P, P)
    await attended(session, event)
    data = EventTurn(event=event.id, turn=Turn.REPORT)
    said = await life.turn(pressed(), data, owner)
    assert "Pažymą iš karto gaus 1 žmogus" in texts(said)[0]
    assert buttons(said) == ["Taip, ataskaita pateikta", "Atgal"]
    assert event.reported_at is None
    await life.turn(pressed(), data.model_copy(update={"sure": True}), owner)
    assert await session.scalar(select(CertificateWork.event_id)) == event.id


async def test_the_list_and_the_file(session: AsyncSession) -> None:
    """Who has one, a card for each, and all of them to print, which the journal notes."""
    owner = await an_owner_of_the_house(session)
    event = await a_reported_event(session)
    await attended(session, event, P, P, name="Ona Onaitė")
    await attended(session, event, A, A, name="Rita Ritaitė")
    data = EventCertificates(event=event.id)
    none_yet = await certificates.to_print(pressed(), PrintCertificates(event=event.id), owner)
    assert "dar nėra" in texts(none_yet)[0]
    await issue_all(session, event)
    said = await certificates.of_event(pressed(), data, owner)
    assert (
        "1. Ona Onaitė · 8 akad. val. · Nr. 2026-0001\n2. Rita Ritaitė · nedalyvavo"
        in (texts(said)[0])
    )
    assert buttons(said) == [
        "1. Ona Onaitė", "Spausdinti ir pasirašyti (PDF)", "Centro rekvizitai", "Atnaujinti",
        "Atgal",
    ]  # fmt: skip
    (errand,) = each(
        await certificates.to_print(pressed(), PrintCertificates(event=event.id), owner)
    )
    assert isinstance(errand, Errand)
    assert (errand.kind, errand.facts) == ("certificates_of_event", {"event": event.id})
    assert await deeds(session) == [Deed.CERTIFICATES_TAKEN]


async def test_one_is_issued_again_after_a_question(session: AsyncSession) -> None:
    """Or with another name; of one added by hand that name is theirs from then on."""
    owner = await an_owner_of_the_house(session)
    event = await a_reported_event(session)
    own, person = await attended(session, event, P, P, name="Ona Onaitė", telegram_id=None)
    await issue_all(session, event)
    assert "Vardas pažymoje: Ona Onaitė" in texts(await of_holder(owner, own.id))[0]
    asked = await of_holder(owner, own.id, deed=Mend.AGAIN)
    assert "iš naujo?" in texts(asked)[0]
    assert len(await names(session)) == 1
    for _twice in range(2):
        await of_holder(owner, own.id, deed=Mend.AGAIN, replaces=1)
    assert "Koks vardas" in texts(await of_holder(owner, own.id, deed=Mend.NAME))[0]
    await certificates.name_written(written("Ona Žukaitė"), owner)
    assert await names(session) == ["Ona Onaitė", "Ona Onaitė", "Ona Žukaitė"]
    assert person.name == "Ona Žukaitė"
    assert await deeds(session) == [Deed.CERTIFICATE_CORRECTED] * 2


async def test_the_name_of_one_who_talks_with_us_is_their_own(session: AsyncSession) -> None:
    """Staff correct the paper, not the person; where there is no paper any more, nothing."""
    owner = await an_owner_of_the_house(session)
    event = await a_reported_event(session)
    own, person = await attended(session, event, P, P, name="Ona Onaitė")
    assert "paseno" in texts(await of_holder(owner, own.id, deed=Mend.NAME))[0]
    await issue_all(session, event)
    await of_holder(owner, own.id, deed=Mend.NAME)
    await certificates.name_written(written("Ona Žukaitė"), owner)
    assert (await names(session), person.name) == (["Ona Onaitė", "Ona Žukaitė"], "Ona Onaitė")


async def test_what_stands_of_the_centre_is_entered(session: AsyncSession) -> None:
    """One detail at a time; what cannot be so is asked for again, and it may be emptied."""
    owner = await an_owner_of_the_house(session)
    event = await a_reported_event(session)

    async def press(**facts: Any) -> Any:
        return await certificates.details(pressed(), CentreDetails(event=event.id, **facts), owner)

    assert "Įstaigos kodas: neįrašyta" in texts(await press())[0]
    await press(detail=PaperDetail.COMPANY_CODE)
    assert "devyni" in texts(await certificates.detail_written(written("12"), owner))[0]
    said = await certificates.detail_written(written("193043096"), owner)
    assert "Įstaigos kodas: 193043096" in texts(said)[0]
    assert "Išvalyti" in buttons(await press(detail=PaperDetail.COMPANY_CODE))
    said = await press(detail=PaperDetail.COMPANY_CODE, empty=True)
    assert "Įstaigos kodas: neįrašyta" in texts(said)[0]
    assert await deeds(session) == [Deed.CENTRE_CHANGED] * 2
