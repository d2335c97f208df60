"""Words the search does not know, and what staff taught it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from catalogue.glossary.meanings import Meaning
from catalogue.glossary.misses import ASKED_AGAIN, Missed
from catalogue.glossary.preview import Preview
from catalogue.glossary.tables import TaughtWord
from handlers.words.events import shortened
from handlers.words.speech import Speech

LABEL_LENGTH = 44
COUNT_LENGTH = 36


def missed_page(say: Speech, listed: Sequence[Missed], *, days: int, is_all: bool) -> Markup:
    """`is_all` where there are no other pages."""
    heading = say("<b>Words the search does not know</b>")
    if not listed and not is_all:
        return Markup("\n").join([heading, say("What stood on this page is found by now.")])
    if not listed:
        nothing = say.n(
            "In the last {n} day the search understood everything that was asked.",
            "In the last {n} days the search understood everything that was asked.",
            days,
        )
        return Markup("\n").join([heading, nothing])
    lines = [
        Markup("• {}").format(
            say.n("{words}: {n} time", "{words}: {n} times", one.count, words=one.words)
        )
        for one in listed
    ]
    intro = say.n(
        "What people looked for in the last {n} day and did not find. Press a word and tell me "
        "what it means: from then on the search understands it.",
        "What people looked for in the last {n} days and did not find. Press a word and tell me "
        "what it means: from then on the search understands it.",
        days,
    )
    return Markup("\n").join([heading, intro, Markup(""), *lines])


def missed_label(one: Missed) -> str:
    return f"{shortened(one.words, COUNT_LENGTH)} · {one.count}"


def period_label(say: Speech, days: int) -> str:
    return str(say.n("{n} day", "{n} days", days))


def missed_word(say: Speech, one: Missed, *, offers: bool, now: datetime) -> Markup:
    asked = say.n(
        "Looked for {n} time, last on {day}.",
        "Looked for {n} times, last on {day}.",
        one.count,
        day=say.day(one.last, now=now),
    )
    question = (
        say("What does it mean? Write what the programme calls it, or press:")
        if offers
        else say("What does it mean? Write what the programme calls it.")
    )
    in_part = say(
        "Where only one of the words is unknown, write it so: <i>gadgets = digital tools</i>"
    )
    ignoring = say.n(
        "What you ignore comes back when it is asked {n} time more.",
        "What you ignore comes back when it is asked {n} times more.",
        ASKED_AGAIN,
    )
    return Markup("\n").join(
        [
            Markup("<b>{}</b>").format(one.words),
            asked,
            Markup(""),
            question,
            *([in_part] if len(one.topic) > 1 else []),
            Markup(""),
            ignoring,
        ]
    )


def meaning_label(meant: str) -> str:
    return f"= {shortened(meant, LABEL_LENGTH)}"


def ask(say: Speech) -> Markup:
    return say(
        "Write the word as people say it, and what the programme calls it, for example: "
        "<i>gadgets = digital tools</i>"
    )


def proposal(say: Speech, meaning: Meaning, seen: Preview, lines: Sequence[Markup]) -> Markup:
    """What who says it would find, before anything is changed."""
    found = (
        say.n(
            "Who looks for “{said}” would find {n} event:",
            "Who looks for “{said}” would find {n} events:",
            seen.total,
            said=meaning.said,
        )
        if lines
        else say(
            "At present nothing would be found with it: no coming event is called so. Other words "
            "for the same may find more."
        )
    )
    asked = say("Shall I teach it to the search? You may also write another meaning.")
    return Markup("\n\n").join(
        [
            _equation(meaning.said, meaning.meant),
            found,
            *lines,
            *([_warning(say, meaning, seen)] if seen.is_daring else []),
            asked,
        ]
    )


def _warning(say: Speech, meaning: Meaning, seen: Preview) -> Markup:
    return say.n(
        "<b>Careful:</b> the programme itself uses “{said}”. Who looks for “{meant}” would get "
        "{n} event more.",
        "<b>Careful:</b> the programme itself uses “{said}”. Who looks for “{meant}” would get "
        "{n} events more.",
        seen.added,
        said=meaning.said,
        meant=meaning.meant,
    )


def taught(say: Speech, meaning: Meaning) -> Markup:
    equation = _equation(meaning.said, meaning.meant)
    return Markup("\n").join([equation, say("The search understands it from now on.")])


def taught_page(say: Speech, count: int) -> Markup:
    heading = say("<b>Taught words</b>")
    if not count:
        return Markup("\n").join([heading, say("The search has not been taught anything yet.")])
    counted = say.n(
        "Staff have taught the search {n} word. It holds for all centres.",
        "Staff have taught the search {n} words. They hold for all centres.",
        count,
    )
    return Markup("\n").join([heading, counted])


def word_label(one: TaughtWord) -> str:
    return shortened(f"{one.said} = {one.meant}", LABEL_LENGTH)


def taught_word(say: Speech, one: TaughtWord, teacher: str) -> Markup:
    day = say.date_alone(one.taught_at)
    who = (
        say("Taught by {name}, {day}.", name=teacher, day=day)
        if teacher
        else say("Taught on {day}.", day=day)
    )
    return Markup("\n").join([_equation(one.said, one.meant), who])


def file_name(say: Speech) -> str:
    return str(say("words.txt"))


def file_comes(say: Speech) -> Markup:
    return say(
        "One thing a line: what the programme calls it, then how else people do. In this form "
        "words come with the program, so they can be proposed for everybody."
    )


def not_a_word(say: Speech) -> Markup:
    return say(
        "I need a word and its meaning, both short, for example: <i>gadgets = digital "
        "tools</i>. Please write it once more."
    )


def says_nothing(say: Speech, phrase: str) -> Markup:
    return say(
        "“{words}” does not say what an event is about: it fits very many, or says where, when or "
        "for whom. Please write the word of a theme.",
        words=phrase,
    )


def same_words(say: Speech, said: str, meant: str) -> Markup:
    return say(
        "Who says “{said}” finds “{meant}” in any case: it is the same word. Please write what "
        "else it means.",
        said=said,
        meant=meant,
    )


def too_many(say: Speech) -> Markup:
    return say(
        "The search has been taught as many words as it may know. Please remove one first: "
        "/words, “{button}”.",
        button=say("Taught words"),
    )


def _equation(said: str, meant: str) -> Markup:
    return Markup("<b>{}</b> = <b>{}</b>").format(said, meant)
