"""How well questions are understood: labelled questions in, a table by intent and by filter out.

Run by `python -m tests.benchmarks.questions [FILE]`; `--verbose` names every question that is not
wholly right. A line of the file is an object with `question`, `at` (when it is asked), `intent` and
`filters` by their names of the contract; beside them may stand `also`, other readings as right as
that one, `loose`, filters that must be there with any value, and `opt`, filters that may be there.

A question counts only if its intent and every filter are right. Topics are compared as sets of
stems without the words of the trade, a group and a form as the ones that their names mean. Where a
label names several towns, groups or forms, the contract has room for one: any of them is right, and
so is none. Where no events are asked for, a topic and a group say nothing that the answer depends
on, and are not compared.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from catalogue.search.audiences import groups_in
from catalogue.search.forms import form_of
from catalogue.search.normalise import words
from catalogue.search.questions import VILNIUS, Question, understand_with
from catalogue.search.reading import Vocabulary, generic_words, stop_words, vocabulary
from catalogue.search.stems import root

_CENTRES = Path("examples") / "centres"
DATA = Path(__file__).with_name("data") / "questions.jsonl"
OF_EVENTS = frozenset({"find_events", "event_facts", "register", "cancel"})
_ONLY_THE_INTENT = frozenset({"help", "unknown"})
_ANY_EVENT = frozenset({"seminaras", "kursai", "mokymai", "renginys"})
ALIKE = 5
"""Letters by which a word of a theme is the same in every form."""

_NAMED = frozenset({"city", "audience", "form"})

Label = Mapping[str, Any]


class _AnyOf(frozenset[Any]):
    """Names of which any is right."""


def names(rows: Iterable[Label]) -> Vocabulary:
    """The centres whose names the questions may say: those of the labels, and the known ones."""
    centres = {name: name for row in rows for name in _organisers(row)}
    for path in sorted(_CENTRES.glob("*.toml")):
        page = tomllib.loads(path.read_text(encoding="utf-8"))
        for name in filter(
            None, (page.get("name"), page.get("name_en"), *page.get("other_names", ()))
        ):
            centres[name] = page["name"]
    return vocabulary(organisers=centres)


def _organisers(row: Label) -> Iterator[str]:
    for reading in (row, *row.get("also", ())):
        for filters in (reading["filters"], reading["filters"].get("not", {})):
            if name := filters.get("organiser"):
                yield name


def difference(label: Label, said: Question, row: Label) -> dict[str, str]:
    """What is not right, by filter (`intent` among them): wrong, missed or invented."""
    if label["intent"] != said.intent:
        return {"intent": "wrong"}
    if said.intent in _ONLY_THE_INTENT:
        return {}
    ignored = set(row.get("opt", ()))
    if said.intent not in OF_EVENTS:
        ignored |= {"topic", "audience", "organiser", "city", "language", "form"}
    wanted, got = _compared(label["filters"], ignored), _compared(said.filters.as_json(), ignored)
    found: dict[str, str] = {}
    for name in sorted({*wanted, *got} - (_several(wanted) - got.keys())):
        if name not in got:
            found[name] = "missed"
        elif name in row.get("loose", ()):
            continue
        elif name not in wanted:
            found[name] = "invented"
        elif not _fits(wanted[name], got[name]):
            found[name] = "wrong"
    return found


def _fits(wanted: Any, got: Any) -> bool:
    """Whether a filter is right: as wanted, or one of several that are."""
    if isinstance(wanted, dict):
        return wanted.keys() - _several(wanted) <= got.keys() <= wanted.keys() and all(
            _fits(wanted[name], one) for name, one in got.items()
        )
    return bool(got in wanted) if isinstance(wanted, _AnyOf) else bool(wanted == got)


def _several(filters: Mapping[str, Any]) -> set[str]:
    return {name for name, one in filters.items() if isinstance(one, _AnyOf)}


def _compared(filters: Mapping[str, Any], ignored: Iterable[str]) -> dict[str, Any]:
    compared = {name: _key(name, one) for name, one in filters.items() if name not in ignored}
    return {name: one for name, one in compared.items() if one not in ({}, frozenset(), None)}


def _key(name: str, value: Any) -> Any:
    if name == "not":
        return _compared(value, ())
    if name == "topic":
        said = {root(word)[:ALIKE] for word in words(value) if word not in stop_words()}
        return frozenset(said - _of_the_trade() or said)
    if name in _NAMED and isinstance(value, list):
        return _AnyOf(_key(name, one) for one in value)
    if name == "audience":
        return min(groups_in(value), default=value)
    if name == "form":
        return None if value in _ANY_EVENT else form_of(value)
    return value


@cache
def _of_the_trade() -> frozenset[str]:
    return frozenset(root(word)[:ALIKE] for word in generic_words())


def measure(rows: list[Label]) -> tuple[list[tuple[Label, Question, dict[str, str]]], list[float]]:
    """Each question with what is not right of it, and the seconds each took."""
    known = names(rows)
    judged, times = [], []
    for row in rows:
        asked_at = datetime.fromisoformat(row["at"])
        began = perf_counter()
        said = understand_with(row["question"], asked_at=asked_at, timezone=VILNIUS, known=known)
        times.append(perf_counter() - began)
        readings = (row, *row.get("also", ()))
        judged.append((row, said, min((difference(one, said, row) for one in readings), key=len)))
    return judged, times


def table(judged: list[tuple[Label, Question, dict[str, str]]], times: list[float]) -> str:
    """The figures as they are printed."""
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for row, _said, wrong in judged:
        asked[row["intent"]] += 1
        right[row["intent"]] += not wrong
        for name in {*row["filters"], *wrong} - {"intent"}:
            kinds.setdefault(name, Counter())[wrong.get(name, "right")] += 1
    lines = [f"{'intent':<20}{'right':>7}{'of':>6}"]
    lines += [f"{name:<20}{right[name]:7}{asked[name]:6}" for name in sorted(asked)]
    lines.append(f"{'filter':<20}{'right':>7}{'wrong':>7}{'missed':>8}{'invented':>10}")
    for name, counts in sorted(kinds.items()):
        figures = f"{counts['right']:7}{counts['wrong']:7}{counts['missed']:8}"
        lines.append(f"{name:<20}{figures}{counts['invented']:10}")
    intents = sum("intent" not in wrong for *_, wrong in judged) / len(judged)
    lines.append(
        f"intent right {intents:.3f}, wholly right {sum(right.values()) / len(judged):.3f}"
    )
    lines.append(
        f"p50 {median(times) * 1000:.2f} ms, {len(times) / sum(times):.0f} questions a second"
    )
    return "\n".join(lines)


def _told(row: Label, said: Question, wrong: Mapping[str, str]) -> str:
    wanted = json.dumps(row["filters"], ensure_ascii=False)
    got = json.dumps(said.filters.as_json(), ensure_ascii=False)
    told = ", ".join(f"{name} {kind}" for name, kind in wrong.items())
    return f"{row['question']!r}: {told}\n  {row['intent']} {wanted}\n  {said.intent} {got}"


def main(arguments: list[str]) -> None:
    """Measure the file named, or the packaged one."""
    paths = [Path(one) for one in arguments if not one.startswith("--")] or [DATA]
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    judged, times = measure([json.loads(line) for line in lines if line])
    if "--verbose" in arguments:
        print("\n".join(_told(*one) for one in judged if one[2]))
    print(table(judged, times))


if __name__ == "__main__":
    main(sys.argv[1:])
