"""Who may import whom."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

#: One worker reads each file once for all of them.
pytestmark = pytest.mark.xdist_group("house")
ROOT = Path(__file__).parents[2]
OURS = ("bot", "handlers", "scheduler", "catalogue")
FORBIDDEN: dict[str, frozenset[str]] = {
    "catalogue": frozenset({"bot", "handlers", "scheduler", "aiogram", "telegram", "apscheduler"}),
    "handlers": frozenset({"bot", "scheduler", "telegram", "apscheduler"}),
    "handlers/words": frozenset({"bot", "scheduler", "aiogram", "telegram", "apscheduler"}),
    "scheduler": frozenset({"bot", "handlers", "aiogram"}),
    "bot/drawing": frozenset({"handlers", "scheduler", "aiogram", "telegram", "sqlalchemy"}),
    "bot/playground": frozenset({"catalogue", "handlers", "scheduler", "aiogram", "telegram"}),
}
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "base", "tools"}


def modules() -> list[Path]:
    return [path for name in OURS for path in sorted((ROOT / name).rglob("*.py"))]


@dataclass(frozen=True, slots=True)
class Read:
    """What these tests ask of a file: what it imports, wherever in it, of the rest its names too;
    its classes; whether it defines a function.
    """

    imports: tuple[str, ...]
    classes: tuple[str, ...]
    has_functions: bool


@cache
def read(path: Path) -> Read:
    nodes = list(ast.walk(ast.parse(path.read_text())))
    kinds = {type(node) for node in nodes}
    return Read(
        tuple(name for node in nodes for name in _imported(node)),
        tuple(node.name for node in nodes if isinstance(node, ast.ClassDef)),
        not kinds.isdisjoint({ast.FunctionDef, ast.AsyncFunctionDef}),
    )


def imported(path: Path) -> tuple[str, ...]:
    return read(path).imports


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_the_diamond_holds(folder: str) -> None:
    """No folder reaches for what its sentence does not allow."""
    breaches = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name in imported(path)
        if name.split(".")[0] in FORBIDDEN[folder]
    ]
    assert breaches == []


def test_the_playground_imports_nothing_of_ours() -> None:
    """It speaks HTTP only, so the bot under it cannot be flattered."""
    breaches = [
        f"{path.name} imports {name}"
        for path in (ROOT / "bot" / "playground").rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in OURS and not name.startswith("bot.playground")
    ]
    assert breaches == []


def test_no_module_needs_itself() -> None:
    """Two that need each other are one thing, or want a third below them; CycleError otherwise."""
    paths = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in modules()
    }
    needed = {name: {one for one in imported(path) if one in paths} for name, path in paths.items()}
    assert len(list(TopologicalSorter(needed).static_order())) == len(paths)


def test_the_rooms_of_the_catalogue_stand_one_above_another() -> None:
    """No two need each other, round whatever corner: each can be read before those above it."""
    rooms = {path.name for path in (ROOT / "catalogue").iterdir() if path.is_dir()}
    needed = {
        room: {
            name.split(".")[1]
            for path in (ROOT / "catalogue" / room).glob("*.py")
            for name in imported(path)
            if name.startswith("catalogue.")
        }
        & rooms - {room}
        for room in rooms
    }
    assert len(list(TopologicalSorter(needed).static_order())) == len(rooms)


def test_handlers_ask_the_catalogue_and_no_database() -> None:
    """They hand its session on; what is asked in SQL is a question of the catalogue."""
    breaches = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / "handlers").rglob("*.py")
        for name in imported(path)
        if name.startswith("sqlalchemy") and not name.startswith("sqlalchemy.ext.asyncio")
    ]
    assert breaches == []


def test_search_is_pure() -> None:
    """The ranking knows no database, no clock, and nothing else of the house."""
    breaches = [
        f"{path.name} imports {name}"
        for path in (ROOT / "catalogue" / "search").rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] in {"sqlalchemy", "time", "asyncio"}
        or (name.split(".")[0] in OURS and not name.startswith("catalogue.search"))
    ]
    assert breaches == []


def test_names_say_what_is_in_them() -> None:
    """No drawer for everything, no managers, no services."""
    vague = [str(path) for path in modules() if path.stem in VAGUE]
    classes = [
        f"{path.stem}.{name}"
        for path in modules()
        for name in read(path).classes
        if name.endswith(("Manager", "Service", "Helper"))
    ]
    assert vague + classes == []
