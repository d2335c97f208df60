"""`kvieslys ask`, as it is called."""

import io
import json
import sys
from typing import Any

import pytest

from tests.bot.commands.shell import Shell

AT = ("--at", "2026-11-22T10:00")
ROWS: tuple[dict[str, Any], ...] = (
    {
        "code": "DI",
        "title_lt": "Dirbtinis intelektas <pamokoje>",
        "start": "2026-12-05 10:00",
        "mode": "online",
        "join_url": "https://zoom.example/j/1",
        "price_eur": 12.5,
        "lecturer": "Jonas Pavyzdys",
    },
    {"code": "MZ", "title_lt": "Muzika", "start": "2026-12-06 10:00", "city": "Kaunas"},
)


@pytest.fixture
def stocked(shell: Shell) -> Shell:
    shell.import_json(*ROWS)
    return shell


def asked(shell: Shell, *arguments: str) -> dict[str, Any]:
    code, out = shell.run("ask", "--json", *AT, *arguments)
    assert code == 0
    told: dict[str, Any] = json.loads(out)
    return told


def test_json(stocked: Shell) -> None:
    """Everything a script needs; the answer is plain text."""
    told = asked(stocked, "Kas veda dirbtinio intelekto kursus?")
    fact, event = told.pop("answer").split("\n\n")
    assert fact == "Lektorius: Jonas Pavyzdys"
    assert event.startswith("Dirbtinis intelektas <pamokoje>\ngruodžio 5 d.")
    assert told == {
        "question": "Kas veda dirbtinio intelekto kursus?",
        "intent": "event_facts",
        "filters": {"topic": "dirbtinio intelekto", "fact": "lecturer"},
        "verdict": "found",
        "codes": ["DI"],
    }


def test_words(stocked: Shell) -> None:
    """The answer as in the chat, and the codes."""
    code, out = stocked.run("ask", "kas gruodį Kaune?", *AT)
    assert code == 0
    assert out.startswith("Radau 1 renginį:\ngruodis · Kaunas\n\n1. Muzika\n")
    assert "[MZ]" in out


def test_the_answer_speaks_the_language_of_the_question(
    stocked: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless another is asked for; where nothing tells, the default."""
    assert "Found 1" in asked(stocked, "what is on in Kaunas")["answer"]
    assert "Radau 1" in asked(stocked, "what is on in Kaunas", "--lang", "lt")["answer"]
    assert "Radau 1" in asked(stocked, "Kaunas")["answer"]
    monkeypatch.setenv("DEFAULT_LANGUAGE", "en")
    assert "Found 1" in asked(stocked, "Kaunas")["answer"]


def test_nobodys_things_are_told_to_nobody(stocked: Shell) -> None:
    """What is about me is in the chat, and a link to join is for those registered."""
    told = asked(stocked, "kelintas aš eilėje?")
    assert (told["intent"], told["verdict"], told["codes"]) == ("waiting_list", "found", [])
    assert "/mano" in told["answer"]
    assert "zoom.example" not in asked(stocked, "Kur dirbtinio intelekto nuoroda?")["answer"]


def test_each_line_has_its_answer_in_order(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty line is a question nobody understands, and keeps the count."""
    data = b"Kada muzika?\n\nwhat is on in Kaunas\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    code, out = stocked.run("ask", "--stdin", "--json", *AT)
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [one["codes"] for one in told] == [["MZ"], [], ["MZ"]]
    assert [one["intent"] for one in told] == ["event_facts", "unknown", "find_events"]


@pytest.mark.parametrize("arguments", [(), ("muzika", "--stdin"), ("muzika", "--at", "rytoj")])
def test_a_wrong_call_is_one_sentence(stocked: Shell, arguments: tuple[str, ...]) -> None:
    """On the error output, with exit code 2."""
    code, out = stocked.run("ask", *arguments)
    assert (code, out, stocked.errors.count("\n")) == (2, "", 1)
