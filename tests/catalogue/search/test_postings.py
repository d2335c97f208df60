"""Sets of slots, few and many."""

from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.search.postings import Postings, slots_of

STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 700)), max_size=400)


@given(STEPS)
@settings(max_examples=60)
def test_a_set_of_bits_is_a_set(steps: list[tuple[bool, int]]) -> None:
    """However it is kept inside, it holds what was put in and not taken out."""
    postings, plain = Postings(), set[int]()
    for put, slot in steps:
        (postings.add if put else postings.discard)(slot)
        (plain.add if put else plain.discard)(slot)
    assert list(slots_of(postings.bits())) == sorted(plain)
    assert (len(postings), bool(postings)) == (len(plain), bool(plain))


def test_many_slots_turn_into_bits_and_can_still_change() -> None:
    """The change of form inside is not seen outside."""
    postings = Postings()
    for slot in range(1000):
        postings.add(slot)
    before = postings.bits()
    postings.discard(999)
    postings.add(5000)
    assert before.bit_count() == 1000
    assert list(slots_of(postings.bits())) == [*range(999), 5000]
