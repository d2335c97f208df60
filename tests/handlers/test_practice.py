"""What was made use of: pressed by one who came, and what becomes of their example."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from catalogue.materials.tables import ForWhom
from catalogue.people.tables import PersonTrait, Trait
from catalogue.practice.bank import LONGEST
from catalogue.practice.refusals import ExampleGone, NotAnExample, UseSaid
from catalogue.practice.tables import Consent, PracticeExample, Standing, Use, UseAsked
from handlers import practice
from handlers.callbacks.practice import NoExample, OwnExample, Sharing, UseAnswer, UseWanted
from handlers.forms import Form
from handlers.talk import Talk
from tests.catalogue.learning.past import marked
from tests.catalogue.materials.made_up import a_material
from tests.catalogue.practice.made_up import LONG_AGO, an_example, asked_of
from tests.factories import a_person, kept
from tests.handlers.talking import a_talk, buttons, pressed, put, rewritten, texts, written


@pytest.fixture
async def asked(talk: Talk) -> UseAsked:
    """Ona was at „Vertinimas“ six weeks ago."""
    event = await put(talk, starts=LONG_AGO, title_lt="Vertinimas")
    own = await marked(talk.session, event, talk.person)
    return (await asked_of(talk.session, own))[0]


async def the_example(session: AsyncSession) -> PracticeExample:
    return (await session.scalars(select(PracticeExample))).one()


@pytest.mark.parametrize("use", [Use.REGULARLY, Use.TRIED])
async def test_one_who_made_use_of_it(talk: Talk, asked: UseAsked, use: Use) -> None:
    """Is asked for an example in the same message, and need not give one; a second press is not
    taken.
    """
    press = UseAnswer(asked=asked.id, use=use)
    said = await practice.answer(pressed(), press, talk)
    assert (rewritten(said), buttons(said), asked.use) == ([77], ["Praleisti"], use)
    assert await talk.state.get_state() == Form.practice_example.state
    with pytest.raises(UseSaid):
        await practice.answer(pressed(), press, talk)
    skipped = await practice.no_example(pressed(), NoExample(event=1), talk)
    assert (texts(skipped), buttons(skipped)) == (
        ["Ačiū, Jūsų atsakymas išsaugotas."],
        ["Renginys"],
    )


async def test_one_who_has_not_yet(talk: Talk, asked: UseAsked) -> None:
    """Is helped on by what there is: examples of others, materials, the coordinator."""
    event = await put(talk)
    own = await marked(talk.session, event, talk.person)
    (other,) = await asked_of(talk.session, own)
    await kept(
        talk.session,
        a_material(event, for_whom=ForWhom.EVERYBODY),
        an_example(event, None, consent=Consent.NAMELESS, standing=Standing.APPROVED),
    )
    for question, told, expected in (
        (asked, "gali patarti metodininkas", ["Klausti metodininko"]),
        (other, "tai, kas žemiau", ["Kaip pritaikė kiti", "Medžiaga", "Klausti metodininko"]),
    ):
        press = UseAnswer(asked=question.id, use=Use.NOT_YET)
        said = await practice.answer(pressed(), press, talk)
        assert told in texts(said)[0]
        assert buttons(said) == expected
        assert await talk.state.get_state() is None


async def test_an_example_is_shown_before_it_is_given(talk: Talk, asked: UseAsked) -> None:
    """With the name and the school as they would stand there; what is no example is asked anew."""
    school = PersonTrait(person_id=talk.person.id, kind=Trait.SCHOOL, value="Saulė", key="s")
    await kept(talk.session, school)
    await practice.answer(pressed(), UseAnswer(asked=asked.id, use=Use.TRIED), talk)
    with pytest.raises(NotAnExample):
        await practice.example(written("a" * (LONGEST + 1)), talk)
    said = await practice.example(written("Rašėme <kriterijus>"), talk)
    assert "<blockquote>Rašėme &lt;kriterijus&gt;</blockquote>" in texts(said)[0]
    assert "<b>Ona Petraitienė, Saulė</b>" in texts(said)[0]
    assert buttons(said) == ["Taip, su vardu ir mokykla", "Taip, be vardo", "Ne, ištrinti"]
    assert (await the_example(talk.session)).consent is None
    assert await talk.state.get_state() is None


@pytest.mark.parametrize(
    ("deed", "consent"),
    [(Sharing.NAMED, Consent.NAMED), (Sharing.NAMELESS, Consent.NAMELESS)],
)
async def test_given_and_then_otherwise(talk: Talk, deed: Sharing, consent: Consent) -> None:
    """The author hears what comes next; later they see how it stands, and change their mind."""
    event = await put(talk, title_lt="Vertinimas")
    kept_one = an_example(event, talk.person, consent=None)
    await kept(talk.session, kept_one)
    undecided = await practice.own_example(pressed(), OwnExample(example=kept_one.id), talk)
    assert "Taip, be vardo" in buttons(undecided)
    said = await practice.share(pressed(), OwnExample(example=kept_one.id, deed=deed), talk)
    assert (kept_one.consent, buttons(said)) == (consent, ["Mano pavyzdžiai"])
    every = await practice.own_examples(pressed(), OwnExample(), talk)
    assert buttons(every) == ["Mokiniai vertina vieni kitų darbus.", "Geroji patirtis"]
    seen = await practice.own_example(pressed(), OwnExample(example=kept_one.id), talk)
    assert "Darbuotojai jo dar neperžiūrėjo." in texts(seen)[0]
    other = Sharing.NAMELESS if deed is Sharing.NAMED else Sharing.NAMED
    again = await practice.share(pressed(), OwnExample(example=kept_one.id, deed=other), talk)
    assert kept_one.consent is not consent
    assert "Atsiimti" in buttons(again)


async def test_taken_back(talk: Talk) -> None:
    """After one question; of others nothing can be taken."""
    event, jonas = await put(talk), a_person()
    mine, his = an_example(event, talk.person), an_example(event, None)
    await kept(talk.session, jonas, mine, his)
    asks = OwnExample(example=mine.id, deed=Sharing.TAKE_BACK)
    said = await practice.take_back(pressed(), asks, talk)
    assert buttons(said) == ["Taip, ištrinti", "Atgal"]
    for number in (his.id, mine.id):
        deed = OwnExample(example=number, deed=Sharing.REALLY)
        with pytest.raises(ExampleGone):
            await practice.take_back(pressed(), deed, a_talk(talk.session, jonas))
    await practice.take_back(pressed(), OwnExample(example=mine.id, deed=Sharing.REALLY), talk)
    assert (await the_example(talk.session)).id == his.id


async def test_one_press_stops_it(talk: Talk) -> None:
    """And one begins it again."""
    for wants, after in ((False, ["Vis dėlto klauskite"]), (True, ["Daugiau neklauskite"])):
        said = await practice.choose(pressed(), UseWanted(wanted=wants), talk)
        assert (talk.person.wants_use, buttons(said)) == (wants, after)
