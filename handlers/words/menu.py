"""The first words, help, and the kind answers to what we did not understand."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.words.speech import Speech


def welcome(say: Speech, events: int) -> Markup:
    """Useful at once: what it is, how much there is, how to ask."""
    lines = [
        say("Good day! I am <b>Kvieslys</b>: I help teachers find and join seminars."),
        say.n(
            "There is {n} coming event in the programme.",
            "There are {n} coming events in the programme.",
            events,
        )
        if events
        else say("The programme has no coming events yet."),
        Markup(""),
        say("Write in your own words, for example: <i>{example}</i>", example=examples(say)[0]),
    ]
    return Markup("\n").join(lines)


def ask(say: Speech) -> Markup:
    """Behind the door „Ask“: one writes, no form."""
    return say(
        "Just write, as you would to a colleague: a topic, a date, a town, a question. "
        "Slips and missing diacritics are no trouble. Or try an example:"
    )


def examples(say: Speech) -> tuple[str, ...]:
    return (
        str(say("free online courses for primary teachers")),
        str(say("inclusive education")),
        str(say("what is on in Kaunas next month?")),
    )


def help_text(say: Speech, of_staff: Sequence[str] = ()) -> Markup:
    """With the commands of staff in one line, for whoever has any."""
    named = Markup(" · ").join(f"/{name}" for name in of_staff)
    return Markup("\n").join(
        [
            say("<b>What I can do</b>"),
            say("• Find an event: just write what you need, in your own words."),
            say("• /events: the programme by month, with filters."),
            say("• /plan: the plan of a month or a school year, also to print or to follow."),
            say("• /my: your events, to look at or to cancel."),
            say("• /certificates: your certificates; /verify: whether one is real."),
            say("• /hours: your hours of this school year, and what fits those missing."),
            say("• /needs: tell the centres what you need."),
            say("• /practice: how teachers made use of what they heard, in their own words."),
            say("• /profile: your name, your data, language."),
            say("• /why: why my last message came, and how to stop its kind."),
            say("• /about: the centres and this assistant."),
            *([say("• For staff: {commands}", commands=named)] if of_staff else []),
            Markup(""),
            say("To register, open an event and press “Register”. Once, the first time, I ask your "
                "name and your consent; after that it is one press."),
        ]
    )  # fmt: skip


def menu_titles(say: Speech) -> dict[str, str]:
    """What stands beside each command in Telegram's menu."""
    return {
        "renginiai": str(say("The programme of events")),
        "planas": str(say("The plan of a month or a year")),
        "mano": str(say("My events")),
        "pazymos": str(say("My certificates")),
        "tikrinti": str(say("Check a certificate")),
        "valandos": str(say("My hours of professional development")),
        "poreikiai": str(say("Tell what you need: the survey")),
        "patirtis": str(say("How teachers made use of events")),
        "profilis": str(say("My name and data")),
        "kodel": str(say("Why the last message came")),
        "kalba": str(say("Kalba / Language")),
        "pagalba": str(say("What I can do")),
        "apie": str(say("About the centres and this assistant")),
        "mano_duomenys": str(say("Everything kept about me, as a file")),
        "istrinti": str(say("Delete my data")),
        "dalyviai": str(say("Who takes part")),
        "skelbti": str(say("Announce something")),
        "zodziai": str(say("Words the search does not know")),
        "atsakymai": str(say("Approved answers")),
        "klausimai": str(say("Questions of teachers")),
        "naujas": str(say("A new event")),
        "importas": str(say("Events from a file")),
        "eksportas": str(say("The programme as a file")),
        "sritys": str(say("Priority fields")),
        "atostogos": str(say("School holidays")),
        "darbuotojai": str(say("Staff")),
        "vadovai": str(say("Heads of schools")),
        "skaiciai": str(say("Numbers and pictures")),
        "ataskaita": str(say("The report of a month or a year")),
        "paklausa": str(say("What is wanted and is not there")),
        "zurnalas": str(say("What staff have done")),
        "paskaitos": str(say("Events whose lists I see")),
    }


def choose_language(say: Speech) -> Markup:
    return say("In which language shall we talk?")


def language_chosen(say: Speech) -> Markup:
    return say("From now on I speak English.")


def only_text(say: Speech, kind: str, *, asked: bool) -> Markup:
    """To a photo, a sticker, a voice note …: thanks, and what to do instead.

    `asked` is when we wait for an answer to a question of ours.
    """
    kinds = {
        "photo": say("Thank you for the picture! I can only read text, though."),
        "sticker": say("A nice sticker! I can only read text, though."),
        "voice": say("Thank you, but I cannot listen yet: I can only read text."),
        "document": say("Thank you, but I do not need files: I can only read text."),
    }
    thanks = kinds.get(kind, say("Thank you! I can only read text, though."))
    instead = (
        say("Please answer my question in words or with a button.")
        if asked
        else say("Write in a few words what you are looking for.")
    )
    return Markup("{} {}").format(thanks, instead)


def too_long(say: Speech) -> Markup:
    return say(
        "That is a long letter! Please write in one or two sentences what you are looking for."
    )


def unknown_command(say: Speech) -> Markup:
    return say("I do not know that command.")


def slow_down(say: Speech) -> Markup:
    return say("So many messages that I cannot keep up. Give me a minute, and write again.")


def out_of_date(say: Speech) -> Markup:
    return say("This button is out of date. Please begin again:")


def something_broke(say: Speech) -> Markup:
    return say(
        "Something went wrong on our side. Nothing was changed; please try again in a little while."
    )


def stopped(say: Speech) -> Markup:
    return say("All right. How else can I help?")


def work_failed(say: Speech) -> Markup:
    """Of what was to be done beside the conversation."""
    return say(
        "I could not finish this; those who look after me will see it. Please try once more."
    )
