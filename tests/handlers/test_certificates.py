"""/pazymos."""

from typing import Any

from catalogue.learning.certificates import Paper, of_person
from catalogue.programme.tables import Event
from handlers import certificates, introducing
from handlers.callbacks.learning import Certificates, TakeCertificate, WrongCertificate
from handlers.replies import Errand, Recipe
from handlers.talk import Talk
from tests.catalogue.learning.papers import P, a_reported_event, attended, issue_all
from tests.handlers.talking import buttons, each, pressed, texts, written


async def a_paper(talk: Talk, **facts: Any) -> tuple[Event, Paper]:
    """Of the one who speaks."""
    event = await a_reported_event(talk.session, **facts)
    own, _ = await attended(talk.session, event, P, P)
    own.person_id = talk.person.id
    await talk.session.flush()
    await issue_all(talk.session, event)
    papers = await of_person(talk.session, talk.person)
    return event, next(one for one in papers if one.certificate.registration_id == own.id)


async def take(talk: Talk, certificate: int) -> Any:
    return await certificates.take(pressed(), TakeCertificate(certificate=certificate), talk)


async def test_each_is_one_press_away(talk: Talk) -> None:
    """A file of its own, or all of the school year in one; before there is any, how one comes."""
    assert "Pažymų čia dar neturite" in texts(await certificates.mine(written(), talk))[0]
    _, paper = await a_paper(talk)
    said = await certificates.mine(written(), talk)
    assert "Nr. 2026-0001" in texts(said)[0]
    assert buttons(said) == ["1. Vertinimas", "Visos viename faile"]
    (file,) = each(await take(talk, paper.certificate.id))
    assert isinstance(file, Recipe)
    assert (file.kind, file.key) == ("certificate", str(paper.issue.id))
    whole = Certificates(year=2026, whole=True)
    (errand,) = each(await certificates.turn_page(pressed(), whole, talk))
    assert isinstance(errand, Errand)
    assert errand.facts == {"person": talk.person.id, "year": 2026}


async def test_nobody_takes_anothers(talk: Talk, stranger: Talk) -> None:
    """Nor one that was withdrawn, whatever button is pressed."""
    _, paper = await a_paper(talk)
    number = paper.certificate.id
    assert "paseno" in texts(await take(stranger, number))[0]
    wrong = WrongCertificate(certificate=number)
    assert "paseno" in texts(await certificates.wrong(pressed(), wrong, stranger))[0]
    paper.certificate.revoked_at = talk.now
    assert "paseno" in texts(await take(talk, number))[0]


async def test_a_mistake_leads_to_whoever_can_mend_it(talk: Talk) -> None:
    """A name one corrects oneself, and the paper follows; of all else the organiser is asked."""
    _, paper = await a_paper(talk)
    wrong = WrongCertificate(certificate=paper.certificate.id)
    said = await certificates.wrong(pressed(), wrong, talk)
    assert buttons(said) == ["Vardas ar pavardė", "Valandos, data ar kas kita"]
    await introducing.correct_name(pressed(), talk)
    paper.issue.name = "Ona Petraitiene"
    replies = each(await introducing.name_given(written("Ona Petraitienė"), talk))
    assert "1 pažyma išduota iš naujo" in texts(replies)[1]
    assert isinstance(replies[-1], Recipe)
    assert replies[-1].key != str(paper.issue.id)


async def test_a_quite_other_name_changes_no_paper(talk: Talk) -> None:
    """And many corrected ones wait in the list, where they do not flood the chat."""
    await a_paper(talk)
    talk.person.name = "Rita Ritaitė"
    (told,) = await certificates.follow_name(talk)
    assert "kreipkitės į organizatorių" in texts(told)[0]
    for _ in range(4):
        _, paper = await a_paper(talk)
        paper.issue.name = "Rita Ritaite"
    replies = await certificates.follow_name(talk)
    assert [isinstance(one, Recipe) for one in replies] == [False]
    assert "4 pažymos išduotos iš naujo" in texts(replies)[0]
