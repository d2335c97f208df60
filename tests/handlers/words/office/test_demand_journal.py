"""Deeds of demand; their sentences are told one by one in `test_journal`."""

from handlers.words.office import demand_journal, journal


def test_the_journal_has_them() -> None:
    """All of them, as they stand here."""
    assert demand_journal.SENTENCES.items() <= journal.SENTENCES.items()
