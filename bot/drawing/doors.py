"""The picture at the door: a code to be scanned, the one to be typed in large letters, and of what.

It is as wide as the charts are. Held up on a telephone or thrown on a wall, it is read from afar.
"""

from dataclasses import dataclass
from html import escape

from bot.drawing.charts import WIDTH, rendered, wrapped

_PAPER, _INK, _QUIET = "#ffffff", "#000000", "#595959"
_TITLE, _UNDER, _HINT, _CODE = 54, 40, 40, 190
_MARGIN, _LINE, _QUIET_ZONE = 56, 1.28, 4
_SQUARE = 780
_LINES_OF_TITLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorPicture:
    """Plain text in the language of its readers; `link` is what the scanned code says."""

    title: str
    under: str
    link: str
    hint: str
    code: str


def door_picture(picture: DoorPicture) -> bytes:
    """As png."""
    return rendered(drawing(picture))


def drawing(picture: DoorPicture) -> str:
    """As svg."""
    drawn: list[str] = []
    y = float(_MARGIN)
    y = _text(drawn, y, _short(picture.title), size=_TITLE, bold=True)
    y = _text(drawn, y, wrapped(picture.under, _UNDER), size=_UNDER, colour=_QUIET)
    y = _symbol(drawn, y + 20, picture.link)
    y = _text(drawn, y, wrapped(picture.hint, _HINT), size=_HINT, colour=_QUIET)
    y = _text(drawn, y, [" ".join(picture.code)], size=_CODE, bold=True)
    height = round(y + _MARGIN)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}">'
        f'<rect width="{WIDTH}" height="{height}" fill="{_PAPER}"/>{"".join(drawn)}</svg>'
    )


def _short(title: str) -> list[str]:
    lines = wrapped(title, _TITLE, bold=True)
    if len(lines) <= _LINES_OF_TITLE:
        return lines
    return [*lines[: _LINES_OF_TITLE - 1], lines[_LINES_OF_TITLE - 1].rstrip(" .,–") + "…"]


def _text(
    drawn: list[str],
    y: float,
    lines: list[str],
    *,
    size: int,
    bold: bool = False,
    colour: str = _INK,
) -> float:
    """Centred; returns where it ends."""
    weight = "bold" if bold else "normal"
    for line in lines:
        y += size * _LINE
        drawn.append(
            f'<text x="{WIDTH / 2}" y="{y - size * 0.3:.1f}" text-anchor="middle" '
            f'font-family="DejaVu Sans" font-size="{size}" font-weight="{weight}" '
            f'fill="{colour}">{escape(line)}</text>'
        )
    return y


def _symbol(drawn: list[str], y: float, link: str) -> float:
    """With the empty margin that scanners ask for; each square is a whole number of pixels."""
    import segno

    rows = list(segno.make(link, error="m", micro=False).matrix)
    one = _SQUARE // (len(rows) + 2 * _QUIET_ZONE)
    side = one * (len(rows) + 2 * _QUIET_ZONE)
    left, top = (WIDTH - side) // 2 + one * _QUIET_ZONE, round(y) + one * _QUIET_ZONE
    path = "".join(
        f"M{left + column * one} {top + line * one}h{one}v{one}h-{one}z"
        for line, row in enumerate(rows)
        for column, is_dark in enumerate(row)
        if is_dark
    )
    drawn.append(f'<path d="{path}" fill="{_INK}" shape-rendering="crispEdges"/>')
    return y + side
