"""What is refused to one who joins, waits, leaves or passes a seat on."""

from datetime import timedelta

from catalogue.refusals import Refusal
from catalogue.registrations import refusals
from catalogue.registrations.tables import State
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import event, registration

MADE = event(contact="rasa@centras.lt")
LATER = event(title_lt="Robotika", title_en="Robotics", starts=NOW + timedelta(days=40))
#: Each in both languages.
SAID: list[tuple[Refusal, str, str]] = [
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
]
