"""What a sentence wants: a list, a fact of an event, a deed, a thing about oneself."""

import re
from typing import Literal, get_args

from catalogue.search.normalise import fold

Intent = Literal[
    "find_events", "event_facts", "register", "cancel", "my_events", "waiting_list", "certificate",
    "hours", "centre_info", "propose_programme", "borrow", "retraining", "award", "preferences",
    "privacy", "language", "help", "unknown",
]  # fmt: skip
INTENTS: tuple[str, ...] = get_args(Intent)
FACTS: tuple[str, ...] = (
    "when", "where", "price", "hours", "seats", "deadline", "lecturer", "link", "certificate",
    "coordinator", "materials",
)  # fmt: skip

_INTENT_WORDS: tuple[tuple[Intent, str], ...] = (
    (
        "privacy",
        r"(?:istrin\w+|pamirsk\w*|panaikin\w+|sunaikin\w+).*\b(?:mane|duomen\w+|paskyr\w+)"
        r"|(?:mano|apie mane|asmens) duomen\w*.*\b(?:istrin|saugo|kaup|turit|rod|gaut|kok|kas)\w*"
        r"|(?:kok\w+|ka) (?:mano |apie mane )?\w*\s?(?:duomen\w+ )?(?:saugot|kaupiat|zinot)\w*|privatumo politik\w+"
        r"|duomenis apie mane"
        r"|(?:delete|erase|remove|export|show|download) (?:all )?(?:of )?my (?:data|account)|forget me|privacy policy"
        r"|what (?:data )?do you (?:know|store|keep)",
    ),
    (
        "language",
        r"(?:switch|change|speak|talk|answer|write)\b.*\b(?:to |in )(?:lithuanian|english)"
        r"|(?:kalbek\w*|rasyk\w*|perjunk\w*|persijunk\w*|pakeisk\w*|atsakyk\w*|perjungti|pakeisti)\b"
        r".*\b(?:lietuvisk\w*|anglisk\w*|lietuviu|anglu|kalba)|change (?:the )?language|pakeisti kalb\w+",
    ),
    (
        "preferences",
        r"(?:nebe|ne)(?:siusk|siuntin|ras(?:yk|inek)|trukdyk|noriu gauti|norime gauti)\w*|atsisak\w* (?:naujienlaisk|pranesim|reklam|laisk)\w*"
        r"|(?:isjunk|ijunk|sustabdyk)\w*|tik priminim\w+|unsubscribe|stop (?:sending|messag)\w*|no more (?:messages|ads|news)"
        r"|(?:praneskit?e?|praneskite|informuok\w*|notify me|remind me|let me know|priminkit?e?|primink)\b"
        r"|(?:pranesim|priminim|nustatym)\w+ (?:isjung|ijung|keis|pakeis)\w*|prenumer\w+",
    ),
    (
        "award",
        r"metu svietej\w*|educator of the year|teacher of the year|award\w*|apdovanojim\w+|nominacij\w+|nominuo\w+",
    ),
    (
        "retraining",
        r"per(?:si)?kvalifik\w+|retrain\w*|requalif\w+|reskill\w*|papildom\w+ dalyk\w+|papildomos kvalifikacij\w+"
        r"|(?:become|tapti) (?:an? )?(?:\w+ ){0,3}(?:teacher|mokytoj\w+)|(?:kita|antra|nauja) specialyb\w+",
    ),
    (
        "borrow",
        r"(?:pa(?:si)?|is(?:si)?|)skol(?:in|int)\w*|issinuom\w+|nuomo(?:jat|ti|tis)\w*|pasiimti (?:\w+ )?(?:projektor|ekran|irang|robot)\w+"
        r"|borrow\w*|lend\w*|rent (?:a|an|the)\b|loan\w*",
    ),
    (
        "propose_programme",
        r"pasiulyti (?:\w+ )?(?:program|seminar|tem|mokym|rengin|kurs)\w*|(?:pati|pats|patys|as)? ?(?:noreciau|noriu|galeciau|galiu)"
        r" (?:pati |pats )?(?:vesti|pravesti|organizuoti|skaityti)|(?:program|seminar|paskait)\w+ (?:pasiul|pateik)\w+"
        r"|siulau (?:\w+ )?(?:program|seminar|tem)\w*|tapti lektor\w+|(?:propose|suggest|submit|offer) (?:a |my |an )?"
        r"(?:\w+ )?(?:programme|program|seminar|workshop|topic|course|training)|(?:i want|would like) to (?:lead|teach|run|give) (?:a|an)\b"
        r"|become a lecturer",
    ),
    (
        "waiting_list",
        r"kelint\w* (?:as |esu |mano )?\w*\s?eil\w+|kelint\w*.*\beil\w+|(?:i|is) (?:laukimo )?(?:eile|eiles|eil|sarasa)\b"
        r"|laukimo? (?:sarasa?|eil)\w*|laukian\w+juj\w*|(?:mano|as|esu) (?:\w+ )?eilej\w*|eilej\w*"
        r"|waiting ?list|wait ?list\w*|in the queue|queue|my place in",
    ),
    (
        "cancel",
        r"(?:ne(?:be)?)(?:gal(?:esiu|iu|eciau)|dalyvausiu|ateisiu|atvyksiu|eisiu)\w*|atsauk(?:it|ite|ti|iam|iu|ciau|yk)?\w*"
        r"|atsisak(?:au|yti|ysiu|yciau|yt)\w*|isregistruo\w+|isbrauk\w+|(?:i )?(?:have to|need to|want to|must|please) cancel"
        r"|cancel\w*|can ?not (?:come|attend|make)|can'?t (?:come|attend|make)|unregister|withdraw",
    ),
    (
        "certificate",
        r"pazym(?:a|os|as|u|ejim\w*)\b|sertifikat\w+|certificate\w*",
    ),
    (
        "hours",
        r"kiek\b.*\b(?:valand|val|akad|dien)\w*.*\b(?:surink|turi|susirink|sukaup|isklaus|liko|truks|reikia|gavau|metais)\w*"
        r"|(?:mano|surinkt\w+|sukaupt\w+) (?:\w+ )?(?:valand|val)\w*|(?:uztek|uzteks|uztenk)\w*.*\b(?:dien|val)\w*"
        r"|(?:5|penk\w+) dien\w+ (?:per metus|kvalifik)\w*|how many (?:\w+ ){0,3}(?:hours|days)\b.*\b(?:i have|have i|do i|did i|collected|left)"
        r"|my (?:pd )?hours",
    ),
    (
        "my_events",
        r"(?:mano|savo) (?:\w+ )?(?:rengini|registracij|seminar|kurs|mokym|tvarkarast|kalendor)\w*|kur (?:esu )?(?:as )?(?:uz)?(?:si)?registrav\w+"
        r"|(?:i ka|kur|kam) (?:as )?(?:esu )?(?:uz)?(?:si)?(?:registrav|iras)\w+|ar (?:as )?(?:jau )?(?:esu )?(?:uz|pri)?(?:si)?registrav\w+"
        r"|my (?:\w+ )?(?:events|registrations|seminars|courses|calendar|schedule|trainings)|am i registered"
        r"|(?:send|give) me (?:the |a |my )?calendar|calendar file|kalendoriaus fail\w*|\bics\b|kada (?:as )?(?:man )?(?:\w+ )?dalyvauju"
        r"|kur (?:as )?dalyvauju|what am i registered",
    ),
    (
        "register",
        r"(?:uz|pri)?(?:si|sis)?registruo\w+|(?:uz|i|pri)(?:si)?ras(?:yti|ykit|yk|au|yciau|ysiu|ykite)\w*|(?:noriu|noreciau|norim\w*|galiu|galeciau) (?:\w+ )?(?:dalyvauti|ateiti|prisijungti|vietos)"
        r"|perregistruo\w+|vietoj(?:e)? (?:manes|mano)|(?:sign|put) me (?:up|down|in)|sign up|register\w*|enrol\w*|book (?:a|me)|i want to (?:join|attend|come)",
    ),
    (
        "centre_info",
        r"(?:kok(?:s|ia)|kas) (?:yra )?(?:\w+ ){0,2}(?:centr)\w+|(?:centr\w+) (?:adres|telefon|kontakt|darbo laik|el pas)\w*|kur (?:yra |jus |jusu )?(?:\w+ )?(?:centras|isikur)\w*"
        r"|(?:which|what) (?:\w+ )?cent(?:re|er)\b|about the cent(?:re|er)|cent(?:re|er)'?s? (?:address|phone|contact)\w*|jusu (?:adres|telefon|kontakt|pasta)\w*|darbo laikas|(?:opening|office|working) hours"
        r"|(?:akredit)\w+|where is the cent(?:re|er)|kuris centras|kontaktai$|rekvizit\w+",
    ),
    (
        "help",
        r"^(?:pagalba|padek\w*|help|help me|ka (?:tu |jus )?(?:moki|mokat|gali|galit)\w*|kaip (?:tai |cia |sis botas )?(?:veikia|naudotis)\w*"
        r"|what can you do|how does (?:this|it) work|kas tu|kas jus|labas|sveiki|laba diena|hello|hi|start|aciu|thanks|thank you)\b\W*$|kaip naudotis",
    ),
)
_FACT_WORDS: tuple[tuple[str, str], ...] = (
    ("deadline", r"iki kada|(?:registracij\w+) (?:pabaig|termin|baig)\w*|termin\w+|deadline|until when|(?:registration) (?:clos|end)\w*|kada baigiasi registracij\w*"),
    ("coordinator", r"(?:kas )?koordin\w+|coordinat\w+|kontaktin\w+ asm\w+|contact person|whom? (?:to|can i|should i) (?:call|contact)|i ka kreiptis|pas ka kreiptis|(?:koks|kok\w+) (?:\w+ )?telefon\w+"),
    ("lecturer", r"lektor\w*|kas (?:ves|veda|skaitys|skaito|pranes)\w*|lecturer|speaker\w*|who (?:is )?(?:teach|lead|giv|speak|run)\w*|pranesej\w+"),
    ("link", r"nuorod\w+|\blink\w*|prisijungim\w+|kaip prisijungti|how (?:do i|to|can i) (?:join|connect)|zoom(?: nuorod\w+)?$"),
    ("materials", r"medziag\w+|skaidr\w+|\biras(?:as|ai|o|u|a)\b|pateikt(?:is|i|ys|ies)\b|slides|materials?|recording\w*|handout\w*"),
    ("seats", r"(?:lik|yra|turit|laisv)\w* (?:\w+ )?viet(?:u|os|a)\b|viet(?:u|os|a) (?:\w+ )?(?:lik|yra)\w*|laisv\w+ viet\w+|kiek viet\w+|atsilaisv\w+|(?:places?|seats?|spots?|room) (?:still )?(?:left|available|free)|any (?:places|seats|spots)|free (?:places|seats)|ar (?:dar )?(?:galima|imanoma) (?:\w+ )?patekti"),
    ("price", r"kiek kain\w+|kain(?:a|os|uoja|uos)\b|apmok\w+|moke(?:ti|siu)\b|mokest\w+|krepsel\w+|saskait\w+|how much|price|cost\w*|invoice|fee\b|who pays|kas moka"),
    ("hours", r"kiek (?:tai )?(?:bus |yra )?(?:ak\w*\.? ?)?val\w*|kiek (?:\w+ )?(?:akadem\w+|valand\w*)|how many (?:academic |pd )?hours|how long|kiek (?:laiko )?(?:trunka|truks|uztruks)|trukme"),
    ("certificate", r"(?:duos|gaus|isduo|bus|gaun|duod|is there|get)\w* (?:\w+ )?(?:pazym|sertifik|certificate)\w*|(?:pazym|sertifik)\w+ (?:duos|gaus|isduo|bus|gaun|duod)\w*|certificate"),
    ("where", r"^kur\b|\bkur (?:vyks|bus|yra|vyksta|reik|ateit|rinktis)\w*|is kur (?:vaziuo|isvyk)\w*|koki\w+ (?:viet|adres|auditorij)\w+|where\b|(?:nuotol\w+|online|gyvai|kontaktin\w+) (?:ar|or|arba) \w+\W*$|what (?:address|place|venue)"),
    ("when", r"^kada\b|\bkada (?:bus|vyks|vyksta|yra|prasid|seminar|konfer|kurs|mokym|ir)\w*|kelint\w* (?:val\w*|prasid\w*)|when (?:is|does|will|are)|what time|kuria diena|koki\w+ (?:data|dien)\w*"),
)  # fmt: skip
_SEARCHING = re.compile(
    r"\b(?:seminar|kurs(?:ai|u|us|as|uose|ams|ai)?\b|mokym(?:ai|u|us|uose|ams)\b|rengini|rengin|konferenc|paskait|vebinar|dirbtuv|parod|isvyk|olimpiad|konkurs|programos?\b"
    r"|training|course|workshop|event|webinar|conference|lecture|anything|something|kas (?:vyks|bus|siandien|tink|naujo)|ko nors|ka (?:turit|siulot|nors)"
    r"|iesk|rask|parod|rodyk|show|find|looking for|list|ar (?:yra|bus|turit)|tinka|domina|noriu|noreciau|kur pasimok)"
)
_PATTERNS = tuple((name, re.compile(rf"\b(?:{way})")) for name, way in _INTENT_WORDS)
_FACTS = tuple((name, re.compile(rf"(?:\b|^)(?:{way})")) for name, way in _FACT_WORDS)
_MINE = re.compile(
    r"\b(?:mano|man|savo|my|i)\b|\b(?:kur|where)\b.*\b(?:pazym|sertifik|certificate)|pazyma|pazymos\b"
)
_ASKS = re.compile(
    r"\?\s*$|\b(?:kada|kur|kiek|kas|koks|kokia|ar|kaip|when|where|who|how|what|is|are|does)\b"
)


def intent_of(text: str, *, found_filters: bool, topic: bool) -> tuple[Intent, str | None]:
    """The intent of a sentence, and the fact asked for when it is about one event."""
    folded = fold(text)
    fact = next((name for name, pattern in _FACTS if pattern.search(folded)), None)
    intent = next((name for name, pattern in _PATTERNS if pattern.search(folded)), None)
    if intent and (decided := _settled(intent, fact, folded, topic=topic)):
        return decided, fact if decided == "event_facts" else None
    if fact and (_ASKS.search(folded) or not topic):
        return "event_facts", fact
    if found_filters or topic or _SEARCHING.search(folded):
        return "find_events", None
    return "unknown", None


def _settled(intent: Intent, fact: str | None, folded: str, *, topic: bool) -> Intent | None:
    """The intent when a fact is asked with it: a certificate may be of an event, or mine."""
    if intent == "certificate":
        if fact in {"hours", "certificate"} and not _MINE.search(folded):
            return "event_facts" if _ASKS.search(folded) else "certificate"
        return intent
    if intent == "register" and fact in {"deadline", "coordinator", "price", "seats", "link"}:
        return "event_facts"
    if intent in {"register", "my_events"} and fact == "when" and topic:
        return "event_facts"
    if (
        intent == "waiting_list"
        and fact == "seats"
        and "eil" not in folded
        and "queue" not in folded
    ):
        return "waiting_list" if "list" in folded else "event_facts"
    if intent == "cancel" and fact == "deadline":
        return "event_facts"
    return intent


def spoken(intent: Intent, fact: str | None) -> list[re.Pattern[str]]:
    """The patterns whose words say the intent and the fact, and not the theme."""
    return [
        pattern
        for name, pattern in (*_PATTERNS, *_FACTS)
        if name in {intent, fact}
        or (intent == "event_facts" and name in {"register", "certificate"})
    ]
