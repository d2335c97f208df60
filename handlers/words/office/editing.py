"""The fields of an event as staff edit them: names, present values, what they would become."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from catalogue.editing.rules import FieldChange
from catalogue.files.drafts import SessionDraft
from catalogue.programme.refusals import MeetingMarked, NotUnderstood
from catalogue.programme.tables import Event, Mode
from handlers.words import importing
from handlers.words.events import form_name, shortened, title
from handlers.words.office.fields import VALUES
from handlers.words.speech import Speech, _

LONGEST_LABEL = 34
LONGEST_VALUE = 300
MEETINGS_SHOWN = 20

NAMES: Mapping[str, str] = {
    "title_lt": _("Title"),
    "title_en": _("English title"),
    "form": _("Form"),
    "mode": _("On site or online"),
    "city": _("Town"),
    "place": _("Place"),
    "join_url": _("Link"),
    "audience": _("For whom"),
    "subjects": _("Subjects"),
    "priority_field": _("Priority field"),
    "hours": _("Academic hours"),
    "price_eur": _("Price"),
    "funding": _("Funding"),
    "payer": _("Payer"),
    "project": _("Project"),
    "seats": _("Number of seats"),
    "waiting_list": _("Waiting list"),
    "registration_closes": _("Registration until"),
    "cancel_until": _("Cancelling until"),
    "lecturer": _("Lecturer"),
    "coordinator": _("Coordinator"),
    "contact": _("Contact"),
    "ktprr_code": _("KTPRR code"),
    "language": _("Language"),
    "certificate": _("Certificate"),
    "summary": _("Description"),
    "sessions": _("Meetings"),
    "starts_at": _("Beginning"),
    "ends_at": _("End"),
    "when": _("Time"),
    "title": _("Module"),
}
MODES: Mapping[Mode, str] = {
    Mode.ONSITE: _("on site"),
    Mode.ONLINE: _("online"),
    Mode.HYBRID: _("on site or online"),
}
YES, NO = _("yes"), _("no")
#: How a value is written, where it is not plain text.
HINTS: Mapping[str, str] = {
    "audience": _("Write several with a semicolon between them."),
    "subjects": _("Write several with a semicolon between them."),
    "hours": _("Write a number: 6 or 1.5."),
    "price_eur": _("Write a number of euros; 0 is free of charge."),
    "seats": _("Write a number; “unlimited” where there is no limit."),
    "registration_closes": _("Write a day, with the hour if you like: 1 December 12:00."),
    "cancel_until": _("Write a day, with the hour if you like: 1 December 12:00."),
    "when": _("Write a day and hours: 5 December 14:00–16:30."),
    "join_url": _("Write the whole address: https://…"),
}


def page(
    say: Speech,
    event: Event,
    changes: Sequence[FieldChange],
    *,
    told: int,
    overtaken: bool,
    now: datetime,
) -> Markup:
    """Before and after of what is not saved yet; `told` is how many would hear of it."""
    lines = [say("<b>Editing “{title}”</b>", title=title(say, event)), Markup("")]
    if overtaken:
        lines += [
            say("Somebody has changed this event meanwhile. Please look once more."),
            Markup(""),
        ]
    if not changes:
        lines.append(say("Press what you want to change."))
        return Markup("\n").join(lines)
    lines += [_before_and_after(say, one, now=now) for one in changes if one.field in NAMES]
    lines.append(Markup(""))
    if told:
        lines.append(say.n("{n} person will be told.", "{n} people will be told.", told))
    else:
        lines.append(say("Nobody has to be told of this."))
    lines.append(say("Nothing is saved until you press “Save”."))
    return Markup("\n").join(lines)


def label(say: Speech, name: str, value: Any, *, is_changed: bool, now: datetime) -> str:
    """„Kaina: 25 €“, as much of it as half a row holds."""
    mark = "✓ " if is_changed else ""
    shown = "–" if value in (None, "", []) else shown_as(say, name, value, now=now)
    return shortened(f"{mark}{say(NAMES[name]).unescape()}: {shown}", LONGEST_LABEL)


def shown_as(say: Speech, name: str, value: Any, *, now: datetime) -> str:
    """Plain text."""
    if value in (None, "", []):
        return say("not given").unescape()
    if name == "form":
        return form_name(say, value)
    if name == "language":
        return language_name(say, value)
    ways: dict[type, Callable[[Any], str]] = {
        bool: lambda is_so: say(YES if is_so else NO).unescape(),
        datetime: lambda moment: say.brief(moment, now=now),
        Decimal: say.euros,
        Mode: lambda mode: say(MODES[mode]).unescape(),
        float: say.number,
        int: say.number,
        list: ", ".join,
    }
    return ways.get(type(value), str)(value)


def ask(say: Speech, event: Event, name: str, value: Any, *, now: datetime) -> Markup:
    lines = [
        Markup("<b>{}</b>, {}").format(say(NAMES[name]), title(say, event)),
        say("Now: {value}", value=shortened(shown_as(say, name, value, now=now), LONGEST_VALUE)),
        say(HINTS[name]) if name in HINTS else say("Write what it should be."),
    ]
    return Markup("\n").join(lines)


def not_listed(say: Speech, question: Markup) -> Markup:
    """Of a priority field that staff have not entered for that day: it is kept as it stands."""
    return question + "\n" + say("It is not on the list of priority fields (/fields).")


def choice(say: Speech, name: str, written: str) -> str:
    """A suggestion on a button; what a file says with a word is said in the person's language."""
    known = {"taip": YES, "ne": NO, **{mode.value: MODES[mode] for mode in Mode}}
    if written in known:
        return say(known[written]).unescape()
    if name == "language":
        return language_name(say, written)
    return shortened(form_name(say, written) if name == "form" else written, LONGEST_LABEL)


def language_name(say: Speech, code: str) -> str:
    """„lietuvių“; what nobody knows stays as it was written."""
    known = VALUES["language"]
    return say(known[code]).unescape() if code in known else code


def which_year(say: Speech, written: str) -> Markup:
    return say("“{written}”: of which year?", written=shortened(written, LONGEST_LABEL))


def meetings(say: Speech, event: Event, all_of: Sequence[SessionDraft], *, now: datetime) -> Markup:
    lines = [
        say("<b>Meetings of “{title}”</b>", title=title(say, event)),
        Markup(""),
        *[
            Markup("{}. {}").format(number, meeting(say, one, now=now))
            for number, one in enumerate(all_of[:MEETINGS_SHOWN], start=1)
        ],
    ]
    if rest := len(all_of[MEETINGS_SHOWN:]):
        lines.append(say.n("and {n} more meeting", "and {n} more meetings", rest))
    return Markup("\n").join(lines)


def meetings_label(say: Speech, count: int) -> str:
    return say.n("{n} meeting", "{n} meetings", count).unescape()


def meeting(say: Speech, one: SessionDraft, *, now: datetime) -> str:
    """Plain text: when, where, the module and its hours."""
    facts = [say.period(one.starts_at, one.ends_at, now=now), one.place or one.city, one.title]
    if one.hours:
        facts.append(say("{hours} academic h", hours=say.number(one.hours)).unescape())
    return ", ".join(fact for fact in facts if fact)


def meeting_label(say: Speech, number: int, one: SessionDraft) -> str:
    """Numbers count from 0, people from 1."""
    front = f"{number + 1}. {say.short_day(one.starts_at)} {say.clock(one.starts_at)}"
    return shortened(f"{front} {one.title}".strip(), LONGEST_LABEL)


def ask_meeting(say: Speech, name: str, one: SessionDraft, *, now: datetime) -> Markup:
    """What of a meeting is asked for, and what stands there now."""
    lines = [
        Markup("<b>{}</b>, {}").format(say(NAMES[name]), meeting(say, one, now=now)),
        say(HINTS[name]) if name in HINTS else say("Write what it should be."),
    ]
    return Markup("\n").join(lines)


def ask_more(say: Speech) -> Markup:
    return say(
        "When are they? Write each on a line of its own, for example: <i>5 December 14:00–16:30</i>"
    )


def saved(say: Speech, told: int) -> Markup:
    if not told:
        return say("Saved.")
    return say.n("Saved; {n} person is told.", "Saved; {n} people are told.", told)


def not_understood(say: Speech, refusal: NotUnderstood) -> Markup:
    """In the words in which a report of an import says it."""
    why = importing.reason(refusal.reason, refusal.values, say.language)
    name = NAMES.get(refusal.field)
    if name is None:
        return say("I cannot take this: {why}. Please write it once more.", why=why)
    return say(
        "{field}: I cannot take this ({why}). Please write it once more.", field=say(name), why=why
    )


def meeting_marked(say: Speech, refusal: MeetingMarked, *, now: datetime) -> Markup:
    return say(
        "It is known who was at the meeting of {when}, so it can be neither taken out nor put on "
        "another day. Nothing has been changed.",
        when=say.deadline(refusal.starts_at, now=now),
    )


def _before_and_after(say: Speech, one: FieldChange, *, now: datetime) -> Markup:
    name = say(NAMES[one.field])
    if one.field == "sessions":
        counts = (meetings_label(say, len(value)) for value in _both(one))
        rows = [Markup("• {}").format(meeting(say, new, now=now)) for new in one.after[:10]]
        return Markup("\n").join([Markup("{}: {} → {}").format(name, *counts), *rows])
    before, after = (shown_as(say, one.field, value, now=now) for value in _both(one))
    cut = shortened(before, LONGEST_VALUE), shortened(after, LONGEST_VALUE)
    return Markup("{}: {} → <b>{}</b>").format(name, *cut)


def _both(one: FieldChange) -> tuple[Any, Any]:
    return one.before, one.after
