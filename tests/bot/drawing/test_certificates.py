"""Papers: what can be known of them without looking at them."""

import re
from dataclasses import replace

import pytest

from bot.drawing.certificates import CertificatePage, certificates

PAGE = CertificatePage(
    organiser="Centras & Ko",
    organiser_lines=["Įstaigos kodas 193043096"],
    heading="KVALIFIKACIJOS TOBULINIMO PAŽYMĖJIMAS",
    dated="2026 m. lapkričio 22 d. Nr. 2026-0017",
    name="Ona <b>Petraitienė</b>",
    took_part="dalyvavo renginyje",
    title="„Įtraukusis ugdymas“",
    facts=[("Data", "2026 m. lapkričio 10 d."), ("Vieta", "")],
    signer=("Direktorius", "Jonas Jonaitis"),
    signature="(parašas)",
    stamp="A. V.",
    address="https://t.me/kvieslys_bot?start=chk_7K3M9QRT0XWB4HNC",
    under=["/tikrinti 7K3M-9QRT-0XWB-4HNC"],
)


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        replace(PAGE, facts=[], organiser_lines=[], signer=("", ""), title=""),
        replace(PAGE, name="Ž" * 100, title="Ilgas pavadinimas " * 16),
        replace(PAGE, facts=[(f"Temos {n}", "Vertinimas ir grįžtamasis ryšys; " * 25)
                             for n in range(4)]),
    ],
)  # fmt: skip
def test_a_paper_is_one_page(page: CertificatePage) -> None:
    """However little or much there is on it; what a name looks like is never read as a mark."""
    content = certificates([page], title="Pažyma")
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", content)) == 1
    assert b"/MediaBox [ 0 0 595.2756 841.8898 ]" in content


def test_many_in_one_file_share_their_letters() -> None:
    """A page each; the letters are there once, so that a hundred are not a hundred times as big."""
    one, many = (len(certificates([PAGE] * n, title="Pažymos")) for n in (1, 20))
    content = certificates([PAGE] * 3, title="Pažymos")
    assert len(re.findall(rb"/Type /Page\b", content)) == 3
    assert many < 3 * one
