"""A seat at an event: taken, offered, paid for, changed, passed on and left."""

import enum

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from catalogue.registrations.tables import Payer
from handlers.callbacks.fields import Page, Row


class Join(CallbackData, prefix="j"):
    event: Row
    anyway: bool = False


class Leave(CallbackData, prefix="l"):
    event: Row
    sure: bool = False


class Keep(CallbackData, prefix="k"):
    event: Row


class AccessNeed(CallbackData, prefix="a"):
    event: Row


class Tab(enum.StrEnum):
    """The three lists of one's own events."""

    COMING = "c"
    WAITING = "w"
    PAST = "p"


class Mine(CallbackData, prefix="m"):
    tab: Tab = Tab.COMING
    page: Page = 0


class Offer(CallbackData, prefix="o"):
    """The answer to an offered seat; the ticket tells which offer, so that an old one is void."""

    event: Row
    ticket: Row
    accept: bool


class AtOnce(CallbackData, prefix="oa"):
    """Whether a freed seat is taken without being asked."""

    event: Row
    wanted: bool


class ChangeAnswer(CallbackData, prefix="ch"):
    """The answer to a change of an event."""

    notice: Row
    fine: bool


class WhoPays(CallbackData, prefix="pa"):
    """Who pays for one's place: asks, or takes the answer."""

    event: Row
    payer: Payer | None = None


class PayerFact(enum.StrEnum):
    """What is asked of whoever pays."""

    SCHOOL = "s"
    CONTACT = "c"


class PayerDetail(CallbackData, prefix="pd"):
    """One fact of whoever pays: asks for it; what is not told is left as it is."""

    event: Row
    fact: PayerFact
    skip: bool = False


class PassDeed(enum.StrEnum):
    """What is done about a link that passes one's seat on."""

    BEGIN = "b"
    ANEW = "n"
    WITHDRAW = "w"


class PassSeat(CallbackData, prefix="ps"):
    """One's seat is to go to a colleague."""

    event: Row
    deed: PassDeed = PassDeed.BEGIN


class TakeSeat(CallbackData, prefix="ts"):
    """The seat behind a colleague's link is accepted."""

    secret: str = Field(max_length=40)
    anyway: bool = False


class LeaveStep(enum.StrEnum):
    """How far one is with asking to be let go."""

    REASON = "r"
    SEND = "s"
    TAKE_BACK = "b"


class AskToLeave(CallbackData, prefix="al"):
    """One who may no longer cancel asks the organiser: tells why, goes without, takes it back."""

    event: Row
    step: LeaveStep = LeaveStep.REASON
