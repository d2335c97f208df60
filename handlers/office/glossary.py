"""Staff see what people looked for in vain, and teach the search what it means."""

from collections.abc import Sequence
from datetime import date, timedelta

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from markupsafe import Markup

from catalogue.finding.browsing import events_of
from catalogue.glossary import meanings, misses, queries, rules
from catalogue.glossary.meanings import Meaning
from catalogue.glossary.misses import Missed
from catalogue.glossary.preview import is_found, preview, suggestions
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from handlers import forms, keyboards
from handlers.answering.events import lines_of
from handlers.browsing import mark
from handlers.callbacks.menu import StopForm
from handlers.forms import Form
from handlers.keyboards import press as button
from handlers.office.callbacks import staff as staff_callbacks
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import glossary as words
from handlers.words.office import labels as office_labels

router = Router(name="glossary")

PERIODS = (30, 90)

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.message(Command("zodziai", "words", ignore_case=True))
async def show(message: Message, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    return say_to(talk, *await _missed_page(talk, staff_callbacks.MissedWords()))


@router.callback_query(staff_callbacks.MissedWords.filter())
async def missed_words(
    press: CallbackQuery, callback_data: staff_callbacks.MissedWords, talk: Talk
) -> Replies:
    await talk.need(Right.ANSWER)
    return rewrite(talk, press, *await _missed_page(talk, callback_data))


@router.callback_query(staff_callbacks.MissedWord.filter(F.ignore))
async def ignore(
    press: CallbackQuery, callback_data: staff_callbacks.MissedWord, talk: Talk
) -> Replies:
    await talk.need(Right.ANSWER)
    if one := await _missed(talk, callback_data.miss):
        await misses.ignore(talk.session, one, day=talk.say.local(talk.now).date())
        talk.note(Deed.MISS_IGNORED)
    return rewrite(talk, press, *await _missed_page(talk, staff_callbacks.MissedWords()))


@router.callback_query(staff_callbacks.MissedWord.filter(F.mark))
async def suggested(
    press: CallbackQuery, callback_data: staff_callbacks.MissedWord, talk: Talk
) -> Replies:
    """One of the meanings offered; where the programme has changed meanwhile, the choice anew."""
    await talk.need(Right.ANSWER)
    one = await _missed(talk, callback_data.miss)
    if one is None:
        return rewrite(talk, press, *await _missed_page(talk, staff_callbacks.MissedWords()))
    meant = next((m for m in await _suggestions(talk, one) if mark(m) == callback_data.mark), None)
    if meant is None:
        return rewrite(talk, press, *await _missed_word(talk, one))
    return rewrite(talk, press, *await _proposal(talk, Meaning(said=one.words, meant=meant)))


@router.callback_query(staff_callbacks.MissedWord.filter())
async def missed_word(
    press: CallbackQuery, callback_data: staff_callbacks.MissedWord, talk: Talk
) -> Replies:
    """What does it mean? The answer may be written or pressed."""
    await talk.need(Right.ANSWER)
    one = await _missed(talk, callback_data.miss)
    if one is None:
        return rewrite(talk, press, *await _missed_page(talk, staff_callbacks.MissedWords()))
    return rewrite(talk, press, *await _missed_word(talk, one))


@router.callback_query(staff_callbacks.AddWord.filter())
async def ask(press: CallbackQuery, talk: Talk) -> Replies:
    """For a word that nobody has missed yet."""
    await talk.need(Right.ANSWER)
    await forms.enter(talk.state, Form.word, said="", meant="")
    return say_to(talk, words.ask(talk.say), keyboards.stop(talk.say))


@router.message(Form.word, F.text)
async def written(message: Message, talk: Talk) -> Replies:
    """A meaning is shown before it is kept; another one may be written instead."""
    await talk.need(Right.ANSWER)
    form = await forms.gathered(talk.state)
    meaning = meanings.read(message.text or "", said=form["said"])
    return say_to(talk, *await _proposal(talk, meaning))


@router.callback_query(staff_callbacks.Teach.filter())
async def teach(press: CallbackQuery, callback_data: staff_callbacks.Teach, talk: Talk) -> Replies:
    """What was shown last; the button of an older proposal leads back to the list."""
    await talk.need(Right.ANSWER)
    form = await forms.gathered(talk.state)
    await forms.leave(talk.state)
    meaning = Meaning(said=form.get("said", ""), meant=form.get("meant", ""))
    if callback_data.mark != mark(meaning.line):
        return rewrite(talk, press, *await _missed_page(talk, staff_callbacks.MissedWords()))
    if await rules.teach(talk.session, meaning, by=talk.person, now=talk.now):
        talk.note(Deed.WORD_TAUGHT, said=meaning.said, meant=meaning.meant)
    return rewrite(talk, press, words.taught(talk.say, meaning), _ways_back(talk))


async def _missed(talk: Talk, number: int) -> Missed | None:
    return await misses.still_open(talk.session, number, since=_since(talk, PERIODS[-1]))


async def _missed_page(talk: Talk, shown: staff_callbacks.MissedWords) -> Shown:
    """What the programme answers by now is left out of its page: so a turn looks for no more than
    a page of words, however many were missed.
    """
    say, index = talk.say, await talk.house.finder.index(talk.session)
    every = await misses.unexplained(talk.session, since=_since(talk, shown.days))
    page = list_page(every, shown.page)
    listed = [one for one in page.shown if not is_found(index, one.topic, now=talk.now)]
    keyboard = keyboards.rows(
        [
            *(
                [button(words.missed_label(one), staff_callbacks.MissedWord(miss=one.number))]
                for one in listed
            ),
            keyboards.turns(say, shown, page=page.number, has_more=page.has_more),
            [_period(talk, days, chosen=shown.days) for days in PERIODS],
            [button(say(office_labels.ADD_WORD), staff_callbacks.AddWord())],
            [button(say(office_labels.TAUGHT_WORDS), staff_callbacks.TaughtWords())],
        ]
    )
    is_all = not (page.number or page.has_more)
    return words.missed_page(say, listed, days=shown.days, is_all=is_all), keyboard


def _since(talk: Talk, days: int) -> date:
    return talk.say.local(talk.now).date() - timedelta(days=days)


def _period(talk: Talk, days: int, *, chosen: int) -> InlineKeyboardButton:
    tick = "✓ " if days == chosen else ""
    label = f"{tick}{words.period_label(talk.say, days)}"
    return button(label, staff_callbacks.MissedWords(days=days))


async def _missed_word(talk: Talk, one: Missed) -> Shown:
    await forms.enter(talk.state, Form.word, said=one.words, meant="")
    number = one.number
    offered = [
        [
            button(
                words.meaning_label(meant),
                staff_callbacks.MissedWord(miss=number, mark=mark(meant)),
            )
        ]
        for meant in await _suggestions(talk, one)
    ]
    keyboard = keyboards.rows(
        [
            *offered,
            [
                button(
                    talk.say(office_labels.IGNORE),
                    staff_callbacks.MissedWord(miss=number, ignore=True),
                )
            ],
            [button(talk.say(labels.BACK), staff_callbacks.MissedWords())],
        ]
    )
    text = words.missed_word(talk.say, one, offers=bool(offered), now=talk.now)
    return text, keyboard


async def _suggestions(talk: Talk, one: Missed) -> Sequence[str]:
    index = await talk.house.finder.index(talk.session)
    taught = await queries.all_taught(talk.session)
    return suggestions(index, one.words, taught, now=talk.now)


async def _proposal(talk: Talk, meaning: Meaning) -> Shown:
    """What would be found with it; the form remembers it for the button that keeps it."""
    index = await talk.house.finder.index(talk.session)
    taught = await queries.all_taught(talk.session)
    kept = meanings.checked(meaning, index, taught, now=talk.now)
    seen = preview(index, meanings.lines_of(taught), kept, now=talk.now)
    events = await events_of(talk.session, [hit.document.key for hit in seen.hits])
    lines = await lines_of(talk.session, talk.say, events, now=talk.now)
    await forms.enter(talk.state, Form.word, said=kept.said, meant=kept.meant)
    keyboard = keyboards.rows(
        [
            [button(talk.say(office_labels.TEACH), staff_callbacks.Teach(mark=mark(kept.line)))],
            [button(talk.say(labels.STOP), StopForm())],
        ]
    )
    return words.proposal(talk.say, kept, seen, lines), keyboard


def _ways_back(talk: Talk) -> InlineKeyboardMarkup:
    return keyboards.rows(
        [
            [button(talk.say(office_labels.MISSED_WORDS), staff_callbacks.MissedWords())],
            [button(talk.say(office_labels.TAUGHT_WORDS), staff_callbacks.TaughtWords())],
        ]
    )
