"""What was made use of, and the bank, in words."""

import pytest

from catalogue.practice.bank import LONGEST, Shared
from catalogue.practice.tables import Consent, Round, Standing
from handlers.bank import PER_PAGE
from handlers.words import practice as words
from handlers.words.speech import Speech
from tests.catalogue.practice.made_up import an_example
from tests.handlers.words.made_up import EN, LT, event, person


def shared(text: str = "<b>", name: str = "", school: str = "") -> Shared:
    held = event(title_lt="<Menas>", title_en="<Menas>")
    author = person()
    example = an_example(held, author, words=text, standing=Standing.APPROVED)
    return Shared(example=example, event=held, name=name, school=school)


@pytest.mark.parametrize("say", [LT, EN])
def test_what_people_write_is_never_html(say: Speech) -> None:
    """Titles and examples are shown as they were typed, in every message that has them."""
    one = shared()
    heading = words.bank_heading(say, theme="<x>", subject="<y>")
    for text in (
        *(words.question(say, one.event, round_) for round_ in Round),
        words.ask_consent(say, "<b>", "<b>"),
        words.own(say, one),
        words.approved(say, one),
        words.bank(say, heading, [one], first=1),
        words.why(say, one.event),
        words.said(say, one.event),
        words.over(say, one.event),
    ):
        assert "&lt;" in text
        assert "<Menas>" not in text


@pytest.mark.parametrize(
    ("name", "school", "expected"),
    [("Ona", "Saulė", "Ona, Saulė"), ("Ona", "", "Ona"), ("", "", "")],
)
def test_how_it_is_signed(name: str, school: str, expected: str) -> None:
    """With a school where the author has told one; without a name not at all."""
    one = shared("Rašėme", name=name, school=school)
    assert words.signature(one) == expected
    under = words.bank(LT, words.bank_heading(LT), [one], first=4).splitlines()[-1]
    assert under == f"<i>{expected + ' · ' if expected else ''}„&lt;Menas&gt;“</i>"


@pytest.mark.parametrize(
    ("consent", "standing", "expected"),
    [
        (None, Standing.WAITING, "dar nepasirinkote"),
        (Consent.NAMED, Standing.WAITING, "Su Jūsų vardu ir mokykla."),
        (Consent.NAMELESS, Standing.APPROVED, "Jis yra gerosios patirties banke. Be Jūsų vardo."),
        (Consent.NAMELESS, Standing.DECLINED, "Banke jo nėra"),
    ],
)
def test_how_ones_own_stands(consent: Consent | None, standing: Standing, expected: str) -> None:
    """Who sees it and how it is signed."""
    one = shared("Rašėme")
    one.example.consent, one.example.standing = consent, standing
    assert expected in words.own(LT, one)


def test_three_of_the_longest_fit_into_a_message() -> None:
    """Telegram takes 4096 signs."""
    held = event(title_lt="R" * 300)
    one = Shared(example=an_example(held, None, words="Ž" * LONGEST), event=held,
                 name="O" * 100, school="S" * 120)  # fmt: skip
    heading = words.bank_heading(LT, theme="t" * 100)
    assert len(words.bank(LT, heading, [one] * PER_PAGE, first=1)) < 4096
