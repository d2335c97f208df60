"""Forms of events: which words name one."""

import pytest

from catalogue.search.forms import (
    FORMS,
    form_of,
    forms_in_title,
    forms_named,
    take_form,
    take_generic,
)
from catalogue.search.normalise import fold
from catalogue.search.sentence import Sentence


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("kokių nors diskusijų būtų?", "diskusija"),
        ("a discussion on telephones", "diskusija"),
        ("klasės diskusijos", None),
        ("classroom discussion", None),
        ("suplanuotos diskusijos Trakuose", "diskusija"),
        ("diskusijose", "diskusija"),
        ("diskusijos pamokoje", None),
        ("popietė apie pasakas", "popietė"),
        ("popietė", None),
        ("diskusijų metodai", None),
        ("workshopas", "dirbtuvės"),
        ("konferencijoje", "konferencija"),
        ("paskaitų", "paskaita"),
        ("lecturs", "paskaita"),
        ("vebinarai", "vebinaras"),
        ("workshop", "dirbtuvės"),
        ("konsultacija", "konsultacija"),
        ("ilgalaikės programos", "ilgalaikė programa"),
        ("išvykos", "edukacinė išvyka"),
        ("parodos", "paroda"),
        ("olimpiada", "olimpiada"),
        ("olimpiadų sąrašas", "olimpiada"),
        ("kokios olimpiados laukia", "olimpiada"),
        ("olimpiadų uždaviniai", None),
        ("seminarai", None),
        ("kursai", None),
        ("mokymai", None),
        ("renginiai", None),
        ("seminarai apie konferenciją", None),
        ("metodinė diena", "metodinė diena"),
        ("ekskursijos", "edukacinė išvyka"),
        ("study visit", "edukacinė išvyka"),
        ("forum theatre", None),
    ],
)
def test_a_form_is_asked_for_or_not(text: str, form: str | None) -> None:
    """Generic words exclude nothing; after about a form is a theme."""
    assert take_form(Sentence(text)) == (form, None)


@pytest.mark.parametrize("name", [name for name, _ in FORMS if name != "viktorina"])
def test_each_form_knows_its_own_name(name: str) -> None:
    """The form that an event is entered with is the one that is asked for."""
    assert form_of(name) == name
    assert fold(form_of(name.upper())) == fold(name)


def test_an_unlisted_form_stays_as_written() -> None:
    """A form nobody foresaw is kept."""
    assert form_of("seminaras") == "seminaras"


def test_an_olympiad_is_one_by_its_title() -> None:
    """Open forms are read off the title; a lecture is not."""
    assert forms_in_title("Matematikos olimpiada") == {"olimpiada"}
    assert forms_in_title("Paskaita tėvams") == frozenset()


def test_a_form_may_be_excluded() -> None:
    """Who wants no conference says so, and the word is no theme then."""
    sentence = Sentence("etika, tik ne konferencija")
    assert take_form(sentence) == (None, "konferencija")
    assert [folded for folded, _ in sentence.left()] == ["etika"]


def test_forms_are_denied_in_the_order_they_are_said() -> None:
    """The second of two denied ones is no wish."""
    assert take_form(Sentence("nenoriu nei vebinarų, nei konferencijų"))[0] is None


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("tik konferencijos, ne seminarai", "seminaras"),
        ("ne seminarai o konferencijos", "seminaras"),
        ("konferencijos, tik ne kursai", "kursai"),
        ("conferences, not seminars", "seminaras"),
        ("konferencijos ir seminarai", None),
        ("konferencija, ne renginys", None),
        ("ne seminarai", None),
    ],
)
def test_a_word_for_any_event_is_a_form_when_denied(text: str, excluded: str | None) -> None:
    """Seminars exclude nothing until they are the ones that are not wanted."""
    sentence = Sentence(text)
    form, _ = take_form(sentence)
    assert take_generic(sentence, beside=form) == (True, excluded)


def test_a_title_about_a_form_is_none_of_its_events() -> None:
    """Tasks of olympiads are no olympiad, and who asks for them asks for no form."""
    assert forms_named("Matematikos olimpiadų uždaviniai") == frozenset()
    assert forms_in_title("Matematikos olimpiadų uždaviniai") == frozenset()
    assert take_form(Sentence("matematikos olimpiadų uždaviniai")) == (None, None)
    assert forms_named("Keramikos dirbtuvės dailės mokytojams") == {"dirbtuvės"}
