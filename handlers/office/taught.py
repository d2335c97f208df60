"""The words that staff have taught the search: looked at, taken out, sent as a file."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.glossary import queries, rules
from catalogue.glossary.tables import TaughtWord
from catalogue.journal.tables import Deed
from catalogue.people.rights import Right
from catalogue.people.tables import Person
from handlers import keyboards
from handlers.keyboards import press as button
from handlers.office.callbacks import staff as staff_callbacks
from handlers.pages import list_page
from handlers.replies import Recipe, Replies
from handlers.showing import rewrite
from handlers.talk import Talk
from handlers.words import labels
from handlers.words.office import glossary as words
from handlers.words.office import labels as office_labels

router = Router(name="taught")


@router.callback_query(staff_callbacks.TaughtWords.filter())
async def taught_words(
    press: CallbackQuery, callback_data: staff_callbacks.TaughtWords, talk: Talk
) -> Replies:
    await talk.need(Right.ANSWER)
    return rewrite(talk, press, *await _taught_page(talk, callback_data.page))


@router.callback_query(staff_callbacks.TaughtWord.filter(F.remove))
async def remove(
    press: CallbackQuery, callback_data: staff_callbacks.TaughtWord, talk: Talk
) -> Replies:
    await talk.need(Right.ANSWER)
    if word := await rules.remove(talk.session, callback_data.word):
        talk.note(Deed.WORD_REMOVED, said=word.said, meant=word.meant)
    return rewrite(talk, press, *await _taught_page(talk, 0))


@router.callback_query(staff_callbacks.TaughtWord.filter())
async def taught_word(
    press: CallbackQuery, callback_data: staff_callbacks.TaughtWord, talk: Talk
) -> Replies:
    """Who taught it, when, and the button to take it out."""
    await talk.need(Right.ANSWER)
    one = await talk.session.get(TaughtWord, callback_data.word)
    if one is None:
        return rewrite(talk, press, *await _taught_page(talk, 0))
    teacher = await talk.session.get(Person, one.taught_by) if one.taught_by else None
    out = staff_callbacks.TaughtWord(word=one.id, remove=True)
    keyboard = keyboards.rows(
        [
            [button(talk.say(office_labels.REMOVE_WORD), out)],
            [button(talk.say(labels.BACK), staff_callbacks.TaughtWords())],
        ]
    )
    name = teacher.name if teacher else ""
    return rewrite(talk, press, words.taught_word(talk.say, one, name), keyboard)


@router.callback_query(staff_callbacks.WordsFile.filter())
async def words_file(press: CallbackQuery, talk: Talk) -> Replies:
    await talk.need(Right.ANSWER)
    return Recipe(chat_id=talk.chat_id, kind="taught_words", key="", language=talk.say.language)


async def _taught_page(talk: Talk, number: int) -> tuple[Markup, InlineKeyboardMarkup]:
    say = talk.say
    every = await queries.all_taught(talk.session)
    page = list_page(every, number)
    listed = [
        [button(words.word_label(one), staff_callbacks.TaughtWord(word=one.id))]
        for one in page.shown
    ]
    keyboard = keyboards.rows(
        [
            *listed,
            keyboards.turns(
                say, staff_callbacks.TaughtWords(), page=page.number, has_more=page.has_more
            ),
            [button(say(office_labels.ADD_WORD), staff_callbacks.AddWord())],
            [button(say(office_labels.WORDS_FILE), staff_callbacks.WordsFile())] if every else [],
            [button(say(office_labels.MISSED_WORDS), staff_callbacks.MissedWords())],
        ]
    )
    return words.taught_page(say, len(every)), keyboard
