"""Every module has its test, in the same place of the tests' tree."""

import ast

import pytest

from tests.house.test_imports import ROOT, modules, read

pytestmark = pytest.mark.xdist_group("house")

#: Only declarations or assembly: what they declare is shown by the tests of those who use it.
WITHOUT = {
    "bot/migrations/env.py": "run by every test that has a database",
    "bot/playground/refusal.py": "one exception",
    "catalogue/refusals.py": "one base class",
}


def test_every_module_has_its_test() -> None:
    """`catalogue/x/y.py` is tested by `tests/catalogue/x/test_y.py`."""
    missing = []
    for path in modules():
        name = path.relative_to(ROOT)
        if "versions" in name.parts or str(name) in WITHOUT or not read(path).has_functions:
            continue
        twin = ROOT / "tests" / name.parent / f"test_{name.name}"
        if not twin.exists():
            missing.append(str(name))
    assert missing == []


def test_every_test_says_in_one_sentence_what_it_shows() -> None:
    """The sentence is what a person reads when the test fails."""
    silent = [
        f"{path.relative_to(ROOT)}::{node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert silent == []
