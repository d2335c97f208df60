"""What a refusal carries."""

from catalogue.programme.refused import Reason, WrongCell


def test_what_was_written_is_cut_and_made_one_line() -> None:
    """A report of a hundred refusals stays readable, whatever stood in the cells."""
    wrong = WrongCell(Reason.NOT_A_DATE, written="a\n\x00b " + "x" * 500, lowest=0)
    shown = str(wrong.values["written"])
    assert shown.startswith("a b xxx")
    assert shown.endswith("…")
    assert len(shown) == 60
    assert wrong.values["lowest"] == 0
