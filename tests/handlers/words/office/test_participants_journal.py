"""Deeds about those who take part; their sentences are told one by one in `test_journal`."""

from handlers.words.office import journal, participants_journal


def test_the_journal_has_them() -> None:
    """All of them, as they stand here."""
    assert participants_journal.SENTENCES.items() <= journal.SENTENCES.items()
