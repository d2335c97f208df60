"""What each command, button and form of staff needs, and where: the table of `test_rights`.

Whoever makes a button, a command or a form of staff adds its row.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State
from aiogram.types import Update

from catalogue.editing.stages import Turn
from catalogue.needs.tables import Mark
from catalogue.people.rights import Right
from catalogue.people.tables import Role
from catalogue.programme.periods import Period
from handlers import commands
from handlers.browsing import mark as marked
from handlers.callbacks.news import Deed
from handlers.forms import Form
from handlers.office import known_answers
from handlers.office.callbacks import attendance as roll
from handlers.office.callbacks import certificates as papers
from handlers.office.callbacks import (
    demand,
    materials,
    needs,
    practice,
    programme,
    quality,
    reports,
)
from handlers.office.callbacks import enquiries as asked
from handlers.office.callbacks import heads as schools
from handlers.office.callbacks import participants as people
from handlers.office.callbacks import staff as press
from handlers.office.callbacks.feedback import EventFeedback
from handlers.office.callbacks.intake import (
    Ending,
    Exporting,
    IntakeCard,
    Intaken,
    IntakeStep,
    Look,
    SampleHeadings,
)
from handlers.office.callbacks.numbers import Numbers, Show
from handlers.office.callbacks.plans import PlanText, PublishPlan
from handlers.office.callbacks.programme import Edit, Make, Meet
from tests.handlers.talking import pressed, written

#: An update is known by its number: aiogram would compare all of them with each other.
_numbers = count(1)

#: Where a right is needed: anywhere at all, at the centre in question, or at all of them.
ANYWHERE, THERE, EVERYWHERE = "anywhere", "there", "everywhere"
ANSWER = {"question": "Ar yra liftas?", "answer": "Yra."}


@dataclass(frozen=True, slots=True)
class Case:
    """Something staff press or write. With a `step` the text goes into that form."""

    right: Right
    where: str = ANYWHERE
    data: CallbackData | None = None
    text: str = ""
    step: State | None = None
    form: Mapping[str, Any] = field(default_factory=dict)

    @property
    def update(self) -> Update:
        if self.data is not None:
            return Update(update_id=next(_numbers), callback_query=pressed(self.data))
        return Update(update_id=next(_numbers), message=written(self.text))

    def __str__(self) -> str:
        step = f" in {self.step.state}" if self.step else ""
        return f"{repr(self.data) if self.data else self.text}{step} ({self.where})"


@dataclass(frozen=True, slots=True)
class World:
    """Two centres; everything that can be touched is of the first, and of the actor themselves
    what only its author may touch.
    """

    actor: int
    centre: int
    event: int
    member: int
    link: int
    draft: int
    miss: int
    word: int
    answer: int
    holidays: int
    registration: int
    intake: int
    enquiry: int
    material: int
    example: int
    meeting: int
    door: int
    survey: int
    question: int
    gathering: int
    day: int


def cases(world: World) -> Iterator[Case]:
    """All of it."""
    yield from _commands()
    yield from _appointing(world)
    yield from _event(world)
    yield from _participants(world)
    yield from _certificates(world)
    yield from _attendance(world)
    yield from _announcing(world)
    yield from _words(world)
    yield from _answers(world)
    yield from _enquiries(world)
    yield from _surveys(world)
    yield from _demand(world)
    yield from _files(world)
    yield from _heads()
    yield from _others(world)


def _commands() -> Iterator[Case]:
    for name, right in commands.STAFF.items():
        yield Case(right, text=f"/{name}")


def _appointing(world: World) -> Iterator[Case]:
    appoint = Right.APPOINT
    yield Case(appoint, data=press.StaffList())
    yield Case(appoint, data=press.StaffList(invite=True))
    for where, centre in ((THERE, world.centre), (EVERYWHERE, 0)):
        yield Case(appoint, where, press.InviteStaff(centre=centre))
        for role in (Role.OWNER, Role.OBSERVER):
            yield Case(appoint, where, press.InviteAs(centre=centre, role=role))
        lecturer = press.InviteAs(centre=centre, role=Role.LECTURER, event=world.event)
        yield Case(Right.PROGRAMME, where, lecturer)
    yield Case(appoint, THERE, press.Withdraw(invitation=world.link))
    for sure in (False, True):
        yield Case(appoint, THERE, press.Dismiss(member=world.member, sure=sure))


def _event(world: World) -> Iterator[Case]:
    number = world.event
    yield Case(Right.PARTICIPANTS, THERE, press.Manage(event=number))
    yield Case(Right.PARTICIPANTS, THERE, press.EventPage(event=number, more=True))
    yield Case(Right.PARTICIPANTS, THERE, press.OffersClose(event=number, hours=6))
    for turn, sure in ((Turn.CLOSE, False), (Turn.CANCEL, True)):
        data = press.EventTurn(event=number, turn=turn, sure=sure)
        yield Case(Right.PROGRAMME, THERE, data)
    yield from _editing(number)
    yield from _deleting(number)
    yield from _creating(number)
    yield from _fields()
    yield from _pasting()
    yield from _copying(number)
    yield from _materials(world)
    reason = {"event": number}
    yield Case(Right.PROGRAMME, THERE, text="Susirgo", step=Form.cancel_reason, form=reason)
    for deed in (Deed.SHOW, Deed.NONE):
        reminders = press.EventReminders(event=number, deed=deed, lead=60)
        yield Case(Right.PROGRAMME, THERE, reminders)
    for lecturers in (
        press.Lecturers(event=number),
        press.Lecturers(event=number, invite=True),
        press.Lecturers(event=number, drop=world.member, sure=True),
    ):
        yield Case(Right.PROGRAMME, THERE, lecturers)


def _pasting() -> Iterator[Case]:
    yield Case(Right.PROGRAMME, data=programme.PastedPlan(year=2026))


def _materials(world: World) -> Iterator[Case]:
    right, number, link = Right.MATERIALS, world.event, "https://centras.lt/a Skaidrės"
    yield Case(right, data=materials.MaterialEvents())
    for add in (False, True):
        yield Case(right, THERE, materials.EventMaterials(event=number, add=add))
    for deed in materials.MaterialDeed:
        yield Case(right, THERE, materials.OneMaterial(material=world.material, deed=deed))
    yield Case(right, THERE, text=link, step=Form.material, form={"event": number})
    of_one = {"material": world.material}
    yield Case(right, THERE, text="Skaidrės", step=Form.material_title, form=of_one)
    yield Case(Right.FEEDBACK, THERE, EventFeedback(event=number))
    yield from _practice(world)
    yield Case(Right.PROGRAMME, data=press.HoursTarget())
    yield Case(Right.PROGRAMME, text="40", step=Form.hours_target)


def _fields() -> Iterator[Case]:
    for data in (programme.Fields(), programme.Fields(add=True), programme.Fields(remove=1)):
        yield Case(Right.PROGRAMME, data=data)
    yield Case(Right.PROGRAMME, text="A 2026-01-01", step=Form.priority_field)


def _copying(number: int) -> Iterator[Case]:
    yield Case(Right.PROGRAMME, data=programme.LastYear())
    for sure in (False, True):
        yield Case(Right.PROGRAMME, THERE, programme.CopyEvent(event=number, sure=sure))


def _deleting(number: int) -> Iterator[Case]:
    for sure in (False, True):
        yield Case(Right.PROGRAMME, THERE, programme.DeleteDraft(event=number, sure=sure))


def _creating(number: int) -> Iterator[Case]:
    for deed in Make:
        yield Case(Right.PROGRAMME, data=programme.NewEvents(deed=deed))
    yield Case(Right.PROGRAMME, data=programme.NewAnswer(step="form", mark="0a1b2c3d"))
    yield Case(Right.PROGRAMME, text="Vertinimas", step=Form.new_event)
    yield Case(Right.PROGRAMME, THERE, programme.NewDetail(event=number, field=0))
    form = {"event": number, "field": "lecturer"}
    yield Case(Right.PROGRAMME, THERE, text="Rita Ritaitė", step=Form.new_detail, form=form)


def _editing(number: int) -> Iterator[Case]:
    right, form = Right.PROGRAMME, {"event": number, "field": "city", "number": 0}
    for deed in Edit:
        yield Case(right, THERE, programme.EditEvent(event=number, deed=deed))
    for mark in ("", "0a1b2c3d"):
        yield Case(right, THERE, programme.EditField(event=number, field=0, mark=mark))
    for meet in Meet:
        yield Case(right, THERE, programme.EditMeeting(event=number, deed=meet))
    for step in (Form.event_field, Form.event_meeting):
        yield Case(right, THERE, text="Vilnius", step=step, form=form)
    dated = form | {"field": "", "dated": "12-05 10:00"}
    year = programme.OfYear(year=2026)
    yield Case(right, THERE, year, step=Form.event_meeting, form=dated)


def _participants(world: World) -> Iterator[Case]:
    """Names and states are for more people than all the rest."""
    number, one, all_of_it = world.event, world.registration, Right.PARTICIPANTS
    found = {"event": number, "words": "", "registration": one, "text": "x", "lines": "Ona Onaitė"}
    for lists in (people.WhoseList(), people.EndedLists(), people.FoundPeople()):
        yield Case(Right.ROLL, data=lists)
    yield Case(Right.ROLL, text="Vertinimas", step=Form.whose_list)
    yield Case(Right.ROLL, THERE, people.Participants(event=number))
    yield Case(Right.ROLL, THERE, text="Ona", step=Form.participants, form=found)
    for deed in people.About:
        yield Case(all_of_it, THERE, people.Participant(registration=one, deed=deed, sure=True))
    yield Case(all_of_it, THERE, people.Phoned(registration=one, done=True))
    for person in (0, one):
        united = people.UnitePeople(registration=one, person=person, sure=True)
        yield Case(all_of_it, THERE, united)
    yield Case(all_of_it, THERE, text="Sveiki", step=Form.letter, form=found)
    sent = people.SendLetter(registration=one, mark=marked("x"))
    yield Case(all_of_it, THERE, sent, step=Form.letter, form=found)
    yield Case(all_of_it, THERE, people.AddPeople(event=number))
    yield Case(all_of_it, THERE, text="Ona Onaitė", step=Form.people, form=found)
    these = people.AddPeople(event=number, mark=marked("Ona Onaitė"))
    yield Case(all_of_it, THERE, these, step=Form.people, form=found)
    yield Case(all_of_it, THERE, people.Bills(event=number, registration=one, paid=True))
    for paper in people.Paper:
        yield Case(all_of_it, THERE, people.TakePaper(event=number, paper=paper))
    yield Case(all_of_it, THERE, people.NeedsApproval(event=number, wanted=True))
    yield Case(all_of_it, THERE, people.LeaveRequests(event=number))
    yield Case(all_of_it, data=people.DecideEntry(entry=1, confirmed=True, mark="0a1b2c3d"))
    yield Case(all_of_it, THERE, people.AnswerLeave(registration=one, ticket=1, granted=True))


def _certificates(world: World) -> Iterator[Case]:
    """What stands on them of the centre is for those who keep its programme."""
    number, one, all_of_it = world.event, world.registration, Right.PARTICIPANTS
    yield Case(all_of_it, THERE, papers.EventCertificates(event=number))
    yield Case(all_of_it, THERE, papers.PrintCertificates(event=number))
    for deed in papers.Mend:
        yield Case(all_of_it, THERE, papers.HolderCertificate(registration=one, deed=deed))
    name = {"registration": one}
    yield Case(all_of_it, THERE, text="Ona Onaitė", step=Form.holder_name, form=name)
    for empty in (False, True):
        detail = papers.CentreDetails(
            event=number, detail=papers.PaperDetail.HEAD_NAME, empty=empty
        )
        yield Case(Right.PROGRAMME, THERE, detail)
    form = {"event": number, "detail": "head_name"}
    yield Case(Right.PROGRAMME, THERE, text="Jonas", step=Form.centre_detail, form=form)


def _attendance(world: World) -> Iterator[Case]:
    """Whoever sees who comes says who came."""
    right, one, meeting = Right.ROLL, world.registration, world.meeting
    at = {"registration": one, "meeting": meeting}
    form = {"at": at | {"page": 0}, "presence": "present", "hours": None}
    yield Case(right, THERE, roll.Roll(event=world.event))
    yield Case(right, THERE, roll.Tick(registration=one, meeting=meeting))
    for deed in roll.Deed:
        yield Case(right, THERE, roll.OnRoll(registration=one, meeting=meeting, deed=deed))
    part = roll.PartOfHours(registration=one, meeting=meeting, hours=1)
    yield Case(right, THERE, part)
    for sure in (False, True):
        yield Case(right, THERE, roll.AllCame(meeting=meeting, sure=sure))
    yield Case(right, THERE, roll.OpenDoor(meeting=meeting))
    yield Case(right, THERE, roll.CloseDoor(door=world.door))
    yield Case(right, THERE, roll.RollFile(event=world.event))
    ready = roll.ReadyReason(number=0)
    yield Case(right, THERE, ready, step=Form.roll_reason, form=form)
    yield Case(right, THERE, roll.FoundOnRoll(meeting=meeting))
    yield Case(right, THERE, text="Ona", step=Form.roll, form={"roll": meeting})
    yield Case(right, THERE, roll.WalkIn(meeting=meeting))
    line = {"meeting": meeting, "line": "Ona Onaitė"}
    yield Case(right, THERE, text="Ona Onaitė", step=Form.walk_in, form=line)
    added = roll.WalkIn(meeting=meeting, mark=marked("Ona Onaitė"))
    yield Case(right, THERE, added, step=Form.walk_in, form=line)
    for step in (Form.roll_hours, Form.roll_reason):
        yield Case(right, THERE, text="2", step=step, form=form)


def _announcing(world: World) -> Iterator[Case]:
    """Of the actor's own announcement: no one else's is found at all."""
    number, right = world.draft, Right.ANNOUNCE
    yield Case(right, THERE, press.AnnounceEvent(event=world.event))
    for step in press.Step:
        yield Case(right, data=press.Announce(announcement=number, step=step))
    for pick in (press.Pick.EVENT, press.Pick.CITY):
        yield Case(right, data=press.Choose(announcement=number, asked=pick))
    yield Case(right, data=press.Turned(announcement=number, block=0))
    yield Case(right, data=press.AnnounceAt(announcement=number, minute=29_900_000))
    form = {"announcement": number, "asked": press.Pick.TOPIC.value}
    for written_in in (
        Form.announcement,
        Form.announcement_audience,
        Form.announcement_choice,
        Form.announcement_time,
        Form.announcement_correction,
    ):
        yield Case(right, text="Sveiki", step=written_in, form=form)


def _words(world: World) -> Iterator[Case]:
    form = {"said": "kahutas", "meant": "Kahoot"}
    for data in (
        press.MissedWords(),
        press.MissedWord(miss=world.miss),
        press.MissedWord(miss=world.miss, mark="0a1b2c3d"),
        press.MissedWord(miss=world.miss, ignore=True),
        press.AddWord(),
        press.TaughtWords(),
        press.TaughtWord(word=world.word),
        press.TaughtWord(word=world.word, remove=True),
        press.WordsFile(),
    ):
        yield Case(Right.ANSWER, data=data)
    yield Case(Right.ANSWER, data=press.Teach(mark="0a1b2c3d"), step=Form.word, form=form)
    yield Case(Right.ANSWER, text="kahutas = Kahoot", step=Form.word, form=form)


def _answers(world: World) -> Iterator[Case]:
    right, looked_at = Right.ANSWER, {press.AnswerDeed.OPEN}
    whole = {press.AnswerDeed.LIST, press.AnswerDeed.ADD}
    for deed in press.AnswerDeed:
        where = ANYWHERE if deed in whole | looked_at else THERE
        yield Case(right, where, press.ApprovedAnswers(deed=deed, answer=world.answer))
    mark = known_answers._mark(ANSWER)
    for where, centre in ((THERE, world.centre), (EVERYWHERE, 0)):
        data = press.ApproveAnswer(mark=mark, centre=centre)
        yield Case(right, where, data, step=Form.answer_text, form=ANSWER)
    yield Case(right, data=press.ForWhom(), step=Form.answer_text, form=ANSWER)
    for step in (Form.answer_question, Form.answer_text):
        yield Case(right, text="Ar yra liftas?", step=step, form=ANSWER)
    for step in (Form.answer_correction, Form.answer_also):
        yield Case(right, THERE, text="Yra.", step=step, form={"known": world.answer})


def _files(world: World) -> Iterator[Case]:
    """Of the actor's own file, whose events are of the centre in question."""
    number, right = world.intake, Right.PROGRAMME
    for step in IntakeStep:
        yield Case(right, THERE, Intaken(intake=number, step=step))
    for look in Look:
        yield Case(right, THERE, IntakeCard(intake=number, changed=False, deed=look))
    yield Case(right, data=SampleHeadings())
    for ending in (None, Ending.ICS):
        yield Case(right, data=Exporting(period=Period.ALL, ending=ending))
    yield Case(right, data=PublishPlan())
    for mark in ("", "0a1b2c3d"):
        yield Case(right, THERE, PublishPlan(centre=world.centre, month=2612, mark=mark))
    yield Case(right, THERE, PlanText(centre=world.centre, month=2612, year=False))


def _practice(world: World) -> Iterator[Case]:
    number, decide = world.event, Right.PROGRAMME
    yield Case(Right.FEEDBACK, THERE, practice.EventUse(event=number))
    yield Case(decide, data=practice.WaitingExamples())
    for deed in practice.ExampleDeed:
        yield Case(decide, THERE, practice.OneExample(example=world.example, deed=deed))
    of_one = {"example": world.example}
    yield Case(decide, THERE, text="Rašėme.", step=Form.practice_words, form=of_one)
    for show in practice.UseShow:
        yield Case(Right.NUMBERS, data=practice.UseNumbers(show=show))
        yield Case(Right.NUMBERS, THERE, practice.UseNumbers(show=show, centre=world.centre))
    yield Case(Right.FEEDBACK, data=quality.FeedbackEvents())
    for seen in quality.RatingsShow:
        yield Case(Right.FEEDBACK, data=quality.Ratings(show=seen, own=True))
        yield Case(Right.NUMBERS, data=quality.Ratings(show=seen))
        yield Case(Right.NUMBERS, THERE, quality.Ratings(show=seen, centre=world.centre))


def _enquiries(world: World) -> Iterator[Case]:
    right, number = Right.ANSWER, world.enquiry
    yield Case(right, data=asked.Enquiries())
    for deed in asked.AboutEnquiry:
        yield Case(right, THERE, asked.OneEnquiry(enquiry=number, deed=deed))
    yield Case(right, THERE, asked.ReplyWithKnown(enquiry=number, mark="0a1b2c3d"))
    form = {"enquiry": number, "answer": "Yra."}
    send = asked.SendReply(mark=marked("Yra."))
    yield Case(right, THERE, send, step=Form.enquiry_reply, form=form)
    yield Case(right, THERE, text="Yra.", step=Form.enquiry_reply, form=form)
    yield Case(right, data=asked.RewordQuestion(), step=Form.answer_text, form=ANSWER)
    yield Case(right, data=asked.Topics())
    yield Case(right, text="projektai", step=Form.topics)


def _surveys(world: World) -> Iterator[Case]:
    number, keep, look = world.survey, Right.PROGRAMME, Right.NUMBERS
    yield Case(look, data=needs.Surveys())
    yield Case(look, THERE, needs.Surveys(centre=world.centre))
    yield Case(keep, THERE, needs.Surveys(centre=world.centre, year=2026))
    looked_at = {needs.SurveyDeed.LOOK, needs.SurveyDeed.RESULTS, needs.SurveyDeed.WORKBOOK}
    for deed in needs.SurveyDeed:
        right = look if deed in looked_at else keep
        yield Case(right, THERE, needs.KeptSurvey(survey=number, deed=deed))
    for done in needs.QuestionDeed:
        data = needs.KeptQuestion(survey=number, question=world.question, deed=done)
        yield Case(keep, THERE, data)
    chosen = needs.KeptQuestion(survey=number, question=world.question, mark=Mark.TOWN)
    yield Case(keep, THERE, chosen)
    for words in (False, True):
        yield Case(look, THERE, needs.SurveyResults(survey=number, at=1, words=words))
    form = {"kept_survey": number, "question": world.question}
    yield Case(keep, THERE, text="Ko reikia?", step=Form.survey_question, form=form)
    yield Case(keep, THERE, text="Taip\nNe", step=Form.survey_options, form=form)


def _demand(world: World) -> Iterator[Case]:
    make, number = Right.PROGRAMME, world.gathering
    for view in demand.View:
        yield Case(Right.NUMBERS, data=demand.Demands(view=view))
    yield Case(Right.NUMBERS, data=demand.Demanded(mark="0a1b2c3d"))
    for about in (demand.About.ASIDE, demand.About.EVENT):
        yield Case(make, data=demand.Demanded(mark="0a1b2c3d", deed=about))
    for steer in demand.Steer:
        yield Case(make, THERE, demand.Gathered(gathering=number, deed=steer))
    yield Case(make, THERE, demand.OfferDays(gathering=number))
    for centre in (0, world.centre):
        yield Case(make, THERE, demand.ChooseDay(day=world.day, centre=centre))
    yield Case(make, THERE, demand.DayWhere(day=world.day))
    form = {"gathering": number}
    yield Case(make, THERE, text="2027-01-12 10:00", step=Form.gathering_days, form=form)
    yield Case(make, data=demand.TakeBack(mark="0a1b2c3d"))
    yield Case(make, data=demand.GatherWhere(page=1))
    yield Case(make, data=demand.GatherAt())
    yield Case(make, THERE, demand.GatherAt(centre=world.centre, people=8))


def _heads() -> Iterator[Case]:
    """A school is no centre's: whoever decides about people anywhere may confirm its head."""
    right = Right.PARTICIPANTS
    yield Case(right, data=schools.Heads())
    for deed in schools.AboutHead:
        yield Case(right, data=schools.OneHead(head=1, deed=deed))
    yield Case(right, data=schools.WhoWorksHere(head=1, person=1, own=True))


def _others(world: World) -> Iterator[Case]:
    yield Case(Right.ROLL, data=press.Lectures())
    for show in Show:
        yield Case(Right.NUMBERS, data=Numbers(show=show))
        yield Case(Right.NUMBERS, THERE, Numbers(show=show, centre=world.centre))
    for door in reports.Show:
        yield Case(Right.NUMBERS, data=reports.Report(show=door))
        yield Case(Right.NUMBERS, THERE, reports.Report(show=door, centre=world.centre))
    yield Case(Right.JOURNAL, data=press.Journal())
    for ask in (press.Narrow.NOT, press.Narrow.EVENT):
        yield Case(Right.JOURNAL, data=press.Journal(ask=ask))
        yield Case(Right.JOURNAL, THERE, press.Journal(ask=ask, event=world.event))
    for holidays in (
        press.Holidays(),
        press.Holidays(add=True),
        press.Holidays(remove=world.holidays),
    ):
        yield Case(Right.PROGRAMME, data=holidays)
    yield Case(Right.PROGRAMME, text="Rudens atostogos 2026-11-02 – 2026-11-06", step=Form.holidays)
