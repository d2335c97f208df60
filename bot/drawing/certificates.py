"""Papers of attendance: A4 upright, one page each, to be sent or to be printed and signed."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from bot.drawing import fonts

_INK, _QUIET, _ACCENT, _LINE = "#1a1a1a", "#555555", "#1f3a5f", "#b9c2cc"
_FRAME, _INNER = 28.0, 33.0
_MARGIN = 64.0
#: What stands at the foot has its own place, whatever is above it.
_FOOT = 188.0
_QR = 96.0
_LABEL = 128.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePage:
    """What stands on one, as plain text from the top downwards; whatever is empty is left out.

    `facts` are labels with values, `signer` the position and the name of whoever signs, `address`
    what the picture at the foot leads to, and `under` the lines beside it.
    """

    organiser: str
    organiser_lines: Sequence[str]
    heading: str
    dated: str
    name: str
    took_part: str
    title: str
    facts: Sequence[tuple[str, str]]
    signer: tuple[str, str]
    signature: str
    stamp: str
    address: str
    under: Sequence[str]


def certificates(pages: Sequence[CertificatePage], *, title: str) -> bytes:
    """As one pdf, a page each."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    fonts.register()
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=1, lang="lt")
    canvas.setTitle(title)
    if pages:
        canvas.setAuthor(pages[0].organiser)
    for page in pages:
        _draw(canvas, page, *A4)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Any, page: CertificatePage, width: float, height: float) -> None:
    _frame(canvas, width, height)
    room, most = width - 2 * _MARGIN, height - _MARGIN - _FOOT - _INNER
    _body(canvas, page, room=room, most=most, top=height - _MARGIN)
    _signature(canvas, page)
    _check(canvas, page, right=width - _MARGIN)


def _frame(canvas: Any, width: float, height: float) -> None:
    canvas.setStrokeColor(_colour(_ACCENT))
    for inset, weight in ((_FRAME, 1.6), (_INNER, 0.5)):
        canvas.setLineWidth(weight)
        canvas.rect(inset, inset, width - 2 * inset, height - 2 * inset)


def _body(canvas: Any, page: CertificatePage, *, room: float, most: float, top: float) -> None:
    """Made smaller where there is too much of it: a paper is one page, and nothing is cut off."""
    from reportlab.platypus import KeepInFrame, Paragraph, Spacer

    def centred(text: str, size: float, *, bold: bool = False, colour: str = _INK) -> Any:
        return Paragraph(escape(text), _style(size, bold=bold, colour=colour, centred=True))

    story = [
        centred(page.organiser, 13, bold=True, colour=_ACCENT),
        *[centred(line, 8.5, colour=_QUIET) for line in page.organiser_lines],
        Spacer(0, 30),
        centred(page.heading, 21, bold=True, colour=_ACCENT),
        Spacer(0, 8),
        centred(page.dated, 10),
        Spacer(0, 30),
        centred(page.name, 23, bold=True),
        Spacer(0, 9),
        centred(page.took_part, 10.5, colour=_QUIET),
        Spacer(0, 7),
        centred(page.title, 14.5, bold=True),
        *_facts(page, room),
    ]
    frame = KeepInFrame(room, most, story, mode="shrink", hAlign="CENTER")
    _, high = frame.wrapOn(canvas, room, most)
    frame.drawOn(canvas, _MARGIN, top - high)


def _facts(page: CertificatePage, room: float) -> list[Any]:
    from reportlab.platypus import Paragraph, Spacer, Table, TableStyle

    rows = [
        [
            Paragraph(escape(label), _style(9.5, colour=_QUIET)),
            Paragraph(escape(value), _style(10.5)),
        ]
        for label, value in page.facts
        if value
    ]
    if not rows:
        return []
    table = Table(rows, colWidths=[_LABEL, room - _LABEL])
    table.setStyle(
        TableStyle(
            [
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, _colour(_LINE)),
                ("LINEABOVE", (0, 0), (-1, 0), 0.4, _colour(_LINE)),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 2),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    return [Spacer(0, 24), table]


def _signature(canvas: Any, page: CertificatePage) -> None:
    """Room for a pen between the position and the name, and for a stamp below."""
    position, name = page.signer
    base, length = _INNER + 92.0, 236.0
    _lines(canvas, [position], x=_MARGIN, y=base + 44, width=length, size=10)
    canvas.setStrokeColor(_colour(_INK))
    canvas.setLineWidth(0.5)
    canvas.line(_MARGIN, base, _MARGIN + length, base)
    canvas.setFillColor(_colour(_QUIET))
    canvas.setFont(fonts.PLAIN, 7)
    canvas.drawString(_MARGIN, base - 9, page.signature)
    canvas.drawString(_MARGIN, _INNER + 34, page.stamp)
    _lines(canvas, [name], x=_MARGIN, y=base - 22, width=length, size=10)


def _check(canvas: Any, page: CertificatePage, *, right: float) -> None:
    bottom = _INNER + 62.0
    _qr(canvas, page.address, x=right - _QR, y=bottom)
    left = right - 190.0
    _lines(canvas, page.under, x=left, y=bottom - 9, width=right - left, size=7, to_right=True)


def _qr(canvas: Any, address: str, *, x: float, y: float) -> None:
    """Runs of dark squares as one shape, without seams between them."""
    import segno

    # Any mask is read alike; to try all eight for the prettiest costs a third of a page's time.
    matrix = list(segno.make(address, error="m", micro=False, mask=3).matrix)
    step = _QR / len(matrix)
    path = canvas.beginPath()
    for down, row in enumerate(matrix):
        start: int | None = None
        for across, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = across
            elif not dark and start is not None:
                path.rect(x + start * step, y + _QR - (down + 1) * step,
                          (across - start) * step, step * 1.02)  # fmt: skip
                start = None
    canvas.setFillColor(_colour("#000000"))
    canvas.drawPath(path, stroke=0, fill=1)


def _lines(
    canvas: Any,
    lines: Sequence[str],
    *,
    x: float,
    y: float,
    width: float,
    size: float,
    to_right: bool = False,
) -> None:
    """Below `y`, each wrapped to the width."""
    from reportlab.platypus import Paragraph

    for line in lines:
        paragraph = Paragraph(escape(line), _style(size, to_right=to_right))
        _, high = paragraph.wrapOn(canvas, width, 200)
        y -= high
        paragraph.drawOn(canvas, x, y)


def _style(
    size: float,
    *,
    bold: bool = False,
    colour: str = _INK,
    centred: bool = False,
    to_right: bool = False,
) -> Any:
    from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        "paper",
        fontName=fonts.BOLD if bold else fonts.PLAIN,
        fontSize=size,
        leading=size * 1.32,
        textColor=_colour(colour),
        alignment=TA_CENTER if centred else TA_RIGHT if to_right else TA_LEFT,
        splitLongWords=True,
    )


def _colour(name: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(name)
