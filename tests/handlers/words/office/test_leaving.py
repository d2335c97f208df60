"""Those who ask to be let go, in words of the staff."""

from catalogue.registrations.leaving import Asking
from catalogue.registrations.tables import LeaveRequest
from handlers.words.office import leaving as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event, person


def asking(name: str, reason: str = "") -> Asking:
    request = LeaveRequest(registration_id=1, ticket=1, reason=reason, asked_at=NOW)
    return Asking(request, person(name=name))


def test_each_stands_with_since_when_and_why() -> None:
    """Names and reasons are escaped; all are counted, also those of other pages."""
    shown = [asking("<Ona>", "<liga>"), asking("")]
    said = words.page(LT, event(), shown, number=10, first=9, now=NOW)
    assert said == (
        "<b>10 žmonių prašo leisti atsisakyti</b>\n\n"
        "Vertinimas\ngruodžio 2 d., tr 10:00\n\n"
        "9. <b>&lt;Ona&gt;</b> · paprašė lapkričio 22 d. 10:00\n„&lt;liga&gt;“\n\n"
        "10. <b>be vardo</b> · paprašė lapkričio 22 d. 10:00"
    )
    assert words.page(EN, event(), [], number=0, first=1, now=NOW).startswith("<b>Nobody asks")


def test_what_was_decided_is_said_by_name() -> None:
    """With whether the person hears of it from us."""
    ona = person(name="Ona")
    assert words.answered(LT, ona, granted=True) == ("✓ Ona: leista atsisakyti. Žmogui pranešame.")
    ona.unreachable_since = NOW
    assert words.answered(EN, ona, granted=False) == (
        "✓ Ona: may not cancel, the seat stays theirs. Telegram does not reach this person: please "
        "call or write to them."
    )
