"""What staff did about attendance, for the journal."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from markupsafe import Markup

from catalogue.journal.queries import Noted
from catalogue.learning.tables import Presence
from handlers.words.office.attendance import presence
from handlers.words.office.journal_sentences import title_of
from handlers.words.office.roles import name_of
from handlers.words.speech import Speech


def door_opened(say: Speech, noted: Noted, now: datetime) -> Markup:
    return say("showed the code at the door: {meeting}", meeting=_meeting(say, noted, now))


def roll_kept(say: Speech, noted: Noted, now: datetime) -> Markup:
    return say("marked attendance: {meeting}", meeting=_meeting(say, noted, now))


def all_came(say: Speech, noted: Noted, now: datetime) -> Markup:
    people, meeting = noted.entry.facts["people"], _meeting(say, noted, now)
    return say.n(
        "marked {n} more person as present: {meeting}",
        "marked {n} more people as present: {meeting}",
        people,
        meeting=meeting,
    )


def changed(say: Speech, noted: Noted, now: datetime) -> Markup:
    """With what was said before, what now, and why where that had to be said."""
    before, after = (_said(say, one) for one in noted.entry.facts["changed"])
    told = say(
        "corrected attendance: {name}, {meeting}: {before} → {after}",
        name=name_of(say, noted.about),
        meeting=_meeting(say, noted, now),
        before=before,
        after=after,
    )
    if not (reason := noted.entry.facts.get("reason")):
        return told
    return Markup("{} ({})").format(told, reason)


def taken_in(say: Speech, noted: Noted, _now: datetime) -> Markup:
    facts = noted.entry.facts
    return say(
        "took attendance in from a file: {marked} new, {changed} changed, “{title}”",
        marked=facts["marked"],
        changed=facts["changed"],
        title=title_of(say, noted),
    )


def _said(say: Speech, told: Mapping[str, Any] | None) -> Markup:
    if told is None:
        return say("nothing")
    return presence(say, Presence(told["presence"]), told["hours"])


def _meeting(say: Speech, noted: Noted, now: datetime) -> Markup:
    """„„Vertinimas“, lapkričio 22 d., sk 10:00“"""
    when = say.brief(datetime.fromisoformat(noted.entry.facts["meeting"]), now=now)
    return say("“{title}”, {when}", title=title_of(say, noted), when=when)
