from datetime import timedelta

from markupsafe import Markup

from catalogue.registrations.tables import NoticeKind
from catalogue.subscriptions.tables import Rhythm, Subscription
from handlers.words import why as words
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT, event


def test_when_it_came_and_why() -> None:
    """The moment first, then the reason, then what stops it."""
    reason = words.reminder(EN, event())
    said = words.came(EN, NOW - timedelta(hours=2), reason, now=NOW)
    assert said.startswith("My last message to you came on Sunday 22 November, 08:00.\nIt was a")
    assert "you are registered for “Assessment”" in said
    assert words.nothing_yet(LT).startswith("Per pastarąsias 30 dienų")


def test_every_kind_of_notice_has_its_reason() -> None:
    """Whatever becomes of a registration is explained, in both languages, by its title."""
    for kind in NoticeKind:
        assert "„Vertinimas“" in words.notice(LT, kind, event())
        assert "“Assessment”" in words.notice(EN, kind, event())


def test_an_announcement_says_to_whom_it_went() -> None:
    """One for those who take part is stopped by leaving, any other by a press."""
    whom = Markup("Gavėjai: visi.")
    assert words.announcement(LT, whom, is_of_own_event=False) == (
        "Tai buvo centro skelbimas. Gavėjai: visi.\n\nGalite atsisakyti visų centrų skelbimų:"
    )
    assert "atsisakysite renginio" in words.announcement(LT, whom, is_of_own_event=True)


def test_a_digest_says_what_was_asked_for() -> None:
    """What is over already needs no stopping."""
    told = Subscription(words="<keramika>", rhythm=Rhythm.WEEKLY, since=NOW)
    assert words.digest(LT, [told]).endswith("nes prašėte: „&lt;keramika&gt;“.")
    told.ended_at = NOW
    assert words.digest(LT, [told]).endswith("Daugiau apie tai nepranešiu.")


def test_the_words_on_the_buttons() -> None:
    """Plain text, the length of a reminder in short."""
    told = Subscription(words="<keramika>", rhythm=Rhythm.WEEKLY, since=NOW)
    assert words.stop_label(LT, told) == "Nebepranešti: <keramika>"
    assert words.no_lead(LT, 24 * 60) == "Nesiųsti, kai lieka 1 d."
    assert words.of_work(EN).startswith("It was about your work")
