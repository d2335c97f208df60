"""The sample programme."""

import runpy
from datetime import date, datetime
from pathlib import Path

import pytest

from catalogue.centres.pages import page_of
from catalogue.files.drafts import Reading
from catalogue.files.reading import read
from catalogue.programme.tables import Mode, Status
from tests.catalogue.files.made_up import VILNIUS

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def reading() -> Reading:
    data = (EXAMPLES / "programme.xlsx").read_bytes()
    return read("programme.xlsx", data, zone=VILNIUS)


def test_comes_in_whole(reading: Reading) -> None:
    """The first thing a newcomer sees has no refusal in it."""
    assert (reading.refused, reading.ignored) == ((), ())
    assert len(reading.drafts) == 140


def test_shows_every_kind_of_event(reading: Reading) -> None:
    """Whoever tries the playground meets each case of real life."""
    drafts = reading.drafts
    assert {draft.mode for draft in drafts} == set(Mode)
    assert {draft.status for draft in drafts} == set(Status)
    assert {page_of(draft.organiser) is not None for draft in drafts} == {True}
    prices = [draft.price_eur for draft in drafts]
    assert None in prices
    assert 0 in prices
    assert max(len(draft.sessions) for draft in drafts) == 5
    assert min(draft.seats for draft in drafts if draft.seats is not None) < 5
    assert sum(bool(draft.title_en) for draft in drafts) > 70


def test_invented_things_are_called_invented(reading: Reading) -> None:
    """Nobody can take an invented date for a real one."""
    assert all("išgalvoti" in draft.summary for draft in reading.drafts)
    links = {s.join_url for draft in reading.drafts for s in draft.sessions} - {""}
    assert all(link.startswith("https://example.org/") for link in links)


def test_school_days_only(reading: Reading) -> None:
    """No seminar on a Sunday or on Christmas Eve."""
    starts = [s.starts_at.astimezone(VILNIUS) for d in reading.drafts for s in d.sessions]
    assert all(start.weekday() < 5 and 8 <= start.hour <= 16 for start in starts)
    assert all((start.month, start.day) not in {(12, 24), (1, 1), (2, 16)} for start in starts)


def test_same_day_makes_the_same_programme(reading: Reading, tmp_path: Path) -> None:
    """The workbook in the repository is the one that the script makes."""
    script = runpy.run_path(str(EXAMPLES / "make_programme.py"))
    script["write"](tmp_path / "a.xlsx", date(2026, 11, 23))
    again = read("a.xlsx", (tmp_path / "a.xlsx").read_bytes(), zone=VILNIUS)
    assert again == reading


def test_another_first_day(tmp_path: Path) -> None:
    """The programme can begin on any day."""
    script = runpy.run_path(str(EXAMPLES / "make_programme.py"))
    script["write"](tmp_path / "a.xlsx", date(2029, 9, 3))
    again = read("a.xlsx", (tmp_path / "a.xlsx").read_bytes(), zone=VILNIUS)
    assert again.refused == ()
    first = min(draft.starts_at for draft in again.drafts)
    assert first.date() == datetime(2029, 9, 3, tzinfo=VILNIUS).date()
