import ast
from pathlib import Path

import pytest

from handlers.words import labels
from handlers.words.office import labels as office_labels
from tests.handlers.words.made_up import EN, LT
from tests.house.test_imports import ROOT

#: The words of buttons which people and scripts rely on.
FIXED = [
    (labels.REGISTER, "Registruotis", "Register"),
    (labels.JOIN_WAITING_LIST, "Stoti į eilę", "Join the waiting list"),
    (labels.CALENDAR, "Kalendorius", "Calendar"),
    (labels.SHARE, "Dalintis", "Share"),
    (labels.CANCEL, "Atsisakyti", "Cancel"),
    (labels.AGREE, "Sutinku", "I agree"),
    (labels.DISAGREE, "Nesutinku", "I do not agree"),
    (labels.REGISTER_ANYWAY, "Vis tiek registruotis", "Register anyway"),
    (labels.YES_CANCEL, "Taip, atsisakyti", "Yes, cancel"),
    (labels.KEEP, "Palikti", "Keep"),
]


@pytest.mark.parametrize(("label", "lithuanian", "english"), FIXED)
def test_the_fixed_words_of_buttons(label: str, lithuanian: str, english: str) -> None:
    """They are a promise to the outside, in both languages."""
    assert LT(label) == lithuanian
    assert EN(label) == english


def test_every_label_stands_on_some_button() -> None:
    """None is kept that nobody uses."""
    used = {
        node.attr
        for room in ("handlers", "bot")
        for path in Path(ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
    }
    every = vars(labels).keys() | vars(office_labels).keys()
    assert {name for name in every if name.isupper()} - used == set()


def test_staff_have_no_label_twice() -> None:
    """What both say stands among everybody's."""
    common = vars(labels).keys() & vars(office_labels).keys()
    assert {name for name in common if name.isupper()} == set()
