from typing import Any

import pytest

from catalogue.subscriptions.tables import Rhythm, Subscription
from handlers.words import subscriptions as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event, person


def one(**facts: Any) -> Subscription:
    return Subscription(**{"words": "keramika", "rhythm": Rhythm.WEEKLY, "since": NOW} | facts)


@pytest.mark.parametrize(
    ("rhythm", "lithuanian", "english"),
    [
        (Rhythm.ONCE, "vieną kartą, kai bus paskelbtas pirmas", "once, when the first one"),
        (Rhythm.INSTANT, "iš karto", "at once"),
        (Rhythm.WEEKLY, "kartą per savaitę, penktadienio popietę", "once a week, on Friday"),
        (Rhythm.MONTHLY, "kartą per mėnesį, pirmą darbo dieną", "once a month, on its first"),
    ],
)
def test_how_often(rhythm: Rhythm, lithuanian: str, english: str) -> None:
    """Each rhythm has its words, and what is over says so."""
    assert words.how_often(LT, one(rhythm=rhythm)) == f"Kaip dažnai: {lithuanian}."
    assert words.how_often(EN, one(rhythm=rhythm)).startswith(f"How often: {english}")
    assert words.how_often(EN, one(ended_at=NOW)) == "I no longer write to you about it."


def test_what_a_person_wrote_stays_what_they_wrote() -> None:
    """Their words are escaped in a text, shortened, and plain on a button."""
    odd = one(words="<b>" + "labai ilgas pageidavimas " * 9)
    said = words.subscribed(LT, odd)
    assert "„&lt;b&gt;labai ilgas" in said
    assert len(said) < 250
    assert words.label(LT, odd) == "Keisti ar stabdyti: <b>labai ilgas pageidavimas…"
    assert words.stopped(EN, one()) == "I no longer write to you about “keramika”."
    assert words.subscription(LT, one()).startswith("Pranešu Jums, kai atsiranda <b>„keramika“")


def test_a_wish_is_noted_or_is_asked_for_already() -> None:
    """Who asked to be told weekly is not promised once more."""
    assert words.wish_noted(LT, one(rhythm=Rhythm.ONCE)).startswith("Pasižymėjau, ko ieškote")
    assert words.wish_noted(LT, one()).startswith("Apie tai jau prašėte pranešti: kartą per sav")
    assert words.wish_forgotten(EN) == "All right, I will not write about it."
    answered = one(rhythm=Rhythm.ONCE, ended_at=NOW)
    assert words.label(EN, answered) == "Tell me further: keramika"


@pytest.mark.parametrize(
    ("most", "lithuanian", "label"),
    [(None, "kiek yra", "Be ribos"), (0, "nė vieno", "0"), (3, "ne daugiau kaip 3", "3")],
)
def test_the_ceiling(most: int | None, lithuanian: str, label: str) -> None:
    """None at all, so many, or as many as there are."""
    assert words.ceiling(LT, most) == f"Naujienų ir skelbimų per savaitę: {lithuanian}"
    assert words.ceiling_label(LT, most) == label


def test_the_page_of_news() -> None:
    """What one is told of, how much of it, and what is not counted."""
    ona = person(weekly_ceiling=2, wants_announcements=False)
    page = words.page(LT, ona, [one(), one(words="robotika", rhythm=Rhythm.INSTANT)])
    assert "• „keramika“: kartą per savaitę, penktadienio popietę\n• „robotika“: iš karto" in page
    assert "Centrų skelbimai: nesiunčiami" in page
    assert "press “Tell me when there is one” under the answer" in words.page(EN, ona, [])


def test_a_digest_names_what_was_asked_for() -> None:
    """Up to three of it; the number of those that have only a button."""
    told = [one(words=word) for word in ("a", "b", "c", "d")]
    said = words.digest(LT, told, [], more=[event()])
    assert said == "Programoje nauja, kaip prašėte: „a“, „b“, „c“\n\nIr dar 1:"
    wish = words.digest(EN, [one(rhythm=Rhythm.ONCE)], [], more=[])
    assert wish == "You were looking for “keramika”. Now it is in the programme:"
