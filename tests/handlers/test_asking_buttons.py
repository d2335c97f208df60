from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from markupsafe import Markup

from catalogue.search.filters import Filters
from catalogue.search.follow_ups import removable
from catalogue.search.questions import Question
from handlers import asking_buttons
from handlers.answering import Answer, Step
from handlers.talk import Talk
from tests.factories import an_event, kept

MANY = Filters(
    first=date(2026, 12, 1), last=date(2026, 12, 31), weekday=(5,), part_of_day="afternoon",
    city="Kaunas", mode="onsite", max_price=Decimal(30), audience="pradinių klasių mokytojai",
    topic="keramika", exclude=Filters(form="konferencija"),
)  # fmt: skip


def answered(filters: Filters, **facts: Any) -> Answer:
    question = Question("", filters=filters, topic=tuple((filters.topic or "").split()))
    plain: dict[str, Any] = {
        "verdict": "found",
        "text": Markup(),
        "step": Step.EVENTS,
        "question": question,
    }
    return Answer(**plain | {"removable": removable(question)} | facts)


async def test_chips_wrap_as_a_phone_shows_them(talk: Talk) -> None:
    """Up to three in a row, fewer where they are long; none is lost."""
    rows = asking_buttons.chips(talk, answered(MANY), "ffffffff")
    assert [[one.text for one in row] for row in rows] == [
        ["✕ „keramika“", "✕ gruodis"],
        ["✕ penktadienis", "✕ po pietų", "✕ Kaunas"],
        ["✕ kontaktiniu būdu", "✕ iki 30 €"],
        ["✕ pradinių klasių mokytojai"],
        ["✕ išskyrus: konferencija"],
    ]
    assert all(len((one.callback_data or "").encode()) <= 64 for row in rows for one in row)
    assert asking_buttons.chips(talk, answered(MANY), "") == []


@pytest.mark.parametrize(
    ("step", "events", "verdict", "labels"),
    [
        (Step.EVENTS, 1, "found", ["1. Molis", "✕ Kaunas", "Daugiau", "Pranešti apie naujus"]),
        (Step.DOUBT, 1, "unsure", ["1. Molis", "Ne šis", "✕ Kaunas"]),
        (Step.DOUBT, 2, "unsure", ["1. Molis", "2. Molis", "Nė vienas", "✕ Kaunas"]),
        (Step.EVENTS, 1, "nothing", ["1. Molis", "✕ Kaunas"]),
        (Step.MINE, 1, "found", ["1. Molis", "Mano renginiai"]),
        (Step.NONE, 0, "found", []),
    ],
)
async def test_what_comes_below_an_answer(
    talk: Talk, step: Step, events: int, verdict: str, labels: list[str]
) -> None:
    """The events first; in doubt a way on; more and news of new ones only of what was found."""
    shown = [an_event(title_lt="Molis") for _ in range(events)]
    await kept(talk.session, *shown)
    found = answered(
        Filters(city="Kaunas"),
        step=step,
        verdict=verdict,
        events=tuple(shown),
        total=9 if verdict == "found" else events,
        wanted={"filters": {"city": "Kaunas"}},
    )
    rows = asking_buttons.rows(talk, found, "ffffffff")
    assert [one.text for row in rows for one in row] == labels
    assert all(rows)
