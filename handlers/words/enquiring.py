"""A question to a coordinator, as the one who asks sees it."""

from datetime import date, datetime

from markupsafe import Markup

from catalogue.enquiries.queries import Told
from catalogue.enquiries.refusals import TooManyEnquiries
from catalogue.enquiries.rules import LONGEST_ENQUIRY, MOST_A_DAY, MOST_OPEN
from catalogue.programme.tables import Event
from handlers.words.events import centre_name, shortened, title
from handlers.words.speech import Speech

_QUOTED = 300


def ask(say: Speech, event: Event | None) -> Markup:
    if event is None:
        return say("Write your question to the coordinator in your own words.")
    return say("Write your question about “{title}” in your own words.", title=title(say, event))


def ask_reply(say: Speech, event: Event) -> Markup:
    """To a letter, which may have asked for nothing but a word."""
    return say("Write your reply to the letter about “{title}”.", title=title(say, event))


def preview(
    say: Speech, words: str, *, centre: str, name: str, by: date | None, now: datetime
) -> Markup:
    """As it will be sent, who sees it, and by when to expect an answer, where it is no reply."""
    lines = [
        say("<b>Your question:</b> {words}", words=words)
        if by
        else say("<b>Your reply:</b> {words}", words=words),
        Markup(""),
        say("The coordinators will see it: {centre}.", centre=centre)
        if centre
        else say("The coordinators of the centres will see it."),
        say("They will see your name: {name}.", name=name)
        if name
        else say("They will not see your name."),
        *([_answer_by(say, by, now=now)] if by else []),
        Markup(""),
        say("To put it otherwise, just write it once more."),
    ]
    return Markup("\n").join(lines)


def _answer_by(say: Speech, day: date, *, now: datetime) -> Markup:
    return say(
        "The answer comes here, usually by {day}; I cannot promise it.",
        day=say.plain_day(day, now=now),
    )


def sent(say: Speech, words: str, *, is_reply: bool) -> Markup:
    if is_reply:
        return say("<b>Your reply:</b> {words}\n\nIt has been sent.", words=words)
    return say(
        "<b>Your question:</b> {words}\n\nIt has been sent. The answer will come here, into this "
        "chat.",
        words=words,
    )


def answered(say: Speech, told: Told) -> Markup:
    """With the question quoted, for it may be days old."""
    return say(
        "You asked: <i>{words}</i>\n\n<b>The coordinator answers</b>{centre}\n{answer}",
        words=quoted(told.enquiry.words),
        centre=f", {centre_name(say, told.centre)}" if told.centre else "",
        answer=told.enquiry.answer,
    )


def closed(say: Speech, told: Told) -> Markup:
    """Without an answer, and kindly."""
    return say(
        "You asked: <i>{words}</i>\n\nThe coordinators have read your question, but cannot answer "
        "it here. Thank you for asking; do ask again in other words, or write to the centre.",
        words=quoted(told.enquiry.words),
    )


def welcome(say: Speech) -> str:
    """To a thank-you, above the chat."""
    return str(say("You are welcome!"))


def why(say: Speech) -> Markup:
    return say(
        "It was the answer to your question to a coordinator. It comes only because you asked."
    )


def quoted(words: str) -> str:
    """In one line, and not too long a one."""
    return shortened(" ".join(words.split()), _QUOTED)


def not_an_enquiry(say: Speech) -> Markup:
    return say(
        "I need a question in words, of up to {n} characters. Please write it once more.",
        n=LONGEST_ENQUIRY,
    )


def too_many(say: Speech, refusal: TooManyEnquiries) -> Markup:
    if refusal.are_open:
        return say.n(
            "{n} question of yours is still waiting for an answer; please ask this one after that.",
            "{n} questions of yours are still waiting for an answer; please ask this one after "
            "that.",
            MOST_OPEN,
        )
    return say.n(
        "You have passed on {n} question within a day; please ask this one tomorrow.",
        "You have passed on {n} questions within a day; please ask this one tomorrow.",
        MOST_A_DAY,
    )


def gone(say: Speech) -> Markup:
    return say("This question is not here any more: it was taken back.")
