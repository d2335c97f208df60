"""What a survey asks where staff have not written questions of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.needs.tables import Kind, Mark, SurveyQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question in both languages; each option likewise."""

    kind: Kind
    mark: Mark = Mark.NOTHING
    lithuanian: str
    english: str
    options: Sequence[tuple[str, str]] = ()

    def at(self, place: int) -> SurveyQuestion:
        return SurveyQuestion(
            place=place,
            kind=self.kind,
            mark=self.mark,
            lithuanian=self.lithuanian,
            english=self.english,
            options=[list(pair) for pair in self.options],
        )


#: The groups are called as `catalogue.search.audiences` calls them, so that an answer joins with
#: what events are for.
USUAL: Sequence[Asked] = (
    Asked(
        kind=Kind.SEVERAL,
        mark=Mark.THEME,
        lithuanian="Kokių temų mokymų Jums šiemet labiausiai reikia?",
        english="Which themes do you need most this year?",
        options=(
            ("Įtraukusis ugdymas", "Inclusive education"),
            ("Dirbtinis intelektas mokyme", "Artificial intelligence in teaching"),
            ("Atnaujintos ugdymo programos", "The renewed curricula"),
            ("Mokinių pasiekimų vertinimas", "Assessment of pupils"),
            ("Mokinių elgesys ir klasės valdymas", "Behaviour and classroom management"),
            ("Emocinė gerovė ir perdegimo prevencija", "Well-being and burnout"),
            ("STEAM ir tiriamoji veikla", "STEAM and inquiry"),
            ("Skaitmeniniai įrankiai", "Digital tools"),
            ("Dalyko didaktika", "Didactics of my subject"),
        ),
    ),
    Asked(
        kind=Kind.ONE,
        mark=Mark.GROUP,
        lithuanian="Ko daugiausia mokote arba kuo dirbate?",
        english="What do you mostly teach, or what is your work?",
        options=(
            ("ikimokyklinio ugdymo mokytojai", "preschool teachers"),
            ("pradinių klasių mokytojai", "primary teachers"),
            ("lietuvių kalbos ir literatūros mokytojai", "teachers of Lithuanian"),
            ("užsienio kalbų mokytojai", "teachers of foreign languages"),
            ("matematikos mokytojai", "teachers of mathematics"),
            ("informatikos mokytojai", "teachers of informatics"),
            ("gamtos mokslų mokytojai", "teachers of science"),
            ("istorijos mokytojai", "teachers of history"),
            ("geografijos mokytojai", "teachers of geography"),
            ("menų mokytojai", "teachers of arts"),
            ("technologijų mokytojai", "teachers of technology"),
            ("fizinio ugdymo mokytojai", "teachers of physical education"),
            ("dorinio ugdymo mokytojai", "teachers of moral education"),
            ("profesijos mokytojai", "vocational teachers"),
            ("švietimo pagalbos specialistai", "specialists of educational support"),
            ("mokyklų vadovai ir pavaduotojai", "heads of schools and their deputies"),
        ),
    ),
    Asked(
        kind=Kind.SEVERAL,
        lithuanian="Kokia mokymų forma ir koks laikas Jums tinka?",
        english="Which form and time suit you?",
        options=(
            ("Kontaktiniai mokymai", "On site"),
            ("Nuotoliniai mokymai", "Online"),
            ("Mišrūs mokymai", "Partly on site, partly online"),
            ("Trumpi, iki 2 val.", "Short, up to 2 hours"),
            ("Visos dienos", "A whole day"),
            ("Ilgalaikė programa", "A long programme"),
            ("Pamokų metu", "During lessons"),
            ("Po pamokų", "After lessons"),
            ("Per mokinių atostogas", "In pupils' holidays"),
            ("Šeštadieniais", "On Saturdays"),
        ),
    ),
    Asked(
        kind=Kind.SEVERAL,
        lithuanian="Kas Jums trukdo dalyvauti mokymuose?",
        english="What hinders you from taking part?",
        options=(
            ("Nėra kas pavaduoja pamokas", "Nobody to stand in for me"),
            ("Per didelis darbo krūvis", "Too much work"),
            ("Netinka laikas", "The time does not suit"),
            ("Per toli važiuoti", "Too far to travel"),
            ("Per brangu", "Too expensive"),
            ("Nerandu tinkamų temų", "No themes that suit me"),
            ("Per vėlai sužinau", "I hear of it too late"),
            ("Nebelieka vietų", "No seats left"),
            ("Niekas netrukdo", "Nothing"),
        ),
    ),
    Asked(
        kind=Kind.WORDS,
        mark=Mark.THEME,
        lithuanian="Kokių mokymų dar norėtumėte? Parašykite savais žodžiais.",
        english="What else would you like? Write it in your own words.",
    ),
)
