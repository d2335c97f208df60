"""What a teacher is told before the head of their school may see their name."""

from markupsafe import Markup

from handlers.words import labels
from handlers.words.speech import Speech


def consent(say: Speech) -> Markup:
    """What it means, before it is given."""
    return say(
        "If you allow it, a head or deputy whom the staff of a centre have confirmed sees your "
        "name, the events that end from today on, and your hours at them. If not, you are only "
        "a part of a number, and only where at least five are. You can change your mind at any "
        "time; what the head has seen by then cannot be taken back."
    )


def naming_question(say: Speech, school: str) -> Markup:
    """Once, after the first event of one whose school has a confirmed head."""
    return Markup("\n\n").join(
        [
            say("<b>May the head of your school see your name?</b>"),
            say(
                "You told that you work here: {school}. Once a month its head sees how many "
                "teachers took part in events, without names.",
                school=school,
            ),
            consent(say),
            say(
                "I ask this once. Later: /profile, “{button}”.", button=say(labels.SCHOOL_AND_HEAD)
            ),
        ]
    )


def now_named(say: Speech) -> Markup:
    return say("From today on the head of your school sees your name.")


def not_named(say: Speech) -> Markup:
    return say(
        "The head of your school does not see your name. What they have seen by now cannot be "
        "taken back."
    )


def why_naming(say: Speech) -> Markup:
    return say(
        "Your school has a confirmed head, and you took part in an event. I ask once whether the "
        "head may see your name, and never again. Your choice stands here:"
    )
