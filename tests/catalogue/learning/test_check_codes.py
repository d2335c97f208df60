"""Codes that papers are checked by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.learning.check_codes import ALPHABET, LENGTH, grouped, new_code, read_code


def test_a_code_is_no_shorter_than_eighty_bits() -> None:
    """So nobody finds one by trying; and no two of many are alike."""
    assert len(ALPHABET) ** LENGTH == 2**80
    codes = {new_code() for _ in range(2_000)}
    assert len(codes) == 2_000
    assert {letter for code in codes for letter in code} == set(ALPHABET)


@given(st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH), st.booleans())
def test_what_is_printed_is_read_again(code: str, is_small: bool) -> None:  # noqa: FBT001
    """With dashes, in small letters, with O for 0 and I or L for 1."""
    written = grouped(code).replace("0", "O").replace("1", "I")
    assert read_code(written.lower().replace("i", "l") if is_small else written) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" 7k3m 9qrt 0xwb 4hnc\n", "7K3M9QRT0XWB4HNC"),
        ("7K3M–9QRT–OXWB–4HNC", "7K3M9QRT0XWB4HNC"),
        ("2026-0017", None),
        ("7K3M-9QRT-0XWB-4HN", None),
        ("7K3M-9QRT-0XWB-4HNCC", None),
        ("7K3M-9QRT-0XWB-4HNU", None),
        ("ąčęėįšųūžąčęėįšų", None),
        ("", None),
    ],
)
def test_what_can_be_a_code(typed: str, code: str | None) -> None:
    """A number of the register is none."""
    assert read_code(typed) == code
