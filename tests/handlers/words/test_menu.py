import re

import pytest

from handlers import commands
from handlers.words import menu
from handlers.words.speech import Speech
from tests.handlers.words.made_up import EN, LT


@pytest.mark.parametrize(
    ("say", "count", "said"),
    [
        (LT, 0, "Būsimų renginių programoje dar nėra."),
        (LT, 1, "Programoje – 1 būsimas renginys."),
        (LT, 2, "Programoje – 2 būsimi renginiai."),
        (LT, 10, "Programoje – 10 būsimų renginių."),
        (LT, 121, "Programoje – 121 būsimas renginys."),
        (EN, 0, "The programme has no coming events yet."),
        (EN, 1, "There is 1 coming event in the programme."),
        (EN, 2, "There are 2 coming events in the programme."),
    ],
)
def test_welcome_counts(say: Speech, count: int, said: str) -> None:
    """How much there is, in the grammar of its number, and an example to try."""
    lines = menu.welcome(say, count).split("\n")
    assert lines[1] == said
    assert menu.examples(say)[0] in lines[3]


@pytest.mark.parametrize("say", [LT, EN])
def test_help_names_the_commands_of_its_language(say: Speech) -> None:
    """What one reads in the help is what stands in the menu of commands."""
    menu_of_all = commands.for_chat(1, say, [])
    in_menu = {command.command for command in menu_of_all.commands}
    named = set(re.findall(r"/(\w+)", menu.help_text(say).replace("</b>", "")))
    assert named
    assert named - in_menu == set()


def test_every_command_has_a_title() -> None:
    """In both languages, and none is kept for a command that is not there."""
    for say in (LT, EN):
        titles = menu.menu_titles(say)
        assert set(titles) == set(commands.ENGLISH)
        assert all(titles.values())


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "document", "poll", "location"])
@pytest.mark.parametrize("say", [LT, EN])
def test_only_text(say: Speech, kind: str) -> None:
    """Thanks, and what to do instead: another thing when we wait for an answer."""
    plain, asked = (menu.only_text(say, kind, asked=asked) for asked in (False, True))
    assert plain != asked
    assert plain.split(".")[0] == asked.split(".")[0]


def test_kinds_are_thanked_each_in_their_own_way() -> None:
    """A picture is a picture, a voice is a voice; anything else is thanked for too."""
    kinds = ("photo", "sticker", "voice", "document", "poll")
    assert len({menu.only_text(LT, kind, asked=False) for kind in kinds}) == 5
    assert menu.only_text(LT, "poll", asked=False) == (
        "Ačiū! Tačiau skaityti moku tik tekstą. Parašykite keliais žodžiais, ko ieškote."
    )


@pytest.mark.parametrize(
    "word",
    [
        menu.ask,
        menu.choose_language,
        menu.language_chosen,
        menu.too_long,
        menu.unknown_command,
        menu.slow_down,
        menu.out_of_date,
        menu.something_broke,
        menu.stopped,
    ],
)
def test_every_answer_is_said_in_both_languages(word: object) -> None:
    """No Lithuanian teacher is answered in English, nor the other way round."""
    assert callable(word)
    assert word(LT) != word(EN)


def test_the_chosen_language_speaks_for_itself() -> None:
    """The confirmation is in the language that was chosen, and names it."""
    assert menu.language_chosen(LT) == "Nuo šiol kalbu lietuviškai."
    assert menu.language_chosen(EN) == "From now on I speak English."
