import asyncio

import pytest
from telegram.error import BadRequest

from scheduler.files import File
from scheduler.mouth import Mouth
from scheduler.outbox import Priority
from scheduler.pace import Pace
from tests.scheduler.telegram import TOKEN, Telegram


@pytest.fixture
def mouth(telegram: Telegram) -> Mouth:
    """One that speaks without having been initialised."""
    return Mouth(TOKEN, pace=Pace(0), api_url=f"{telegram.url}/")


async def test_what_is_finished_goes_out_as_it_is(telegram: Telegram, mouth: Mouth) -> None:
    """Nothing is added to a payload, nothing lost, and what is not there is not sent."""
    payload = {
        "chat_id": 7,
        "text": "Labas, „Ona“ & <b>kt.</b>",
        "reply_markup": {"inline_keyboard": [[{"text": "Ė", "callback_data": "x"}]]},
        "disable_notification": True,
        "message_thread_id": None,
    }
    answer = await mouth.say("sendMessage", payload)
    await mouth.shutdown()
    (call,) = telegram.said
    assert (call.method, call.data) == (
        "sendMessage",
        {key: value for key, value in payload.items() if value is not None},
    )
    assert answer == {"message_id": 1001}


async def test_files_in_a_field_and_behind_a_name(telegram: Telegram, mouth: Mouth) -> None:
    """A document goes in its field, those of an album under the names the payload has."""
    certificate = File("pažymėjimas.pdf", b"%PDF")
    await mouth.say("sendDocument", {"chat_id": 7}, files={"document": certificate})
    media = [{"type": "document", "media": f"attach://{name}"} for name in ("a", "b")]
    files = {"a": certificate, "b": File("b.pdf", b"2")}
    await mouth.say("sendMediaGroup", {"chat_id": 7, "media": media}, files=files)
    await mouth.shutdown()
    first, second = telegram.said
    assert first.files == {"document": ("pažymėjimas.pdf", b"%PDF")}
    assert second.files == {"a": ("pažymėjimas.pdf", b"%PDF"), "b": ("b.pdf", b"2")}
    assert second.data["media"] == media


async def test_a_method_the_library_does_not_know(telegram: Telegram, mouth: Mouth) -> None:
    """What Telegram invents tomorrow can be said without waiting for a release."""
    await mouth.say("setTomorrowsThing", {"chat_id": 7, "value": [1, 2]})
    await mouth.shutdown()
    assert [(call.method, call.data["value"]) for call in telegram.said] == [
        ("setTomorrowsThing", [1, 2])
    ]


async def test_a_refusal_is_raised(telegram: Telegram, mouth: Mouth) -> None:
    """What Telegram refuses comes as its own error, with its words."""
    telegram.refuse(400, "Bad Request: chat not found")
    with pytest.raises(BadRequest, match="Chat not found"):
        await mouth.say("sendMessage", {"chat_id": 7, "text": "x"})
    await mouth.shutdown()


async def test_everything_passes_one_pace(telegram: Telegram) -> None:
    """An answer that comes while announcements stand in line goes before them."""
    slow = Mouth(TOKEN, pace=Pace(20), api_url=telegram.url)
    async with asyncio.TaskGroup() as group:
        for chat in range(1, 6):
            payload = {"chat_id": chat, "text": "visiems"}
            group.create_task(slow.say("sendMessage", payload, priority=Priority.ANNOUNCEMENT))
        await telegram.heard(1)
        group.create_task(slow.say("sendMessage", {"chat_id": 9, "text": "Onai"}))
    await slow.shutdown()
    assert 9 in [call.chat_id for call in telegram.said[:5]]
    assert len(telegram.said) == 6
