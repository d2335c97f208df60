"""Whether a paper is real, in words."""

from dataclasses import replace
from datetime import date

from catalogue.learning.checking import UNKNOWN, Checked, Verdict
from handlers.words import verifying as words
from tests.handlers.words.made_up import LT

PAPER = Checked(
    verdict=Verdict.VALID, title="A <b>B</b>", hours=6.0,
    first_day=date(2026, 11, 10), last_day=date(2026, 11, 12), initials="O. P.",
)  # fmt: skip


def test_a_valid_one() -> None:
    """Title, days, hours, initials, and no more."""
    assert words.answer(LT, PAPER) == (
        "<b>Pažyma galioja.</b>\nRenginys: A &lt;b&gt;B&lt;/b&gt;\n"
        "Data: 2026 m. lapkričio 10–12 d.\nTrukmė: 6 akad. val.\nSavininko inicialai: O. P."
    )


def test_of_the_others_what_became_of_them() -> None:
    """What to do; of a forgotten holder that the data are gone."""
    told = words.answer(LT, replace(PAPER, verdict=Verdict.REPLACED))
    assert "ji pakeista nauja tuo pačiu numeriu" in told
    assert "\nPaprašykite savininko naujosios." in told
    told = words.answer(LT, replace(PAPER, verdict=Verdict.REVOKED))
    assert "ji panaikinta" in told
    told = words.answer(LT, replace(PAPER, initials=""))
    assert "Savininko inicialai: duomenys pašalinti savininko prašymu" in told
    assert words.answer(LT, UNKNOWN) == (
        "<b>Pažyma negalioja: tokio kodo registre nėra.</b>\n"
        "Palyginkite kodą su pažyma dar kartą: svarbus kiekvienas ženklas."
    )
