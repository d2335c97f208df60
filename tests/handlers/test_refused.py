from catalogue.glossary.refusals import NotAWord
from catalogue.people.refusals import NotAName, StaffOnly
from catalogue.programme.refusals import NotAField
from handlers.refused import refused, something_broke, too_many
from handlers.talk import Talk
from tests.handlers.talking import buttons, texts

DOORS = ["Renginiai", "Mano renginiai", "Klausti"]


async def test_a_refusal_has_a_next_step(talk: Talk) -> None:
    """Out of a form that goes on there is one way; from all else the three doors lead on."""
    assert buttons(refused(talk, StaffOnly())) == DOORS
    assert texts(refused(talk, StaffOnly())) == ["Tai skirta tik centrų darbuotojams."]
    for again in (NotAName("Ona"), NotAWord("?"), NotAField("Skaitmeninės")):
        assert buttons(refused(talk, again)) == ["Nereikia"]


async def test_our_own_fault_is_said_plainly(talk: Talk) -> None:
    """That nothing was changed, and that it may be tried again."""
    (said,) = texts(something_broke(talk))
    assert "Niekas nepasikeitė" in said
    assert buttons(something_broke(talk)) == DOORS


async def test_haste_is_slowed_down_kindly(talk: Talk) -> None:
    """Without buttons, which would only be pressed."""
    assert texts(too_many(talk)) == [
        "Tiek žinučių, kad nebespėju. Palaukite minutę ir rašykite vėl."
    ]
    assert buttons(too_many(talk)) == []
