"""How an event was, asked of one who came; and a word to one who was missed."""

from collections.abc import Mapping

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.quality.rules import LONGEST_COMMENT
from catalogue.quality.scores import LEAST, QUESTIONS
from handlers.words.events import shortened, title
from handlers.words.speech import Speech, _

_LONGEST = 160


def begin(say: Speech, event: Event, *, again: bool) -> Markup:
    """What becomes of the answers is said before the first of them."""
    lead = (
        say("I ask once more and for the last time: how was “{title}”?", title=_title(say, event))
        if again
        else say("How was “{title}”?", title=_title(say, event))
    )
    rules = say(
        "Five questions, one press each: 1 is poor, 5 is excellent. <b>Answers are anonymous:</b> "
        "they are kept without a name, and only all of them together are shown, once at least "
        "{least} people have answered. As nobody knows which are yours, nothing can be changed "
        "after the last press.",
        least=LEAST,
    )
    return Markup("<b>{}</b>\n\n{}\n\n{}").format(lead, rules, question(say, 0))


def going_on(say: Speech, event: Event, given: int) -> Markup:
    """The next question; what was given before is not repeated."""
    return Markup("<b>{}</b>\n\n{}").format(_title(say, event), question(say, given))


def question(say: Speech, number: int) -> Markup:
    """From 0."""
    asked = say(_ASKED[QUESTIONS[number]])
    line = say("{n} of {all}. {question}", n=number + 1, all=len(QUESTIONS), question=asked)
    if number < len(QUESTIONS) - 1:
        return line
    return Markup("{}\n\n{}").format(line, say("This press sends all five answers."))


def thanks(say: Speech) -> Markup:
    return say(
        "Thank you, your answers are kept without your name.\n\nIs there anything to add? Write it "
        "in one message: it reaches the lecturer and the organiser without your name and apart "
        "from your scores. Leave out what they might know you by."
    )


def comment_kept(say: Speech) -> Markup:
    return say("Thank you. Your comment is kept without your name.")


def no_comment(say: Speech) -> Markup:
    return say("Thank you, your answers are kept without your name.")


def comment_too_long(say: Speech) -> Markup:
    return say("Please write it shorter: up to {most} characters.", most=LONGEST_COMMENT)


def missed(say: Speech, event: Event) -> Markup:
    """Lists are kept by people: it may be the list that is wrong."""
    return say(
        "A pity that you could not come to “{title}”.\n\nIf you were there after all, write to the "
        "coordinator: you are not on the list of those who came.",
        title=_title(say, event),
    )


def like_it(say: Speech) -> Markup:
    return say("Coming events like it:")


def given(say: Speech, event: Event) -> Markup:
    return say(
        "You have answered about “{title}” already, thank you. Answers are anonymous, so that "
        "yours cannot be found any more to be changed.",
        title=_title(say, event),
    )


def over(say: Speech, event: Event) -> Markup:
    return say(
        "Answers about “{title}” are gathered already. Thank you for wanting to tell.",
        title=_title(say, event),
    )


def wanted(say: Speech, *, wants: bool) -> Markup:
    if wants:
        return say("Good, after events I shall ask how they were.")
    return say("Good, I shall not ask how events were any more.")


def why(say: Speech, event: Event) -> Markup:
    return say(
        "It was about “{title}”: you were registered, and it is over. I ask those who came how it "
        "was, and remind them once at most. You can be left out for good:",
        title=_title(say, event),
    )


def _title(say: Speech, event: Event) -> str:
    return shortened(title(say, event), _LONGEST)


_ASKED: Mapping[str, str] = {
    "content": _("How good was the content?"),
    "lecturer": _("How good was the lecturer?"),
    "usefulness": _("How useful is it for your work?"),
    "arrangement": _("How well was it organised?"),
    "overall": _("How good was it on the whole?"),
}
