"""What was read, on its way to another process."""

from catalogue.numbers.packing import packed, unpacked


def test_pieces_come_out_as_they_went_in() -> None:
    """In their order, and an empty one is nothing."""
    assert [*unpacked([packed([1, "a"]), packed([]), packed([None])])] == [1, "a", None]
