"""Refused rows as a table."""

from catalogue.programme.refused import Reason, Refused
from handlers.words.office.refused_rows import table


def test_the_table_is_safe_to_open() -> None:
    """What begins like a formula is text, in either language."""
    refused = [Refused(2, "=1+1", Reason.NO_TIME, {"written": "x"}, "-Lapas")]
    heading, row = table(refused, "en").decode("utf-8-sig").splitlines()
    assert heading == "Sheet;Row;Column;Reason"
    assert row.startswith("'-Lapas;2;'=1+1;")
    heading, row = table(refused, "lt").decode("utf-8-sig").splitlines()
    assert heading == "Lapas;Eilutė;Stulpelis;Priežastis"
    assert "nenurodyta valanda" in row
