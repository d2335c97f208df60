"""The journal of what staff did; the database itself refuses to change it."""

import enum
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Enum, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from catalogue.database import Base, RowId


class Deed(enum.StrEnum):
    """What was done. A new one is a line here, in `KINDS`, and a sentence in the words.

    `EVENT_CHANGED` has the fact `changed`, as `rules.differences` makes it.
    """

    INVITED = "invited"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    BECAME_STAFF = "became_staff"
    LET_GO = "let_go"
    EVENT_MADE = "event_made"
    EVENT_CHANGED = "event_changed"
    EVENT_PUBLISHED = "event_published"
    EVENT_CANCELLED = "event_cancelled"
    EVENT_REPORTED = "event_reported"
    DRAFT_DELETED = "draft_deleted"
    PROGRAMME_TAKEN_IN = "programme_taken_in"
    PROGRAMME_PUT_BACK = "programme_put_back"
    PLAN_PUBLISHED = "plan_published"
    HOLIDAYS_ADDED = "holidays_added"
    HOLIDAYS_REMOVED = "holidays_removed"
    FIELD_ADDED = "field_added"
    FIELD_REMOVED = "field_removed"
    MATERIAL_ADDED = "material_added"
    MATERIAL_CHANGED = "material_changed"
    MATERIAL_REMOVED = "material_removed"
    HOURS_TARGET_SET = "hours_target_set"
    ANNOUNCED = "announced"
    ANNOUNCEMENT_HELD = "announcement_held"
    ANNOUNCEMENT_RESUMED = "announcement_resumed"
    ANNOUNCEMENT_STOPPED = "announcement_stopped"
    ANNOUNCEMENT_CORRECTED = "announcement_corrected"
    WORD_TAUGHT = "word_taught"
    WORD_REMOVED = "word_removed"
    MISS_IGNORED = "miss_ignored"
    ANSWER_APPROVED = "answer_approved"
    ANSWER_CHANGED = "answer_changed"
    ANSWER_REMOVED = "answer_removed"
    ENQUIRY_ANSWERED = "enquiry_answered"
    ENQUIRY_CLOSED = "enquiry_closed"
    ENQUIRY_LEFT = "enquiry_left"
    REGISTRATION_APPROVED = "registration_approved"
    REGISTRATION_REJECTED = "registration_rejected"
    SEAT_GIVEN = "seat_given"
    PUT_FIRST = "put_first"
    TAKEN_OFF = "taken_off"
    LEAVE_GRANTED = "leave_granted"
    LEAVE_REFUSED = "leave_refused"
    PERSON_ADDED = "person_added"
    PERSON_DELETED = "person_deleted"
    PEOPLE_UNITED = "people_united"
    PHONED = "phoned"
    NOT_PHONED = "not_phoned"
    WRITTEN_TO = "written_to"
    PAID = "paid"
    NOT_PAID = "not_paid"
    LIST_TAKEN = "list_taken"
    SHEET_TAKEN = "sheet_taken"
    DOOR_OPENED = "door_opened"
    ROLL_KEPT = "roll_kept"
    ALL_CAME = "all_came"
    ATTENDANCE_CHANGED = "attendance_changed"
    ROLL_TAKEN = "roll_taken"
    ROLL_TAKEN_IN = "roll_taken_in"
    NUMBERS_TAKEN = "numbers_taken"
    REPORT_TAKEN = "report_taken"
    CERTIFICATE_CORRECTED = "certificate_corrected"
    CERTIFICATES_TAKEN = "certificates_taken"
    ENTRY_CONFIRMED = "entry_confirmed"
    ENTRY_DECLINED = "entry_declined"
    CENTRE_CHANGED = "centre_changed"
    EXAMPLE_APPROVED = "example_approved"
    EXAMPLE_REWORDED = "example_reworded"
    EXAMPLE_DECLINED = "example_declined"
    SURVEY_BEGUN = "survey_begun"
    SURVEY_CHANGED = "survey_changed"
    SURVEY_OPENED = "survey_opened"
    SURVEY_CLOSED = "survey_closed"
    SURVEY_REMOVED = "survey_removed"
    SURVEY_TAKEN = "survey_taken"
    HEAD_CONFIRMED = "head_confirmed"
    HEAD_TAKEN_BACK = "head_taken_back"
    HEAD_TEACHER_SETTLED = "head_teacher_settled"
    GATHERED = "gathered"
    DAYS_OFFERED = "days_offered"
    GATHERING_DROPPED = "gathering_dropped"
    GATHER_AT_SET = "gather_at_set"
    DEMAND_SET_ASIDE = "demand_set_aside"
    DEMAND_TAKEN_BACK = "demand_taken_back"
    DEMAND_TAKEN = "demand_taken"


class Kind(enum.StrEnum):
    """What deeds are of, for one who looks for some of them only."""

    STAFF = "staff"
    PROGRAMME = "programme"
    PARTICIPANTS = "participants"
    ANNOUNCEMENTS = "announcements"
    ANSWERS = "answers"


KINDS: Mapping[Kind, frozenset[Deed]] = {
    Kind.STAFF: frozenset(
        {Deed.INVITED, Deed.INVITATION_WITHDRAWN, Deed.BECAME_STAFF, Deed.LET_GO}
    ),
    Kind.PROGRAMME: frozenset(
        {
            Deed.EVENT_MADE,
            Deed.EVENT_CHANGED,
            Deed.EVENT_PUBLISHED,
            Deed.EVENT_CANCELLED,
            Deed.EVENT_REPORTED,
            Deed.DRAFT_DELETED,
            Deed.PROGRAMME_TAKEN_IN,
            Deed.PROGRAMME_PUT_BACK,
            Deed.PLAN_PUBLISHED,
            Deed.HOLIDAYS_ADDED,
            Deed.HOLIDAYS_REMOVED,
            Deed.FIELD_ADDED,
            Deed.FIELD_REMOVED,
            Deed.CENTRE_CHANGED,
            Deed.GATHERED,
            Deed.DAYS_OFFERED,
            Deed.GATHERING_DROPPED,
            Deed.GATHER_AT_SET,
            Deed.DEMAND_SET_ASIDE,
            Deed.DEMAND_TAKEN_BACK,
            Deed.DEMAND_TAKEN,
            Deed.MATERIAL_ADDED,
            Deed.MATERIAL_CHANGED,
            Deed.MATERIAL_REMOVED,
            Deed.HOURS_TARGET_SET,
            Deed.EXAMPLE_APPROVED,
            Deed.EXAMPLE_REWORDED,
            Deed.EXAMPLE_DECLINED,
            Deed.SURVEY_BEGUN,
            Deed.SURVEY_CHANGED,
            Deed.SURVEY_OPENED,
            Deed.SURVEY_CLOSED,
            Deed.SURVEY_REMOVED,
            Deed.SURVEY_TAKEN,
        }
    ),
    Kind.PARTICIPANTS: frozenset(
        {
            Deed.REGISTRATION_APPROVED,
            Deed.REGISTRATION_REJECTED,
            Deed.SEAT_GIVEN,
            Deed.PUT_FIRST,
            Deed.TAKEN_OFF,
            Deed.LEAVE_GRANTED,
            Deed.LEAVE_REFUSED,
            Deed.PERSON_ADDED,
            Deed.PERSON_DELETED,
            Deed.PEOPLE_UNITED,
            Deed.PHONED,
            Deed.NOT_PHONED,
            Deed.WRITTEN_TO,
            Deed.PAID,
            Deed.NOT_PAID,
            Deed.LIST_TAKEN,
            Deed.SHEET_TAKEN,
            Deed.DOOR_OPENED,
            Deed.ROLL_KEPT,
            Deed.ALL_CAME,
            Deed.ATTENDANCE_CHANGED,
            Deed.ROLL_TAKEN,
            Deed.ROLL_TAKEN_IN,
            Deed.NUMBERS_TAKEN,
            Deed.REPORT_TAKEN,
            Deed.CERTIFICATE_CORRECTED,
            Deed.CERTIFICATES_TAKEN,
            Deed.ENTRY_CONFIRMED,
            Deed.ENTRY_DECLINED,
            Deed.HEAD_CONFIRMED,
            Deed.HEAD_TAKEN_BACK,
            Deed.HEAD_TEACHER_SETTLED,
        }
    ),
    Kind.ANNOUNCEMENTS: frozenset(
        {
            Deed.ANNOUNCED,
            Deed.ANNOUNCEMENT_HELD,
            Deed.ANNOUNCEMENT_RESUMED,
            Deed.ANNOUNCEMENT_STOPPED,
            Deed.ANNOUNCEMENT_CORRECTED,
        }
    ),
    Kind.ANSWERS: frozenset(
        {
            Deed.WORD_TAUGHT,
            Deed.WORD_REMOVED,
            Deed.MISS_IGNORED,
            Deed.ANSWER_APPROVED,
            Deed.ANSWER_CHANGED,
            Deed.ANSWER_REMOVED,
            Deed.ENQUIRY_ANSWERED,
            Deed.ENQUIRY_CLOSED,
            Deed.ENQUIRY_LEFT,
        }
    ),
}


class JournalEntry(Base):
    """One deed of a member of staff; kept for ever and never changed.

    `facts` hold numbers, codes and names of fields, never what tells of a person: who is meant
    stands in `about_id`, so that somebody who is forgotten has no name here either. No centre
    means that it was done for all of them, no person that the house did it by itself. Neither
    `event_id` nor `centre_id` is a foreign key: a draft may be deleted, and a centre with the
    import that made it.
    """

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_centre", "centre_id", "id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    made_at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    deed: Mapped[Deed] = mapped_column(
        Enum(Deed, native_enum=False, length=32, values_callable=lambda e: [m.value for m in e])
    )
    centre_id: Mapped[int | None] = mapped_column(RowId)
    event_id: Mapped[int | None] = mapped_column(RowId, index=True)
    about_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)
