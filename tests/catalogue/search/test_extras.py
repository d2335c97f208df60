"""Mode, price, hours and language, as people say them."""

from decimal import Decimal

import pytest

from catalogue.search.extras import (
    take_hours,
    take_language,
    take_mode,
    take_other_lengths,
    take_price,
)
from catalogue.search.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't cost more than 20", (Decimal(20), None, False)),
        ("I'm only free on Wednesdays", (None, None, False)),
        ("my afternoon on the 17th is free", (None, None, False)),
        ("has a place come free", (None, None, False)),
        ("free up a chair", (None, None, False)),
        ("free my spot", (None, None, False)),
        ("nemokami arba mokami", (None, None, False)),
        ("free or not, I don't care", (None, None, False)),
        ("iki 50 €", (Decimal(50), None, False)),
        ("iki 20,50 eur", (Decimal("20.50"), None, False)),
        ("ne brangesni nei 30 eurų", (Decimal(30), None, False)),
        ("under €40", (Decimal(40), None, False)),
        ("biudžetas 25 eurai", (Decimal(25), None, False)),
        ("10–20 eurų ribose", (Decimal(20), None, False)),
        ("gal pigiau, iki 30", (Decimal(30), None, False)),
        ("iki 30 žmonių", (None, None, False)),
        ("daugiau nei 100 eurų", (None, None, False)),
        ("mokamų nesiūlykit", (None, True, False)),
        ("iki 50 žmonių", (None, None, False)),
        ("nemokami", (None, True, False)),
        ("uz dyka", (None, True, False)),
        ("free of charge", (None, True, False)),
        ("ne nemokami", (None, None, True)),
        ("mokami", (None, None, True)),
        ("mokymai", (None, None, False)),
        ("ne brangiau kaip 20 €", (Decimal(20), None, False)),
        ("ne daugiau 40 eurų", (Decimal(40), None, False)),
        ("kad kainuotų iki 15 eur", (Decimal(15), None, False)),
        ("less than 10 eur", (Decimal(10), None, False)),
        ("kad nieko nekainuotų", (None, True, False)),
        ("kad nereiktų mokėti", (None, True, False)),
        ("be mokesčio", (None, True, False)),
        ("dovanai", (None, True, False)),
        ("that cost nothing", (None, True, False)),
        ("free places", (None, None, False)),
        ("nemokamų nereikia", (None, None, True)),
        ("kainuoja 0 eur", (None, True, False)),
        ("biudžeto visai neturim", (None, True, False)),
        ("neturime pinigų", (None, True, False)),
        ("už ačiū", (None, True, False)),
        ("be jokių išlaidų", (None, True, False)),
        ("mokėti nereikėtų", (None, True, False)),
        ("won't cost me a cent", (None, True, False)),
        ("we have no budget", (None, True, False)),
        ("where I don't have to pay", (None, True, False)),
        ("zero cost", (None, True, False)),
        ("won't cost my school a cent", (None, True, False)),
        ("nenoriu nieko mokamo", (None, True, False)),
        ("I'm free on Friday", (None, None, False)),
        ("a free afternoon", (None, None, False)),
        ("kad nekainuotų kaip lėktuvas, iki 35", (Decimal(35), None, False)),
        ("moku iš savo kišenės, ne daugiau 15", (Decimal(15), None, False)),
        ("brangiau nei 40 eurų nesiūlykit", (Decimal(40), None, False)),
        ("budget of 25", (Decimal(25), None, False)),
        ("lubos – 35 €", (Decimal(35), None, False)),
    ],
)
def test_price(text: str, expected: tuple[Decimal | None, bool | None, bool]) -> None:
    """The most it may cost, whether it must be free, whether it must not."""
    assert take_price(Sentence(text)) == expected


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("40 val. programa", 40),
        ("ne mažiau kaip 8 akad. val.", 8),
        ("6 ak. val.", 6),
        ("at least 20 hours", 20),
        ("nuo 15 val.", None),
        ("nuo 40 val.", 40),
        ("15 val.", None),
        ("ne trumpesnio kaip 6 akad val", 6),
        ("at least 16 academic hours", 16),
        ("8 val. ir daugiau", 8),
        ("kursai 40 val.", 40),
        ("a 40-hour course", 40),
        ("daugiau kaip 10 valandų", 10),
        ("longer than 6 hours", 6),
        ("6 val. trukmės", 6),
        ("6 ar daugiau valandų", 6),
        ("6 or more hours", 6),
        ("8-hour courses", 8),
        ("per 10 valandų trunkantys", 10),
        ("8 valandos kursų", 8),
        ("trūksta dar 16 val.", 16),
        ("trumpesnių nei 4 val. nesiūlykit", 4),
        ("ne ilgiau kaip 2 valandos", None),
        ("iki 2 valandų", None),
        ("1–12 klasėms", None),
    ],
)
def test_hours(text: str, hours: float | None) -> None:
    """A programme's length is asked for, a time of day is not a length."""
    assert take_hours(Sentence(text)) == hours


def test_another_length_is_no_theme() -> None:
    """Up to two hours asks nothing that an event could be found by."""
    sentence = Sentence("iki 2 val. paskaita")
    take_other_lengths(sentence)
    assert [written for _, written in sentence.left()] == ["paskaita"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nuotoliniai", ("online", None)),
        ("per Zoom", ("online", None)),
        ("gyvai", ("onsite", None)),
        ("zoom'u", ("online", None)),
        ("kontaktiniu būdu", ("onsite", None)),
        ("prisijungti iš namų", ("online", None)),
        ("kad nereikėtų važiuoti", ("online", None)),
        ("mišraus formato", ("hybrid", None)),
        ("gyvo seminaro", ("onsite", None)),
        ("gyvoji gamta", (None, None)),
        ("ne zoomas", (None, "online")),
        ("kad nebūtų nuotolinis", (None, "online")),
        ("Zoom nuoroda", (None, None)),
        ("nuotoliniai netinka", (None, "online")),
        ("be nuotolinių ir hibridinių", (None, "online")),
        ("face to face", ("onsite", None)),
        ("mišrūs", ("hybrid", None)),
        ("ne nuotolinis", (None, "online")),
        ("nuotoliniu ar gyvai", (None, None)),
        ("nuotolinis mokymas", (None, None)),
        ("online safety", (None, None)),
        ("virtualioji realybė", (None, None)),
        ("Will it be online?", ("online", None)),
        ("iš savo sofos", ("online", None)),
        ("niekur važiuoti nereikėtų", ("online", None)),
        ("distanciniu būdu", ("online", None)),
        ("virtualūs mokymai", ("online", None)),
        ("without leaving home", ("online", None)),
        ("virtual training", ("online", None)),
        ("išsiveržti iš namų", ("onsite", None)),
        ("not on a screen", ("onsite", None)),
        ("preferably on my laptop", ("online", None)),
        ("kontaktinis asmuo", (None, None)),
        ("I'd rather travel than sit on Zoom", (None, "online")),
        ("in a real room", ("onsite", None)),
        ("dalis gyvai, dalis nuotoliu", ("hybrid", None)),
        ("partly online, partly in person", ("hybrid", None)),
        ("distance learning", (None, None)),
        ("mišrios konferencijos", ("hybrid", None)),
        ("mišrų pasaulį", (None, None)),
        ("hibridinis arba nuotolinis", ("online", None)),
        ("in person or hybrid", ("onsite", None)),
        ("kad likčiau namie", ("online", None)),
        ("no Teams password", (None, None)),
        ("nuotoliniai ar ne, nesvarbu", (None, None)),
    ],
)
def test_mode(text: str, expected: tuple[str | None, str | None]) -> None:
    """A way to take part, unless two are offered or the words name a theme."""
    assert take_mode(Sentence(text)) == expected


def test_a_language_may_be_excluded() -> None:
    """Of two languages the one that is denied is no wish."""
    assert take_language(Sentence("ne angliškai, o lietuviškai")) == ("lt", "en")
    assert take_language(Sentence("netinka anglų kalba vedami")) == (None, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("in English", "en"),
        ("angliškai", "en"),
        ("seminarai anglų kalba", "en"),
        ("vedamas lietuvių kalba", "lt"),
        ("kas nors anglų kalba", "en"),
        ("vokiečių kalba vedami mokymai", "de"),
        ("courses in German", "de"),
        ("rusų kalba seminarai", "ru"),
        ("English-speaking events", "en"),
        ("anglų kalba", None),
        ("anglų kalbos mokymas", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    """The language something is held in is a filter, the language as a subject is a theme."""
    assert take_language(Sentence(text)) == (language, None)
