"""The letters come along."""

from reportlab.pdfbase.pdfmetrics import getFont

from bot.drawing import fonts


def test_the_fonts_have_every_lithuanian_letter() -> None:
    """Also of quotation marks and dashes; registering twice is harmless."""
    fonts.register()
    fonts.register()
    for name in (fonts.PLAIN, fonts.BOLD):
        known = getFont(name).face.charToGlyph
        assert {letter for letter in "ĄČĘĖĮŠŲŪŽąčęėįšųūž„“–€" if ord(letter) not in known} == set()
