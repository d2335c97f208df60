"""The letters everything is drawn with: they come along, so that no machine lacks a Lithuanian one.

DejaVu Sans, with its licence beside it.
"""

from functools import cache
from importlib.resources import as_file, files

PLAIN, BOLD = "DejaVuSans", "DejaVuSans-Bold"
_FOLDER = "fonts"


@cache
def register() -> None:
    """Known to reportlab under `PLAIN` and `BOLD`, so that <b> works too; once a process."""
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (PLAIN, BOLD):
        with as_file(files("bot.drawing") / _FOLDER / f"{name}.ttf") as path:
            registerFont(TTFont(name, str(path)))
    for is_bold, name in ((0, PLAIN), (1, BOLD)):
        for is_italic in (0, 1):
            addMapping(PLAIN, is_bold, is_italic, name)
