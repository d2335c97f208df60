"""Answering a survey of needs, step by step."""

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.needs import editing
from catalogue.needs.refusals import SurveyOver
from catalogue.needs.rules import Given, own_answers
from catalogue.needs.tables import Survey, SurveyAnswer, SurveyWords
from catalogue.people.refusals import ConsentNeeded
from handlers import forms, needs
from handlers.callbacks.needs import AboutSurvey, NeedsSurvey, SurveyMove, SurveyStep
from handlers.replies import Replies, Unsay
from handlers.talk import Talk
from tests.catalogue.needs.made_up import GROUPS, THEMES, a_survey
from tests.factories import NOW
from tests.handlers.office.people import an_owner_of_the_house
from tests.handlers.talking import buttons, each, pressed, texts, written

WISH = "Apie autizmą"


@pytest.fixture
async def survey(session: AsyncSession) -> Survey:
    return await a_survey(session)


async def press(talk: Talk, data: CallbackData) -> Replies:
    replies: Replies
    if isinstance(data, SurveyStep):
        replies = await needs.step(pressed(), data, talk)
    else:
        assert isinstance(data, NeedsSurvey)
        replies = await needs.start(pressed(), data, talk)
    return replies


def move(survey: Survey, at: int, what: SurveyMove, value: int = 0) -> SurveyStep:
    return SurveyStep(survey=survey.id, at=at, move=what, value=value)


def begin(survey: Survey, deed: AboutSurvey) -> NeedsSurvey:
    return NeedsSurvey(survey=survey.id, deed=deed)


async def gone_through(talk: Talk, survey: Survey, deed: AboutSurvey) -> list[Replies]:
    """A theme, a group, a wish; then it is ready to be sent."""
    said = [await press(talk, begin(survey, deed))]
    for at, what in ((0, SurveyMove.PICK), (0, SurveyMove.NEXT), (1, SurveyMove.PICK)):
        said.append(await press(talk, move(survey, at, what)))
    said.append(await needs.written(written(WISH), talk))
    return said


async def test_without_a_name_nothing_stays_in_the_conversation(
    talk: Talk, survey: Survey, session: AsyncSession
) -> None:
    """Nor in the outbox: each step takes back what the message showed before."""
    said = await gone_through(talk, survey, AboutSurvey.NAMELESS)
    for replies in said:
        assert isinstance(each(replies)[0], Unsay)
        assert not any(WISH in text for text in texts(replies))
    assert buttons(said[-1])[0] == "Išsiųsti atsakymus"
    sent = await press(talk, move(survey, 3, SurveyMove.SEND))
    assert "be vardo" in texts(sent)[0]
    assert (await talk.state.get_state(), await talk.state.get_data()) == (None, {})
    (answer,) = await session.scalars(select(SurveyAnswer))
    assert (answer.person_id, list(answer.chosen.values())) == (None, [[THEMES[0]], [GROUPS[0]]])
    (words,) = await session.scalars(select(SurveyWords))
    assert (words.person_id, words.words) == (None, WISH)
    again = await needs.begin(written("/poreikiai"), talk)
    assert "jau atsakėte" in texts(again)[0]
    assert buttons(again) == ["Renginiai", "Mano renginiai", "Klausti"]


async def test_without_a_name_what_is_left_is_gone(talk: Talk, survey: Survey) -> None:
    """With a name it waits, at the question where it was left."""
    for deed, is_kept in ((AboutSurvey.NAMELESS, False), (AboutSurvey.NAMED, True)):
        await press(talk, begin(survey, deed))
        await press(talk, move(survey, 0, SurveyMove.PICK))
        await press(talk, move(survey, 0, SurveyMove.NEXT))
        await press(talk, move(survey, 1, SurveyMove.LEAVE))
        seen = await needs.begin(written("/poreikiai"), talk)
        assert ("Tęsti nuo 2 klausimo" in buttons(seen)) is is_kept
        assert (THEMES[0] in str(await talk.state.get_data())) is is_kept
    back = await needs.resume(pressed(), begin(survey, AboutSurvey.RESUME), talk)
    assert texts(back)[0].startswith("2 iš 3")
    first = await press(talk, move(survey, 1, SurveyMove.BACK))
    assert buttons(first)[0] == f"✓ {THEMES[0]}"
    for at in range(len(survey.questions)):
        await press(talk, move(survey, at, SurveyMove.NEXT))
    await press(talk, move(survey, len(survey.questions), SurveyMove.LEAVE))
    assert buttons(await needs.begin(written("/poreikiai"), talk))[0] == "Tęsti: liko tik išsiųsti"


async def test_with_a_name_seen_changed_and_withdrawn(
    talk: Talk, survey: Survey, session: AsyncSession
) -> None:
    """A change begins with what was answered; withdrawing asks once."""
    await gone_through(talk, survey, AboutSurvey.NAMED)
    await press(talk, move(survey, 3, SurveyMove.SEND))
    seen = await needs.begin(written("/poreikiai"), talk)
    assert f"<i>{WISH}</i>" in texts(seen)[0]
    changed = await press(talk, begin(survey, AboutSurvey.NAMED))
    assert buttons(changed)[0] == f"✓ {THEMES[0]}"
    (own,) = await own_answers(session, talk.person)
    assert own.own[survey.questions[2].id] == Given(words=WISH)
    asked = await needs.withdraw(pressed(), begin(survey, AboutSurvey.WITHDRAW), talk)
    assert buttons(asked)[0] == "Taip, atsiimti"
    await needs.withdraw(pressed(), begin(survey, AboutSurvey.REALLY), talk)
    assert await own_answers(session, talk.person) == []


async def test_an_old_button_shows_what_is_asked_now(talk: Talk, survey: Survey) -> None:
    """It changes nothing; one of a survey that is not being answered is out of date."""
    await press(talk, begin(survey, AboutSurvey.NAMELESS))
    await press(talk, move(survey, 0, SurveyMove.NEXT))
    old = await press(talk, move(survey, 0, SurveyMove.PICK))
    assert texts(old)[0].startswith("2 iš 3")
    assert not any("✓" in label for label in buttons(old))
    beyond = await press(talk, move(survey, 1, SurveyMove.PICK, 99))
    assert texts(beyond)[0].startswith("2 iš 3")
    await forms.leave(talk.state)
    gone = await press(talk, move(survey, 1, SurveyMove.NEXT))
    assert "nebegalioja" in texts(gone)[0] or "pasen" in texts(gone)[0]


async def test_nothing_answered_cannot_be_sent(talk: Talk, survey: Survey) -> None:
    """The button is not there; one goes back."""
    await press(talk, begin(survey, AboutSurvey.NAMELESS))
    for at in range(3):
        last = await press(talk, move(survey, at, SurveyMove.NEXT))
    assert buttons(last) == ["Atgal", "Nutraukti ir ištrinti"]


async def test_moves_may_be_written(talk: Talk, survey: Survey) -> None:
    """They are no wishes of anybody, and what was written before stays."""
    await press(talk, begin(survey, AboutSurvey.NAMED))
    for text, start in ((WISH, "1 iš 3"), ("praleisti", "2 iš 3"), ("atgal", "1 iš 3")):
        told = texts(await needs.written(written(text), talk))
        assert told[0].startswith(start)
    assert WISH in told[0]
    assert "palauks" in texts(await needs.written(written("stop"), talk))[0]
    assert await talk.state.get_state() is None


async def test_a_name_needs_a_consent(stranger: Talk, survey: Survey) -> None:
    """Without a name nothing is asked for."""
    with pytest.raises(ConsentNeeded):
        await press(stranger, begin(survey, AboutSurvey.NAMED))
    said = await press(stranger, begin(survey, AboutSurvey.NAMELESS))
    assert texts(said)[0].startswith("1 iš 3")


async def test_where_several_centres_ask_one_chooses(
    talk: Talk, survey: Survey, session: AsyncSession
) -> None:
    """A link leads to one of them; a closed one says so; staff have a door of their own."""
    second = await a_survey(session)
    assert len(buttons(await needs.begin(written("/poreikiai"), talk))) == 2
    assert "Atsakyti be vardo" in buttons(await needs.linked(talk, str(second.id)))
    assert len(buttons(await needs.linked(talk, "x" * 30))) == 2
    editing.close(second, now=NOW)
    with pytest.raises(SurveyOver):
        await needs.linked(talk, str(second.id))
    rasa = await an_owner_of_the_house(session)
    assert buttons(await needs.begin_pressed(pressed(), rasa))[-1] == "Apklausų tvarkymas"
