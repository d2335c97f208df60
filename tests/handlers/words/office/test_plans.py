"""Publishing a plan, in words."""

from catalogue.plans.tables import PublishedPlan
from catalogue.programme.tables import Event
from handlers.words.office import plans as words
from tests.catalogue.plans.made_up import DECEMBER
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT
from tests.handlers.words.made_up import event as an_event


def preview(
    *drafts: Event, count: int = 3, followers: int = 2, before: PublishedPlan | None = None
) -> str:
    return words.preview(LT, drafts, count=count, followers=followers, before=before, now=NOW)


def test_the_preview_says_what_would_be_left_out() -> None:
    """How many get it, whether it went out before, and the drafts: some by name."""
    assert preview() == "<b>Skelbti planą</b>\nŠį įrašą gaus 2 plano sekėjai:"
    text = preview(*(an_event(title_lt=f"Nr. {n} <b>") for n in range(7)))
    assert "Neįtraukti 7 juodraščiai" in text
    assert text.count("• 12-02 Nr. ") == words.NAMED
    assert "skelbti nėra ko" in preview(count=0)
    assert "niekas neseka" in preview(followers=0)
    assert "jau skelbtas: lapkričio 22 d." in preview(before=PublishedPlan(published_at=NOW))


def test_what_is_said_afterwards() -> None:
    """What was published, to how many; the rest comes by itself."""
    centre = a_centre(name="Švietimo centras")
    text = words.done(LT, DECEMBER, centre, 14, 1)
    assert text.startswith("<b>Planas paskelbtas: 2026 m. gruodis</b>\nŠvietimo centras\n")
    assert "14 renginių\nJį gaus 1 plano sekėjas." in text
    assert "niekas neseka" in words.done(LT, DECEMBER, centre, 14, 0)
    assert words.really(EN, 3) == "Publish (followers: 3)"
    assert words.again(LT).startswith("Planas per tą laiką pasikeitė")
    assert words.choose(LT).endswith("Kurio centro?")
    assert words.to_copy(LT).startswith("Štai tekstas")
    assert 'href="https://x"' in words.follow_there(LT, "https://x")
