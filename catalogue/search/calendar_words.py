"""The words of the calendar in both languages, as patterns over folded text."""

MONTHS: tuple[str, ...] = (
    r"saus(?:is|io|i|yje|iui|iu)|january|jan",
    r"vasar(?:is|io|i|yje|iui|iu)|february|feb",
    r"kov(?:as|o|e|ui|u|a(?! (?:su|pries|uz|del)\b))|march|mar",
    r"baland(?:is|zio|i|yje|ziui|ziu)|april|apr",
    r"geguz(?:e|es|io|i|eje|is|yje|ei|iui)|may",
    r"birzel(?:is|io|i|yje|iui|iu)|june|jun",
    r"liep(?:a|os|oje|ai)|july|jul",
    r"rugpjut(?:is|i|yje)|rugpjuc(?:io|iui|iu)|august|aug",
    r"rugsej(?:is|o|i|y|yje|ui|u)|september|sept|sep",
    r"spal(?:is|io|i|yje|y|iui|iu)|october|oct",
    r"lapkrit(?:is|i|yje|y)|lapkric(?:io|iui|iu)|november|nov",
    r"gruod(?:is|i|yje|y)|gruodz(?:io|iui|iu)|december|dec",
)
"""January first."""

WEEKDAYS: tuple[str, ...] = (
    r"pirmadien|mondays?",
    r"antradien|tuesdays?",
    r"treciadien|wednesdays?",
    r"ketvirtadien|thursdays?",
    r"penktadien|fridays?",
    r"sestadien|saturdays?",
    r"sekmadien|sundays?",
)
"""Monday first; the Lithuanian ones without their ending."""

NUMBERS = {
    **dict.fromkeys(("viena", "vienos", "vieno", "one", "a", "an"), 1),
    **dict.fromkeys(("dvi", "dvieju", "du", "pora", "poros", "two", "couple of"), 2),
    **dict.fromkeys(("tris", "triju", "trys", "three"), 3),
    **dict.fromkeys(("keturias", "keturiu", "keturis", "four"), 4),
    **dict.fromkeys(("penkias", "penkiu", "penkis", "five"), 5),
    **dict.fromkeys(("sesias", "sesiu", "sesis", "six"), 6),
    **dict.fromkeys(("septynias", "septyniu", "septynis", "seven"), 7),
    **dict.fromkeys(("desimt", "desimties", "ten"), 10),
}
"""Small numbers in words."""

NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(NUMBERS, key=lambda word: -len(word))) + ")"

THIS = r"(?:si|sia|sio|sios|siame|sioje|sitas|sita|dabartin\w+|einam\w+|this)"
NEXT = r"(?:kit\w{1,3}|sekan[ct]\w+|ateinanc\w+|ateinant\w+|next)"

SEASONS: tuple[tuple[str, int], ...] = (
    (r"pavasar(?:is|i|io|yje)|spring", 3),
    (r"vasar(?:a|os|oje)|summer", 6),
    (r"rud(?:uo|eni|ens|enyje)|autumn", 9),
    (r"ziem(?:a|os|oje)|winter", 12),
)
"""Seasons with their first month."""
