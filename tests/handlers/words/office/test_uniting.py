"""Who may be the same person, in words."""

from catalogue.privacy.uniting import Candidate
from handlers.words.office import uniting as words
from tests.factories import a_person
from tests.handlers.words.made_up import LT


def test_what_tells_people_apart_is_shown() -> None:
    """The contacts, whether they use Telegram, that a contact is the same; nothing is markup."""
    ona = a_person(name="Ona <b>", telephone="+37060000000", telegram_id=None)
    other = a_person(name="Ona Onaitė", telephone="+37060000000", email="ona@pastas.lt")
    text = words.choose(LT, ona, [Candidate(other, same_contact=True)])
    assert "Ona &lt;b&gt; · +37060000000" in text
    line = (
        "1. Ona Onaitė · +37060000000 · ona@pastas.lt · naudojasi „Telegram“ · tas pats kontaktas"
    )
    assert line in text
