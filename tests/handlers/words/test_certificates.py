"""Papers, as their holders hear of them."""

from handlers.words import certificates as words
from tests.bot.test_certificate_pages import a_paper
from tests.handlers.words.made_up import EN, LT


def test_a_page_of_a_school_year() -> None:
    """Numbered as its buttons are."""
    told = words.page(LT, 2026, [a_paper()], first=9, total=12)
    assert told == (
        "<b>Jūsų 2026–2027 m. m. pažymos</b>: 12\n\n"
        "9. <b>Vertinimas</b>\n2026 m. gruodžio 2 d. · 4,5 akad. val. · Nr. 2026-0017"
    )
    assert words.label(a_paper(), 9) == "9. Vertinimas"


def test_below_a_newer_version_stands_what_it_is() -> None:
    """That it takes the place of the one before."""
    paper = a_paper()
    told = words.caption(LT, paper.certificate, paper.issue)
    assert told == (
        "<b>Pažyma Nr. 2026-0017</b>\n„Vertinimas“, 4,5 akad. val.\nVisos Jūsų pažymos: /pazymos"
    )
    paper.issue.version = 2
    told = words.caption(LT, paper.certificate, paper.issue)
    assert "Ji pakeičia anksčiau gautą pažymą tuo pačiu numeriu." in told


def test_what_follows_a_corrected_name() -> None:
    """Those issued anew, and those that only staff can correct."""
    assert words.renamed(LT, 2, 0) == (
        "2 pažymos išduotos iš naujo šiuo vardu, tais pačiais numeriais."
    )
    assert "kreipkitės į organizatorių" in words.renamed(LT, 0, 1)
    assert words.year_file_name(EN, 2026) == "certificates_2026-2027"
