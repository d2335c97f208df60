"""How a school year is called."""

from handlers.words.speech import Speech


def school_year(say: Speech, first: int) -> str:
    """„2026–2027 m. m.“, standing alone; by the year it begins in."""
    return str(say("School year {first}–{last}", first=first, last=first + 1))


def in_a_sentence(say: Speech, first: int) -> str:
    return str(say("the school year {first}–{last}", first=first, last=first + 1))
