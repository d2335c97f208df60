from aiogram.methods import SendMessage
from aiogram.methods.base import Response
from aiogram.types import Chat, ChatBoost, Message, Update
from pydantic import BaseModel


def test_types_are_built_when_they_are_used() -> None:
    """What nobody used is not built; what is used is as it would be."""
    assert not ChatBoost.__pydantic_complete__
    chat = {"id": 1, "type": "private"}
    said = {"message_id": 1, "date": 1, "chat": chat, "text": "labas"}
    update = Update.model_validate({"update_id": 1, "message": said})
    answer = Response[Message].model_validate({"ok": True, "result": said})
    assert update.message == answer.result
    assert update.message is not None
    assert update.message.chat == Chat(id=1, type="private")
    assert SendMessage(chat_id=1, text="labas").model_dump(include={"text"}) == {"text": "labas"}


def test_other_models_are_built_as_ever() -> None:
    """Names of the place where they are made are found too."""

    class Later(BaseModel):
        other: "Other"

    class Other(BaseModel):
        number: int

    assert Later.model_rebuild()
    assert Later.model_validate({"other": {"number": 1}}).other == Other(number=1)
