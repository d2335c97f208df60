"""The picture at the door."""

import re
import struct

import segno

from bot.drawing.charts import WIDTH
from bot.drawing.doors import DoorPicture, door_picture, drawing

LINK = "https://t.me/kvieslys_bot?start=at_123_vT4bX1kP0aQz9-_m"
LONG = "Įtraukiojo ugdymo praktikos <pradinėse> klasėse ir ką su jomis daryti toliau, " * 4


def a_picture(title: str = "Vertinimas") -> DoorPicture:
    return DoorPicture(title=title, under="10:00", link=LINK, hint="Nuskenuokite:", code="BKTR")


def test_it_is_a_png_of_the_width_of_a_telephone() -> None:
    """A title of any length leaves the code where it can be seen at once."""
    content = door_picture(a_picture(LONG))
    width, height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG")
    assert width == WIDTH
    assert height < 1.5 * WIDTH


def test_the_letters_stand_apart_and_large() -> None:
    """They are read from the last row, and words of people are escaped."""
    svg = drawing(a_picture(LONG))
    sizes = {text: int(size) for size, text in re.findall(r'font-size="(\d+)"[^>]*>([^<]*)<', svg)}
    assert sizes["B K T R"] == max(sizes.values()) > 150
    assert "&lt;pradinėse&gt;" in svg
    assert sum("…" in text for text in sizes) == 1


def test_what_is_scanned_is_the_link() -> None:
    """The squares are those of the link's code, each a whole number of pixels, with its margin."""
    squares = re.findall(r"M(\d+) (\d+)h(\d+)v\3h-\3z", drawing(a_picture()))
    one, left, top = int(squares[0][2]), int(squares[0][0]), int(squares[0][1])
    dark = {((int(y) - top) // one, (int(x) - left) // one) for x, y, _ in squares}
    wanted = segno.make(LINK, error="m", micro=False).matrix
    assert dark == {
        (line, column) for line, row in enumerate(wanted) for column, is_dark in enumerate(row)
        if is_dark
    }  # fmt: skip
    assert left >= 4 * one
