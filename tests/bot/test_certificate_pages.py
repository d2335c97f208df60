"""Papers as pages."""

from dataclasses import replace

from bot.certificate_pages import page_of
from catalogue.learning.certificates import Paper
from catalogue.learning.printed import printed
from catalogue.learning.tables import Certificate, CertificateIssue
from tests.factories import NOW, VILNIUS
from tests.handlers.talking import a_house
from tests.handlers.words.made_up import LT, event


def a_paper() -> Paper:
    one = event(
        ktprr_code="210001234",
        project="09.2.1",
        lecturer="dr. Rita",
        form="seminaras",
        place="Aula",
    )
    for meeting in one.sessions:
        meeting.city = meeting.place = meeting.title = ""
    facts = printed(one, zone=VILNIUS)
    facts["organiser"] |= {"company_code": "193043096", "head_name": "Jonas Jonaitis",
                           "head_position": "Direktorius", "accreditation": "KT3-12"}  # fmt: skip
    return Paper(
        Certificate(id=1, registration_id=1, centre_id=1, year=2026, number=17),
        CertificateIssue(version=1, code="7K3M9QRT0XWB4HNC", name="Ona Petraitienė", hours=4.5,
                         facts=facts, issued_at=NOW),
    )  # fmt: skip


def test_all_that_a_commission_looks_for() -> None:
    """Centre and code, number and day, holder, title, hours, programme, project and who signs."""
    page = page_of(a_paper(), LT, a_house())
    assert page.organiser == "Švietimo centras"
    assert page.organiser_lines == ["Įstaigos kodas 193043096 · Akreditacija: KT3-12"]
    assert page.heading == "KVALIFIKACIJOS TOBULINIMO PAŽYMĖJIMAS"
    assert page.dated == "2026 m. lapkričio 22 d. Nr. 2026-0017"
    assert (page.name, page.title) == ("Ona Petraitienė", "„Vertinimas“")
    assert page.signer == ("Direktorius", "Jonas Jonaitis")
    assert [fact for fact in page.facts if fact[1]] == [
        ("Forma", "seminaras"),
        ("Data", "2026 m. gruodžio 2 d."),
        ("Trukmė", "4,5 akad. val."),
        ("Dalyvavimo būdas", "kontaktinis"),
        ("Vieta", "Kaunas, Aula"),
        ("KTPRR kodas", "210001234"),
        ("Projekto kodas", "09.2.1"),
        ("Lektorius", "dr. Rita"),
    ]


def test_where_it_is_checked() -> None:
    """In the chat, or on the bot's own page where that can be seen from outside."""
    house = a_house()
    page = page_of(a_paper(), LT, house)
    assert page.address == "https://t.me/kvieslys_bot?start=chk_7K3M9QRT0XWB4HNC"
    assert page.under[1] == "/tikrinti 7K3M-9QRT-0XWB-4HNC"
    page = page_of(a_paper(), LT, replace(house, web="https://kvieslys.example"))
    assert page.address == "https://kvieslys.example/check/7K3M9QRT0XWB4HNC"
    assert page.under == [
        "Patikrinti: nuskaitykite kodą arba atverkite kvieslys.example/check",
        "Tikrinimo kodas: 7K3M-9QRT-0XWB-4HNC",
    ]
