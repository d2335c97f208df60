"""The buttons of an announcement while it is written, before it goes out and on its way."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from catalogue.announcements.audience import Reach
from catalogue.announcements.segments import MOST_BLOCKS, Segment
from catalogue.announcements.tables import Announcement, AnnouncementState
from handlers import keyboards
from handlers.callbacks.menu import StopForm
from handlers.keyboards import press as button
from handlers.office.callbacks.staff import Announce, Choose, Pick, Step, Turned
from handlers.words import labels
from handlers.words.office import announcing_audience as audience_words
from handlers.words.office import labels as office_labels
from handlers.words.speech import Speech

PER_PAGE = 8

#: What an audience is put together of, two in a row.
_BLOCKS = (
    ((Pick.TOPIC, office_labels.TOPIC), (Pick.EVENT, labels.EVENT)),
    ((Pick.GROUP, labels.GROUP), (Pick.SUBJECT, labels.SUBJECT)),
    ((Pick.CITY, labels.CITY), (Pick.SCHOOL, labels.SCHOOL)),
    ((Pick.LANGUAGE, labels.LANGUAGE),),
)
_STANDINGS = (
    (Pick.REGISTERED, office_labels.REGISTERED),
    (Pick.WAITING, office_labels.ON_WAITING_LIST),
    (Pick.ATTENDED, office_labels.ATTENDED),
)
_UNDER_WAY = {
    AnnouncementState.SCHEDULED: ((Step.HALT, office_labels.HALT),),
    AnnouncementState.SENDING: ((Step.PAUSE, office_labels.PAUSE), (Step.HALT, office_labels.HALT)),
    AnnouncementState.PAUSED: (
        (Step.RESUME, office_labels.RESUME),
        (Step.HALT, office_labels.HALT),
    ),
}


def of_step(
    say: Speech, announcement: Announcement, step: Step, label: str
) -> InlineKeyboardButton:
    return button(say(label), Announce(announcement=announcement.id, step=step))


def audience(say: Speech, announcement: Announcement, segment: Segment) -> InlineKeyboardMarkup:
    number = announcement.id
    blocks = [
        [
            button(audience_words.turn_label(say, at + 1), Turned(announcement=number, block=at)),
            button(
                audience_words.out_label(say, at + 1),
                Turned(announcement=number, block=at, out=True),
            ),
        ]
        for at in range(len(segment.blocks))
    ]
    more = [
        [button(say(label), Choose(announcement=number, asked=asked)) for asked, label in row]
        for row in _BLOCKS
    ]
    return keyboards.rows(
        [
            [of_step(say, announcement, Step.EVERYONE, labels.EVERYONE)],
            *(more if len(segment.blocks) < MOST_BLOCKS else []),
            *blocks,
            [of_step(say, announcement, Step.SUMMARY, office_labels.CONTINUE)] if blocks else [],
            [button(say(labels.STOP), StopForm())],
        ]
    )


def choices(
    say: Speech,
    announcement: Announcement,
    asked: Pick,
    found: Sequence[tuple[str, str]],
    page: int,
) -> InlineKeyboardMarkup:
    """A page of what there is, each with its mark; then the way back."""
    number = announcement.id
    start = page * PER_PAGE
    back = Step.SUMMARY if asked is Pick.LINK else Step.AUDIENCE
    return keyboards.rows(
        [
            *[
                [button(label, Choose(announcement=number, asked=asked, mark=mark))]
                for mark, label in found[start : start + PER_PAGE]
            ],
            [
                button(text, Choose(announcement=number, asked=asked, page=other))
                for text, other in (("‹", page - 1), ("›", page + 1))
                if 0 <= other * PER_PAGE < len(found)
            ],
            [of_step(say, announcement, back, labels.BACK)],
        ]
    )


def standings(say: Speech, announcement: Announcement, event_id: int) -> InlineKeyboardMarkup:
    return keyboards.rows(
        [
            *[
                [
                    button(
                        say(label),
                        Choose(announcement=announcement.id, asked=asked, mark=str(event_id)),
                    )
                ]
                for asked, label in _STANDINGS
            ],
            [of_step(say, announcement, Step.AUDIENCE, labels.BACK)],
        ]
    )


def summary(say: Speech, announcement: Announcement, reach: Reach) -> InlineKeyboardMarkup:
    """To nobody nothing can be sent."""

    def step(to: Step, label: str) -> InlineKeyboardButton:
        return of_step(say, announcement, to, label)

    when = step(Step.LATER, office_labels.ANOTHER_TIME)
    link = Choose(announcement=announcement.id, asked=Pick.LINK)
    return keyboards.rows(
        [
            [step(Step.SEND, labels.SEND)] if reach.people else [],
            [when] if reach.people else [],
            [step(Step.AUDIENCE, office_labels.CHANGE_AUDIENCE)],
            [
                button(say(office_labels.EVENT_BUTTON), link),
                step(Step.REWRITE, office_labels.CHANGE_TEXT),
            ],
            [button(say(labels.STOP), StopForm())],
        ]
    )


def confirm(say: Speech, announcement: Announcement) -> InlineKeyboardMarkup:
    return keyboards.rows(
        [
            [of_step(say, announcement, Step.REALLY, office_labels.REALLY_SEND)],
            [of_step(say, announcement, Step.SUMMARY, office_labels.NOT_YET)],
        ]
    )


def under_way(
    say: Speech, announcement: Announcement, *, is_author: bool = True
) -> InlineKeyboardMarkup:
    """Below its progress and its report."""
    rows = [
        [
            of_step(say, announcement, step, label)
            for step, label in _UNDER_WAY.get(announcement.state, ())
        ]
    ]
    if announcement.started_at is not None and is_author:
        rows.append([of_step(say, announcement, Step.REWRITE, office_labels.CHANGE_TEXT)])
    return keyboards.rows(rows)
