"""Staff approve answers, correct them and take them back."""

import dataclasses

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.answers import rules
from catalogue.answers.refusals import AnswerGone, NotAQuestion, TooManyQuestions
from catalogue.people.refusals import StaffOnly
from catalogue.people.tables import Role, StaffMember
from handlers.forms import Form
from handlers.office import known_answers
from handlers.office.callbacks.staff import AnswerDeed, ApproveAnswer, ApprovedAnswers, ForWhom
from handlers.pages import PER_PAGE
from handlers.replies import Replies
from handlers.talk import Talk
from tests.factories import NOW, a_centre, kept
from tests.handlers.talking import OWNER, buttons, data, pressed, rewritten, texts, written

ADD = ApprovedAnswers(deed=AnswerDeed.ADD)
QUESTION = "Ar prie centro yra kur pastatyti automobilį?"


@pytest.fixture
async def rasa(talk: Talk, session: AsyncSession) -> Talk:
    """The talk of one who is staff of one centre of two."""
    mine, other = a_centre(name="Mano centras"), a_centre(name="Kitas centras")
    await kept(session, mine, other)
    await kept(
        session,
        StaffMember(person_id=talk.person.id, centre_id=mine.id, role=Role.COORDINATOR, since=NOW),
    )
    return talk


async def approve(talk: Talk, proposal: Replies, label: str = "Patvirtinti") -> Replies:
    chosen = ApproveAnswer.unpack(data(proposal, label))
    card: Replies = await known_answers.approve(pressed(chosen), chosen, talk)
    return card


async def approved(talk: Talk, question: str = QUESTION) -> int:
    """Through the whole dialogue, with the first button of the last step."""
    await known_answers.add(pressed(ADD), talk)
    await known_answers.question_written(written(question), talk)
    await approve(talk, await known_answers.answer_written(written("Taip, kieme."), talk))
    return (await rules.approved(talk.session))[0].id


async def test_an_answer_is_approved_in_three_steps(rasa: Talk) -> None:
    """Question, answer, for whom; from then on it is told to whoever asks alike."""
    page = await known_answers.show(written("/atsakymai"), rasa)
    assert buttons(page) == ["Pridėti atsakymą"]
    await known_answers.add(pressed(ADD), rasa)
    with pytest.raises(NotAQuestion):
        await known_answers.question_written(written("ar?"), rasa)
    await known_answers.question_written(written(QUESTION), rasa)
    assert await rasa.state.get_state() == Form.answer_text.state
    confirm = await known_answers.answer_written(written("Taip, <kieme>."), rasa)
    assert "Taip, &lt;kieme&gt;." in texts(confirm)[0]
    assert buttons(confirm) == ["Patvirtinti: Mano centras", "Perrašyti klausimą", "Nereikia"]
    card = await approve(rasa, confirm)
    assert rewritten(card) == [77]
    assert buttons(card)[:3] == ["Taisyti atsakymą", "Klausiama ir kitaip", "Pašalinti"]
    assert await rasa.state.get_state() is None
    book = await rasa.house.known.book(rasa.session)
    (told,) = book.find("kur pastatyti automobili?").hits
    assert (told.is_approved, told.said) == (True, {"lt": "Taip, <kieme>."})


async def test_what_is_answered_already_is_shown(rasa: Talk) -> None:
    """So that nobody writes it twice."""
    await known_answers.add(pressed(ADD), rasa)
    answer = await known_answers.question_written(written("Kada įkurtas KŠIC?"), rasa)
    assert "1995 m. liepos 15 d." in texts(answer)[0]


async def test_an_answer_is_corrected_asked_otherwise_and_removed(rasa: Talk) -> None:
    """Each from its card; removing asks once."""
    number = await approved(rasa)

    def deed(which: AnswerDeed) -> ApprovedAnswers:
        return ApprovedAnswers(deed=which, answer=number)

    await known_answers.ask(pressed(), deed(AnswerDeed.CORRECT), rasa)
    card = await known_answers.corrected(written("Ne."), rasa)
    assert "Ne." in texts(card)[0]
    await known_answers.ask(pressed(), deed(AnswerDeed.ALSO), rasa)
    card = await known_answers.asked_also(written("kur parkuotis"), rasa)
    assert "• kur parkuotis" in texts(card)[0]
    card = await known_answers.open_one(pressed(), deed(AnswerDeed.OPEN), rasa)
    assert "Mano centras" in texts(card)[0]
    sure = await known_answers.remove(pressed(), deed(AnswerDeed.REMOVE), rasa)
    assert buttons(sure)[0] == "Taip, pašalinti"
    page = await known_answers.remove(pressed(), deed(AnswerDeed.REALLY), rasa)
    assert "dar nėra" in texts(page)[0]
    with pytest.raises(AnswerGone):
        await known_answers.open_one(pressed(), deed(AnswerDeed.OPEN), rasa)


async def test_many_answers_have_pages(rasa: Talk) -> None:
    """The newest first; a page that is no more leads to the last there is."""
    for number in range(PER_PAGE + 1):
        await approved(rasa, f"Ar yra baseinas {number}?")
    page = await known_answers.show(written("/answers"), rasa)
    assert buttons(page)[-2:] == ["Daugiau", "Pridėti atsakymą"]
    more = ApprovedAnswers(deed=AnswerDeed.LIST, page=1)
    last = await known_answers.turn_page(pressed(more), more, rasa)
    assert buttons(last) == ["9. Ar yra baseinas 0?", "Atgal", "Pridėti atsakymą"]
    gone = ApprovedAnswers(deed=AnswerDeed.LIST, page=7)
    assert buttons(await known_answers.turn_page(pressed(gone), gone, rasa)) == buttons(last)


async def test_the_right_is_checked_at_every_press(rasa: Talk, talk: Talk) -> None:
    """Of another centre, with an old button, and for all centres without the right."""
    number = await approved(rasa)
    known = await rules.one(rasa.session, number)
    known.centre_id = None
    for which in (AnswerDeed.CORRECT, AnswerDeed.ALSO):
        with pytest.raises(StaffOnly):
            await known_answers.ask(pressed(), ApprovedAnswers(deed=which, answer=number), rasa)
    with pytest.raises(StaffOnly):
        await known_answers.remove(
            pressed(), ApprovedAnswers(deed=AnswerDeed.REALLY, answer=number), rasa
        )
    card = await known_answers.open_one(
        pressed(), ApprovedAnswers(deed=AnswerDeed.OPEN, answer=number), rasa
    )
    assert buttons(card) == ["Atgal"]
    owner = dataclasses.replace(rasa, chat_id=OWNER)
    shown = await known_answers.open_one(
        pressed(), ApprovedAnswers(deed=AnswerDeed.OPEN, answer=number), owner
    )
    assert len(buttons(shown)) == 4
    await rasa.session.delete(await rasa.session.get_one(StaffMember, 1))
    await rasa.session.flush()
    for step in (known_answers.show, known_answers.question_written, known_answers.answer_written):
        with pytest.raises(StaffOnly):
            await step(written(QUESTION), rasa)


async def test_a_button_without_its_form_changes_nothing(rasa: Talk) -> None:
    """Pressed again after it was done."""
    await known_answers.add(pressed(ADD), rasa)
    await known_answers.question_written(written(QUESTION), rasa)
    for stale in (
        await known_answers.approve(pressed(), ApproveAnswer(mark=""), rasa),
        await known_answers.for_whom(pressed(), ForWhom(), rasa),
    ):
        assert "paseno" in texts(stale)[0]
    assert await rasa.state.get_state() is None
    assert await rules.approved(rasa.session) == []


async def test_an_older_button_approves_nothing_else(rasa: Talk) -> None:
    """Of two answers written one after the other the first one's button shows the second."""
    await known_answers.add(pressed(ADD), rasa)
    await known_answers.question_written(written(QUESTION), rasa)
    first = await known_answers.answer_written(written("Taip, kieme."), rasa)
    second = await known_answers.answer_written(written("Ne."), rasa)
    anew = await approve(rasa, first)
    assert (texts(anew), rewritten(anew)) == (texts(second), [77])
    assert await rules.approved(rasa.session) == []
    await approve(rasa, anew)
    assert [known.answer for known in await rules.approved(rasa.session)] == ["Ne."]


async def test_an_answer_is_for_any_centre_one_answers_for(rasa: Talk) -> None:
    """Eight on a page, all of them first; owners see every centre, staff of one their own alone."""
    await kept(rasa.session, *(a_centre(name=f"Centras Nr. {number}") for number in range(10, 31)))
    owner = dataclasses.replace(rasa, chat_id=OWNER)
    await known_answers.add(pressed(ADD), owner)
    await known_answers.question_written(written(QUESTION), owner)
    page = await known_answers.answer_written(written("Taip, kieme."), owner)
    offered = buttons(page)
    for number in (1, 2):
        more = ForWhom.unpack(data(page, "Daugiau"))
        assert more == ForWhom(page=number)
        page = await known_answers.for_whom(pressed(more), more, owner)
        offered += buttons(page)
    named = [one.removeprefix("Patvirtinti: ") for one in offered if "Patvirtinti" in one]
    assert named == [
        "Visi centrai", *(f"Centras Nr. {number}" for number in range(10, 31)),
        "Kitas centras", "Mano centras",
    ]  # fmt: skip
    mine = await known_answers.for_whom(pressed(more), ForWhom(), rasa)
    assert buttons(mine) == ["Patvirtinti: Mano centras", "Perrašyti klausimą", "Nereikia"]
    card = await approve(owner, page, "Kitas centras")
    assert "Kitas centras" in texts(card)[0]


async def test_as_many_questions_as_may_be(rasa: Talk) -> None:
    """It is said before another is written, and also where somebody else was quicker."""
    number = await approved(rasa)
    also = ApprovedAnswers(deed=AnswerDeed.ALSO, answer=number)
    await known_answers.ask(pressed(), also, rasa)
    known = await rules.one(rasa.session, number)
    known.questions = [f"ar yra baseinas {each}" for each in range(rules.MOST_QUESTIONS)]
    with pytest.raises(TooManyQuestions):
        await known_answers.asked_also(written("ar yra pirtis"), rasa)
    with pytest.raises(TooManyQuestions):
        await known_answers.ask(pressed(), also, rasa)
    await known_answers.asked_also(written("ar yra baseinas 7"), rasa)
    assert await rasa.state.get_state() is None
