"""Headings."""

import pytest

from catalogue.files.columns import COLUMNS, DAY, HOUR, KEYS, key_of


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("title_lt", "title_lt"),
        ("id", "code"),
        ("ID", "code"),
        ("Pavadinimas", "title_lt"),
        ("RENGINIO PAVADINIMAS", "title_lt"),
        ("Pavadinimas (EN)", "title_en"),
        ("Kaina (Eur)", "price_eur"),
        ("Kaina, €", "price_eur"),
        ("Kaina", "price_eur"),
        ("Vieta", "place"),
        ("Vietų sk.", "seats"),
        ("Vietu skaicius", "seats"),
        ("Akad. val.", "hours"),
        ("Trukmė (akad. val.)", "hours"),
        ("Tikslinė grupė", "audience"),
        ("Registracija iki:", "registration_closes"),
        ("Laukiančiųjų eilė", "waiting_list"),
        ("Data", DAY),
        ("Laikas", HOUR),
        ("Pradžia", "start"),
        ("Eil. Nr.", None),
        ("Pastabos", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_heading(heading: str, key: str | None) -> None:
    """Headings are known in both languages, any case, without diacritics and with units."""
    assert key_of(heading) == key


def test_own_headings_are_known() -> None:
    """What an export writes an import understands, and no two columns share a name."""
    assert tuple(key_of(column.heading) for column in COLUMNS) == KEYS
    assert tuple(key_of(column.key) for column in COLUMNS) == KEYS
    assert all(key_of(name) == column.key for column in COLUMNS for name in column.also)
