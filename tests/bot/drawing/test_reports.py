"""A report to print."""

import re
import zlib

import pytest

from bot.drawing.charts import Bar, Chart
from bot.drawing.reports import Paper, Table, Text, report_paper

BARS = [Bar(label="Ąžuolų mokytojai", value=12, told="12"), Bar(label="Kita", value=0, told="0")]


def paper(*parts: Table | Chart | Text) -> Paper:
    return Paper(
        organiser="Kauno centras",
        title="Ataskaita <2026>",
        note="Parengta",
        parts=parts,
        page="{page} iš {pages}",
    )


def pages(content: bytes) -> int:
    """As the file says of itself, in whatever part of it that stands packed."""
    packed = re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
    every = content + b"".join(map(_unpacked, packed))
    return max(int(one) for one in re.findall(rb"/Count (\d+)", every))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.parametrize("rows", [0, 1, 80])
def test_a_long_table_goes_on_on_the_next_page(rows: int) -> None:
    """Upright, with its letters inside; nothing is too much for it."""
    table = Table(
        heading="Trumpai & <b>",
        columns=["Rodiklis", "Skaičius"],
        rows=[("ą" * 300 if line == 3 else f"Eilutė {line}", "1 000") for line in range(rows)],
    )
    content = report_paper(paper(table))
    assert content.startswith(b"%PDF")
    assert pages(content) == (1 if rows < 2 else 2)


def test_pictures_and_sentences() -> None:
    """Bars of a whole or beside the largest of them; without bars a sentence stands there."""
    parts: list[Chart | Text] = [
        Chart(title="Valandos", under="val.", bars=BARS),
        Chart(title="Įvertinimas", under="", bars=BARS, whole=50),
        Chart(title="Norai", under="", bars=[], note="Nėra ką rodyti."),
        Chart(title="Nieko", under="", bars=[Bar(label="Nieko", value=0, told="0")]),
        Text(heading="Kaip skaičiuota", sentences=["Sakinys."] * 5),
    ]
    assert pages(report_paper(paper(*parts))) == 1
