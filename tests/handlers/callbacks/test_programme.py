"""What part of the programme a button shows."""

from handlers.callbacks.programme import Browse, Choosing, Filters


def test_what_was_chosen_goes_on_from_button_to_button() -> None:
    """Of the filter menu over a view only the view stays, with what has changed in it."""
    chosen = Filters(month=2612, free=True, city="0a1b2c3d", ask=Choosing.CITY, page=2)
    assert Browse(**chosen.shown(mode="online")) == Browse(
        month=2612, mode="online", free=True, city="0a1b2c3d"
    )
