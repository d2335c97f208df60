"""Which centres a sentence names."""

import pytest

from catalogue.centres.naming import naming
from catalogue.centres.pages import centre_pages

NAMES = naming((page.slug, page.names) for page in centre_pages())


@pytest.mark.parametrize(
    ("text", "slugs", "rest"),
    [
        ("Kada įkurtas KŠIC?", {"ksic"}, "kada ikurtas centras"),
        ("kas buvo KPKC", {"ksic"}, "kas buvo centras"),
        ("Kauno švietimo inovacijų centro vizija", {"ksic"}, "centras vizija"),
        ("ką daro Vilniaus mokytojų namuose", {"vspc", "mic"}, "ka daro centras"),
        ("ar Kauno centras akredituotas", {"ksic"}, "ar centras akredituotas"),
        ("kada įkurtas centras Akmenėje", {"akmene"}, "kada ikurtas centras"),
        ("ar Klaipėdos centras akredituotas", {""}, "ar centras akredituotas"),
        ("kas skolina įrangą Akmenėje", {"akmene"}, "kas skolina iranga"),
        ("kas skolina įrangą Šiauliuose", set(), "kas skolina iranga siauliuose"),
        ("kokia centro vizija", set(), "kokia centro vizija"),
        ("ar Pavyzdžių ir pamokų centras akredituotas", {""}, "ar centras akredituotas"),
        ("Is the Sunny Hill Centre accredited?", {""}, "is the centras accredited"),
        ("kada Metų švietėjo šventė centre", set(), "kada metu svietejo svente centre"),
        ("ar menų centras akredituotas", {"menai"}, "ar centras akredituotas"),
        ("what does the arts centre do", {"menai"}, "what does the centras do"),
    ],
)
def test_a_name_in_any_case_form(text: str, slugs: set[str], rest: str) -> None:
    """A town where we know a centre may mean it; a centre in another town is none of ours."""
    named, nameless = NAMES.take(text)
    assert (set(named), nameless) == (slugs, rest)


def test_two_letters_are_no_name() -> None:
    """They are too easily something else."""
    assert naming([("di", ["DI"])]).take("kas yra DI") == (frozenset(), "kas yra di")
