"""What is refused about attendance, own learning and materials."""

from catalogue.learning import refusals as learning
from catalogue.materials import refusals as materials
from catalogue.refusals import Refusal
from tests.factories import NOW
from tests.handlers.words.made_up import event

MADE = event(contact="rasa@centras.lt")
#: Each in both languages.
SAID: list[tuple[Refusal, str, str]] = [
    (
        learning.NotAKind(),
        "Kas tai buvo, pasirinkite mygtuku.",
        "Please choose with one of the buttons what it was.",
    ),
    (
        learning.NotATitle(),
        "Reikia vienos eilutės, iki 200 ženklų. Parašykite dar kartą.",
        "I need one line, of up to 200 letters. Please write it once more.",
    ),
    (
        learning.NotADay(),
        (
            "Reikia dienos: ne vėlesnės kaip šiandien ir ne senesnės kaip prieš 10 metų, "
            "pavyzdžiui: <i>2026-10-15</i>. Parašykite dar kartą."
        ),
        (
            "I need a day until today, at most 10 years ago, for example: <i>2026-10-15</i>. "
            "Please write it once more."
        ),
    ),
    (
        learning.NotHours(),
        (
            "Reikia akademinių valandų skaičiaus nuo 0,5 iki 200, pavyzdžiui: <i>6</i>. "
            "Parašykite dar kartą."
        ),
        (
            "I need a number of academic hours from 0.5 to 200, for example: <i>6</i>. "
            "Please write it once more."
        ),
    ),
    (
        learning.EntryGone(),
        "Šio įrašo nebėra. Kiti yra čia: /valandos",
        "This entry is no more. Here is where the others are: /hours",
    ),
    (
        learning.TooManyEntries(),
        "Jau yra 500 Jūsų įrašų, daugiau saugoti negaliu. Kelis ištrinkite.",
        "There are 500 entries of yours, more I cannot keep. Please delete some.",
    ),
    (
        learning.NotATarget(),
        (
            "Reikia sveikojo akademinių valandų skaičiaus nuo 1 iki 500, pavyzdžiui: <i>30</i>. "
            "Parašykite dar kartą."
        ),
        (
            "I need a whole number of academic hours from 1 to 500, for example: <i>30</i>. "
            "Please write it once more."
        ),
    ),
    (
        materials.NotAMaterial(),
        (
            "Reikia dokumento, nuotraukos, vaizdo ar garso įrašo arba nuorodos, prasidedančios "
            "https://. Atsiųskite dar kartą."
        ),
        (
            "I need a document, a picture, a video, a sound file, or a link that begins with "
            "https://. Please send it once more."
        ),
    ),
    (
        materials.NotATitle(),
        "Reikia vienos eilutės, iki 120 ženklų. Parašykite dar kartą.",
        "I need one line, of up to 120 letters. Please write it once more.",
    ),
    (
        materials.MaterialGone(),
        "Šios medžiagos nebėra arba ji skirta ne Jums.",
        "This is no longer among the materials, or it is not meant for you.",
    ),
    (
        materials.TooManyMaterials(),
        "Vienam renginiui galima pridėti iki 30 failų ir nuorodų. Pirma ką nors pašalinkite.",
        "An event holds 30 things at most. Please remove one first.",
    ),
    (
        learning.MeetingGone(),
        "Šio susitikimo programoje nebėra.",
        "This meeting is not in the programme any more.",
    ),
    (
        learning.NotHeld(MADE),
        "Renginys „Vertinimas“ atšauktas arba nepaskelbtas, todėl lankomumas nežymimas.",
        "“Assessment” is cancelled or not published, so attendance is not recorded.",
    ),
    (
        learning.TooEarly(MADE, NOW),
        ("Lankomumą galima žymėti nuo lapkričio 22 d. 10:00: likus pusvalandžiui iki susitikimo."),
        (
            "Attendance can be recorded from Sunday 22 November, 10:00, half an hour before the "
            "meeting."
        ),
    ),
    (
        learning.DoorsClosed(MADE),
        "Susitikimas baigėsi, todėl kodas neberodomas. Kas dalyvavo, pažymėkite sąraše.",
        "The meeting is over, so no codes are shown. Those who came are ticked in the list.",
    ),
    (
        learning.NotTakingPart(MADE),
        "Šio žmogaus registracija į „Vertinimas“ nepatvirtinta, todėl lankomumas nežymimas.",
        (
            "This person’s registration for “Assessment” is not confirmed, so attendance is "
            "not recorded."
        ),
    ),
    (
        learning.ReasonNeeded(),
        "Ataskaita jau pateikta. Taisykite po vieną ir nurodykite priežastį.",
        "The report is handed in already. Correct the marks one by one, each with its reason.",
    ),
    (
        learning.NotAReason(),
        "Parašykite priežastį vienu sakiniu, iki 200 raidžių.",
        "Please write the reason in one sentence, up to 200 letters.",
    ),
    (
        learning.NamesSomebody(),
        (
            "Parašykite priežastį be žmogaus vardo: žurnalas lieka visam laikui, o apie ką "
            "kalbama, jame jau pažymėta."
        ),
        (
            "Please write the reason without the person’s name: the journal is kept for good, and "
            "whom it is about is noted there already."
        ),
    ),
    (
        learning.NotPartOfMeeting(4.0),
        "Reikia skaičiaus, didesnio už 0 ir ne didesnio už 4, pavyzdžiui: <i>1,5</i>",
        "I need a number greater than 0 and at most 4, for example: <i>1,5</i>",
    ),
]
