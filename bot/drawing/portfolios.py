"""The ledger of hours for a portfolio: A4 across, both tables apart, headings on every page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.drawing import fonts, paper
from catalogue.learning.portfolio import Cell, Part, Portfolio

#: Of the frame in which reportlab sets a page.
_PADDING = 6
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
    fonts.register()
    words = portfolio.words
    pages = paper.pages(_story(portfolio))

    def number(canvas: Any, document: Any) -> None:
        told = words["page"].format(page=document.page, pages=pages)
        paper.foot(canvas, document, told)

    return paper.built(_story(portfolio), number, title=words["under"], author=portfolio.holder)


def _story(portfolio: Portfolio) -> list[Any]:
    from reportlab.platypus import Spacer

    words = portfolio.words
    return [
        paper.paragraph(words["heading"], paper.style(17, 22, is_bold=True)),
        paper.paragraph(words["under"], paper.style(11, 16)),
        Spacer(0, 8),
        paper.paragraph(
            f"{words['holder']}: {portfolio.holder}", paper.style(11, 16, is_bold=True)
        ),
        paper.paragraph(f"{words['target']}: {portfolio.target}", paper.style(10, 15)),
        Spacer(0, 14),
        *[thing for part in portfolio.parts for thing in _part(portfolio, part)],
        paper.paragraph(words["commission"], paper.style(10, 15, is_bold=True)),
        paper.paragraph(words["made"], paper.style(9, 13)),
    ]


def _part(portfolio: Portfolio, part: Part) -> list[Any]:
    """A table under its heading with its own sum; never without its heading at a page's end."""
    from reportlab.platypus import CondPageBreak, Spacer

    words = portfolio.words
    heading = paper.paragraph(words[part.name], paper.style(11, 16, is_bold=True))
    below = Spacer(0, 18)
    if not part.rows:
        return [heading, paper.paragraph(words["none"], paper.style(10, 14)), below]
    table = _table(words, part)
    return [CondPageBreak(110), heading, Spacer(0, 4), table, below]


def _table(words: Mapping[str, str], part: Part) -> Any:
    """Without the columns in which nothing stands."""
    from reportlab.lib.colors import HexColor
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import Table, TableStyle

    room = max(A4) - 2 * (paper.MARGIN + _PADDING)
    numbered = [(number, *row) for number, row in enumerate(part.rows, start=1)]
    shown = [i for i, _ in enumerate(part.columns) if any(row[i] != "" for row in numbered)]
    names = [name for i, name in enumerate(part.columns) if i in shown]
    widths = [_WIDTHS.get(name, 0) for name in names]
    widths[names.index("title")] = room - sum(widths)
    plain, bold = paper.style(8, 10.5), paper.style(8, 10.5, is_bold=True)
    last = [""] * (len(names) - 2)
    table = Table(
        [
            [paper.paragraph(words[name], bold) for name in names],
            *[[paper.paragraph(_told(row[i]), plain) for i in shown] for row in numbered],
            [paper.paragraph(words["sum"], bold), *last, paper.paragraph(_told(part.hours), bold)],
        ],
        colWidths=widths,
        repeatRows=1,
    )
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.6, HexColor(paper.LINE)),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor(paper.SHADE)),
                ("BACKGROUND", (0, -1), (-1, -1), HexColor(paper.SHADE)),
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
