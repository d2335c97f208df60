"""Who pays for those who take part, as the staff of the event see it."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from markupsafe import Markup

from catalogue.programme.tables import Event
from catalogue.registrations.payments import Bill, Invoice
from catalogue.registrations.tables import Payer
from handlers.words.events import price, shortened, title
from handlers.words.speech import Speech

MOST = 20
LONGEST = 60


def page(say: Speech, event: Event, invoices: Sequence[Invoice], *, now: datetime) -> Markup:
    """By payer with the sums; in all what is due and what is paid."""
    due = sum((one.due for one in invoices), start=Decimal(0))
    paid = sum((one.paid for one in invoices), start=Decimal(0))
    lines = [
        say("<b>Payments</b>: {title}", title=shortened(title(say, event), 120)),
        Markup("{} · {}").format(say.brief(event.starts_at, now=now), price(say, event)),
        say("Due {due}, paid {paid}", due=say.euros(due), paid=say.euros(paid)),
        Markup(""),
    ]
    lines += [invoice_line(say, one) for one in invoices[:MOST]]
    if rest := len(invoices[MOST:]):
        lines.append(say.n("and {n} more payer", "and {n} more payers", rest))
    if not invoices:
        lines.append(say("Nobody takes part yet."))
    else:
        lines += [Markup(""), say("Press a name to tick it as paid, or to take the tick back.")]
    return Markup("\n").join(lines)


def invoice_line(say: Speech, invoice: Invoice) -> Markup:
    sums = say("{due}, paid {paid}", due=say.euros(invoice.due), paid=say.euros(invoice.paid))
    people = say.n("{n} person", "{n} people", len(invoice.bills))
    return Markup("• {}: {}, {}").format(payer(say, invoice), people, sums)


def payer(say: Speech, invoice: Invoice) -> Markup:
    """The school by its name; who has not been told is said to be so."""
    contacts = ", ".join(invoice.contacts[:2])
    if invoice.payer is None:
        return say("not told who pays")
    if invoice.payer is Payer.SELF:
        name = invoice.bills[0].name
    else:
        name = invoice.school or str(say("name not told"))
    name = shortened(name, LONGEST)
    return Markup("{} ({})").format(name, contacts) if contacts else Markup("{}").format(name)


def label(say: Speech, bill: Bill) -> str:
    mark = "☑" if bill.paid_at else "☐"
    name = shortened(bill.name or str(say("without a name")), 32)
    return f"{mark} {name} · {say.euros(bill.amount)}"


def without_price(say: Speech) -> Markup:
    return say("This event costs nothing, or its price is not known: there is nothing to pay.")
