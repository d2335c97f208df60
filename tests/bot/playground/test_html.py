"""Telegram's HTML mode, by tables."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground import html
from bot.playground.refusal import Refused

SHOWN = [
    ("plain", "plain", []),
    ("<b>a</b>", "a", [("bold", 0, 1)]),
    ("<B>a</B>", "a", [("bold", 0, 1)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
    ("<s>a</s><u>c</u>", "ac", [("strikethrough", 0, 1), ("underline", 1, 1)]),
    ("<del>a</del><ins>c</ins>", "ac", [("strikethrough", 0, 1), ("underline", 1, 1)]),
    ("😀<b>a</b>", "😀a", [("bold", 2, 1)]),
    ("ąč<b>ž</b>", "ąčž", [("bold", 2, 1)]),
    ("<b></b>x", "x", []),
    ("<b>a</>", "a", [("bold", 0, 1)]),
    ("<b>a</b >", "a", [("bold", 0, 1)]),
    ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "', []),
    ("&#65;&#x41;&#1090;", "AAт", []),
    ("&lt no semicolon", "< no semicolon", []),
    ("&nbsp; &copy; A & B", "&nbsp; &copy; A & B", []),
    ("&#0; &#x110000;", "&#0; &#x110000;", []),
    ("a > b", "a > b", []),
    ("<code>x</code>", "x", [("code", 0, 1)]),
    ("<pre>x</pre>", "x", [("pre", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
    ('<a href="http://localhost/x">x</a>', "x", []),
    ('<a href="">x</a>', "x", []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "entities"), SHOWN)
def test_what_people_see(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    """Allowed markup becomes visible text and entities in UTF-16 units."""
    visible, found = html.parse(source)
    assert visible == text
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


DETAILS: list[tuple[str, dict[str, Any]]] = [
    ('<a href="https://a.lt?x=1&amp;y=2">x</a>', {"type": "text_link", "url": "https://a.lt?x=1&y=2"}),
    ("<a href='https://a.lt/'>x</a>", {"type": "text_link", "url": "https://a.lt/"}),
    ('<pre><code class="language-python">x</code></pre>', {"type": "pre", "language": "python"}),
    ('<tg-emoji emoji-id="5">x</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "5"}),
    ('<tg-time unix="9" format="wDT">x</tg-time>', {"type": "date_time", "unix_time": 9}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), DETAILS)
def test_attributes(source: str, expected: dict[str, Any]) -> None:
    """A link, a language, an emoji and a moment keep what they carry."""
    (entity,) = html.parse(source)[1]
    assert expected.items() <= entity.items()


def test_a_link_to_a_person() -> None:
    """A tg://user link mentions the person."""
    (entity,) = html.parse('<a href="tg://user?id=512340001">Ona</a>')[1]
    assert entity["type"] == "text_mention"
    assert entity["user"]["id"] == 512340001


REFUSED = [
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("ą<p>x</p>", 'Unsupported start tag "p" at byte offset 2'),
    ("1 < 2 ir 3 > 2", 'Unsupported start tag "" at byte offset 2'),
    ("a <- b", 'Unsupported start tag "-" at byte offset 2'),
    ("a <", "Unclosed start tag at byte offset 2"),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
    ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
]


@pytest.mark.parametrize(("source", "words"), REFUSED)
def test_refused_markup(source: str, words: str) -> None:
    """Markup Telegram does not read is refused in Telegram's words."""
    with pytest.raises(Refused) as refusal:
        html.parse(source)
    assert refusal.value.code == 400
    assert refusal.value.description.startswith(f"Bad Request: can't parse entities: {words}")


@given(st.text())
def test_escaped_text_comes_back(text: str) -> None:
    """Any text with < > & escaped is shown exactly as it was."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert html.parse(f"<b>{escaped}</b>")[0] == text


@given(st.text(alphabet="<>/ab= \"'&;#x1"))
def test_nothing_breaks_the_parser(source: str) -> None:
    """Whatever comes is shown or refused, never anything else."""
    with suppress(Refused):
        text, found = html.parse(source)
        assert all(one["offset"] + one["length"] <= html.utf16(text) for one in found)
