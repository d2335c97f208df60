"""„Mokykla ir vadovas“: whether one's name is shown, being a head, and the letter of the month."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from markupsafe import Markup

from catalogue.heads import naming, rules
from catalogue.heads.tables import Head
from catalogue.heads.teachers import workplace
from catalogue.people import traits
from catalogue.search.audiences import groups
from handlers import keyboards
from handlers.browsing import mark
from handlers.callbacks.person import Work, WorkFact
from handlers.callbacks.schools import BeHead, HeadDeed, MySchool, SchoolGroups, ShowName
from handlers.keyboards import press as button
from handlers.pages import list_page
from handlers.replies import Replies
from handlers.showing import rewrite, say_to
from handlers.talk import Talk
from handlers.words import heads as words
from handlers.words import labels
from handlers.words import naming as naming_words

router = Router(name="heads_settings")

Shown = tuple[Markup, InlineKeyboardMarkup]


@router.callback_query(MySchool.filter(F.settings))
async def show(press: CallbackQuery, talk: Talk) -> Replies:
    return rewrite(talk, press, *await settings(talk))


@router.callback_query(ShowName.filter())
async def show_name(press: CallbackQuery, callback_data: ShowName, talk: Talk) -> Replies:
    """What was chosen, and below it how to choose otherwise."""
    traits.with_consent(talk.person)
    change = naming.give if callback_data.on else naming.withdraw
    await change(talk.session, talk.person, now=talk.now)
    text, keyboard = await settings(talk)
    is_given = await naming.is_given(talk.session, talk.person)
    above = naming_words.now_named(talk.say) if is_given else naming_words.not_named(talk.say)
    return rewrite(talk, press, Markup("{}\n\n{}").format(above, text), keyboard)


@router.callback_query(BeHead.filter(F.deed == HeadDeed.RESIGN))
async def resign(press: CallbackQuery, talk: Talk) -> Replies:
    head = await rules.head_of(talk.session, talk.person)
    if head is not None:
        await rules.resign(talk.session, head)
    return rewrite(talk, press, words.resigned(talk.say), _to_school(talk))


@router.callback_query(BeHead.filter(F.deed.in_({HeadDeed.LETTERS, HeadDeed.NO_LETTERS})))
async def letters(press: CallbackQuery, callback_data: BeHead, talk: Talk) -> Replies:
    """A message of its own: what was pressed may be a letter that one goes on reading."""
    wanted = callback_data.deed is HeadDeed.LETTERS
    head = await rules.head_of(talk.session, talk.person)
    if head is not None:
        head.wants_letters = wanted
    again = [] if wanted else [button(talk.say(labels.LETTERS_AGAIN), _letters(wanted=True))]
    school = [button(talk.say(labels.MY_SCHOOL), MySchool())]
    return say_to(talk, words.letters(talk.say, wanted=wanted), keyboards.rows([again, school]))


@router.callback_query(SchoolGroups.filter())
async def choose_groups(press: CallbackQuery, callback_data: SchoolGroups, talk: Talk) -> Replies:
    """Takes what was not taken, and leaves what was; nothing chosen is everybody."""
    head = await rules.head_of(talk.session, talk.person)
    if head is None:
        return rewrite(talk, press, *await settings(talk))
    names = [group.name for group in groups()]
    if callback_data.clear:
        head.groups = []
    for name in names:
        if callback_data.mark and mark(name) == callback_data.mark:
            left = [one for one in head.groups if one != name]
            head.groups = left if name in head.groups else [*left, name]
    page = list_page(names, callback_data.page)
    choices = [
        [
            button(
                words.group_label(name, taken=name in head.groups),
                SchoolGroups(mark=mark(name), page=page.number),
            )
        ]
        for name in page.shown
    ]
    pages = SchoolGroups()
    rows = [
        *choices,
        keyboards.turns(talk.say, pages, page=page.number, has_more=page.has_more),
        [button(talk.say(labels.EVERYONE), SchoolGroups(clear=True))] if head.groups else [],
        [button(talk.say(labels.SCHOOL_AND_HEAD), MySchool(settings=True))],
    ]
    return rewrite(talk, press, words.choose_groups(talk.say, head), keyboards.rows(rows))


async def settings(talk: Talk) -> Shown:
    """Everybody has them; whoever names no school has nothing to choose yet."""
    there = await workplace(talk.session, talk.person)
    head = await rules.head_of(talk.session, talk.person)
    is_named = await naming.is_given(talk.session, talk.person)
    say = talk.say
    name = button(
        say(labels.HIDE_MY_NAME if is_named else labels.SHOW_MY_NAME), ShowName(on=not is_named)
    )
    be = button(say(labels.I_AM_HEAD), BeHead(deed=HeadDeed.SAY))
    tell = button(say(labels.SCHOOL), Work(fact=WorkFact.SCHOOL))
    rows = [
        [name if there else tell],
        *(_of_head(talk, head) if head else [[be]]),
        [button(say(labels.MY_WORK), Work())],
    ]
    return words.settings(say, there, head, is_named=is_named), keyboards.rows(rows)


def _of_head(talk: Talk, head: Head) -> list[list[InlineKeyboardButton]]:
    say = talk.say
    label = labels.NO_LETTERS if head.wants_letters else labels.LETTERS_AGAIN
    return [
        [button(say(labels.MY_SCHOOL), MySchool())],
        [button(say(labels.EVENTS_FOR_WHOM), SchoolGroups())],
        [button(say(label), _letters(wanted=not head.wants_letters))],
        [button(say(labels.NO_LONGER_HEAD), BeHead(deed=HeadDeed.RESIGN))],
    ]


def _letters(*, wanted: bool) -> BeHead:
    return BeHead(deed=HeadDeed.LETTERS if wanted else HeadDeed.NO_LETTERS)


def _to_school(talk: Talk) -> InlineKeyboardMarkup:
    return keyboards.rows([[button(talk.say(labels.MY_SCHOOL), MySchool())]])
