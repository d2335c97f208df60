"""How names are compared."""

import pytest

from catalogue.centres.names import name_key, plain_words


@pytest.mark.parametrize(
    "text",
    [
        "Kauno švietimo inovacijų centras",
        "KAUNO ŠVIETIMO INOVACIJŲ CENTRAS",
        "kauno svietimo inovaciju centras",
        "„Kauno švietimo inovacijų centras“",
        " Kauno  švietimo\ninovacijų centras ",
        "VšĮ Kauno švietimo inovacijų centras",
    ],
)
def test_one_name(text: str) -> None:
    """Case, diacritics, quotes, spaces and the legal form do not make another centre."""
    assert name_key(text) == "kauno svietimo inovaciju centras"


def test_plain_words_keep_every_word() -> None:
    """Only letters and digits are left, and all of them."""
    assert plain_words("Ąžuolo g. 5–7") == "azuolo g 5 7"


def test_legal_form_alone_is_a_name() -> None:
    """A name is never folded to nothing."""
    assert name_key("VšĮ") == "vsi"
