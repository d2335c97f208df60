"""What stands on the buttons. The English word is the key; the outside relies on them."""


def _(label: str) -> str:
    """Marks a sentence for translation; it is said where the person's language is known."""
    return label


EVENTS = _("Events")
MY_EVENTS = _("My events")
ASK = _("Ask")
REGISTER = _("Register")
JOIN_WAITING_LIST = _("Join the waiting list")
REGISTER_ANYWAY = _("Register anyway")
CALENDAR = _("Calendar")
SHARE = _("Share")
CHOOSE_CHAT = _("Choose a chat")
CANCEL = _("Cancel")
YES_CANCEL = _("Yes, cancel")
KEEP = _("Keep")
AGREE = _("I agree")
DISAGREE = _("I do not agree")
CORRECT_NAME = _("Correct the name")
ACCESS_NEED = _("I need an adjustment")
STOP = _("Never mind")
FILTERS = _("Filters")
CLEAR_FILTERS = _("Clear the filters")
SHOW = _("Show the events")
MORE = _("More")
ONLINE = _("Online")
ONSITE = _("On site")
FREE = _("Free of charge")
FREE_SEATS = _("With free seats")
CITY = _("Town")
AUDIENCE = _("For whom")
ANY = _("Any")
COMING = _("Coming")
WAITING = _("Waiting")
PAST = _("Past")
OPEN = _("Open")
LANGUAGE = _("Language")
MY_DATA = _("My data")
FORGET_ME = _("Delete my data")
YES_FORGET = _("Yes, delete")
ALL_CENTRES = _("All centres")
YES_DISMISS = _("Yes, remove")

#: Each language in its own words, the same for everybody.
LANGUAGE_NAMES = {"lt": "Lietuvių", "en": "English"}
