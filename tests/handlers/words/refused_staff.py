"""What is refused about the programme, people, answers and the words of the search."""

from catalogue.announcements import refusals as announcements
from catalogue.answers import refusals as answers
from catalogue.enquiries import refusals as enquiries
from catalogue.glossary import refusals as glossary
from catalogue.people import refusals as people
from catalogue.programme import refusals as programme
from catalogue.programme.refused import Reason
from catalogue.refusals import Refusal
from tests.factories import NOW, a_person
from tests.handlers.words.made_up import event

MADE = event(contact="rasa@centras.lt")
#: Each in both languages.
SAID: list[tuple[Refusal, str, str]] = [
    (
        programme.MeetingMarked(MADE, NOW),
        (
            "Susitikimo, kurio pradžia lapkričio 22 d. 10:00, lankomumas jau pažymėtas, todėl "
            "susitikimo negalima nei išbraukti, nei nukelti į kitą dieną. Niekas nepakeista."
        ),
        (
            "It is known who was at the meeting of Sunday 22 November, 10:00, so it can be neither "
            "taken out nor put on another day. Nothing has been changed."
        ),
    ),
    (
        enquiries.NotAnEnquiry(),
        "Reikia klausimo žodžiais, iki 800 ženklų. Prašome parašyti dar kartą.",
        "I need a question in words, of up to 800 characters. Please write it once more.",
    ),
    (
        enquiries.NotAReply(),
        "Reikia atsakymo žodžiais, ne ilgesnio kaip 3000 ženklų. Parašykite dar kartą.",
        "I need an answer in words, of up to 3000 characters. Please write it once more.",
    ),
    (
        enquiries.TooManyEnquiries(are_open=True),
        "Atsakymo dar laukia 3 Jūsų klausimai; šio prašome klausti gavus atsakymą.",
        ("3 questions of yours are still waiting for an answer; please ask this one after that."),
    ),
    (
        enquiries.TooManyEnquiries(are_open=False),
        "Per parą perdavėte 10 klausimų; šio prašome klausti rytoj.",
        "You have passed on 10 questions within a day; please ask this one tomorrow.",
    ),
    (
        enquiries.EnquiryGone(),
        "Šio klausimo čia nebėra: jis atsiimtas.",
        "This question is not here any more: it was taken back.",
    ),
    (
        enquiries.EnquirySettled(a_person(name="Rasa Kazlauskienė"), NOW),
        "Kolega buvo greitesnis: šį klausimą jau sutvarkė Rasa Kazlauskienė, 10:00.",
        "Rasa Kazlauskienė was quicker: this question was settled, 10:00.",
    ),
    (
        enquiries.TooManyTopics(),
        "Pasirinkote 20 temų, daugiau negalima. Pirmiau vieną nuimkite.",
        "You have chosen 20 topics, as many as there may be. Leave one out first.",
    ),
    (
        announcements.AnnouncementGone(),
        "Šio skelbimo pakeisti nebegalima. Naują pradėkite komanda /skelbti.",
        "This announcement cannot be changed any more. Begin a new one with /announce.",
    ),
    (
        answers.TooManyQuestions(),
        (
            "Šis atsakymas jau randamas pagal 20 klausimų, daugiau jų būti negali. Naujam "
            "klausimui pridėkite kitą atsakymą: /atsakymai"
        ),
        (
            "This answer is found by 20 questions already; there can be no more of them. Add "
            "another answer for the new one: /answers"
        ),
    ),
    (
        programme.NotAField("Skaitmeninės"),
        (
            "Reikia pavadinimo ir pirmos dienos su metais, pavyzdžiui: "
            "<i>Skaitmeninės kompetencijos 2026-01-01 – 2028-12-31</i>. Parašykite dar kartą."
        ),
        (
            "I need a name and the first day with the year, for example: "
            "<i>Digital competences 2026-01-01 – 2028-12-31</i>. Please write it once more."
        ),
    ),
    (
        programme.EventInUse(MADE),
        (
            "„Vertinimas“ ištrinti negalima: su juo susieta registracijų, lektorių, klausimų arba "
            "medžiagos. Galite jį atšaukti."
        ),
        (
            "“Assessment” cannot be deleted: registrations, lecturers, questions or materials "
            "belong to it. You can cancel it instead."
        ),
    ),
    (
        programme.StageOver(MADE),
        "„Vertinimas“ būsena jau kita, todėl nieko nepakeista.",
        "“Assessment” is at another stage by now, so nothing was changed.",
    ),
    (
        programme.NotUnderstood("seats", Reason.NOT_A_NUMBER, {"written": "daug"}),
        ("Vietų skaičius: šito priimti negaliu („daug“ nėra skaičius). Parašykite dar kartą."),
        (
            "Number of seats: I cannot take this (“daug” is not a number). Please write it once "
            "more."
        ),
    ),
    (
        people.OwnInvitation(),
        "Šią nuorodą sukūrėte Jūs. Nusiųskite ją žmogui, kurį kviečiate.",
        "You made this link yourself. Please send it to the colleague whom you invite.",
    ),
    (
        people.RightNeeded(),
        "Šios teisės neturite. Ją suteikti gali centro savininkas.",
        "You do not have the right to do this. The owner of the centre can give it.",
    ),
    (
        people.StaffOnly(),
        "Tai skirta tik centrų darbuotojams.",
        "This is for the staff of the centres only.",
    ),
    (
        people.ConsentNeeded(),
        (
            "Tai, ką pasakojate apie save, galiu saugoti tik su Jūsų sutikimu. Jo paprašysiu "
            "vieną kartą, kai pirmą kartą registruositės į renginį; po to sugrįžkite čia."
        ),
        (
            "What you tell of yourself I may keep only with your consent. I ask for it once, "
            "when you first register for an event; come back here after that."
        ),
    ),
    (
        people.NotATelephone("abc"),
        (
            "Reikia telefono numerio su aštuoniais skaitmenimis po +370, pavyzdžiui: "
            "<i>+370 612 34567</i>. Parašykite jį dar kartą."
        ),
        (
            "I need a telephone number with eight digits after +370, for example: "
            "<i>+370 612 34567</i>. Please write it once more."
        ),
    ),
    (
        answers.AnswerGone(),
        "Šis atsakymas jau pašalintas. Kiti: /atsakymai",
        "This answer has been removed already. The others: /answers",
    ),
    (
        answers.NotAQuestion(),
        (
            "Reikia klausimo vienu sakiniu, iš kurio būtų aišku, apie ką klausiama, pavyzdžiui: "
            "<i>Ar prie centro yra automobilių stovėjimo aikštelė?</i> Parašykite dar kartą."
        ),
        (
            "I need a question in one sentence with a word that says what it is about, for "
            "example: <i>Is there parking at the centre?</i> Please write it once more."
        ),
    ),
    (
        answers.NotAnAnswer(),
        "Reikia atsakymo žodžiais, ne ilgesnio kaip 3000 ženklų. Parašykite dar kartą.",
        "I need an answer in words, of up to 3000 characters. Please write it once more.",
    ),
    (
        people.NotAName("<b>Ona</b>"),
        (
            "Reikia ir vardo, ir pavardės, vien raidėmis, pavyzdžiui: <i>Ona Petraitienė</i>. "
            "Prašau parašyti dar kartą."
        ),
        (
            "I need both a first and a last name, in letters only, for example: "
            "<i>Ona Petraitienė</i>. Please write them once more."
        ),
    ),
    (
        people.InvitationSpent(),
        "Ši nuoroda jau panaudota arba nebegalioja. Paprašykite naujos.",
        "This link has been used or has expired. Please ask for a new one.",
    ),
    (
        programme.NotHolidays("spalį"),
        (
            "Reikia pavadinimo, pirmos ir paskutinės dienos su metais, pavyzdžiui: "
            "<i>Rudens atostogos 2026-10-26 – 2026-10-30</i>. Prašau parašyti dar kartą."
        ),
        (
            "I need a name, the first and the last day with the year, for example: "
            "<i>Autumn holidays 2026-10-26 – 2026-10-30</i>. Please write it once more."
        ),
    ),
    (
        glossary.NotAWord("?"),
        (
            "Reikia žodžio ir jo reikšmės, abiejų trumpų, pavyzdžiui: <i>kompiukai = skaitmeniniai "
            "įrankiai</i>. Parašykite dar kartą."
        ),
        (
            "I need a word and its meaning, both short, for example: <i>gadgets = digital "
            "tools</i>. Please write it once more."
        ),
    ),
    (
        glossary.SaysNothing("seminarai"),
        (
            "„seminarai“ nepasako, apie ką renginys: tai tinka labai daugeliui arba sako, kur, "
            "kada ar kam. Parašykite temos žodį."
        ),
        (
            "“seminarai” does not say what an event is about: it fits very many, or says where, "
            "when or for whom. Please write the word of a theme."
        ),
    ),
    (
        glossary.SameWords("robotai", "robotų dirbtuvės"),
        (
            "Kas ieško „robotai“, ir taip randa „robotų dirbtuvės“: tai tas pats žodis. "
            "Parašykite, ką dar tai reiškia."
        ),
        (
            "Who says “robotai” finds “robotų dirbtuvės” in any case: it is the same word. Please "
            "write what else it means."
        ),
    ),
    (
        glossary.TooManyWords(),
        (
            "Paieška išmokyta tiek žodžių, kiek gali žinoti. Pirmiausia kurį nors pašalinkite: "
            "/zodziai, „Išmokyti žodžiai“."
        ),
        (
            "The search has been taught as many words as it may know. Please remove one first: "
            "/words, “Taught words”."
        ),
    ),
]
