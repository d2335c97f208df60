import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from bot.playground.html import parse
from bot.playground.rules import text_of
from handlers.words.limits import LONGEST_TEXT, bounded, formatted, length


@pytest.mark.parametrize(
    ("text", "letters"),
    [("", 0), ("ąž", 2), ("<b>a</b>&amp;b", 3), ('<a href="https://x">y</a>', 1), ("😀", 2)],
)
def test_letters_are_counted_as_telegram_does(text: str, letters: int) -> None:
    """Without the tags, in UTF-16."""
    assert length(text) == letters


def test_formatted_pieces_are_counted() -> None:
    """One within another, too; what is only written so is none."""
    assert formatted('<b>a <a href="https://x">b</a></b> <s>c</s> &lt;b&gt;') == 3


#: Words, formatted or not, one within another, with all that is written otherwise in HTML.
_TEXTS = st.recursive(
    st.text('aą😀<>&" \n', max_size=20).map(lambda one: str(escape(one))),
    lambda inner: st.tuples(st.sampled_from(["b", "i", "blockquote"]), st.lists(inner)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=4,
)


@given(parts=st.lists(_TEXTS, min_size=1, max_size=4), times=st.integers(0, 150))
def test_whatever_is_cut_stays_well_formed(parts: list[str], times: int) -> None:
    """Telegram takes it, it begins as the whole does, and nothing is cut that fits."""
    text = "„" + "".join(parts) * times
    cut = bounded(text)
    told, _ = text_of(cut, parse_mode="HTML")
    assert length(cut) <= LONGEST_TEXT
    whole, _ = parse(text)
    if length(text) <= LONGEST_TEXT:
        assert cut == text
    else:
        assert told.endswith("…")
        assert whole.startswith(told[:-1].rstrip("\n"))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("<b>Ilgas &amp; platus</b>\n" * 400, "<b>Ilgas &amp; platus</b>\n…"),
        ("<blockquote>" + "eilutė\n" * 700 + "</blockquote>", "eilutė</blockquote>\n…"),
        ("<b>Antraštė</b>\n" + "&amp;" * 5000, "&amp;&amp;…"),
        ("<b>" + "😀" * 3000 + "</b>", "😀</b>…"),
    ],
)
def test_a_text_is_cut_by_lines_where_it_has_some(text: str, end: str) -> None:
    """A quotation of many lines is closed; a heading alone is not all that stays of a long line."""
    cut = bounded(text)
    assert cut.endswith(end)
    assert LONGEST_TEXT * 0.9 < length(cut) <= LONGEST_TEXT
