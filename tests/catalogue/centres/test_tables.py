"""A centre's row."""

from catalogue.centres.tables import Centre


def test_names_begin_with_the_present_one() -> None:
    """Every name is there once somebody asks, and an empty one is none."""
    centre = Centre(name="KŠIC", name_en="", other_names=["KPKC"])
    assert centre.names == ("KŠIC", "KPKC")
