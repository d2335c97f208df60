from catalogue.learning.tables import Presence


def test_whoever_was_there_for_a_part_was_there() -> None:
    """Late and gone early are there; only an absence is none."""
    assert [one for one in Presence if not one.is_there] == [Presence.ABSENT]
