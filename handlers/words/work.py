"""What a person tells of their work, in words."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from catalogue.people.tables import Trait
from handlers.words.speech import Speech


def page(say: Speech, told: Mapping[Trait, Sequence[str]], telephone: str) -> Markup:
    nothing = say("not told")

    def of(kind: Trait) -> str:
        return ", ".join(told[kind]) or nothing

    lines = [
        say("<b>My work</b>"),
        say("So that the news that concern you reach you. Tell as much as you like."),
        Markup(""),
        say("Groups: {values}", values=of(Trait.GROUP)),
        say("Subjects: {values}", values=of(Trait.SUBJECT)),
        say("Town: {values}", values=of(Trait.CITY)),
        say("School: {values}", values=of(Trait.SCHOOL)),
        say("Telephone: {values}", values=telephone or nothing),
    ]
    return Markup("\n").join(lines)


def ask(say: Speech, fact: str) -> Markup:
    return {
        "group": say("Which groups are you in? Choose, or write."),
        "subject": say("Which subjects do you teach? Choose, or write them one by one."),
        "city": say("In which town do you work? Write its name."),
        "school": say("At which school do you work? Write its name."),
        "telephone": say(
            "What is your telephone number? Write it, or share your contact. The staff of the "
            "centres call it when Telegram does not reach you."
        ),
    }[fact]


def choice(value: str, *, taken: bool) -> str:
    return f"✓ {value}" if taken else value


def not_your_contact(say: Speech) -> Markup:
    return say("This is somebody else’s contact. Please write your own telephone number.")
