"""The ledger of hours for a portfolio: A4 across, both tables apart, headings on every page."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from bot.drawing import fonts
from catalogue.learning.portfolio import Cell, Part, Portfolio

_MARGIN, _PADDING = 40, 6
_INK, _LINE, _SHADE = "#1a1a1a", "#9a9a9a", "#eeeeee"
#: In points, by the names of the columns; the title has what the others leave.
_WIDTHS: Mapping[str, float] = {
    "number": 26,
    "from": 60,
    "until": 60,
    "day": 60,
    "organiser": 104,
    "form": 60,
    "theme": 90,
    "code": 54,
    "certificate": 60,
    "hours": 56,
    "kind": 100,
}


def portfolio_page(portfolio: Portfolio) -> bytes:
    """As pdf; each page says of how many it is."""
    _, pages = _built(portfolio, pages=0)
    return _built(portfolio, pages=pages)[0]


def _built(portfolio: Portfolio, *, pages: int) -> tuple[bytes, int]:
    """With how many pages it has."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import SimpleDocTemplate

    fonts.register()
    file = io.BytesIO()
    size = landscape(A4)

    def foot(canvas: Any, document: Any) -> None:
        canvas.setFont(fonts.PLAIN, 8)
        canvas.setFillColor(_INK)
        told = portfolio.words["page"].format(page=document.page, pages=pages)
        canvas.drawRightString(size[0] - _MARGIN, _MARGIN - 16, told)

    document = SimpleDocTemplate(
        file,
        pagesize=size,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        lang="lt",
        title=portfolio.words["under"],
        author=portfolio.holder,
    )
    room = size[0] - 2 * (_MARGIN + _PADDING)
    document.build(_story(portfolio, room), onFirstPage=foot, onLaterPages=foot)
    return file.getvalue(), document.page


def _story(portfolio: Portfolio, room: float) -> list[Any]:
    from reportlab.platypus import Spacer

    words = portfolio.words
    return [
        _paragraph(words["heading"], _style(17, 22, bold=True)),
        _paragraph(words["under"], _style(11, 16)),
        Spacer(0, 8),
        _paragraph(f"{words['holder']}: {portfolio.holder}", _style(11, 16, bold=True)),
        _paragraph(f"{words['target']}: {portfolio.target}", _style(10, 15)),
        Spacer(0, 14),
        *[thing for part in portfolio.parts for thing in _part(portfolio, part, room)],
        _paragraph(words["commission"], _style(10, 15, bold=True)),
        _paragraph(words["made"], _style(9, 13)),
    ]


def _part(portfolio: Portfolio, part: Part, room: float) -> list[Any]:
    """A table under its heading with its own sum; never without its heading at a page's end."""
    from reportlab.platypus import CondPageBreak, Spacer

    words = portfolio.words
    heading = _paragraph(words[part.name], _style(11, 16, bold=True))
    below = Spacer(0, 18)
    if not part.rows:
        return [heading, _paragraph(words["none"], _style(10, 14)), below]
    table = _table(words, part, room)
    return [CondPageBreak(110), heading, Spacer(0, 4), table, below]


def _table(words: Mapping[str, str], part: Part, room: float) -> Any:
    """Without the columns in which nothing stands."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Table, TableStyle

    numbered = [(number, *row) for number, row in enumerate(part.rows, start=1)]
    shown = [i for i, _ in enumerate(part.columns) if any(row[i] != "" for row in numbered)]
    names = [name for i, name in enumerate(part.columns) if i in shown]
    widths = [_WIDTHS.get(name, 0) for name in names]
    widths[names.index("title")] = room - sum(widths)
    plain, bold = _style(8, 10.5), _style(8, 10.5, bold=True)
    last = [""] * (len(names) - 2)
    table = Table(
        [
            [_paragraph(words[name], bold) for name in names],
            *[[_paragraph(_told(row[i]), plain) for i in shown] for row in numbered],
            [_paragraph(words["sum"], bold), *last, _paragraph(_told(part.hours), bold)],
        ],
        colWidths=widths,
        repeatRows=1,
    )
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.6, HexColor(_LINE)),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor(_SHADE)),
                ("BACKGROUND", (0, -1), (-1, -1), HexColor(_SHADE)),
                ("SPAN", (0, -1), (-2, -1)),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    return table


def _told(cell: Cell) -> str:
    """As it is written in Lithuania."""
    match cell:
        case date():
            return cell.isoformat()
        case float():
            return f"{cell:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        case _:
            return str(cell)


def _paragraph(text: str, style: Any) -> Any:
    """Wraps where it is too long, in the middle of an endless word too."""
    from reportlab.platypus import Paragraph

    return Paragraph(escape(text), style)


def _style(size: int, leading: float, *, bold: bool = False) -> Any:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        f"{size}{'b' * bold}",
        fontName=fonts.BOLD if bold else fonts.PLAIN,
        fontSize=size,
        leading=leading,
        textColor=_INK,
        splitLongWords=True,
    )
