"""What an import says: for the command line and for the chat, without Telegram's mark-up."""

from collections.abc import Iterator, Mapping

from catalogue.editing.importing import Report
from catalogue.files.columns import HEADINGS
from catalogue.programme.refused import Reason, Refused, Value

#: Lithuanian and English. Those of a file are whole sentences, the others follow a colon.
_REASONS: Mapping[Reason, tuple[str, str]] = {
    Reason.MISSING: ("nenurodyta, nors būtina", "nothing is stated, and it is required"),
    Reason.NO_TITLE: ("nenurodytas pavadinimas", "the title is missing"),
    Reason.NOT_A_DATE: (
        "nesuprantama data „{written}“; rašykite, pvz., 2026-12-05 10:00",
        "“{written}” is not a date we understand; write for example 2026-12-05 10:00",
    ),
    Reason.NO_TIME: (
        "nenurodyta valanda („{written}“); rašykite, pvz., 2026-12-05 10:00",
        "the hour is missing (“{written}”); write for example 2026-12-05 10:00",
    ),
    Reason.NO_SUCH_TIME: (
        "tokio laiko nėra („{written}“): tą naktį laikrodžiai persukami į priekį",
        "there is no such time (“{written}”): the clocks go forward that night",
    ),
    Reason.NO_YEAR: (
        "nenurodyti metai („{written}“); rašykite, pvz., 2026-12-05 10:00",
        "the year is missing (“{written}”); write for example 2026-12-05 10:00",
    ),
    Reason.YEAR_OUT_OF_RANGE: (
        "tokių metų būti negali („{written}“)",
        "the year cannot be right (“{written}”)",
    ),
    Reason.EITHER_DAY: (
        "„{written}“: neaišku, kur mėnuo, o kur diena; rašykite, pvz., gruodžio 5 d. arba 12-05",
        "“{written}”: which is the month and which the day? Write for example 5 December or 12-05",
    ),
    Reason.OTHER_WEEKDAY: (
        "„{written}“: savaitės diena nesutampa su data",
        "“{written}”: the weekday does not go with the date",
    ),
    Reason.NO_DAY: (
        "„{written}“: eilutė neprasideda diena, todėl neaišku, kurio tai renginio",
        "“{written}”: the line does not begin with a day, so it is not clear whose it is",
    ),
    Reason.LEFT_OVER: (
        "„{written}“: neaišku, kas tai; renginys paimtas be šios dalies",
        "“{written}”: it is not clear what this is; the event was taken without it",
    ),
    Reason.SAME_START: (
        "tuo pačiu metu jau yra kitas šio renginio susitikimas",
        "another meeting of this event begins at the same time",
    ),
    Reason.NOT_A_NUMBER: ("„{written}“ nėra skaičius", "“{written}” is not a number"),
    Reason.NOT_WHOLE: ("„{written}“ nėra sveikasis skaičius", "“{written}” is not a whole number"),
    Reason.OUT_OF_RANGE: (
        "„{written}“ netinka: galima nuo {lowest} iki {highest}",
        "“{written}” is not allowed: from {lowest} to {highest}",
    ),
    Reason.NOT_YES_OR_NO: (
        "„{written}“ netinka: rašykite „taip“ arba „ne“",
        "“{written}” is not allowed: write yes or no",
    ),
    Reason.UNKNOWN_WORD: (
        "nežinomas žodis „{written}“; galima: {allowed}",
        "“{written}” is not a word we know; allowed: {allowed}",
    ),
    Reason.NOT_A_LINK: (
        "„{written}“ nėra nuoroda (https://…)",
        "“{written}” is not a link (https://…)",
    ),
    Reason.NOT_A_TEXT: ("čia turi būti tekstas", "this must be a text"),
    Reason.TOO_LONG: (
        "per ilgas tekstas: daugiausia {limit} ženklų",
        "the text is too long: at most {limit} characters",
    ),
    Reason.TOO_MANY: ("per daug reikšmių: daugiausia {limit}", "too many values: at most {limit}"),
    Reason.END_BEFORE_START: (
        "pabaiga turi būti vėliau už pradžią",
        "the end must be later than the start",
    ),
    Reason.TOO_LONG_TO_BE_ONE: (
        "vienas susitikimas negali trukti ilgiau kaip {days} dienas",
        "one meeting cannot last longer than {days} days",
    ),
    Reason.TWICE: (
        "tas pats renginys (kodas {code}) tuo pačiu laiku jau nurodytas {row} eilutėje",
        "the same event (code {code}) at the same time is in row {row} already",
    ),
    Reason.ANOTHER_EVENT: (
        "kodas {code} jau skirtas kitam renginiui {row} eilutėje",
        "code {code} belongs to another event in row {row} already",
    ),
    Reason.DIFFERS: (
        "nesutampa su to paties renginio {row} eilute",
        "it differs from row {row} of the same event",
    ),
    Reason.MEETING_MARKED: (
        "susitikimo, kurio lankomumas pažymėtas, negalima nei išbraukti, nei nukelti į kitą dieną",
        "it is known who was at a meeting, so it can be neither taken out nor put on another day",
    ),
    Reason.NOT_JSON: ("eilutė nėra JSON objektas", "the line is not a JSON object"),
    Reason.REPEATING: (
        "pasikartojantis įrašas; kiekvieną susitikimą nurodykite atskirai",
        "a repeating entry; state each meeting by itself",
    ),
    Reason.NO_CENTRE: (
        "nenurodytas organizatorius, o centrų yra keli",
        "the organiser is not stated, and there are several centres",
    ),
    Reason.UNKNOWN_CENTRE: (
        "centro „{organiser}“ nėra; naują gali įvesti tik roboto savininkas",
        "there is no centre “{organiser}”; only an owner of the assistant can add one",
    ),
    Reason.OTHER_CENTRE: (
        "„{organiser}“ – kito centro renginys, jo programos tvarkyti negalite",
        "“{organiser}” is another centre, whose programme is not yours to change",
    ),
    Reason.NO_FILE: (
        "Tokio failo nėra arba jo negalima perskaityti.",
        "There is no such file, or it cannot be read.",
    ),
    Reason.UNKNOWN_ENDING: (
        "Failo vardas turi baigtis .xlsx, .csv, .jsonl arba .ics.",
        "The name of the file must end with .xlsx, .csv, .jsonl or .ics.",
    ),
    Reason.EMPTY: ("Failas tuščias.", "The file is empty."),
    Reason.TOO_LARGE: (
        "Failas per didelis: daugiausia {megabytes} MB.",
        "The file is too large: at most {megabytes} MB.",
    ),
    Reason.TOO_LARGE_INSIDE: (
        "Failo viduje per daug duomenų, todėl jis neatvertas.",
        "There is too much inside the file, so it was not opened.",
    ),
    Reason.TOO_MANY_ROWS: (
        "Faile per daug eilučių: daugiausia {limit}.",
        "The file has too many rows: at most {limit}.",
    ),
    Reason.NOT_A_WORKBOOK: (
        "Tai ne „Excel“ (xlsx) darbaknygė arba ji sugadinta.",
        "This is not an Excel (xlsx) workbook, or it is damaged.",
    ),
    Reason.OLD_OR_PROTECTED: (
        "Darbaknygė senos rūšies (xls) arba su slaptažodžiu: įrašykite kaip xlsx be slaptažodžio.",
        "The workbook is of the old kind (xls) or has a password: save it as xlsx without one.",
    ),
    Reason.MACROS: (
        "Darbaknygėje yra makrokomandų: įrašykite ją kaip xlsx be jų.",
        "The workbook has macros in it: save it as xlsx without them.",
    ),
    Reason.UNKNOWN_LETTERS: (
        "Neatpažinta failo koduotė: įrašykite jį kaip „CSV UTF-8“.",
        "The file's encoding is not known: save it as “CSV UTF-8”.",
    ),
    Reason.NOT_A_CALENDAR: (
        "Tai ne kalendoriaus (iCalendar) failas arba jis sugadintas.",
        "This is not a calendar (iCalendar) file, or it is damaged.",
    ),
    Reason.NO_HEADINGS: (
        "Nerasta stulpelių antraščių: reikia bent „Pavadinimas“ ir „Pradžia“.",
        "The headings were not found: at least title_lt and start are needed.",
    ),
    Reason.NO_ROWS: ("Faile nėra nė vieno renginio.", "There is no event in the file."),
}

_FIELDS_EN = {"starts_at": "start", "ends_at": "end", "code_as_written": "code"}
_SESSIONS = ("Susitikimai", "sessions")


def reason(why: Reason, values: Mapping[str, Value], language: str) -> str:
    return _pick(_REASONS[why], language).format(**values)


def refused_row(row: Refused, language: str) -> str:
    """„12 eilutė, „Pradžia“: nenurodyta valanda …“"""
    what = reason(row.reason, row.values, language)
    if language == "en":
        where = f"Sheet “{row.sheet}”, row {row.row}" if row.sheet else f"Row {row.row}"
        return f"{where}, “{row.column}”: {what}" if row.column else f"{where}: {what}"
    where = f"Lapas „{row.sheet}“, {row.row} eilutė" if row.sheet else f"{row.row} eilutė"
    return f"{where}, „{row.column}“: {what}" if row.column else f"{where}: {what}"


def report(done: Report, ignored: tuple[str, ...], language: str, *, rehearsal: bool) -> str:
    return "\n".join(_lines(done, ignored, language, rehearsal=rehearsal))


def unknown_centre(slug: str, known: list[str], language: str) -> str:
    listed = ", ".join(known)
    if language == "en":
        return f"There is no centre “{slug}”." + (f" Known: {listed}." if known else "")
    return f"Centro „{slug}“ nėra." + (f" Žinomi: {listed}." if known else "")


def centre_taken_in(name: str, became: str, language: str) -> str:
    """`became` is what happened to the centre: added, changed or unchanged."""
    done = {
        "added": ("pridėtas", "added"),
        "changed": ("atnaujintas", "brought up to date"),
        "unchanged": ("nepakito", "unchanged"),
    }
    return f"{name}: {_pick(done[became], language)}"


def not_a_centre(why: str, language: str) -> str:
    lithuanian = (
        "Tai ne centro failas: reikia slug, name, checked ir [facts.…] su lt; "
        f"savam raktui reikia ir asked. Sektinas pavyzdys: examples/centres. ({why})"
    )
    english = (
        "This is no file of a centre: it needs slug, name, checked and [facts.…] with lt; "
        f"a key of your own needs asked too. Follow examples/centres. ({why})"
    )
    return _pick((lithuanian, english), language)


def exported(count: int, language: str) -> str:
    said = ("Išeksportuota renginių: {}.", "Events exported: {}.")
    return _pick(said, language).format(count)


def cannot_write(why: str, language: str) -> str:
    said = ("Failo įrašyti nepavyko: {}.", "The file could not be written: {}.")
    return _pick(said, language).format(why)


def _lines(
    done: Report, ignored: tuple[str, ...], language: str, *, rehearsal: bool
) -> Iterator[str]:
    counts = (
        "Pridėta: {}. Pakeista: {}. Nepakeista: {}. Atmesta eilučių: {}.",
        "Added: {}. Changed: {}. Unchanged: {}. Rows refused: {}.",
    )
    yield _pick(counts, language).format(
        len(done.added), len(done.changed), len(done.unchanged), len(done.refused)
    )
    for change in done.changed:
        names = dict.fromkeys(field_name(field.field, language) for field in change.fields)
        fields = ", ".join(names)
        event = change.event
        title = event.title_en if language == "en" and event.title_en else event.title
        yield f"~ {event.code_as_written or event.code} „{title}“: {fields}"
    for row in done.refused:
        yield f"! {refused_row(row, language)}"
    if ignored:
        said = ("Nežinomi stulpeliai, kurių nepaisyta: {}.", "Unknown columns, ignored: {}.")
        yield _pick(said, language).format(", ".join(ignored))
    if done.new_centres:
        centres = ", ".join(f"{centre.name} ({centre.slug})" for centre in done.new_centres)
        yield _pick(("Nauji centrai: {}.", "New centres: {}."), language).format(centres)
    if done.moved_up:
        said = (
            "Vietą iš eilės gavo arba ją siūlome: {}. Jiems bus pranešta.",
            "Given or offered a seat from the waiting list: {}. They will be told.",
        )
        yield _pick(said, language).format(len(done.moved_up))
    if rehearsal:
        yield _pick(
            ("Tai buvo bandymas: niekas neįrašyta.", "This was a rehearsal: nothing was kept."),
            language,
        )


def field_name(name: str, language: str) -> str:
    """The heading of a column, as an export writes it; in English its key."""
    if name == "sessions":
        return _pick(_SESSIONS, language)
    key = _FIELDS_EN.get(name, name)
    return key if language == "en" else HEADINGS[key]


def _pick(pair: tuple[str, str], language: str) -> str:
    return pair[1] if language == "en" else pair[0]
