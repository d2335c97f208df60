"""How an event was, pressed and written by one who came."""

import pytest
from sqlalchemy import select

from catalogue.learning.tables import Presence
from catalogue.quality.refusals import FeedbackGiven
from catalogue.quality.rules import LONGEST_COMMENT
from catalogue.quality.tables import Feedback as Said
from catalogue.quality.tables import FeedbackComment
from catalogue.registrations.tables import Registration
from handlers import feedback
from handlers.callbacks.learning import Feedback, FeedbackWanted, NoComment
from handlers.forms import Form, gathered
from handlers.replies import Unsay
from handlers.talk import Talk
from tests.catalogue.learning.past import marked
from tests.catalogue.quality.made_up import STARTED, asked
from tests.handlers.talking import buttons, data, each, pressed, put, rewritten, texts, written


@pytest.fixture
async def own(talk: Talk) -> Registration:
    """Ona was at „Vertinimas“ and was asked."""
    event = await put(talk, starts=STARTED)
    registration = await marked(talk.session, event, talk.person, presence=Presence.PRESENT)
    await asked(talk.session, registration)
    return registration


async def test_five_presses_in_one_message(talk: Talk, own: Registration) -> None:
    """What was given stands in the next buttons alone; one step back is there; the last press is
    named before it is made.
    """
    scores = ""
    for place in range(1, 5):
        scores += "4"
        press = Feedback(registration=own.id, scores=scores)
        said = await feedback.go_on(pressed(), press, talk)
        assert rewritten(said) == [77]
        assert Unsay(chat_id=talk.chat_id, message_id=77) in each(said)
        assert f"{place + 1} iš 5. " in texts(said)[0]
        assert ("išsiųs visus penkis" in texts(said)[0]) is (place == 4)
        assert data(said, "5") == f"fb:{own.id}:{scores}5"
        assert data(said, "Atgal") == f"fb:{own.id}:{scores[:-1]}"
        assert (await talk.session.scalars(select(Said))).all() == []
        assert await talk.state.get_data() == {}
    first = await feedback.go_on(pressed(), Feedback(registration=own.id), talk)
    assert "anonimiški" in texts(first)[0]
    assert buttons(first) == ["1", "2", "3", "4", "5", "Daugiau neklauskite"]


async def test_the_last_press_and_a_comment(talk: Talk, own: Registration) -> None:
    """The form holds the event and nothing of what was answered, and is gone after the comment."""
    press = Feedback(registration=own.id, scores="54321")
    said = await feedback.answer(pressed(), press, talk)
    assert "be vardo" in texts(said)[0]
    assert buttons(said) == ["Praleisti"]
    kept = (await talk.session.scalars(select(Said))).one()
    assert (kept.content, kept.lecturer, kept.usefulness, kept.arrangement, kept.overall) == (
        *(5, 4, 3, 2, 1),
    )
    assert await gathered(talk.state) == {"event": own.event_id}
    with pytest.raises(FeedbackGiven):
        await feedback.answer(pressed(), press, talk)
    said = await feedback.comment(written("a" * (LONGEST_COMMENT + 1)), talk)
    assert "iki 1000 ženklų" in texts(said)[0]
    assert await talk.state.get_state() == Form.feedback_comment.state
    said = await feedback.comment(written(" Ačiū už <pavyzdžius> "), talk)
    assert "komentaras išsaugotas" in texts(said)[0]
    assert await talk.state.get_state() is None
    assert await talk.state.get_data() == {}
    comments = (await talk.session.scalars(select(FeedbackComment))).all()
    assert [(one.event_id, one.comment) for one in comments] == [
        (own.event_id, "Ačiū už <pavyzdžius>")
    ]


async def test_no_comment(talk: Talk, own: Registration) -> None:
    """„Praleisti“ ends it."""
    said = await feedback.no_comment(pressed(), NoComment(event=own.event_id), talk)
    assert texts(said) == ["Ačiū, Jūsų atsakymai išsaugoti be vardo."]
    assert buttons(said) == ["Renginys"]


async def test_never_asked_again_and_after_all(talk: Talk) -> None:
    """One press, and one to take it back."""
    for wanted, other in ((False, "Vis dėlto klauskite"), (True, "Daugiau neklauskite")):
        said = await feedback.choose(pressed(), FeedbackWanted(wanted=wanted), talk)
        assert talk.person.wants_feedback is wanted
        assert buttons(said) == [other]
