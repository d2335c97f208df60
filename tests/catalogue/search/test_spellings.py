"""Words within some slips of another, for all words at once."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from catalogue.search.spellings import Spellings

WORDS = st.text("abc", min_size=1, max_size=8)


@given(st.lists(WORDS, max_size=40, unique=True), st.data(), WORDS, st.integers(0, 3))
@settings(max_examples=200)
def test_exactly_the_words_within_the_slips_are_found(
    held: list[str], data: st.DataObject, typed: str, slips: int
) -> None:
    """The same words at the same distance as one by one, also after some were taken out."""
    spellings = Spellings()
    for word in held:
        spellings.add(word)
    if data.draw(st.booleans(), label="asked before"):
        list(spellings.within(typed, slips))
    gone = data.draw(st.sets(st.sampled_from(held))) if held else set[str]()
    for word in gone:
        spellings.discard(word)
    if gone:
        spellings.add("abcabcabc")
    words = {*held, "abcabcabc"} - gone if gone else set(held)
    near = {word: OSA.distance(typed, word) for word in words}
    assert dict(spellings.within(typed, slips)) == {
        word: distance for word, distance in near.items() if distance <= slips
    }


def test_a_swap_between_other_slips_counts_once() -> None:
    """Letters swapped right beside one too many are two slips, not three."""
    spellings = Spellings()
    spellings.add("bendradarbiavimas")
    assert list(spellings.within("bednxadarbiavimas", 2)) == [("bendradarbiavimas", 2)]
    assert list(spellings.within("bednxadarbiavimas", 1)) == []
