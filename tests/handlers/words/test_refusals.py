from collections.abc import Iterator
from datetime import timedelta

import pytest

from catalogue.announcements import refusals as announcements
from catalogue.answers import refusals as answers
from catalogue.demand import refusals as demand
from catalogue.enquiries import refusals as enquiries
from catalogue.glossary import refusals as glossary
from catalogue.heads import refusals as heads
from catalogue.learning import refusals as learning
from catalogue.materials import refusals as materials
from catalogue.needs import refusals as needs
from catalogue.needs.tables import Survey
from catalogue.people import refusals as people
from catalogue.practice import refusals as practice
from catalogue.programme import refusals as programme
from catalogue.programme.refused import Reason
from catalogue.quality import refusals as quality
from catalogue.refusals import NotAsAsked, Refusal
from catalogue.registrations import refusals
from catalogue.registrations.tables import State
from catalogue.subscriptions import refusals as subscriptions
from handlers.words.refusals import WORDS, worded
from tests.factories import NOW, a_centre, a_person
from tests.handlers.words.made_up import EN, LT, event, registration

MADE = event(contact="rasa@centras.lt")
LATER = event(title_lt="Robotika", title_en="Robotics", starts=NOW + timedelta(days=40))
SAID: list[tuple[Refusal, str, str]] = [
    (
        needs.SurveyGone(),
        "Tokios apklausos nebėra. Atviros apklausos: /poreikiai",
        "There is no such survey any more. Those that are open: /needs",
    ),
    (
        needs.SurveyOver(Survey(year=2026)),
        "Apklausa (2026–2027 m. m.) jau baigta. Ačiū, kad norėjote pasakyti.",
        "The survey (School year 2026–2027) is closed. Thank you for wanting to tell.",
    ),
    (
        needs.SurveyGiven(Survey(year=2026)),
        (
            "Į šią apklausą (2026–2027 m. m.) jau atsakėte, ačiū. Atsakėte be vardo: kurie "
            "atsakymai Jūsų, neužrašyta, todėl jų nebegalima nei parodyti, nei pakeisti."
        ),
        (
            "You have answered this survey (School year 2026–2027) already, thank you. You did so "
            "without a name: it is not kept which answers are yours, so they cannot be shown or "
            "changed."
        ),
    ),
    (
        needs.NothingSaid(),
        "Dar neatsakėte nė į vieną klausimą. Atsakykite bent į vieną: /poreikiai",
        "You have not answered any question yet. Answer one at least: /needs",
    ),
    (
        needs.TooLong(500),
        "Parašykite trumpiau: iki 500 ženklų.",
        "Please write it shorter: up to 500 characters.",
    ),
    (
        needs.SurveyAnswered(Survey(year=2026)),
        (
            "Jau yra atsakiusių, todėl klausimų keisti nebegalima: atsakymų į skirtingus klausimus "
            "kartu neįmanoma suskaičiuoti. Jei klausti reikia kitaip, baikite šią apklausą ir "
            "pradėkite naują; tais pačiais metais jų gali būti kelios."
        ),
        (
            "Somebody has answered, so that the questions stay as they are: answers to different "
            "words cannot be counted together. If you need other words, close this survey and "
            "begin a new one; the same year can have several."
        ),
    ),
    (
        needs.OpenAlready(Survey(year=2026)),
        "Viena šio centro apklausa jau atvira (2026–2027 m. m.). Pirmiausia baikite ją.",
        "One survey of this centre is open already (School year 2026–2027). Close it first.",
    ),
    (
        needs.NotReady(needs.Unfinished.QUESTIONS),
        "Dar nėra ko klausti: pridėkite klausimą.",
        "There is nothing to ask yet: add a question.",
    ),
    (
        needs.NotAQuestion(needs.Wrong.WORDING),
        "Reikia klausimo iki 300 ženklų. Parašykite dar kartą.",
        "I need a question of up to 300 characters. Please write it once more.",
    ),
    (
        practice.UseSaid(event()),
        "Apie renginį „Vertinimas“ jau atsakėte, ačiū.",
        "You have answered about “Assessment” already, thank you.",
    ),
    (
        practice.UseOver(event()),
        ("Atsakymai apie renginį „Vertinimas“ jau suskaičiuoti. Ačiū, kad norėjote pasakyti."),
        "Answers about “Assessment” are counted already. Thank you for wanting to tell.",
    ),
    (
        practice.ExampleGone(),
        "Šio pavyzdžio čia nebėra.",
        "This example is not here any more.",
    ),
    (
        practice.NotAnExample(),
        "Parašykite žodžiais, viena žinute, ne daugiau kaip 900 ženklų.",
        "Please write it in words, up to 900 characters in one message.",
    ),
    (
        quality.FeedbackGiven(event()),
        (
            "Apie renginį „Vertinimas“ jau atsakėte, ačiū. Atsakymai anonimiški, todėl Jūsiškių "
            "rasti ir pakeisti nebegalima."
        ),
        (
            "You have answered about “Assessment” already, thank you. Answers are anonymous, so "
            "that yours cannot be found any more to be changed."
        ),
    ),
    (
        quality.FeedbackOver(event()),
        "Atsiliepimai apie renginį „Vertinimas“ jau surinkti. Ačiū, kad norėjote pasidalyti.",
        "Answers about “Assessment” are gathered already. Thank you for wanting to tell.",
    ),
    (
        heads.SchoolNeeded(),
        (
            "Kuriai mokyklai vadovaujate ar esate jos pavaduotojas? Parašykite jos pavadinimą ir "
            "vietovę, pavyzdžiui: <i>Kruopių pagrindinė mokykla, Akmenės r.</i>"
        ),
        (
            "Of which school are you the head or a deputy? Write its name and where it is, for "
            "example: <i>Kruopių pagrindinė mokykla, Akmenės r.</i>"
        ),
    ),
    (
        heads.TownNeeded("Saulės gimnazija", ""),
        (
            "Kuriame mieste ar kaime ši mokykla: Saulės gimnazija? Taip pat gali vadintis ir "
            "mokykla kitur."
        ),
        (
            "In which town or village is it: Saulės gimnazija? There may be a school of the same "
            "name elsewhere."
        ),
    ),
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
        refusals.EventGone(),
        "Šio renginio programoje nebėra. Gal tiks kitas:",
        "This event is not in the programme any more. Perhaps there is another one for you:",
    ),
    (
        refusals.EventCancelled(MADE),
        "Renginį „Vertinimas“ organizatorius atšaukė.",
        "“Assessment” has been cancelled by the organiser.",
    ),
    (
        refusals.EventStarted(MADE),
        "Renginys „Vertinimas“ jau prasidėjo, todėl nieko pakeisti nebegalima.",
        "“Assessment” has already started, so this can no longer be changed.",
    ),
    (
        refusals.RegistrationClosed(MADE, NOW - timedelta(days=1)),
        (
            "Registracija į renginį „Vertinimas“ baigėsi: lapkričio 21 d., šeštadienis, 10:00. "
            "Prašau kreiptis į organizatorių: rasa@centras.lt"
        ),
        (
            "Registration for “Assessment” closed on Saturday 21 November, 10:00. "
            "Please write to the organiser: rasa@centras.lt"
        ),
    ),
    (
        refusals.EventFull(MADE),
        "Visos renginio „Vertinimas“ vietos užimtos, o laukiančiųjų eilės nėra.",
        "Every seat at “Assessment” is taken, and it keeps no waiting list.",
    ),
    (
        refusals.AlreadyRegistered(registration(State.WAITING), 3),
        "Jau esate užsiregistravę. <b>Esate eilėje (3-ia vieta)</b>",
        "You are registered already. <b>On the waiting list (place 3)</b>",
    ),
    (
        refusals.Clash(MADE, (LATER, MADE)),
        (
            "Tuo metu jau dalyvaujate renginyje „Robotika“ (2027 m. sausio 1 d., penktadienis, "
            "10:00). Vis tiek registruotis?"
        ),
        (
            "At that time you already take part in “Robotics” (Friday 1 January 2027, 10:00). "
            "Register all the same?"
        ),
    ),
    (
        refusals.NotRegistered(MADE),
        "Į renginį „Vertinimas“ nesate užsiregistravę.",
        "You are not registered for “Assessment”.",
    ),
    (
        refusals.LeavingClosed(event(centre=a_centre(name="<Centras>")), NOW),
        (
            "Atsisakyti renginio „Vertinimas“ čia buvo galima iki: lapkričio 22 d., sekmadienis, "
            "10:00. Prašau kreiptis į organizatorių: &lt;Centras&gt;"
        ),
        (
            "Cancelling “Assessment” here was possible until Sunday 22 November, 10:00. "
            "Please write to the organiser: &lt;Centras&gt;"
        ),
    ),
    (
        refusals.SeatNotPassed(MADE, refusals.Hindrance.USED),
        (
            "Šia nuoroda jau pasinaudota: vieta renginyje „Vertinimas“ perduota. Nuoroda galioja "
            "vieną kartą."
        ),
        (
            "This link has been used: the seat at “Assessment” has been passed on. A link works "
            "once."
        ),
    ),
    (
        refusals.QueueFirst(MADE),
        (
            "Į renginį „Vertinimas“ yra eilė, o pirmenybė – laukiantiems, todėl perduoti vietos "
            "kolegei negalima. Jei dalyvauti negalite, atsisakykite."
        ),
        (
            "Somebody waits for a seat at “Assessment”, and the queue goes first, so a seat "
            "cannot be passed on to a colleague. If you cannot come, please cancel."
        ),
    ),
    (
        refusals.PassGone(),
        ("Tokios nuorodos nėra. Gal nukopijuota ne visa? Paprašykite persiųsti ją dar kartą."),
        (
            "There is no such link. Perhaps not all of it was copied: please ask your colleague "
            "to forward it once more."
        ),
    ),
    (
        refusals.OwnPass(),
        "Šią nuorodą sukūrėte Jūs. Persiųskite ją tam, kas dalyvaus vietoj Jūsų.",
        (
            "You made this link yourself. Please forward it to the colleague who comes in your "
            "place."
        ),
    ),
    (
        refusals.LeaveRefused(MADE),
        (
            "Organizatorius jau atsakė: Jūsų laukiama renginyje „Vertinimas“. Jei vis tiek "
            "negalėsite dalyvauti, susisiekite. Prašau kreiptis į organizatorių: rasa@centras.lt"
        ),
        (
            "The organiser has answered already: they count on you at “Assessment”. Please write "
            "to the organiser: rasa@centras.lt"
        ),
    ),
    (
        refusals.RegistrationGone(),
        "Šio žmogaus tarp dalyvių nebėra.",
        "This person is not among those who take part any more.",
    ),
    (
        refusals.AddedAlready(MADE, "Ona Petraitienė"),
        "Ona Petraitienė jau yra „Vertinimas“ dalyvių arba laukiančiųjų sąraše.",
        (
            "Ona Petraitienė is already among those who take part in “Assessment”, or waits for a "
            "seat."
        ),
    ),
    (
        refusals.IntroductionNeeded(MADE, name_missing=True),
        "Pirmiausia reikia Jūsų vardo ir sutikimo.",
        "First we need your name and your consent.",
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
    (
        demand.GatheringOver(),
        (
            "Dienų nebederiname: viena jau išrinkta arba renginys atidėtas. Kai jis bus "
            "paskelbtas, Jums parašysiu."
        ),
        (
            "The days are no longer asked for: one is chosen already, or it was put off. When the "
            "event is published, I will write to you."
        ),
    ),
    (
        demand.NotDays("kada nors", 10),
        "„kada nors“ nėra būsima diena su valanda. Rašykite taip: 2026-12-05 14:00–16:00; Kaunas",
        "“kada nors” is no coming day with an hour. Write it so: 2026-12-05 14:00–16:00; Kaunas",
    ),
    (
        demand.NotDays("", 10),
        "Parašykite nuo vienos iki 10 datų, kiekvieną iš naujos eilutės.",
        "Write from one to 10 days, each on a line of its own.",
    ),
    (
        subscriptions.TooManySubscriptions(),
        (
            "Jau prašėte pranešti apie labai daug dalykų. Pirma kurio nors atsisakykite: "
            "/profilis, „Naujienos“."
        ),
        (
            "You asked to hear of very many things already. Please stop one of them first: "
            "/profile, “News”."
        ),
    ),
]


@pytest.mark.parametrize(
    ("refusal", "lithuanian", "english"), SAID, ids=[type(row[0]).__name__ for row in SAID]
)
def test_worded(refusal: Refusal, lithuanian: str, english: str) -> None:
    """What is so, and what one can do, in both languages."""
    assert worded(LT, refusal, now=NOW) == lithuanian
    assert worded(EN, refusal, now=NOW) == english


def every(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for one in kind.__subclasses__():
        yield from (one, *every(one))


def test_every_refusal_has_words() -> None:
    """Whatever the rules refuse, now or later, the person is told in words that are tested."""
    defined = set(every(Refusal)) - {NotAsAsked}
    assert set(WORDS) == defined == {type(refusal) for refusal, _, _ in SAID}
