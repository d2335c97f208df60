import pytest

from catalogue.announcements.audience import Reach
from catalogue.announcements.segments import MOST_BLOCKS, Block, Kind, Segment
from catalogue.announcements.tables import Announcement, AnnouncementState
from handlers.office import announcing_buttons as buttons
from handlers.office.callbacks.staff import Pick
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.talking import labels
from tests.handlers.words.made_up import EN, LT

ONE = Announcement(id=1, state=AnnouncementState.DRAFT)
SOME = Reach(people=5, unreachable=0, nameless=0, names=(), is_everyone=False)
NOBODY = Reach(people=0, unreachable=3, nameless=0, names=(), is_everyone=False)


@pytest.mark.parametrize(("say", "send", "really"), [(LT, "Siųsti", "Tikrai siųsti"),
                                                     (EN, "Send", "Really send")])  # fmt: skip
def test_one_button_alone_is_said_to_send(say: Speech, send: str, really: str) -> None:
    """Scripts and people rely on it: nothing else on these screens has the word in it."""
    shown = labels(buttons.summary(say, ONE, SOME))
    assert shown[0] == send
    assert sum(send in label for label in shown) == 1
    asked = labels(buttons.confirm(say, ONE))
    assert asked[0] == really
    assert sum(send in label for label in asked) == 0
    under_way = Announcement(id=1, state=AnnouncementState.SENDING, started_at=NOW)
    for screen in (
        buttons.audience(say, ONE, Segment()),
        buttons.under_way(say, under_way),
        buttons.summary(say, ONE, NOBODY),
    ):
        assert not any(send in label for label in labels(screen))


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (AnnouncementState.SENDING, ["Pristabdyti", "Stabdyti", "Taisyti tekstą"]),
        (AnnouncementState.PAUSED, ["Tęsti", "Stabdyti", "Taisyti tekstą"]),
        (AnnouncementState.STOPPED, ["Taisyti tekstą"]),
        (AnnouncementState.DONE, ["Taisyti tekstą"]),
    ],
)
def test_what_one_can_do_under_way(state: AnnouncementState, expected: list[str]) -> None:
    """Only what fits how it stands."""
    one = Announcement(id=1, state=state, started_at=NOW)
    assert labels(buttons.under_way(LT, one)) == expected


def test_there_is_an_end_to_narrowing() -> None:
    """With so many blocks no more are offered; each of those can be turned or taken out."""
    full = Segment(tuple(Block(Kind.SCHOOL, f"{n}") for n in range(MOST_BLOCKS)))
    shown = labels(buttons.audience(LT, ONE, full))
    assert "Tema" not in shown
    assert "8: priešingai" in shown
    assert "8: išimti" in shown


def test_choices_come_in_pages() -> None:
    """With the way back below; from a button's event it leads to what goes out."""
    found = [(f"m{n}", f"Dalykas {n}") for n in range(20)]
    middle = buttons.choices(LT, ONE, Pick.SUBJECT, found, 1)
    assert labels(middle) == [*(f"Dalykas {n}" for n in range(8, 16)), "‹", "›", "Atgal"]
    back = buttons.choices(LT, ONE, Pick.LINK, [], 0).inline_keyboard[-1][0].callback_data
    assert back == "an:1:s"
    assert labels(buttons.standings(LT, ONE, 7))[0] == "Užsiregistravo"
