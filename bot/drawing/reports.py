"""A report to print: A4 upright, tables and bars under their headings, fit for black and white."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.drawing import fonts, paper
from bot.drawing.charts import COLOURS, Bar, Chart

#: A frame has six points of air on both sides.
_ROOM = 595 - 2 * paper.MARGIN - 12
_NUMBER = 74
_LABEL, _TOLD = 190, 86
_BAR = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Plain text; all but the first column are numbers."""

    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Sentences under a heading."""

    heading: str
    sentences: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands on it, from the top; `page` has {page} and {pages} to be filled in."""

    organiser: str
    title: str
    note: str
    parts: Sequence[Table | Chart | Text]
    page: str
    language: str = "lt"


def report_paper(report: Paper) -> bytes:
    """As pdf."""
    fonts.register()
    pages = paper.pages(_story(report), upright=True)

    def number(canvas: Any, document: Any) -> None:
        paper.foot(
            canvas,
            document,
            f"{report.title} · {report.page.format(page=document.page, pages=pages)}",
        )

    return paper.built(
        _story(report),
        number,
        language=report.language,
        upright=True,
        title=report.title,
        author=report.organiser,
    )


def _story(report: Paper) -> list[Any]:
    from reportlab.platypus import Spacer

    story = [
        paper.paragraph(report.organiser, paper.style(10, 14)),
        paper.paragraph(report.title, paper.style(17, 22, is_bold=True)),
        paper.paragraph(report.note, paper.style(9, 13)),
    ]
    for part in report.parts:
        story += [Spacer(0, 12), *_part(part)]
    return story


def _part(part: Table | Chart | Text) -> list[Any]:
    """Under its heading, which never stands alone at the end of a page."""
    from reportlab.platypus import CondPageBreak, KeepTogether, Spacer

    match part:
        case Table():
            return [CondPageBreak(80), _heading(part.heading), Spacer(0, 3), _table(part)]
        case Text():
            own = [paper.paragraph(one, paper.style(8, 11)) for one in part.sentences]
            return [KeepTogether([_heading(part.heading), *own[:2]]), *own[2:]]
        case Chart():
            under = [paper.paragraph(part.under, paper.style(8, 11))] if part.under else []
            note = [paper.paragraph(part.note, paper.style(8, 11))] if part.note else []
            drawn = [_bars(part)] if part.bars else []
            return [KeepTogether([_heading(part.title), *under, Spacer(0, 3), *drawn, *note])]


def _heading(text: str) -> Any:
    return paper.paragraph(text, paper.style(11, 15, is_bold=True))


def _table(table: Table) -> Any:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Table as Drawn
    from reportlab.platypus import TableStyle

    numbers = len(table.columns) - 1
    plain, bold = paper.style(8, 11), paper.style(8, 11, is_bold=True)
    rows = [
        [paper.paragraph(row[0], own), *(paper.paragraph(one, _right(own)) for one in row[1:])]
        for row, own in [(table.columns, bold), *((row, plain) for row in table.rows)]
    ]
    drawn = Drawn(rows, colWidths=[_ROOM - numbers * _NUMBER, *[_NUMBER] * numbers], repeatRows=1)
    drawn.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), HexColor(paper.SHADE)),
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(paper.LINE)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return drawn


def _right(style: Any) -> Any:
    from reportlab.lib.enums import TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(f"{style.name}r", parent=style, alignment=TA_RIGHT)


def _bars(chart: Chart) -> Any:
    """A line for each: its name, how long it is, and the number itself."""
    from reportlab.platypus import Table as Drawn
    from reportlab.platypus import TableStyle

    room = _ROOM - _LABEL - _TOLD
    largest = chart.whole or max(bar.value for bar in chart.bars) or 1
    plain, bold = paper.style(8, 11), paper.style(8, 11, is_bold=True)
    rows = [
        [
            paper.paragraph(bar.label, plain),
            _bar(bar, room=room - 8, share=min(bar.value / largest, 1)),
            paper.paragraph(bar.told, bold),
        ]
        for bar in chart.bars
    ]
    drawn = Drawn(rows, colWidths=[_LABEL, room, _TOLD])
    drawn.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                ("TOPPADDING", (0, 0), (-1, -1), 1.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
                ("LEFTPADDING", (0, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ]
        )
    )
    return drawn


def _bar(bar: Bar, *, room: float, share: float) -> Any:
    """With an outline, so that a light one is seen on any printer."""
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.lib.colors import HexColor

    drawing = Drawing(room, _BAR)
    drawing.add(Rect(0, 0, room, _BAR, fillColor=HexColor(paper.SHADE), strokeColor=None))
    if bar.value:
        drawing.add(
            Rect(
                0,
                0,
                max(1.5, room * share),
                _BAR,
                fillColor=HexColor(COLOURS[bar.colour]),
                strokeColor=HexColor(paper.INK),
                strokeWidth=0.4,
            )
        )
    return drawing
