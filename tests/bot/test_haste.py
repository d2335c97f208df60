"""Who writes too fast is asked once to slow down."""

from datetime import UTC, datetime

from aiogram.types import Chat, Message, Update

from bot.haste import MOST_TEXTS, Haste


def a_text(number: int) -> Update:
    chat = Chat(id=1, type="private")
    message = Message(message_id=number, date=datetime(2026, 1, 1, tzinfo=UTC), chat=chat)
    return Update(update_id=number, message=message)


def test_the_measure_is_full_once_and_then_quiet() -> None:
    """The first text beyond it is the one that is answered; others are not touched."""
    haste = Haste()
    many = [haste.is_too_many(1, a_text(n)) for n in range(MOST_TEXTS)]
    assert not any(many)
    assert haste.is_too_many(1, a_text(100))
    assert haste.is_first_too_many(1)
    assert haste.is_too_many(1, a_text(101))
    assert not haste.is_first_too_many(1)
    assert not haste.is_too_many(2, a_text(102))


def test_presses_are_free() -> None:
    """Someone who pages quickly through the programme is not slowed down."""
    haste = Haste()
    assert not any(haste.is_too_many(1, Update(update_id=n)) for n in range(MOST_TEXTS * 3))
