"""What staff have done, each deed in one plain sentence."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from markupsafe import Markup

from catalogue.centres.details import Detail
from catalogue.journal.queries import Noted
from catalogue.journal.tables import Deed, Kind
from catalogue.people.tables import Role
from catalogue.plans.stretches import Stretch
from handlers.words.events import centre_name, shortened
from handlers.words.office import (
    attendance_journal,
    demand_journal,
    fields,
    needs_journal,
    participants_journal,
    reports,
)
from handlers.words.office.certificates import DETAILS
from handlers.words.office.journal_sentences import (
    Sentence,
    numbered,
    of_person,
    title_of,
    titled,
)
from handlers.words.office.roles import LONGEST, centre_label, name_of, role_name
from handlers.words.plans import stretch_name
from handlers.words.speech import Speech, _

_LONGEST_QUESTION = 120


def page(say: Speech, shown: Sequence[Noted], narrowed: Sequence[str], *, now: datetime) -> Markup:
    """Under each day what was done on it; `narrowed` is by what the deeds were looked for."""
    heading = say("<b>The journal</b>")
    if narrowed:
        heading = Markup("{}: {}").format(heading, ", ".join(narrowed))
    if not shown:
        return Markup("\n").join([heading, say("Nothing has been noted here yet.")])
    lines = [heading]
    day: date | None = None
    for noted in shown:
        made_on = say.local(noted.entry.made_at).date()
        if made_on != day:
            day = made_on
            lines += [Markup(""), Markup("<b>{}</b>").format(say.day(day, now=now))]
        lines.append(line(say, noted, now=now))
    return Markup("\n").join(lines)


def line(say: Speech, noted: Noted, *, now: datetime) -> Markup:
    """„Rasa Kazlauskienė, 14:05: pakeitė vietų skaičių 20 → 25, „Vertinimas““"""
    by = name_of(say, noted.by) if noted.entry.person_id else say("The assistant itself")
    return Markup("{}, {}: {}").format(
        by,
        say.clock(noted.entry.made_at),
        SENTENCES[noted.entry.deed](say, noted, now),
    )


def kind_name(say: Speech, kind: Kind) -> str:
    return str(say(KIND_NAMES[kind]))


def ask(say: Speech, asked: str) -> Markup:
    """What the journal is narrowed by."""
    questions = {
        "person": say("Whose deeds?"),
        "event": say("At which event?"),
        "kind": say("What kind of deeds?"),
    }
    return questions[asked]


def _counted(sentence: str) -> Sentence:
    def tell(say: Speech, noted: Noted, _now: datetime) -> Markup:
        facts = noted.entry.facts
        return say(sentence, added=facts["added"], changed=facts["changed"])

    return tell


def _worded(sentence: str) -> Sentence:
    def tell(say: Speech, noted: Noted, _now: datetime) -> Markup:
        facts = noted.entry.facts
        said, meant = shortened(facts["said"], LONGEST), shortened(facts["meant"], LONGEST)
        return say(sentence, said=said, meant=meant)

    return tell


def _asked(sentence: str) -> Sentence:
    def tell(say: Speech, noted: Noted, _now: datetime) -> Markup:
        return say(sentence, question=shortened(noted.entry.facts["question"], _LONGEST_QUESTION))

    return tell


def _holidays(sentence: str) -> Sentence:
    def tell(say: Speech, noted: Noted, now: datetime) -> Markup:
        facts = noted.entry.facts
        first, last = date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"])
        name = shortened(facts["name"], LONGEST)
        return say(sentence, name=name, days=say.days(first, last, now=now))

    return tell


def _plan(say: Speech, noted: Noted, _now: datetime) -> Markup:
    facts = noted.entry.facts
    name = stretch_name(say, Stretch(date.fromisoformat(facts["first"]), facts["year"]))
    count = facts["events"]
    return say.n(
        "published the plan: {name}, {n} event",
        "published the plan: {name}, {n} events",
        count,
        name=name,
    )


def _named(sentence: str) -> Sentence:
    return lambda say, noted, _now: say(
        sentence, name=shortened(noted.entry.facts["name"], LONGEST)
    )


def _of_role(sentence: str) -> Sentence:
    """At an event, at a centre, or at all of them."""

    def tell(say: Speech, noted: Noted, _now: datetime) -> Markup:
        where = noted.centre and centre_name(say, noted.centre)
        return say(
            sentence,
            name=name_of(say, noted.about),
            role=role_name(say, Role(noted.entry.facts["role"])),
            where=say("“{title}”", title=title_of(say, noted))
            if noted.event
            else centre_label(say, where or ""),
        )

    return tell


def _changed(say: Speech, noted: Noted, now: datetime) -> Markup:
    what = fields.changed(say, noted.entry.facts["changed"], now=now)
    return say("changed {what}, “{title}”", what=what, title=title_of(say, noted))


def _announced(say: Speech, noted: Noted, _now: datetime) -> Markup:
    facts = noted.entry.facts
    return say(
        "confirmed announcement No. {number}, recipients: {n}",
        number=facts["announcement"],
        n=facts["people"],
    )


def _settled(say: Speech, noted: Noted, now: datetime) -> Markup:
    sentence = (
        _("said that {name} works at the school of a head")
        if noted.entry.facts["own"]
        else _("said that {name} works at another school than a head")
    )
    return of_person(sentence)(say, noted, now)


SENTENCES: Mapping[Deed, Sentence] = {
    Deed.INVITED: _of_role(_("made an invitation: {role}, {where}")),
    Deed.INVITATION_WITHDRAWN: _of_role(_("withdrew an invitation: {role}, {where}")),
    Deed.BECAME_STAFF: _of_role(_("accepted the invitation of {name}: {role}, {where}")),
    Deed.LET_GO: _of_role(_("removed from the staff: {name} ({role}, {where})")),
    Deed.EVENT_MADE: titled(_("made the event “{title}”")),
    Deed.EVENT_CHANGED: _changed,
    Deed.EVENT_PUBLISHED: titled(_("published the event “{title}”")),
    Deed.EVENT_CANCELLED: titled(_("cancelled the event “{title}”")),
    Deed.EVENT_REPORTED: titled(_("marked the report of “{title}” as handed in")),
    Deed.DRAFT_DELETED: lambda say, noted, _now: say(
        "deleted the draft “{title}”", title=shortened(noted.entry.facts["title"], LONGEST)
    ),
    Deed.PROGRAMME_TAKEN_IN: _counted(
        _("took a file into the programme: {added} new, {changed} changed")
    ),
    Deed.PROGRAMME_PUT_BACK: _counted(
        _("undid a whole import: {added} taken out, {changed} put back")
    ),
    Deed.PLAN_PUBLISHED: _plan,
    Deed.HOLIDAYS_ADDED: _holidays(_("entered holidays: {name}, {days}")),
    Deed.FIELD_ADDED: _named(_("entered the priority field “{name}”")),
    Deed.FIELD_REMOVED: _named(_("took the priority field “{name}” out")),
    Deed.HOLIDAYS_REMOVED: _holidays(_("took holidays out: {name}, {days}")),
    Deed.MATERIAL_ADDED: titled(_("added materials to “{title}”")),
    Deed.MATERIAL_CHANGED: titled(_("changed the materials of “{title}”")),
    Deed.MATERIAL_REMOVED: titled(_("removed one of the materials of “{title}”")),
    Deed.EXAMPLE_APPROVED: titled(_("let an example into the bank, from “{title}”")),
    Deed.EXAMPLE_REWORDED: titled(_("corrected the words of an example from “{title}”")),
    Deed.EXAMPLE_DECLINED: titled(_("kept an example out of the bank, from “{title}”")),
    Deed.HOURS_TARGET_SET: lambda say, noted, _now: say(
        "set the target of the year: {hours} academic h", hours=noted.entry.facts["hours"]
    ),
    Deed.ANNOUNCED: _announced,
    Deed.ANNOUNCEMENT_HELD: numbered(_("paused announcement No. {number}"), "announcement"),
    Deed.ANNOUNCEMENT_RESUMED: numbered(_("resumed announcement No. {number}"), "announcement"),
    Deed.ANNOUNCEMENT_STOPPED: numbered(_("stopped announcement No. {number}"), "announcement"),
    Deed.ANNOUNCEMENT_CORRECTED: numbered(
        _("corrected the text of announcement No. {number}"), "announcement"
    ),
    Deed.WORD_TAUGHT: _worded(_("taught the search: “{said}” means “{meant}”")),
    Deed.WORD_REMOVED: _worded(_("removed the taught word: “{said}” means “{meant}”")),
    Deed.MISS_IGNORED: lambda say, _noted, _now: say("set aside one of the searches in vain"),
    Deed.ANSWER_APPROVED: _asked(_("approved an answer to the question “{question}”")),
    Deed.ANSWER_CHANGED: _asked(_("changed the approved answer to “{question}”")),
    Deed.ANSWER_REMOVED: _asked(_("removed the approved answer to “{question}”")),
    Deed.ENQUIRY_ANSWERED: numbered(_("answered question No. {number}"), "enquiry"),
    Deed.ENQUIRY_CLOSED: numbered(_("closed question No. {number} without an answer"), "enquiry"),
    Deed.ENQUIRY_LEFT: numbered(_("left question No. {number} to colleagues"), "enquiry"),
    Deed.DOOR_OPENED: attendance_journal.door_opened,
    Deed.ROLL_KEPT: attendance_journal.roll_kept,
    Deed.ALL_CAME: attendance_journal.all_came,
    Deed.ATTENDANCE_CHANGED: attendance_journal.changed,
    Deed.ROLL_TAKEN: titled(_("took the attendance list of “{title}” as a file")),
    Deed.ROLL_TAKEN_IN: attendance_journal.taken_in,
    Deed.NUMBERS_TAKEN: lambda say, _noted, _now: say("took the numbers as a file"),
    Deed.REPORT_TAKEN: lambda say, noted, _now: reports.taken(say, noted.entry.facts),
    Deed.CERTIFICATE_CORRECTED: lambda say, noted, _now: say(
        "issued certificate No. {number} again: {name}",
        number=noted.entry.facts["number"],
        name=name_of(say, noted.about),
    ),
    Deed.ENTRY_CONFIRMED: lambda say, noted, _now: say(
        "confirmed hours of learning elsewhere: {name}, {hours}",
        name=name_of(say, noted.about),
        hours=say.number(noted.entry.facts["hours"]),
    ),
    Deed.ENTRY_DECLINED: lambda say, noted, _now: say(
        "did not confirm hours of learning elsewhere: {name}, {hours}",
        name=name_of(say, noted.about),
        hours=say.number(noted.entry.facts["hours"]),
    ),
    Deed.CERTIFICATES_TAKEN: titled(_("made a file of the certificates of “{title}” to print")),
    Deed.HEAD_CONFIRMED: of_person(_("confirmed as the head of a school: {name}")),
    Deed.HEAD_TAKEN_BACK: of_person(_("took the confirmation of a head of a school back: {name}")),
    Deed.HEAD_TEACHER_SETTLED: _settled,
    **participants_journal.SENTENCES,
    **demand_journal.SENTENCES,
    **needs_journal.SENTENCES,
    Deed.CENTRE_CHANGED: lambda say, noted, _now: say(
        "changed what stands on certificates: {detail}, {centre}",
        detail=say(DETAILS[Detail(noted.entry.facts["detail"])]),
        centre=noted.centre and centre_name(say, noted.centre),
    ),
}

KIND_NAMES: Mapping[Kind, str] = {
    Kind.STAFF: _("staff and rights"),
    Kind.PROGRAMME: _("events and the calendar"),
    Kind.PARTICIPANTS: _("those who take part"),
    Kind.ANNOUNCEMENTS: _("announcements"),
    Kind.ANSWERS: _("words and answers"),
}
