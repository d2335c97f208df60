"""What a sentence wants."""

from datetime import date

import pytest

from catalogue.search.intents import INTENTS, wanted
from catalogue.search.reading import read, vocabulary

CENTRE = "Kauno švietimo inovacijų centras"
KNOWN = vocabulary((), {CENTRE: CENTRE, "KŠIC": CENTRE})


def asked(text: str) -> tuple[str, str | None]:
    """The intent and the fact of a sentence put on a Sunday."""
    found = wanted(read(text, today=date(2026, 11, 22), known=KNOWN))
    return found.intent, found.fact


WAYS = """
privacy | ištrinkit mano duomenis ; kokius duomenis apie mane turit? ; delete my account ; BDAR
privacy | noriu būti pamiršta ; ar perduodate mano duomenis kitiems? ; what do you know about me
language | rašyk lietuviškai ; can you speak english ; keisti kalbą ; galima angliškai?
preferences | primink man dieną prieš ; nebesiųskit reklamų ; noriu gauti naujienlaiškį
preferences | pakeisk mano vardą ; keičiu pavardę ; pavardė pasikeitė ; stop sending me ads
preferences | nustatyk priminimą prieš dieną ; don't message me at night ; unsubscribe
award | kas laimėjo Metų švietėją ; kaip nominuoti kolegę? ; who won Educator of the Year
borrow | ar išnuomojat projektorių ; ar galima pasiskolinti robotukus? ; can we borrow VR glasses
borrow | kiek kainuoja salės nuoma? ; ar turit planšečių, kurias galima pasiimti?
propose_programme | norėčiau pati vesti seminarą ; kaip tapti lektore? ; galiu būti lektoriumi
propose_programme | parengiau programą, kur ją pateikti? ; I would like to give a talk
retraining | kaip persikvalifikuoti? ; noriu įgyti antrą specialybę ; I want to become a teacher
waiting_list | kelintas aš eilėje ; ar man jau atsilaisvino vieta? ; put me on the waiting list
waiting_list | kiek žmonių prieš mane? ; am I still on the waitlist ; kelinta aš?
cancel | atsisakau vietos ; negalėsiu dalyvauti ; rytoj neateisiu ; I can't make it
cancel | atšaukite mano registraciją ; persigalvojau ; susirgau, nedalyvausiu ; išbraukite mane
certificate | kada gausiu pažymėjimą ; kur mano pažymėjimas ; negavau pažymos ; pažymėjimas
certificate | baigiau kursus, o dokumento nė ženklo
certificate | I haven't received my certificate ; reikia pažymėjimo kopijos ; my certificates
hours | kiek valandų surinkau ; ar man užtenka valandų atestacijai? ; how many hours do I have
hours | kiek man dar trūksta iki 40 valandų? ; my PD hours ; ar man jau užteks 5 dienų?
my_events | mano renginiai ; kur aš užsiregistravusi? ; ar aš tikrai užregistruota? ; my calendar
my_events | what am I signed up for? ; kur aš einu kitą savaitę? ; kada mano artimiausias?
register | noriu užsiregistruoti ; noriu ; noriu į jį ; registruok ; įrašykit mane ; Dalyvausiu!
register | I'd like to join ; count me in ; ar gali kolegė dalyvauti vietoj manęs? ; book me a place
register | noriu i seminara ; kaip užsirašyti?
centre_info | centro adresas ; koks jūsų telefonas ; kada dirbate ; susisiekti su jumis
centre_info | pakvieskite operatorių ; noriu pakalbėti su žmogumi ; can I talk to a human
centre_info | kas centro direktorius? ; kiek dienų per metus man priklauso? ; ar jūs akredituoti?
find_events | ar rytoj kas nors vyksta jūsų centre? ; ką turit rytoj jūsų centre
centre_info | kas dabar yra buvęs KŠIC? ; kur jūsų centras
centre_info | kas yra KŠIC? ; papasakok apie KŠIC ; kur yra KŠIC ; kada įkurtas KŠIC?
help | ką moki? ; what can you do ; kaip tavimi naudotis? ; padėk ; ką jūs apskritai sugebate
find_events | ką turit ; noriu etikos ; kaina ir vertė ; saugus žmogus ; gruodį ; matematika
find_events | parašyti projektą darbuotojams ; seminarai su pažymėjimu ; kas bus KŠIC?
find_events | komandos vaidmenys mokykloje ; istorija ; kalendorinės šventės ; eilėraščių analizė
find_events | duomenų apsauga mokykloje ; ką gali mokytojas ; noriu kursų apie medžiagų rengimą
find_events | kursai, kad apmokėtų mokykla ; kursai su laisvomis vietomis ; paid by the school
find_events | kur pasimokyti retorikos ; media and privacy education ; karas ir vaikų klausimai
find_events | kur dar yra vietų gruodį? ; reikia seminaro logopedams ; pigesnių
find_events | pagalbos mokiniui specialistams ; free workshops in Kaunas this Friday
unknown | koks rytoj oras? ; papasakok anekdotą ; kiek bus 2+2? ; what is the capital of France
unknown | kvailys ; parašyk eilėraštį ; kur pavalgyti Kaune? ; 🙂 ; kokia šiandien diena?
privacy | kas mato mano telefono numerį? ; ar parduodat duomenis ; sutikimą dėl duomenų atšaukiu
cancel | užleidžiu savo vietą kitam ; rytoj be manęs ; count me out ; undo my registration
cancel | nevažiuosiu, sniegas ; netyčia paspaudžiau registruotis ; I signed up twice, delete one
register | skirkit ir man vietelę ; sign my whole team up ; registracijos nuorodą, prašau
my_events | kuriuose renginiuose mane rasite kovą? ; kur man rytoj važiuoti? ; my plate tomorrow?
waiting_list | jau dvi savaites laukiu, ar kas nors pajudėjo ; ar yra kas prieš mane
waiting_list | it says full, what can I do? ; if there's a cancellation, notify me
certificate | kolegos jau gavo pažymas, o aš ne, kodėl? ; neveikia pažymėjimo nuoroda
hours | hours tally please ; do my five days add up yet? ; kiek dar iki 30?
centre_info | jei mokykla atsisako mokėti, kas tada gali apmokėti kvalifikaciją?
centre_info | ar jūs tik mokytojams, ar ir šiaip žmonėms? ; ar turit vietos automobiliui pastatyti?
propose_programme | who do I talk to about delivering a session for teachers? ; koks honoraras?
borrow | duosit mikrofoną renginiui? ; how do I reserve the interactive board for my class
retraining | teachers who switch subjects ; iš darželio norėčiau į mokyklą, ko reikia?
preferences | only tell me about things for music teachers ; pranešk, kai bus naujų kursų
privacy | do you share my info with anybody? ; ką jūs ten kaupiate apie žmones, čia legalu?
language | negaliu skaityti angliškai, yra lietuviška versija? ; LT ; back to Lithuanian, please
help | o ką dar gali? ; list of commands ; what can I ask you?
unknown | nusibodo viskas ; išversk man sakinį ; asdf ghjk lkj ; who invented the telephone?
unknown | kodėl dangus mėlynas? ; kiek sveria dramblys?
find_events | negaliu dalyvauti gruodį, kas yra sausį? ; seminaras pilnas, gal yra panašių?
find_events | ar dar bus konferencijų apie įtrauktį? ; per artimiausias tris dienas ; Šilutėje
find_events | ką galėčiau išklausyti už 40 eurų? ; gal girdėjot, kas moko gestų kalbos?
find_events | kaip dirbti su gabiais vaikais ; per teams ar zoom kas nors chemikams
privacy | do you read my messages ; kur laikomi mano duomenys? ; panaikink mano paskyrą
language | pereik į anglų ; kodėl angliškai rašai? ; can this be in Lithuanian
preferences | nutilk iki pirmadienio ; keičiu miestą, dabar dirbu Alytuje ; siųskit tik nuotolinius
preferences | pause notifications for a week ; noriu kas savaitę gauti sąrašą renginių
award | kaip pristatyti kandidatą? ; geriausio mokytojo rinkimai ; list of laureates
borrow | kada grąžinti robotus? ; is the VR set free next week ; norim micro:bit rinkinio savaitei
propose_programme | gal jums reikia dėstytojo? ; kiek mokat lektoriams ; programos teikimo tvarka
propose_programme | galėčiau ir kitus pamokyti ; I have a programme to offer, who decides?
retraining | galiu mokyti etikos be papildomų studijų? ; noriu dėstyti dar ir geografiją
retraining | can I teach physics with a chemistry degree ; norėčiau persimokyti į geografę
waiting_list | jei kas atsisakys, duokit žinoti ; jei atsilaisvins vieta, praneškit
waiting_list | vietų nebėra? tada į atsarginius ; it's full - can I wait for a spot
cancel | atlaisvinu vietą kitiems ; užsirašiau per klaidą ; kolegė dalyvauti negalės
certificate | pažymėjime ne ta pavardė ; dalyvavau, bet pažymos nėra ; need proof that I attended
hours | ar turiu jau 30 valandų? ; kiek iš viso sukaupta ; total hours for 2026
my_events | ar mane užregistravo? ; primink, kada man tie kursai ; did my registration go through
my_events | o aš rytoj kažkur turiu būti, ane? ; kada man kitas seminaras?
register | pridėkit mane prie to kurso ; aš irgi noriu ; užsiregistravimas kaip vyksta?
centre_info | ar savivaldybė padengia kursų išlaidas? ; ar KPKC ir KŠIC tas pats? ; kas jus įsteigė?
centre_info | nuo kada veikia KŠIC? ; kokie teisės aktai reglamentuoja kvalifikacijos tobulinimą?
centre_info | ar direktorius gali neišleisti į seminarą? ; is my school obliged to pay for PD
help | nuo ko pradėti? ; pirmą kartą čia ; robotas ar žmogus? ; where do I start
find_events | what can a psychologist attend in spring ; kur dar bus dirbtuvės šią žiemą?
find_events | į kokius seminarus dar galiu užsirašyti? ; kokie renginiai dar turi vietų
find_events | man trūksta 12 valandų, pasiūlykit ką nors ; ar kartosit seminarą apie autizmą
find_events | pasiūlykit ką nors, nes į Kauną nevažiuosiu ; show me seminars that I don't pay for
unknown | ar parduodat padangas? ; koks euro kursas? ; suskaičiuok 5+7
"""


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        (text.strip(), intent.strip())
        for intent, _, said in (line.partition("|") for line in WAYS.strip().splitlines())
        for text in said.split(" ; ")
    ],
)
def test_a_sentence_wants_one_thing(text: str, intent: str) -> None:
    """However it is put, with or without diacritics, in either language."""
    assert asked(text) == (intent, None)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("kuriame mieste rengiamos dirbtuvės apie žaidybinimą?", "where"),
        ("Kokiu adresu seminaras? Telefonas tuoj išsikraus", "where"),
        ("what's the exact address of the autism training?", "where"),
        ("medžiaga iš mokymų apie disleksiją", "materials"),
        ("when do sign-ups close for the debate training?", "deadline"),
        ("any seats left for the lecture on stress?", "seats"),
        ("iki kada registruotis", "deadline"),
        ("ar dar galima užsiregistruoti ar jau vėlu?", "deadline"),
        ("iki kada galima atsisakyti?", "deadline"),
        ("kiek kainuoja registracija", "price"),
        ("reikia sąskaitos faktūros", "price"),
        ("reiktų sąskaitos už gruodžio seminarą", "price"),
        ("ar galiu gauti sąskaitą", "price"),
        ("kiek kainuoja ir kada?", "price"),
        ("ar tai mokama?", "price"),
        ("is it free?", "price"),
        ("invoice please", "price"),
        ("ar bus pažymėjimas", "certificate"),
        ("will there be a certificate", "certificate"),
        ("kiek val. bus ir ar duosit pažymėjimą?", "hours"),
        ("how long does it last?", "hours"),
        ("o kada jis vyksta?", "when"),
        ("kada ir kur?", "when"),
        ("when does it start", "when"),
        ("o kur?", "where"),
        ("nuotoliu ar gyvai bus?", "where"),
        ("kada man vieta?", "when"),
        ("how many seats are left", "seats"),
        ("ar nebepilna grupė?", "seats"),
        ("kas dėstys?", "lecturer"),
        ("who is the speaker", "lecturer"),
        ("kur prisijungti?", "link"),
        ("negavau nuorodos, atsiųskite", "link"),
        ("kam skambinti dėl šio renginio?", "coordinator"),
        ("kur rasti skaidres?", "materials"),
        ("ar bus įrašas", "materials"),
        ("nerandu skaidrių iš antradienio", "materials"),
        ("ar registracija dar atvira?", "deadline"),
        ("kada ir kur pervesti pinigus?", "price"),
        ("ar grąžinsit pinigus, jei nedalyvausiu?", "price"),
        ("ar čia 40 valandų ar 20?", "hours"),
        ("kokia programos apimtis?", "hours"),
        ("iki kelintos užtruks?", "when"),
        ("koks tvarkaraštis?", "when"),
        ("nuotoliu ar reikės važiuoti?", "where"),
        ("kaip rast tą auditoriją?", "where"),
        ("daug jau užsirašė?", "seats"),
        ("ar jau viskas užimta?", "seats"),
        ("kas mokys?", "lecturer"),
        ("ar lektorius praktikas?", "lecturer"),
        ("neįleidžia į zoomą", "link"),
        ("per teams ar zoom bus?", "link"),
        ("duos kokį popieriuką po visko?", "certificate"),
        ("kas kuruoja kursą?", "coordinator"),
        ("how late can I send in the form for the course?", "deadline"),
        ("kada užsibaigs registracija į kursą?", "deadline"),
        ("iki kada pateikti anketą?", "deadline"),
        ("ar teks kiek nors primokėti už kursą?", "price"),
        ("ar po kursų gausiu kokį dokumentą?", "certificate"),
    ],
)
def test_a_fact_of_an_event(text: str, fact: str) -> None:
    """One fact is asked for, of two the first; a bare when or where gives way to any other."""
    assert asked(text) == ("event_facts", fact)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("noriu užsirašyti į etiką", ["etiką"]),
        ("susirgau, į robotiką neatvyksiu", ["robotiką"]),
        ("kiek kainuoja robotika?", ["robotika"]),
        ("ar bus išduodami pažymėjimai", []),
        ("sign me up for robotics", ["robotics"]),
        ("kas nors apie bendrąsias programas", ["bendrąsias", "programas"]),
    ],
)
def test_words_of_what_is_wanted_are_no_theme(text: str, left: list[str]) -> None:
    """Of a deed or a fact nothing is left to look for."""
    reading = read(text, today=date(2026, 11, 22), known=KNOWN)
    for one in wanted(reading).spoken:
        reading.sentence.blank(one.start, one.end)
    assert [written for _, written in reading.topic()] == left


def test_every_intent_is_named_once() -> None:
    """The contract's list has no intent twice."""
    assert len(set(INTENTS)) == len(INTENTS)
