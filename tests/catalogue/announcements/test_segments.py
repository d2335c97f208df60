import pytest

from catalogue.announcements.segments import MOST_BLOCKS, Block, Kind, Segment, of, of_json
from catalogue.announcements.tables import Announcement

KAUNAS = Block(Kind.CITY, "Kaunas")
ENGLISH = Block(Kind.LANGUAGE, "en", negated=True)
SEMINAR = Block(Kind.REGISTERED, "7")


def test_it_is_kept_and_read_back() -> None:
    """As JSON; nothing kept at all is everyone."""
    segment = Segment((KAUNAS, ENGLISH, SEMINAR))
    assert of_json(segment.as_json()) == segment
    assert of_json({}) == Segment()
    assert segment.event_ids == [7]


def test_a_question_asked_again_is_asked_once() -> None:
    """As it was asked last, and of so many blocks at most the oldest gives way."""
    turned = Segment((KAUNAS,)).turned(0)
    assert turned.blocks == (Block(Kind.CITY, "Kaunas", negated=True),)
    assert turned.narrowed(KAUNAS).blocks == (KAUNAS,)
    full = Segment()
    for number in range(MOST_BLOCKS + 1):
        full = full.narrowed(Block(Kind.SCHOOL, f"{number}"))
    assert len(full.blocks) == MOST_BLOCKS
    assert full.blocks[-1].value == f"{MOST_BLOCKS}"


def test_blocks_are_taken_out_by_their_number() -> None:
    """A number from an old button changes nothing."""
    segment = Segment((KAUNAS, ENGLISH))
    assert segment.without(0).blocks == (ENGLISH,)
    assert segment.without(5) == segment.turned(5) == segment


@pytest.mark.parametrize(
    ("segment", "is_own"),
    [
        (Segment(), False),
        (Segment((KAUNAS,)), False),
        (Segment((KAUNAS, SEMINAR)), True),
        (Segment((Block(Kind.REGISTERED, "7", negated=True),)), False),
    ],
)
def test_what_is_about_an_own_event(segment: Segment, is_own: bool) -> None:  # noqa: FBT001 -- a table
    """Only those who have joined an event are told of their own; those who have not, are not."""
    assert segment.is_of_an_own_event == is_own


def test_it_reaches_no_further_than_its_author() -> None:
    """The centres stand beside the blocks, and stay while these are chosen."""
    made = Announcement(segment=Segment((Block(Kind.CITY, "Kaunas"),)).as_json(), centres=[1, 2])
    segment = of(made)
    assert segment.centres == frozenset({1, 2})
    topic = Block(Kind.TOPIC, "x")
    for changed in (segment.narrowed(topic), segment.turned(0), segment.without(0)):
        assert changed.centres == frozenset({1, 2})
    made.centres = None
    assert of(made).centres is None
