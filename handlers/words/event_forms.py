"""The usual forms of events, as programmes write them, and their English words."""

from handlers.words.speech import _

FORMS_EN = {
    "seminaras": _("seminar"),
    "kursai": _("course"),
    "mokymai": _("training"),
    "paskaita": _("lecture"),
    "konferencija": _("conference"),
    "forumas": _("forum"),
    "vebinaras": _("webinar"),
    "dirbtuvės": _("workshop"),
    "konsultacija": _("consultation"),
    "ilgalaikė programa": _("long programme"),
    "edukacinė išvyka": _("study trip"),
    "išvyka": _("trip"),
    "paroda": _("exhibition"),
    "olimpiada": _("olympiad"),
    "konkursas": _("competition"),
    "stažuotė": _("internship"),
    "pleneras": _("plein air"),
    "metodinė diena": _("methodology day"),
    "diskusija": _("discussion"),
    "susitikimas": _("meeting"),
    "popietė": _("afternoon gathering"),
    "projektas": _("project"),
    "šventė": _("celebration"),
    "meistriškumo pamokos": _("master class"),
    "meistriškumo kursai": _("master course"),
}
