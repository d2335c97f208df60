from datetime import timedelta
from typing import Any

from catalogue.announcements.audience import Reach
from catalogue.announcements.events import Choice
from catalogue.announcements.segments import Block, Kind, Segment
from catalogue.announcements.tables import Announcement
from handlers.words.office import announcing as words
from handlers.words.speech import Speech
from tests.factories import NOW
from tests.handlers.words.made_up import EN, LT

EVENTS = {7: Choice(7, "V-1", "Vertinimas", "Assessment", NOW + timedelta(days=10))}
EVERYONE = Segment()
MANY = Reach(people=12, unreachable=0, nameless=0, names=("Ona Petraitienė",), is_everyone=False)


def shown(say: Speech, reach: Reach = MANY, segment: Segment = EVERYONE, **facts: Any) -> str:
    plain: dict[str, Any] = {"later": 0, "send_at": None, "now": NOW}
    return str(words.summary(say, segment, EVENTS, reach, **plain | facts))


def test_what_could_surprise_comes_first() -> None:
    """That nobody would get it, or that everybody would though something was chosen."""
    nobody = Reach(people=0, unreachable=1, nameless=0, names=(), is_everyone=False)
    assert shown(LT, nobody).startswith("<b>Šio skelbimo negautų niekas.</b>")
    everyone = Reach(people=9, unreachable=0, nameless=0, names=(), is_everyone=True)
    one_block = Segment((Block(Kind.CITY, "Kaunas", negated=True),))
    assert shown(LT, everyone, one_block).startswith("<b>Dėmesio: pasirinktos sąlygos nieko")
    assert shown(LT, everyone).startswith("Gavėjai: visi.")


def test_the_summary_says_it_all() -> None:
    """The number, a few names, who is left out, who gets it later, and when it goes out."""
    reach = Reach(people=21, unreachable=2, nameless=3, names=("Ona P.", "Jonas"), is_everyone=True)
    assert shown(LT, reach, later=1, send_at=NOW + timedelta(hours=2)).splitlines() == [
        "Gavėjai: visi.",
        "Gaus <b>21 žmogus</b>.",
        "Pavyzdžiui: Ona P., Jonas.",
        "3 iš jų vardo nenurodė.",
        "Dar 2 žmonės nepasiekiami, jiems nesiunčiame.",
        "1 iš jų gaus vėliau, nes pasiekė savo savaitės ribą.",
        "Siuntimo laikas: lapkričio 22 d., sekmadienis, 12:00.",
    ]
    assert shown(EN).splitlines()[-1] == "It goes out as soon as you confirm."
    assert "12 people</b> will get it" in shown(EN)


def test_the_second_question_says_how_many_and_when() -> None:
    """Now, or at the hour that was chosen."""
    assert words.confirm(LT, 2, None, now=NOW) == ("Ar viskas gerai? Skelbimą dabar gaus 2 žmonės.")
    later = words.confirm(LT, 10, NOW + timedelta(days=1), now=NOW)
    assert later.startswith("Ar viskas gerai? Skelbimą gaus 10 žmonių. Siuntimo laikas:")


def test_an_announcement_is_named_by_its_first_words() -> None:
    """Without their formatting; a picture alone has none."""
    assert words.name_of(LT, Announcement(text="<b>Sveiki</b> &amp; labas")) == "Sveiki & labas"
    assert words.name_of(LT, Announcement(text="")) == "Be teksto"
    assert len(words.name_of(LT, Announcement(text="ilgas " * 50))) <= 40


def test_a_correction_says_how_many_see_it() -> None:
    """Or that nobody has had the old words."""
    assert words.corrected(EN, 0) == "The text is changed. Nobody has had the old one."
    assert "1 person who has it" in words.corrected(EN, 1)
    assert "5 žmonėms" in words.corrected(LT, 5)


def test_times_to_choose_from() -> None:
    """In words that stand well on a button."""
    morning = NOW.replace(hour=8)
    assert words.time_label(LT, morning, is_tomorrow=True) == "Rytoj 08:00"
    assert words.time_label(LT, morning, is_tomorrow=False) == "Pirmadienį 08:00"
    assert words.time_label(EN, morning, is_tomorrow=False) == "On Monday at 08:00"
