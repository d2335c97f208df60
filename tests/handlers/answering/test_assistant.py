from handlers.answering import Step
from tests.handlers.answering.programme import Ask

KIND = [
    ("pagalba", Step.DOORS, "Ką moku", "lt"),
    ("labas", Step.DOORS, "Laba diena", "lt"),
    ("ačiū!", Step.DOORS, "Prašom", "lt"),
    ("thank you", Step.DOORS, "You are welcome", "en"),
    ("perjunk į anglų kalbą", Step.LANGUAGE, "Kuria kalba", "lt"),
    ("delete my data", Step.PRIVACY, "/my_data", "en"),
    ("👍 🙂", Step.EXAMPLES, "nemokam", "lt"),
    ("???", Step.EXAMPLES, "such as", "en"),
]


async def test_what_is_no_search_is_answered_kindly(ask: Ask) -> None:
    """Greetings, thanks, emoji: the next step is always a button."""
    for question, step, says, language in KIND:
        told = await ask(question, language)
        assert (question, told.step, told.codes) == (question, step, ())
        assert says in told.plain
