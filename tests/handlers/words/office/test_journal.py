from typing import Any

import pytest

from catalogue.journal.queries import Noted
from catalogue.journal.tables import Deed, JournalEntry, Kind
from handlers.words.office import journal
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT, event, person

VERTINIMAS = event()
RASA = person(name="Rasa Kazlauskienė")
ONA = person(name="Ona <Petraitienė>")
CENTRE = a_centre(name="Kauno centras")


def noted(deed: Deed, *, now: Any = NOW, about: Any = ONA, at: Any = VERTINIMAS, **f: Any) -> Noted:
    entry = JournalEntry(id=1, made_at=now, person_id=1, deed=deed, facts=f)
    return Noted(entry=entry, by=RASA, about=about, event=at, centre=CENTRE)


#: Whoever adds a deed says here how it is told.
MEETING = NOW.isoformat()
TOLD: list[tuple[Noted, str]] = [
    (
        noted(Deed.INVITED, at=None, role="door"),
        "sukūrė kvietimą: registratoriaus teisės, Kauno centras",
    ),
    (
        noted(Deed.INVITATION_WITHDRAWN, role="lecturer"),
        "atšaukė kvietimą: lektoriaus teisės, „Vertinimas“",
    ),
    (
        noted(Deed.BECAME_STAFF, at=None, role="coordinator"),
        ("priėmė kvietimą (pakvietė Ona &lt;Petraitienė&gt;): metodininko teisės, Kauno centras"),
    ),
    (
        noted(Deed.LET_GO, at=None, about=person(name="", forgotten_at=NOW), role="owner"),
        (
            "pašalino iš darbuotojų: asmuo, kurio duomenys ištrinti (savininko teisės, "
            "Kauno centras)"
        ),
    ),
    (noted(Deed.EVENT_MADE), "sukūrė renginį „Vertinimas“"),
    (
        noted(Deed.EVENT_CHANGED, changed={"seats": [20, 25], "summary": []}),
        "pakeitė vietų skaičių 20 → 25, aprašymą, „Vertinimas“",
    ),
    (noted(Deed.EVENT_PUBLISHED), "paskelbė renginį „Vertinimas“"),
    (noted(Deed.EVENT_CANCELLED), "atšaukė renginį „Vertinimas“"),
    (
        noted(Deed.EVENT_REPORTED),
        "pažymėjo, kad renginio „Vertinimas“ ataskaita pateikta",
    ),
    (noted(Deed.DRAFT_DELETED, title="Robotika"), "ištrynė juodraštį „Robotika“"),
    (
        noted(Deed.PROGRAMME_TAKEN_IN, added=21, changed=2),
        "įkėlė failą į programą: naujų – 21, pakeistų – 2",
    ),
    (
        noted(Deed.PROGRAMME_PUT_BACK, added=21, changed=2),
        "atšaukė visą įkėlimą: pašalinta – 21, grąžinta – 2",
    ),
    (
        noted(Deed.PLAN_PUBLISHED, first="2026-12-01", year=False, events=14),
        "paskelbė planą: 2026 m. gruodis, 14 renginių",
    ),
    (noted(Deed.MATERIAL_ADDED), "pridėjo renginio „Vertinimas“ medžiagos"),
    (noted(Deed.MATERIAL_CHANGED), "pakeitė renginio „Vertinimas“ medžiagą"),
    (noted(Deed.MATERIAL_REMOVED), "pašalino dalį renginio „Vertinimas“ medžiagos"),
    (noted(Deed.EXAMPLE_APPROVED), "įdėjo į banką pavyzdį iš renginio „Vertinimas“"),
    (noted(Deed.EXAMPLE_REWORDED), "pataisė pavyzdžio iš renginio „Vertinimas“ žodžius"),
    (noted(Deed.EXAMPLE_DECLINED), "neįdėjo į banką pavyzdžio iš renginio „Vertinimas“"),
    (noted(Deed.HOURS_TARGET_SET, hours=40), "nustatė metų tikslą: 40 akad. val."),
    (noted(Deed.FIELD_ADDED, name="STEAM"), "įvedė prioritetinę sritį „STEAM“"),
    (noted(Deed.FIELD_REMOVED, name="STEAM"), "pašalino prioritetinę sritį „STEAM“"),
    (
        noted(Deed.HOLIDAYS_ADDED, name="Rudens", first="2026-11-02", last="2026-11-06"),
        "įrašė atostogas: Rudens, lapkričio 2–6 d.",
    ),
    (
        noted(Deed.HOLIDAYS_REMOVED, name="Rudens", first="2026-11-02", last="2026-11-06"),
        "išbraukė atostogas: Rudens, lapkričio 2–6 d.",
    ),
    (
        noted(Deed.ANNOUNCED, announcement=12, people=240),
        "patvirtino skelbimą Nr. 12, gavėjų – 240",
    ),
    (noted(Deed.ANNOUNCEMENT_HELD, announcement=12), "pristabdė skelbimą Nr. 12"),
    (noted(Deed.ANNOUNCEMENT_RESUMED, announcement=12), "tęsė skelbimą Nr. 12"),
    (noted(Deed.ANNOUNCEMENT_STOPPED, announcement=12), "sustabdė skelbimą Nr. 12"),
    (noted(Deed.ANNOUNCEMENT_CORRECTED, announcement=12), "pataisė skelbimo Nr. 12 tekstą"),
    (
        noted(Deed.WORD_TAUGHT, said="DI", meant="dirbtinis intelektas"),
        "išmokė paiešką: „DI“ reiškia „dirbtinis intelektas“",
    ),
    (
        noted(Deed.WORD_REMOVED, said="DI", meant="dirbtinis intelektas"),
        "pašalino išmoktą žodį: „DI“ reiškia „dirbtinis intelektas“",
    ),
    (noted(Deed.NUMBERS_TAKEN, at=None), "atsisiuntė skaičius failu"),
    (
        noted(Deed.GATHERED, at=None, words="DI < 5", people=12),
        "sukūrė juodraštį „DI &lt; 5“: laukia 12 žmonių",
    ),
    (
        noted(Deed.DAYS_OFFERED, at=None, words="joga", days=2),
        "pasiūlė datų laukiantiems renginio „joga“",
    ),
    (
        noted(Deed.GATHERING_DROPPED, at=None, words="joga"),
        "atidėjo „joga“ iki kitų mokslo metų",
    ),
    (
        noted(Deed.GATHER_AT_SET, at=None, people=8),
        "nustatė, kad juodraštis sukuriamas, kai to paties laukia 8 žmonės",
    ),
    (noted(Deed.DEMAND_SET_ASIDE, at=None), "atidėjo vieną iš pageidavimų"),
    (noted(Deed.DEMAND_TAKEN_BACK, at=None), "grąžino į sąrašą vieną iš atidėtų pageidavimų"),
    (noted(Deed.DEMAND_TAKEN, at=None), "atsisiuntė paklausos lentelę"),
    (
        noted(Deed.REPORT_TAKEN, at=None, period="q", number=2026 * 4 + 2),
        "atsisiuntė ataskaitą failais: 2026 m. III ketvirtis",
    ),
    (
        noted(Deed.CERTIFICATE_CORRECTED, number="2026-0017"),
        "iš naujo išdavė pažymą Nr. 2026-0017: Ona &lt;Petraitienė&gt;",
    ),
    (
        noted(Deed.ENTRY_CONFIRMED, at=None, hours=6.5),
        "patvirtino kitur įgytas valandas: Ona &lt;Petraitienė&gt;, 6,5",
    ),
    (
        noted(Deed.ENTRY_DECLINED, at=None, hours=6),
        "nepatvirtino kitur įgytų valandų: Ona &lt;Petraitienė&gt;, 6",
    ),
    (
        noted(Deed.CERTIFICATES_TAKEN),
        "sudėjo renginio „Vertinimas“ pažymas į failą spausdinti",
    ),
    (
        noted(Deed.CENTRE_CHANGED, at=None, detail="head_name"),
        "pakeitė, kas rašoma pažymose: Pasirašančiojo vardas ir pavardė, Kauno centras",
    ),
    *[
        (noted(deed, at=None, survey=3, year=2026), told)
        for deed, told in (
            (Deed.SURVEY_BEGUN, "pradėjo poreikių apklausą (2026–2027 m. m.)"),
            (Deed.SURVEY_CHANGED, "pakeitė poreikių apklausos klausimus (2026–2027 m. m.)"),
            (Deed.SURVEY_OPENED, "atvėrė poreikių apklausą (2026–2027 m. m.)"),
            (Deed.SURVEY_CLOSED, "baigė poreikių apklausą (2026–2027 m. m.)"),
            (
                Deed.SURVEY_REMOVED,
                "ištrynė niekieno neatsakytą poreikių apklausą (2026–2027 m. m.)",
            ),
            (Deed.SURVEY_TAKEN, "atsisiuntė poreikių apklausos rezultatus (2026–2027 m. m.)"),
        )
    ],
    (noted(Deed.MISS_IGNORED), "nurodė nekreipti dėmesio į vieną nerastą paiešką"),
    (
        noted(Deed.ANSWER_APPROVED, question="Kur jūs?"),
        "patvirtino atsakymą į klausimą „Kur jūs?“",
    ),
    (
        noted(Deed.ANSWER_CHANGED, question="Kur jūs?"),
        "pakeitė patvirtintą atsakymą į klausimą „Kur jūs?“",
    ),
    (
        noted(Deed.ANSWER_REMOVED, question="Kur jūs?"),
        "pašalino patvirtintą atsakymą į klausimą „Kur jūs?“",
    ),
    (noted(Deed.ENQUIRY_ANSWERED, enquiry=7), "atsakė į klausimą Nr. 7"),
    (noted(Deed.HEAD_CONFIRMED), "patvirtino mokyklos vadovu: Ona &lt;Petraitienė&gt;"),
    (
        noted(Deed.HEAD_TAKEN_BACK),
        "atšaukė mokyklos vadovo patvirtinimą: Ona &lt;Petraitienė&gt;",
    ),
    (
        noted(Deed.HEAD_TEACHER_SETTLED, own=True),
        "nurodė, kad dirba vadovo mokykloje: Ona &lt;Petraitienė&gt;",
    ),
    (
        noted(Deed.HEAD_TEACHER_SETTLED, own=False),
        "nurodė, kad dirba kitoje nei vadovo mokykloje: Ona &lt;Petraitienė&gt;",
    ),
    (noted(Deed.ENQUIRY_CLOSED, enquiry=7), "užvėrė klausimą Nr. 7 be atsakymo"),
    (noted(Deed.ENQUIRY_LEFT, enquiry=7), "paliko klausimą Nr. 7 kolegoms"),
    *[
        (noted(deed), f"{told}: Ona &lt;Petraitienė&gt;, „Vertinimas“")
        for deed, told in (
            (Deed.REGISTRATION_APPROVED, "patvirtino registraciją"),
            (Deed.REGISTRATION_REJECTED, "nepatvirtino registracijos"),
            (Deed.PUT_FIRST, "perkėlė į eilės pradžią"),
            (Deed.TAKEN_OFF, "atšaukė registraciją"),
            (Deed.LEAVE_GRANTED, "leido atsisakyti"),
            (Deed.LEAVE_REFUSED, "neleido atsisakyti"),
            (Deed.PERSON_ADDED, "pridėjo ranka"),
            (Deed.WRITTEN_TO, "parašė žinutę"),
            (Deed.PAID, "pažymėjo, kad apmokėta"),
            (Deed.NOT_PAID, "atšaukė apmokėjimo žymą"),
            (Deed.PHONED, "paskambino"),
            (Deed.NOT_PHONED, "atšaukė skambučio žymą"),
        )
    ],
    (
        noted(Deed.SEAT_GIVEN, over=True),
        "skyrė vietą viršydami vietų skaičių: Ona &lt;Petraitienė&gt;, „Vertinimas“",
    ),
    (
        noted(Deed.SEAT_GIVEN, over=False),
        "skyrė vietą be eilės: Ona &lt;Petraitienė&gt;, „Vertinimas“",
    ),
    (noted(Deed.PEOPLE_UNITED), "sujungė du to paties žmogaus įrašus"),
    (noted(Deed.PERSON_DELETED), "ištrynė ranka pridėto žmogaus duomenis"),
    (noted(Deed.LIST_TAKEN), "paėmė „Vertinimas“ dalyvių sąrašą kaip failą"),
    (
        noted(Deed.DOOR_OPENED, meeting=MEETING),
        "rodė kodą prie durų: „Vertinimas“, lapkričio 22 d., sk 10:00",
    ),
    (
        noted(Deed.ROLL_KEPT, meeting=MEETING),
        "žymėjo lankomumą: „Vertinimas“, lapkričio 22 d., sk 10:00",
    ),
    (
        noted(Deed.ALL_CAME, meeting=MEETING, people=3),
        "pažymėjo, kad dalyvavo dar 3 žmonės: „Vertinimas“, lapkričio 22 d., sk 10:00",
    ),
    (
        noted(
            Deed.ATTENDANCE_CHANGED,
            meeting=MEETING,
            changed=[{"presence": "late", "hours": 2.5}, {"presence": "absent", "hours": None}],
            reason="<pasirašė kita>",
        ),
        (
            "pataisė lankomumą: Ona &lt;Petraitienė&gt;, „Vertinimas“, lapkričio 22 d., sk 10:00: "
            "vėlavo, 2,5 akad. val. → nedalyvavo (&lt;pasirašė kita&gt;)"
        ),
    ),
    (
        noted(
            Deed.ATTENDANCE_CHANGED,
            meeting=MEETING,
            changed=[None, {"presence": "left_early", "hours": None}],
        ),
        (
            "pataisė lankomumą: Ona &lt;Petraitienė&gt;, „Vertinimas“, lapkričio 22 d., sk 10:00: "
            "nepažymėta → išėjo anksčiau"
        ),
    ),
    (noted(Deed.ROLL_TAKEN), "paėmė „Vertinimas“ lankomumo sąrašą kaip failą"),
    (
        noted(Deed.ROLL_TAKEN_IN, marked=20, changed=2),
        "įkėlė lankomumą iš failo: naujų įrašų – 20, pakeistų – 2, „Vertinimas“",
    ),
    (noted(Deed.SHEET_TAKEN), "parengė „Vertinimas“ pasirašymo lapą"),
]


def test_what_the_house_did_is_nobodys() -> None:
    """It is told of the assistant itself, and not of somebody who was deleted."""
    entry = JournalEntry(id=1, made_at=NOW, person_id=None, deed=Deed.PHONED, facts={})
    done = Noted(entry=entry, by=None, about=ONA, event=VERTINIMAS, centre=CENTRE)
    assert journal.line(LT, done, now=NOW).startswith("Pats asistentas, 10:00: ")


@pytest.mark.parametrize(("deed", "told"), TOLD, ids=lambda one: str(one)[:20])
def test_a_deed_is_told_in_a_sentence(deed: Noted, told: str) -> None:
    """Who, when and what; what people wrote is escaped."""
    assert journal.line(LT, deed, now=NOW) == f"Rasa Kazlauskienė, 10:00: {told}"
    assert str(journal.line(EN, deed, now=NOW)).startswith("Rasa Kazlauskienė, 10:00: ")


def test_every_deed_and_kind_has_its_words() -> None:
    """None can be noted that could not be shown."""
    assert {deed.entry.deed for deed, _ in TOLD} == set(Deed) == set(journal.SENTENCES)
    assert all(journal.kind_name(LT, kind) for kind in Kind)


def test_the_page_stands_under_days() -> None:
    """With what it is narrowed by above; an empty one says so."""
    from datetime import timedelta

    made, before = noted(Deed.EVENT_MADE), noted(Deed.EVENT_MADE, now=NOW - timedelta(days=1))
    said = journal.page(LT, [made, made, before], ["Rasa & Ko"], now=NOW)
    assert [one for one in said.split("\n") if one.startswith("<b>")] == [
        "<b>Žurnalas</b>: Rasa &amp; Ko",
        "<b>lapkričio 22 d., sekmadienis</b>",
        "<b>lapkričio 21 d., šeštadienis</b>",
    ]
    assert "dar nieko" in journal.page(LT, [], [], now=NOW)
    assert journal.ask(LT, "person") == "Kieno veiksmai?"
