"""What a report says, as plain values; whoever words it, writes it or draws it counts nothing."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from catalogue.numbers.counting import Count, Few
from catalogue.numbers.groups import Group, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A period in brief. `unnoted` are events held of whose meetings nobody has noted who came.

    `registrations` are seats taken at the events held, None where they would tell of the few who
    did not come; `came` are those of them who came to one meeting at least, `people` how many
    different ones; `hours` are academic and only those that somebody is known to have been there.
    """

    published: int
    held: int
    cancelled: int
    unnoted: int
    registrations: Count | None
    came: Count
    people: Count
    hours: float | Few


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """How many events of one form, or held in one way."""

    label: Label
    published: int
    held: int
    cancelled: int


@dataclass(frozen=True, slots=True)
class Grouped:
    """A table, and as much of it as a picture holds."""

    every: Sequence[Group]
    largest: Sequence[Group]


class Due(enum.StrEnum):
    """What is to be paid, by who pays and whether staff have ticked it as paid."""

    SCHOOL_PAID = "school paid"
    SCHOOL_DUE = "school due"
    SELF_PAID = "self paid"
    SELF_DUE = "self due"
    OTHER_PAID = "other paid"
    OTHER_DUE = "other due"
    UNSAID_PAID = "unsaid paid"
    UNSAID_DUE = "unsaid due"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectEvent:
    """One event held of a project; `group` None where those who came are few, or would give few
    away: then they are among the project's others.
    """

    code: str
    title: str
    starts_at: datetime
    ended_at: datetime
    reported_at: datetime | None
    group: Group | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """`others` are those of its events together that are not told of by themselves."""

    whole: Group
    events: Sequence[ProjectEvent]
    others: Group | None


@dataclass(frozen=True, slots=True)
class Schools:
    """How many there are in a municipality."""

    label: Label
    schools: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Schools of which somebody came, and those known besides; with their municipalities."""

    reached: Count
    unreached: Count
    reached_in: Sequence[Schools]
    unreached_in: Sequence[Schools]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """In each group `registrations` are of those who came, but for the bills: there they are of
    those who pay. `projects` are groups of all projects, `lines` those that stand by themselves.
    """

    figures: Figures
    forms: Sequence[Kinds]
    modes: Sequence[Kinds]
    audience: Grouped
    fields: Grouped
    funding: Grouped
    bills: Sequence[Group]
    projects: Sequence[Group]
    lines: Sequence[Project]
    reach: Reach
