from catalogue.appointing.roster import Invited, Member
from catalogue.people.tables import Invitation, Role, StaffMember
from handlers.words.office import staff
from tests.factories import NOW, a_centre
from tests.handlers.words.made_up import EN, LT, event, person

CENTRE = a_centre(name="Kauno centras", name_en="Kaunas centre")


def member(role: Role, events: int = 0) -> Member:
    row = StaffMember(id=1, person_id=1, role=role, since=NOW)
    return Member(row=row, person=person(name="Ona & Ko"), centre=CENTRE, events=events)


def test_a_member_stands_with_the_role() -> None:
    """Since when; of a lecturer also at how many events."""
    assert staff.member_line(LT, member(Role.DOOR)) == (
        "• Ona &amp; Ko: registratoriaus teisės nuo 2026 m. lapkričio 22 d."
    )
    assert staff.member_line(LT, member(Role.LECTURER, 2)).endswith("22 d., 2 renginiai")
    assert staff.dismiss_label(EN, member(Role.OWNER)) == "Remove: Ona & Ko, owner"


def test_the_list_says_what_to_do_when_empty() -> None:
    """And has the links below."""
    assert "Sukurkite vienkartinę nuorodą" in staff.members(LT, [], [], now=NOW)
    link = Invitation(id=1, role=Role.LECTURER, expires_at=NOW)
    said = staff.members(EN, [], [Invited(invitation=link, centre=CENTRE, event=event())], now=NOW)
    assert said.endswith("• lecturer, “Assessment”: until Sunday 22 November, 10:00")


def test_labels_of_links_fit_a_button() -> None:
    """However long the centre's name is."""
    link = Invitation(id=1, role=Role.COORDINATOR, expires_at=NOW)
    centre = a_centre(name="Labai ilgas centro pavadinimas " * 5)
    label = staff.withdraw_label(LT, Invited(invitation=link, centre=centre, event=None))
    assert label.startswith("Atšaukti nuorodą: metodininko teisės, Labai")
    assert len(label) < 80


def test_each_role_is_explained_where_it_is_chosen() -> None:
    """One line a role."""
    said = staff.ask_role(LT, list(Role), "Kauno centras")
    assert said.count("•") == len(Role)
    assert staff.ask_centre(LT)
    assert "neturi" in staff.ask_event(LT, is_empty=True)
    assert staff.ask_event(LT, is_empty=False).endswith("lektorių?")


def test_lecturers_of_an_event() -> None:
    """By name, or what the link would do."""
    assert "• Ona Petraitienė" in staff.lecturers(LT, event(), [person()])
    assert "matys šio renginio sąrašą" in staff.lecturers(LT, event(), [])
    assert staff.drop_label(LT, person()) == "Pašalinti: Ona Petraitienė"
    assert staff.quoted_title(EN, event()) == "“Assessment”"


def test_what_happens_to_a_colleague_is_said_plainly() -> None:
    """Invited, welcomed, asked about, gone."""
    link = staff.invitation(LT, "https://t.me/x", Role.DOOR, "Kauno centras", NOW, now=NOW)
    assert "iki lapkričio 22 d. 10:00:\n\nhttps://t.me/x" in link
    assert "be vardų" in staff.welcome(LT, Role.OBSERVER, "Kauno centras")
    ask = staff.dismiss_question(LT, person(), Role.OWNER, is_last=True)
    assert "paskutinis centro savininkas" in ask
    assert staff.dismissed(LT, person(), Role.OWNER).endswith("savininko teisės panaikintos.")
