"""Being the head of a school, and what of one's work its head may see."""

from markupsafe import Markup

from catalogue.heads.tables import Head
from catalogue.heads.teachers import Workplace
from handlers.words.events import shortened
from handlers.words.naming import consent
from handlers.words.speech import Speech, capitalised

_SCHOOL, _GROUP = 120, 50


def school(say: Speech, there: Workplace | Head) -> str:
    """„Kauno „Saulės“ gimnazija“, with its town where it was told."""
    name = shortened(there.school, _SCHOOL)
    return say("{school}, {town}", school=name, town=there.city).unescape() if there.city else name


def settings(say: Speech, there: Workplace | None, head: Head | None, *, is_named: bool) -> Markup:
    """A teacher's own, and a head's too."""
    place = school(say, there) if there else say("not told").unescape()
    lines = [
        say("<b>School and head</b>"),
        say("My school: {school}", school=place),
        Markup(""),
        *(_of_name(say, is_named=is_named) if there else [_tell_school(say)]),
    ]
    if head is not None:
        groups = ", ".join(head.groups) or say("everybody").unescape()
        lines += [
            Markup(""),
            say("The letter of the month: yes") if head.wants_letters
            else say("The letter of the month: no"),
            say("It tells of events for: {groups}", groups=groups),
        ]  # fmt: skip
    return Markup("\n").join(lines)


def _tell_school(say: Speech) -> Markup:
    return say(
        "Tell at which school you work: then you can choose whether its head sees your name."
    )


def _of_name(say: Speech, *, is_named: bool) -> list[Markup]:
    stands = (
        say("My name: the head of the school sees it")
        if is_named
        else say("My name: the head of the school does not see it")
    )
    return [stands, consent(say)]


def said(say: Speech, head: Head) -> Markup:
    """To one who has just said that they are a head."""
    return say(
        "Noted: you are the head or a deputy here: {school}. The staff of the centre will be "
        "asked to confirm it.\n\nOn the first working day of each month I will send you the events "
        "for your teachers. What they completed you see as numbers of five or more; names of "
        "those who allow it only once you are confirmed.",
        school=school(say, head),
    )


def school_needed(say: Speech) -> Markup:
    return say(
        "Of which school are you the head or a deputy? Write its name and where it is, for "
        "example: <i>Kruopių pagrindinė mokykla, Akmenės r.</i>"
    )


def town_needed(say: Speech, school: str, city: str) -> Markup:
    """`city` is one that contradicts the name of the school."""
    name = shortened(school, _SCHOOL)
    if city:
        return say(
            "The name “{school}” says one place, your profile another: {town}. In which town or "
            "village is the school?",
            school=name,
            town=shortened(city, _SCHOOL),
        )
    return say(
        "In which town or village is it: {school}? There may be a school of the same name "
        "elsewhere.",
        school=name,
    )


def resigned(say: Speech) -> Markup:
    return say("Noted: you are no longer a head here, and no letters will come.")


def letters(say: Speech, *, wanted: bool) -> Markup:
    if wanted:
        return say("I will send you the letter of the month again.")
    return say("I will send no more letters of the month. Your school stays behind /school.")


def choose_groups(say: Speech, head: Head) -> Markup:
    """What is chosen has a tick on its button; what has none is cut there."""
    groups = ", ".join(head.groups) or say("everybody").unescape()
    return say(
        "Of events for whom shall the letter of the month tell?\n\nNow: {groups}", groups=groups
    )


def group_label(group: str, *, taken: bool) -> str:
    name = shortened(capitalised(group), _GROUP)
    return f"✓ {name}" if taken else name


def confirmed(say: Speech, head: Head) -> Markup:
    """To the head."""
    return say(
        "Staff have confirmed that you are the head or a deputy here: {school}. With /school "
        "you now see the names of the teachers who allow it.",
        school=school(say, head),
    )


def taken_back(say: Speech, head: Head) -> Markup:
    """To the head."""
    return say(
        "Staff have taken back the confirmation that you are the head here: {school}. Names are "
        "no longer shown; the letter of the month goes on. If this is a mistake, write to the "
        "centre.",
        school=school(say, head),
    )


def why_month(say: Speech) -> Markup:
    return say(
        "You said that you are the head of a school or a deputy: on the first working day of a "
        "month I tell what is planned and what was completed. You can stop it:"
    )
