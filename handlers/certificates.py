"""/pazymos: one's own papers by school year, and what is to be done where one is wrong."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.learning import correcting
from catalogue.learning.certificates import Paper, of_person, paper_of
from catalogue.learning.tables import CertificateIssue
from catalogue.registrations.tables import Registration
from handlers import keyboards
from handlers.callbacks.asking import AskCoordinator
from handlers.callbacks.learning import Certificates, TakeCertificate, WrongCertificate
from handlers.callbacks.person import CorrectName
from handlers.callbacks.seats import Mine, Tab
from handlers.keyboards import press as button
from handlers.pages import list_page
from handlers.replies import Errand, Recipe, Replies, Reply
from handlers.showing import out_of_date, rewrite, say_to
from handlers.talk import Talk
from handlers.words import certificates as words
from handlers.words import labels
from handlers.words.school_years import school_year
from handlers.words.speech import Speech

#: The recipe of one paper, and the job of all of a school year.
PAPER, YEAR = "certificate", "certificates_of_year"
#: So many corrected papers come by themselves; more of them wait in the list.
_MOST_AT_ONCE = 3

router = Router(name="certificates")


@router.message(Command("pazymos", "certificates", ignore_case=True))
async def mine(message: Message, talk: Talk) -> Replies:
    return say_to(talk, *_page(talk, await of_person(talk.session, talk.person), Certificates()))


@router.callback_query(Certificates.filter())
async def turn_page(press: CallbackQuery, callback_data: Certificates, talk: Talk) -> Replies:
    papers = await of_person(talk.session, talk.person)
    if not callback_data.whole:
        return rewrite(talk, press, *_page(talk, papers, callback_data))
    chosen = [one for one in papers if one.school_year == callback_data.year]
    if not chosen:
        return out_of_date(talk)
    return Errand(
        chat_id=talk.chat_id,
        kind=YEAR,
        language=talk.say.language,
        facts={"person": talk.person.id, "year": callback_data.year},
        text=words.coming(talk.say, callback_data.year, len(chosen)),
    )


@router.callback_query(TakeCertificate.filter())
async def take(press: CallbackQuery, callback_data: TakeCertificate, talk: Talk) -> Replies:
    found = await _own(talk, callback_data.certificate)
    return paper_to(talk, found[0].issue) if found else out_of_date(talk)


@router.callback_query(WrongCertificate.filter())
async def wrong(press: CallbackQuery, callback_data: WrongCertificate, talk: Talk) -> Replies:
    """A name one corrects oneself, all else the organiser does."""
    found = await _own(talk, callback_data.certificate)
    if found is None:
        return out_of_date(talk)
    say, (paper, registration) = talk.say, found
    elsewhere = AskCoordinator(event=registration.event_id)
    keyboard = keyboards.rows(
        [
            [button(say(labels.WRONG_NAME), CorrectName())],
            [button(say(labels.WRONG_ELSE), elsewhere)],
        ]
    )
    return say_to(talk, words.what_is_wrong(say, paper), keyboard)


async def follow_name(talk: Talk) -> list[Reply]:
    """After one's name was corrected: the papers that follow it, and what is said of them."""
    renamed = await correcting.renamed(talk.session, talk.person, now=talk.now)
    if not renamed.issued and not renamed.left:
        return []
    told = say_to(
        talk,
        words.renamed(talk.say, len(renamed.issued), renamed.left),
        keyboards.rows([[button(talk.say(labels.MY_CERTIFICATES), Certificates())]]),
    )
    come = renamed.issued if len(renamed.issued) <= _MOST_AT_ONCE else []
    return [told, *(paper_to(talk, issue) for issue in come)]


def paper_to(talk: Talk, issue: CertificateIssue) -> Recipe:
    """The paper as a file, to the one who speaks."""
    return Recipe(chat_id=talk.chat_id, kind=PAPER, key=str(issue.id), language=talk.say.language)


def below(say: Speech, certificate_id: int) -> InlineKeyboardMarkup:
    """Under the file itself."""
    wrong = WrongCertificate(certificate=certificate_id)
    return keyboards.rows([[button(say(labels.WRONG_ON_CERTIFICATE), wrong)]])


async def _own(talk: Talk, certificate_id: int) -> tuple[Paper, Registration] | None:
    found = await paper_of(talk.session, certificate_id)
    is_own = found is not None and found[1].person_id == talk.person.id and found[0].is_valid
    return found if is_own else None


def _page(
    talk: Talk, papers: Sequence[Paper], view: Certificates
) -> tuple[Markup, InlineKeyboardMarkup]:
    """Of the year that is wanted, or else the newest that has any."""
    say = talk.say
    if not papers:
        door = button(say(labels.MY_EVENTS), Mine(tab=Tab.PAST))
        return words.none_yet(say), keyboards.rows([[door]])
    years = sorted({one.school_year for one in papers}, reverse=True)
    year = view.year if view.year in years else years[0]
    chosen = [one for one in papers if one.school_year == year]
    page = list_page(chosen, view.page)
    shown = Certificates(year=year, page=page.number)
    text = words.page(say, year, page.shown, first=page.first, total=len(chosen))
    return text, keyboards.rows(
        [
            *[
                [button(words.label(one, place),
                        TakeCertificate(certificate=one.certificate.id))]
                for place, one in enumerate(page.shown, start=page.first)
            ],
            keyboards.turns(say, shown, page=page.number, has_more=page.has_more),
            [button(say(labels.ALL_IN_ONE_FILE), shown.model_copy(update={"whole": True}))],
            *_others(talk, years, year),
        ]
    )  # fmt: skip


def _others(talk: Talk, years: Sequence[int], year: int) -> list[list[InlineKeyboardButton]]:
    """The other school years that have any."""
    return [
        [button(school_year(talk.say, other), Certificates(year=other))]
        for other in years
        if other != year
    ]
