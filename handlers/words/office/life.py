"""The stages of an event's life, as staff hear of them."""

from collections.abc import Mapping

from markupsafe import Markup

from catalogue.editing.stages import Stage, Turn
from catalogue.programme.tables import Event
from handlers.words.events import title
from handlers.words.office import labels
from handlers.words.speech import Speech, _

STAGES: Mapping[Stage, str] = {
    Stage.DRAFT: _("a draft: teachers do not see it yet"),
    Stage.PUBLISHED: _("published, registration is open"),
    Stage.FULL: _("published, every seat is taken"),
    Stage.CLOSED: _("registration is closed"),
    Stage.HELD: _("held, the report is still to be handed in"),
    Stage.REPORTED: _("held, the report is handed in"),
    Stage.CANCELLED: _("cancelled"),
}

LABELS: Mapping[Turn, str] = {
    Turn.PUBLISH: labels.PUBLISH,
    Turn.CLOSE: labels.CLOSE_REGISTRATION,
    Turn.REOPEN: labels.REOPEN_REGISTRATION,
    Turn.REPORT: labels.MARK_REPORTED,
    Turn.CANCEL: labels.CANCEL_EVENT,
}


#: Where it has begun and is not over.
UNDER_WAY = _("it is under way, registration is closed")


def stage_line(say: Speech, stage: Stage, *, has_begun: bool = False) -> Markup:
    is_on = has_begun and stage is Stage.CLOSED
    return say("<b>Stage:</b> {stage}", stage=say(UNDER_WAY if is_on else STAGES[stage]))


def label(say: Speech, turn: Turn, stage: Stage) -> Markup:
    """What is off is published again."""
    again = turn is Turn.PUBLISH and stage is Stage.CANCELLED
    return say(labels.PUBLISH_AGAIN if again else LABELS[turn])


def ask_reason(say: Speech, event: Event, told: int) -> Markup:
    """How many hear of it comes first: it cannot be taken back from them."""
    return Markup("\n").join(
        [
            say("Cancel “{title}”?", title=title(say, event)),
            _told(say, told),
            Markup(""),
            say("Please write the reason in one sentence, as they should read it."),
        ]
    )


def sure_to_cancel(say: Speech, event: Event, reason: str, told: int) -> Markup:
    return Markup("\n").join(
        [
            say("Really cancel “{title}”?", title=title(say, event)),
            say("The reason: {reason}", reason=reason),
            _told(say, told),
        ]
    )


def sure_to_publish(say: Speech, event: Event, told: int) -> Markup:
    return Markup("\n").join(
        [say("Publish “{title}” again?", title=title(say, event)), _told(say, told)]
    )


def stage_over(say: Speech, event: Event) -> Markup:
    return say(
        "“{title}” is at another stage by now, so nothing was changed.", title=title(say, event)
    )


def sure_to_delete(say: Speech, event: Event) -> Markup:
    return say(
        "Delete the draft “{title}”? Nothing of it is kept, and this cannot be undone.",
        title=title(say, event),
    )


def deleted(say: Speech, event: Event) -> Markup:
    return say("The draft “{title}” is deleted.", title=title(say, event))


def in_use(say: Speech, event: Event) -> Markup:
    return say(
        "“{title}” cannot be deleted: registrations, lecturers, questions or materials belong to "
        "it. You can cancel it instead.",
        title=title(say, event),
    )


def _told(say: Speech, told: int) -> Markup:
    if not told:
        return say("Nobody is registered, so nobody will be told.")
    return say.n("{n} person will be told.", "{n} people will be told.", told)
