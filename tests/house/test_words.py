"""Every sentence in both languages."""

import ast
import string

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from handlers.words.speech import LOCALE
from tests.house.test_imports import ROOT

Sentence = str | tuple[str, ...]
KEYWORDS = {"_": None, "say": None, "n": (1, 2)}


def said() -> dict[Sentence, str]:
    """Each sentence of the code and the file it stands in."""
    found = extract_from_dir(str(ROOT / "handlers"), keywords=KEYWORDS)
    return {sentence: file for file, _, sentence, _, _ in found if sentence}


def lithuanian() -> Catalog:
    with (LOCALE / "lt" / "LC_MESSAGES" / "kvieslys.po").open("rb") as file:
        return read_po(file, locale="lt")


def translated() -> dict[Sentence, tuple[str, ...]]:
    return {
        tuple(one.id) if isinstance(one.id, list | tuple) else one.id: (
            tuple(one.string) if isinstance(one.string, list | tuple) else (one.string or "",)
        )
        for one in lithuanian()
        if one.id
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_sentence_is_said_in_lithuanian() -> None:
    """Nothing falls back to English, and nothing is kept that nobody says."""
    in_code, in_catalogue = set(said()), set(translated())
    assert in_code - in_catalogue == set(), "not translated"
    assert in_catalogue - in_code == set(), "not said any more"
    assert [one for one, forms in translated().items() if not all(forms)] == []


def test_plurals_have_all_three_lithuanian_forms() -> None:
    """1 vieta, 2 vietos, 10 vietų."""
    wrong = [
        one for one, forms in translated().items() if isinstance(one, tuple) != (len(forms) == 3)
    ]
    assert wrong == []


def test_placeholders_agree() -> None:
    """What is inserted in one language is inserted in the other."""
    wrong = []
    for sentence, forms in translated().items():
        one = sentence if isinstance(sentence, str) else sentence[-1]
        wrong += [(one, form) for form in forms if placeholders(form) != placeholders(one)]
    assert wrong == []


def test_markup_agrees() -> None:
    """The same tags, closed in the same order, so that no language breaks a message."""
    from re import findall

    wrong = []
    for sentence, forms in translated().items():
        one = sentence if isinstance(sentence, str) else sentence[-1]
        wrong += [form for form in forms if findall(r"</?\w+>", form) != findall(r"</?\w+>", one)]
    assert wrong == []


def test_lithuanian_has_lithuanian_quotation_marks() -> None:
    """„Taip“, and neither "so" nor “so”."""
    wrong = [
        form for forms in translated().values() for form in forms if '"' in form or "”" in form
    ]
    assert wrong == []


def test_handlers_say_nothing_of_their_own() -> None:
    """Words live in `handlers/words/`; elsewhere no string has the look of a sentence."""
    sentences = []
    for path in sorted((ROOT / "handlers").rglob("*.py")):
        if "words" in path.parts:
            continue
        tree = ast.parse(path.read_text())
        docstrings = {
            ast.get_docstring(node, clean=False)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        }
        sentences += [
            f"{path.name}:{node.lineno} {node.value!r}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value not in docstrings
            and (" " in node.value.strip() or any(ord(c) > 127 for c in node.value))
            and node.value not in {"✓ ", "‹", "›"}
        ]
    assert sentences == []
