"""Questions and searches, and what is passed on to coordinators."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Page, Row


class Search(CallbackData, prefix="q"):
    """A page of the list that a search found; `mark` says which search."""

    mark: str
    page: Page = 0


class LetGo(CallbackData, prefix="qx"):
    """A search without one of its conditions, by its name in `follow_ups.removable`."""

    mark: str
    name: str


class OtherDays(CallbackData, prefix="qd"):
    """A search whose days were understood one way; `other` is the same with the other days."""

    mark: str
    other: str


class NoneFits(CallbackData, prefix="qn"):
    """What a search offered in doubt is none of it what was meant."""

    mark: str


class AskCoordinator(CallbackData, prefix="kc"):
    """A question to a coordinator: the one just asked, by the `mark` of `handlers.searches`, or one
    to be written; of an event, of a centre, or of neither (0).
    """

    mark: str = ""
    event: Row = 0
    centre: Row = 0


class ReplyToLetter(CallbackData, prefix="kr"):
    """A reply to what one of staff has written to the person about an event."""

    event: Row
    person: Row


class EnquiryDraft(CallbackData, prefix="kd"):
    """The question that was shown is passed on, with one's name or without; `mark` says which words
    were shown. With `send` off only the name is put in or left out.
    """

    mark: str
    nameless: bool = False
    send: bool = True


class Answered(CallbackData, prefix="kv"):
    """Thanks for a coordinator's answer, or one more question to the same coordinator."""

    enquiry: Row
    more: bool = False


class AboutCentre(CallbackData, prefix="ac"):
    centre: Row


class TellKnown(CallbackData, prefix="tk"):
    """A known answer that may have been meant, by its key."""

    key: str
