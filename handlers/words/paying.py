"""Who pays for one's place."""

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.tables import Payer, Payment
from handlers.words.events import price, title
from handlers.words.speech import Speech, _

PAYERS = {
    Payer.SCHOOL: _("the school"),
    Payer.SELF: _("the person"),
    Payer.OTHER: _("somebody else"),
}


def asked(say: Speech, event: Event) -> Markup:
    """Below the answer to a registration; nobody has to answer."""
    who = say(
        "The price is {price}. Who will pay? You can tell later too.", price=price(say, event)
    )
    return Markup("{} {}").format(who, school_learns(say))


def school_learns(say: Speech) -> Markup:
    """Before it is chosen: an invoice says what for."""
    return say("If the school pays, its invoice names you and the event.")


def question(say: Speech, event: Event, payment: Payment | None) -> Markup:
    """Who pays as it stands, and who else could."""
    return Markup("\n").join(
        [
            say(
                "Who will pay for “{title}” ({price})?",
                title=title(say, event),
                price=price(say, event),
            ),
            payer_line(say, payment),
            school_learns(say),
            *([say("We know that it is paid. Thank you!")] if payment and payment.paid_at else []),
        ]
    )


def payer_line(say: Speech, payment: Payment | None) -> Markup:
    """„Moka: mokykla, Akmenės gimnazija, ona@pastas.lt“"""
    if payment is None or payment.payer is None:
        return say("<b>Pays:</b> not told yet")
    facts = [str(say(PAYERS[payment.payer])), payment.school, payment.contact]
    return say("<b>Pays:</b> {facts}", facts=", ".join(fact for fact in facts if fact))


def self_noted(say: Speech) -> Markup:
    return say("Noted: you pay yourself. The organiser will tell you how.")


def ask_school(say: Speech) -> Markup:
    return say("What is the school called? We remember it for the next time.")


def ask_other(say: Speech) -> Markup:
    return say("Who will pay? Please write the name.")


def ask_contact(say: Speech, payment: Payment) -> Markup:
    noted = say("Noted: {school} pays.", school=payment.school) if payment.school else say("Noted.")
    where = say("Where shall the invoice go? Please write an e-mail or a telephone number.")
    return Markup("{} {}").format(noted, where)


def all_noted(say: Speech, payment: Payment) -> Markup:
    return Markup("{}\n{}").format(
        say("Thank you, the organiser will see it."), payer_line(say, payment)
    )
