"""Answers that staff approve, in the chat."""

from collections.abc import Sequence

from markupsafe import Markup

from catalogue.answers.tables import KnownAnswer
from handlers.words.events import shortened
from handlers.words.speech import Speech

LABEL_LENGTH = 56


def page(say: Speech, answers: Sequence[KnownAnswer], *, first: int) -> Markup:
    """The questions of a page, numbered through; the newest first."""
    heading = say(
        "<b>Approved answers</b>\nWhoever asks one of these questions, in whatever words, gets the "
        "answer that you approved."
    )
    if not answers:
        return Markup("{}\n\n{}").format(heading, say("There are none yet."))
    lines = [
        Markup("{}. {}").format(number, answer.questions[0])
        for number, answer in enumerate(answers, start=first)
    ]
    return Markup("{}\n\n{}").format(heading, Markup("\n").join(lines))


def card(say: Speech, answer: KnownAnswer, centre: str) -> Markup:
    """One answer with every way in which it is asked for."""
    questions = Markup("\n").join(Markup("• {}").format(one) for one in answer.questions)
    return say(
        "<b>Asked</b>\n{questions}\n\n<b>Answer</b>\n{answer}\n\n{centre}, {day}",
        questions=questions,
        answer=answer.answer,
        centre=centre or say("all centres"),
        day=say.date_alone(answer.changed_at),
    )


def ask_question(say: Speech) -> Markup:
    return say("Write the question as people ask it. Other words for it can be added afterwards.")


def ask_answer(say: Speech) -> Markup:
    return say("Now write the answer. It is told just as you write it.")


def at_present(say: Speech, told: Markup) -> Markup:
    return say("This is what I answer to it at present:\n\n{answer}", answer=told)


def ask_also(say: Speech) -> Markup:
    return say("Write in which other words this is asked.")


def ask_correction(say: Speech) -> Markup:
    return say("Write the answer anew.")


def confirm(say: Speech, question: str, answer: str) -> Markup:
    return say(
        "<b>Asked</b>\n{question}\n\n<b>Answer</b>\n{answer}\n\nShall I answer so from now on? "
        "Everyone will read it: please see that nobody is named in it. To put the answer "
        "otherwise, just write it once more.",
        question=question,
        answer=answer,
    )


def approve_label(say: Speech, centre: str) -> str:
    return shortened(say("Approve: {centre}", centre=centre).unescape(), LABEL_LENGTH)


def label(number: int, answer: KnownAnswer) -> str:
    return shortened(f"{number}. {answer.questions[0]}", LABEL_LENGTH)


def remove_question(say: Speech, answer: KnownAnswer) -> Markup:
    return say("Remove the answer to “{question}”?", question=answer.questions[0])


def not_a_question(say: Speech) -> Markup:
    return say(
        "I need a question in one sentence with a word that says what it is about, for example: "
        "<i>Is there parking at the centre?</i> Please write it once more."
    )


def not_an_answer(say: Speech, longest: int) -> Markup:
    return say(
        "I need an answer in words, of up to {longest} characters. Please write it once more.",
        longest=longest,
    )


def too_many_questions(say: Speech, most: int) -> Markup:
    return say.n(
        "This answer is found by {n} question already; there can be no more of them. Add another "
        "answer for the new one: /answers",
        "This answer is found by {n} questions already; there can be no more of them. Add another "
        "answer for the new one: /answers",
        most,
    )


def gone(say: Speech) -> Markup:
    return say("This answer has been removed already. The others: /answers")
