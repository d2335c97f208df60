from handlers import why
from handlers.replies import Recipe
from handlers.talk import Talk
from tests.handlers.talking import written


async def test_why_is_answered_where_messages_are_sent(talk: Talk) -> None:
    """What came last is not known here, so the answer is composed when it goes out."""
    said = await why.why(written("/kodel"), talk)
    assert said == Recipe(chat_id=talk.chat_id, kind="why", key=str(talk.person.id), language="lt")
