"""What is refused to one who tells what they need or how it was."""

from catalogue.demand import refusals as demand
from catalogue.heads import refusals as heads
from catalogue.needs import refusals as needs
from catalogue.needs.tables import Survey
from catalogue.practice import refusals as practice
from catalogue.quality import refusals as quality
from catalogue.refusals import Refusal
from catalogue.subscriptions import refusals as subscriptions
from tests.handlers.words.made_up import event

#: Each in both languages.
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
