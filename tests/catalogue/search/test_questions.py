"""The questions that teachers ask, and what each wants."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.search.intents import INTENTS
from catalogue.search.questions import Question, understand

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
KAUNAS = "Kauno švietimo inovacijų centras"


def ask(text: str) -> Question:
    """A question put on a Sunday evening."""
    return understand(text, asked_at=NOW, organisers={KAUNAS: KAUNAS, "KŠIC": KAUNAS})


NEXT_WEEK = {"from": "2026-11-23", "to": "2026-11-29"}
THIRTY: list[tuple[str, str, dict[str, Any]]] = [
    (
        "Kokie seminarai bus lapkritį?",
        "find_events",
        {"from": "2026-11-01", "to": "2026-11-30"},
    ),
    ("kas siandien vyksta centre?", "find_events", {"from": "2026-11-22", "to": "2026-11-22"}),
    (
        "Ar yra ko nors pradinukams kitą savaitę?",
        "find_events",
        {**NEXT_WEEK, "audience": "pradinių klasių mokytojai"},
    ),
    ("ieskau mokymu apie dirbtini intelekta", "find_events", {"topic": "dirbtini intelekta"}),
    (
        "Noriu užsirašyti į įtraukiojo ugdymo seminarą",
        "register",
        {"topic": "įtraukiojo ugdymo"},
    ),
    ("Kiek akad. val. bus ir ar duosit pažymėjimą?", "event_facts", {"fact": "hours"}),
    (
        "Ar dar liko vietų į konferenciją spalio 12 d.?",
        "event_facts",
        {"from": "2027-10-12", "to": "2027-10-12", "form": "konferencija", "fact": "seats"},
    ),
    (
        "Nebegalėsiu dalyvauti rytoj, atšaukit",
        "cancel",
        {"from": "2026-11-23", "to": "2026-11-23"},
    ),
    ("kelinta as eileje?", "waiting_list", {}),
    ("Kada man į eilę atsilaisvins vieta?", "waiting_list", {}),
    ("Kur rasti Zoom nuorodą?", "event_facts", {"fact": "link"}),
    ("Nuotoliniu ar gyvai?", "event_facts", {"fact": "where"}),
    ("Kas lektorius?", "event_facts", {"fact": "lecturer"}),
    (
        "Kiek kainuoja, ar galima apmokėti iš mokyklos lėšų (krepšelio)?",
        "event_facts",
        {"fact": "price"},
    ),
    ("Reikia sąskaitos mokyklai", "event_facts", {"fact": "price"}),
    (
        "Can I get the slides from the dyslexia webinar?",
        "event_facts",
        {"fact": "materials", "form": "vebinaras", "topic": "dyslexia"},
    ),
    (
        "Kur mano pažyma už rugsėjo seminarą?",
        "certificate",
        {"from": "2026-09-01", "to": "2026-09-30"},
    ),
    (
        "Kiek valandų šiais metais surinkau?",
        "hours",
        {"from": "2026-01-01", "to": "2026-12-31"},
    ),
    ("ar man jau uzteks 5 dienu?", "hours", {}),
    ("Iki kada registracija?", "event_facts", {"fact": "deadline"}),
    ("Ar gali dalyvauti kolegė vietoj manęs?", "register", {}),
    ("Ar bus skaidrės ar įrašas?", "event_facts", {"fact": "materials"}),
    ("Kas tinka logopedams?", "find_events", {"audience": "logopedai"}),
    (
        "Ar yra akordeono mokytojams meistriškumo kursų?",
        "find_events",
        {
            "audience": "muzikos mokytojai",
            "form": "meistriškumo pamokos",
            "topic": "akordeono",
        },
    ),
    (
        "Edukacine isvyka - kada ir is kur vaziuojam?",
        "event_facts",
        {"form": "edukacinė išvyka", "fact": "when"},
    ),
    ("Kas koordinuoja šį renginį, koks telefonas?", "event_facts", {"fact": "coordinator"}),
    (
        "Kada matematikos olimpiada?",
        "event_facts",
        {"form": "olimpiada", "topic": "matematikos", "fact": "when"},
    ),
    ("Norėčiau pati vesti seminarą, kaip pasiūlyti programą?", "propose_programme", {}),
    ("Ar skolinat interaktyvų ekraną / projektorių?", "borrow", {}),
    (
        "Kaip persikvalifikuoti į informatikos mokytoją?",
        "retraining",
        {"audience": "informatikos mokytojai"},
    ),
    ("Nebesiųskit man reklamų, tik priminimus.", "preferences", {}),
]
FIFTEEN: list[tuple[str, str, dict[str, Any]]] = [
    (
        "What seminars are on next month?",
        "find_events",
        {"from": "2026-12-01", "to": "2026-12-31"},
    ),
    (
        "Anything for primary teachers online?",
        "find_events",
        {"mode": "online", "audience": "pradinių klasių mokytojai"},
    ),
    ("Sign me up for the AI workshop.", "register", {"form": "dirbtuvės", "topic": "AI"}),
    ("Are there places left?", "event_facts", {"fact": "seats"}),
    ("Put me on the waiting list.", "waiting_list", {}),
    (
        "negaliu rytoj atvykti, atšaukit",
        "cancel",
        {"from": "2026-11-23", "to": "2026-11-23"},
    ),
    (
        "I have to cancel tomorrow's training.",
        "cancel",
        {"from": "2026-11-23", "to": "2026-11-23"},
    ),
    ("When is the registration deadline?", "event_facts", {"fact": "deadline"}),
    ("How many academic hours and is there a certificate?", "event_facts", {"fact": "hours"}),
    (
        "Where is my certificate from September?",
        "certificate",
        {"from": "2026-09-01", "to": "2026-09-30"},
    ),
    (
        "How many PD hours do I have this year?",
        "hours",
        {"from": "2026-01-01", "to": "2026-12-31"},
    ),
    ("Who is the coordinator?", "event_facts", {"fact": "coordinator"}),
    ("Send me the calendar file.", "my_events", {}),
    ("What is the Educator of the Year award?", "award", {}),
    ("Which centre is for arts teachers?", "centre_info", {"audience": "menų mokytojai"}),
    ("Please switch to Lithuanian", "language", {}),
    ("delete my data", "privacy", {}),
]


@pytest.mark.parametrize(("text", "intent", "filters"), [*THIRTY, *FIFTEEN])
def test_what_teachers_ask(text: str, intent: str, filters: dict[str, Any]) -> None:
    """Each of the questions heard from teachers has its intent and its filters, and no others."""
    question = ask(text)
    assert (question.intent, question.filters.as_json()) == (intent, filters)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        (
            "nemokami nuotoliniai pradinukams kitą savaitę Kaune",
            {
                **NEXT_WEEK,
                "city": "Kaunas",
                "mode": "online",
                "free": True,
                "audience": "pradinių klasių mokytojai",
            },
        ),
        ("iki 50 € paskaita", {"max_price": 50, "form": "paskaita"}),
        ("iki 20,50 eur", {"max_price": 20.5}),
        ("konferencijos Siauliuose", {"form": "konferencija", "city": "Šiauliai"}),
        ("40 val. programa", {"min_hours": 40}),
        ("ne mažiau kaip 8 akad. val. apie STEAM", {"min_hours": 8, "topic": "STEAM"}),
        (
            "vakare po 16 val. Vilniuje",
            {"part_of_day": "evening", "city": "Vilnius"},
        ),
        ("po pamokų", {"part_of_day": "afternoon"}),
        ("seminarai anglų kalba", {"language": "en"}),
        ("anglų kalbos seminaras", {"topic": "anglų kalbos"}),
        ("nuotolinis mokymas", {"topic": "nuotolinis mokymas"}),
        ("nuotoliniai mokymai", {"mode": "online"}),
        ("be nuotolinių", {"not": {"mode": "online"}}),
        ("ne nuotolinis apie patyčias", {"topic": "patyčias", "not": {"mode": "online"}}),
        ("STEAM, tik ne pirmadienį", {"topic": "STEAM", "not": {"weekday": [1]}}),
        ("ne Vilniuje", {"not": {"city": "Vilnius"}}),
        ("KŠIC seminarai gruodį", {"from": "2026-12-01", "to": "2026-12-31", "organiser": KAUNAS}),
        ("Kauno švietimo inovacijų centro seminarai", {"organiser": KAUNAS}),
        ("seminarai apie konferenciją", {"topic": "konferenciją"}),
        ("matematikos mokytojams", {"audience": "matematikos mokytojai"}),
        ("matematika", {"topic": "matematika"}),
    ],
)
def test_filters_said_in_one_breath(text: str, filters: dict[str, Any]) -> None:
    """Every filter of a search is understood beside the others, and a theme stays a theme."""
    question = ask(text)
    assert (question.intent, question.filters.as_json()) == ("find_events", filters)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Kas buvo KŠIC?", "centre_info"),
        ("kas yra ksic", "centre_info"),
        ("Kas tas KŠIC?", "centre_info"),
        ("papasakok apie Kauno centrą", "centre_info"),
        ("Papasakokite daugiau apie Kauno švietimo inovacijų centrą", "centre_info"),
        ("What is KŠIC?", "centre_info"),
        ("What's KŠIC", "centre_info"),
        ("Tell me about KŠIC", "centre_info"),
        ("Kur yra KŠIC?", "centre_info"),
        ("Koks KŠIC telefonas?", "centre_info"),
        ("KŠIC", "find_events"),
        ("KŠIC seminarai", "find_events"),
        ("papasakok apie KŠIC seminarus", "find_events"),
        ("kas bus KŠIC?", "find_events"),
        ("kas vyksta KŠIC?", "find_events"),
        ("What is on at KŠIC?", "find_events"),
        ("Kauno centro renginiai", "find_events"),
    ],
)
def test_a_centre_or_its_events(text: str, intent: str) -> None:
    """Who asks what a centre is gets no list of its events, and who asks for those gets no more."""
    question = ask(text)
    assert (question.intent, question.filters.as_json()) == (intent, {"organiser": KAUNAS})


@pytest.mark.parametrize(
    "text", ["KŠIC renginiai gruodį", "kas buvo KŠIC gruodį?", "What is at KŠIC in December?"]
)
def test_the_days_of_a_centre_are_its_events(text: str) -> None:
    """A centre has no days: with a month its events are meant."""
    question = ask(text)
    expected = {"from": "2026-12-01", "to": "2026-12-31", "organiser": KAUNAS}
    assert (question.intent, question.filters.as_json()) == ("find_events", expected)


@pytest.mark.parametrize(
    ("text", "intent", "fact", "ordinal"),
    [
        ("2", "event_facts", None, 2),
        ("antrą", "event_facts", None, 2),
        ("labas, antrą prašau", "event_facts", None, 2),
        ("the second one", "event_facts", None, 2),
        ("number 3", "event_facts", None, 3),
        ("papasakok apie antrą", "event_facts", None, 2),
        ("kiek kainuoja antras?", "event_facts", "price", 2),
        ("kiek kainuoja pirmas?", "event_facts", "price", 1),
        ("noriu į antrą", "register", None, 2),
        ("noriu į 3 seminarą", "register", None, 3),
        ("sign me up for the second one", "register", None, 2),
        ("atšaukti pirmą", "cancel", None, 1),
    ],
)
def test_an_event_of_the_last_list(text: str, intent: str, fact: str | None, ordinal: int) -> None:
    """A number alone is an event just shown, and the rest is what is wanted of it."""
    question = ask(text)
    assert (question.intent, question.filters.fact) == (intent, fact)
    assert (question.ordinal, question.topic, question.text) == (ordinal, (), text)


@pytest.mark.parametrize(
    "text",
    ["pirmoji pagalba", "second language", "2 klasė", "1 ir 2", "antrą Kaune", "2026", "noriu"],
)
def test_a_number_beside_a_theme_counts_nothing(text: str) -> None:
    """What says more than a number is about something."""
    assert ask(text).ordinal is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kas lektorius?", "lt"),
        ("kas siandien vyksta", "lt"),
        ("Is it free?", "en"),
        ("digital skills for librarians, hybrid is fine", "en"),
        ("Who is the lecturer?", "en"),
        ("STEAM", None),
        ("🙂", None),
    ],
)
def test_the_language_is_guessed_or_open(text: str, language: str | None) -> None:
    """Letters and small words tell the language, and nothing is guessed without them."""
    assert ask(text).language == language


@pytest.mark.parametrize(
    ("text", "intent", "filters"),
    [
        ("o kada jis vyksta?", "event_facts", {"fact": "when"}),
        ("kada tai vyksta", "event_facts", {"fact": "when"}),
        ("kur ji vyks", "event_facts", {"fact": "where"}),
        ("where is it held", "event_facts", {"fact": "where"}),
        ("when does it start", "event_facts", {"fact": "when"}),
        ("how many places are left", "event_facts", {"fact": "seats"}),
        ("is it free?", "event_facts", {"fact": "price"}),
        ("invoice please", "event_facts", {"fact": "price"}),
        ("do you have any free places", "event_facts", {"fact": "seats"}),
        (
            "šįvakar",
            "find_events",
            {"from": "2026-11-22", "to": "2026-11-22", "part_of_day": "evening"},
        ),
        ("noriu į jį", "register", {}),
        ("what's on tomorrow?", "find_events", {"from": "2026-11-23", "to": "2026-11-23"}),
        ("whats on next week in Vilnius", "find_events", {**NEXT_WEEK, "city": "Vilnius"}),
        (
            "ryt ryte",
            "find_events",
            {"from": "2026-11-23", "to": "2026-11-23", "part_of_day": "morning"},
        ),
        ("sekantį antradienį", "find_events", {"from": "2026-11-24", "to": "2026-11-24"}),
        ("primink ne prieš savaitę, o prieš dieną", "preferences", {}),
        ("logopedams su laisvom vietom", "find_events", {"audience": "logopedai"}),
    ],
)
def test_small_words_are_no_theme(text: str, intent: str, filters: dict[str, Any]) -> None:
    """Pronouns and helping words point at an event that was spoken of, and name none."""
    question = ask(text)
    assert (question.intent, question.filters.as_json()) == (intent, filters)


@pytest.mark.parametrize(
    ("text", "intent", "filters"),
    [
        (
            "Laba diena, norėčiau sužinoti ar bus kokių nors seminarų biologijos mokytojams?",
            "find_events",
            {"audience": "biologijos mokytojai"},
        ),
        (
            "hi there, do you have anything for biology teachers?",
            "find_events",
            {"audience": "biologijos mokytojai"},
        ),
        (
            "hello, i would like to know if there are any seminars on ethics, thanks",
            "find_events",
            {"topic": "ethics"},
        ),
        (
            "Sveiki, gal galetumete pasakyti, kada bus robotikos seminaras?",
            "event_facts",
            {"topic": "robotikos", "fact": "when"},
        ),
        ("labai ačiū", "help", {}),
        ("who are you", "help", {}),
        ("taip", "unknown", {}),
        ("https://example.lt/renginys?id=4", "unknown", {}),
        ("ev_123", "unknown", {}),
    ],
)
def test_politeness_is_no_theme(text: str, intent: str, filters: dict[str, Any]) -> None:
    """Greetings, thanks and polite openings are no part of a question, and alone ask nothing."""
    question = ask(text)
    assert (question.intent, question.filters.as_json()) == (intent, filters)


def test_a_smile_is_unknown() -> None:
    """What holds no word is no search."""
    assert ask("🙂").intent == "unknown"


@given(st.text(max_size=700))
def test_any_text_is_understood_somehow(text: str) -> None:
    """Whatever people send, there is an intent and filters that can be written as JSON."""
    question = ask(text)
    assert question.intent in INTENTS
    assert all(value not in (None, [], "") for value in question.filters.as_json().values())


def test_the_other_reading_and_the_way_back() -> None:
    """On a Sunday „kitą savaitę“ begins tomorrow, or in a week; each leads to the other."""
    asked = ask("robotika kitą savaitę Kaune")
    (doubt,) = asked.doubts
    other = asked.otherwise(doubt)
    assert other.filters.as_json() == asked.filters.as_json() | {
        "from": "2026-11-30",
        "to": "2026-12-06",
    }
    assert other.otherwise(other.doubts[0]) == asked
    assert ask("robotika gruodį").doubts == ()
