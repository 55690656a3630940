#!/usr/bin/env python3
"""Write kst-37188-12.letter: a lijst of 120 questions, 40 written out here and 80 about twenty invented well fields.

    many_questions.py        writes the letter file beside itself; the same text each time
"""
import pathlib

HEAD = '''+++
layout = "commissie"
kind = "lijst"
tagged = true
font = "DejaVu Serif"
hyphenate = true
dossier = "37 188"
dossier_title = "Drinkwater in droge zomers"
number = "12"
heading = "Lijst van vragen en antwoorden"
adopted = "2025-12-05"
date = "2025-12-02"
committee = "vaste commissie voor Infrastructuur en Waterstaat"
responders = [{ office = "Minister van Infrastructuur en Waterstaat" }]
headings = { vraag = "{n}", antwoord = "" }
+++
== voor
De vaste commissie voor Infrastructuur en Waterstaat heeft een aantal vragen voorgelegd aan de minister van Infrastructuur en Waterstaat over de brief van 12 september 2025 inzake de nota over drinkwater ({kst-37188-9|Kamerstuk 37 188, nr. 9}).

De minister heeft deze vragen beantwoord bij brief van 2 december 2025. Vragen en antwoorden zijn hierna afgedrukt.

De voorzitter van de commissie,
Ploeger-Maas

De adjunct-griffier van de commissie,
Schuurman

'''

# name, province, company, opened, million m³ a year permitted, drawn in 2024, nitrate mg/l, neighbours
FIELDS = [
    ("Achterwegen", "Oostmeerland", "Oostbron", 1968, "9,0", "8,7", 61, "Meerwoude"),
    ("Hoge Ley", "Oostmeerland", "Oostbron", 1974, "4,5", "4,4", 38, "Súdermarke"),
    ("Kromme Ven", "Drenterwolde", "Noordgrond", 1959, "6,2", "5,1", 72, "Wolderveen"),
    ("Balloërhoek", "Drenterwolde", "Noordgrond", 1981, "3,0", "2,9", 44, "Ter Aard"),
    ("De Stille Kolk", "Drenterwolde", "Noordgrond", 1990, "2,4", "2,4", 29, "Wolderveen"),
    ("Zandhuizerduin", "Zuider-Zeeland", "De Duinwinning", 1926, "11,5", "9,8", 12, "Noordoog"),
    ("Langeveld-Zuid", "Zuider-Zeeland", "De Duinwinning", 1938, "7,8", "7,1", 15, "Zuiderveen"),
    ("Houtakker", "Westerkwartier", "Zoetermere Water", 1966, "5,6", "5,5", 57, "Nieuw-Oudeland"),
    ("Rietlanden", "Westerkwartier", "Zoetermere Water", 1971, "8,1", "7,3", 33, "Oudeland"),
    ("Vierlingsbos", "Westerkwartier", "Zoetermere Water", 1987, "3,3", "3,1", 66, "Bosbeek"),
    ("Heimolen", "Zuidermark", "Markwater", 1954, "6,9", "6,9", 81, "Heikant"),
    ("Groote Peelrug", "Zuidermark", "Markwater", 1963, "5,0", "4,6", 77, "Peelrode"),
    ("Leemkuilen", "Zuidermark", "Markwater", 1978, "2,8", "2,1", 54, "Heikant"),
    ("Sint-Odaberg", "Zuidermark", "Markwater", 1995, "1,9", "1,9", 49, "Odakapel"),
    ("Mergelgrub", "Heuvelrijk", "Heuvelbron", 1949, "4,2", "3,9", 68, "Gulperdal"),
    ("Drie Beelden", "Heuvelrijk", "Heuvelbron", 1961, "3,6", "3,5", 59, "Epenhout"),
    ("Schaelsbos", "Heuvelrijk", "Heuvelbron", 1984, "2,2", "1,7", 63, "Gulperdal"),
    ("Engelse Werken", "IJsselstreek", "IJsselwater", 1930, "7,4", "7,0", 25, "Hattemoord"),
    ("Zwarte Kolk", "IJsselstreek", "IJsselwater", 1969, "5,3", "5,3", 41, "Olsterveld"),
    ("Luttenbergse Es", "IJsselstreek", "IJsselwater", 1976, "4,8", "4,0", 52, "Olsterveld"),
]

WRITTEN = [
    ("Wat is de definitie van een kwetsbare winning?",
     "Een winning is kwetsbaar als het water binnen 25 jaar van het maaiveld naar de put stroomt en er geen afsluitende kleilaag boven ligt. Deze omschrijving is in 2017 met de provincies vastgesteld."),
    ("Hoeveel winningen zijn er in Nederland en hoeveel daarvan zijn kwetsbaar?",
     "Er zijn 204 winningen. Daarvan zijn er 34 kwetsbaar."),
    ("Wie besluit over de vergunning voor een nieuwe winning? Welke rol heeft het Rijk?",
     "De provincie besluit. Het Rijk stelt de kaders en is bevoegd gezag wanneer een winning in rijkswateren ligt."),
    ("Hoe lang duurt een vergunningprocedure gemiddeld?",
     "Gemiddeld zes jaar, gerekend van de eerste verkenning tot het onherroepelijke besluit. De wettelijke beslistermijn is zes maanden; het meeste werk zit in het onderzoek vooraf."),
    ("Kan die procedure korter?",
     "Ja. Met de provincies is afgesproken het onderzoek naar verdroging en dat naar natuur gelijktijdig uit te voeren. Dat scheelt naar verwachting anderhalf jaar. Zie ook het antwoord op vraag 4.", [4]),
    ("Welke drinkwaterbedrijven waarschuwden dit jaar voor een tekort?",
     "Noordgrond, Oostbron, Zoetermere Water en De Duinwinning. Ik verwijs naar de antwoorden op vragen over droge zomers.[^1]"),
    ("Hoeveel water gebruikt een inwoner gemiddeld per dag?",
     "In 2024 was dat 119 liter. In 2013 was het 122 liter."),
    ("Wat is het doel voor 2035 en ligt het gebruik op schema?",
     "Het doel is 100 liter per inwoner per dag. Met de huidige daling wordt dat niet gehaald; bij ongewijzigd beleid komt het gebruik in 2035 uit op 114 liter."),
    ("Welke maatregelen leveren de meeste besparing op?",
     "Volgens het onderzoek dat aan de nota ten grondslag ligt[^2] zijn dat:\n– een douchekop met een doorstroming van ten hoogste 7 liter per minuut: 9 liter per dag;\n– het gebruik van regenwater voor het toilet in nieuwe woningen: 6 liter per dag;\n– een slimme meter met melding bij lekkage: 3 liter per dag.\nDe bedragen die hiermee zijn gemoeid, staan in bijlage 3 bij de nota."),
    ("Waarom is regenwater voor het toilet niet verplicht gesteld?",
     "De kosten per woning (€ 3.400 tot € 5.100) wegen bij kleine projecten niet op tegen de besparing. In gebieden waar geen nieuwe aansluitingen mogelijk zijn, kan een gemeente de eis wel stellen."),
    ("Welk deel van het drinkwater wordt door bedrijven gebruikt?",
     "Ongeveer 28 procent."),
    ("Mogen bedrijven drinkwater blijven gebruiken als koelwater?",
     "Ja, zolang geen ander water beschikbaar is. Vanaf 2028 moet een bedrijf dat meer dan 100.000 m<sup>3</sup> per jaar gebruikt, dat aantonen."),
    ("Hoeveel datacentra koelen met drinkwater?",
     "Dat zijn er elf, met samen een gebruik van 0,9 miljoen m<sup>3</sup> per jaar. Zie het antwoord op vraag 12 voor de regels die gaan gelden.", [12]),
    ("Is de nota met de drinkwaterbedrijven besproken?",
     "Ja, driemaal."),
    ("Wat was hun belangrijkste bezwaar?",
     "Zij vinden dat het Rijk te weinig regie neemt bij het aanwijzen van reserves."),
    ("Welke aanvullende strategische voorraden zijn aangewezen, en welke nog niet?",
     "Van de vijftien beoogde voorraden zijn er negen aangewezen. De zes andere liggen in Zuidermark (drie), Heuvelrijk (twee) en Drenterwolde (een). De provincies hebben toegezegd dat in 2026 af te ronden; het verzoek daartoe is gedaan in een motie.[^3]"),
    ("Wat kost het om alle vijftien voorraden te beschermen?",
     "Dat is niet te ramen zolang de begrenzing niet vaststaat."),
    ("Hoe worden die kosten gedekt?",
     "Zie het antwoord op vraag 17.", [17]),
    ("Kan de minister toelichten wat het Europese recht eist van de bescherming van bronnen?",
     "De kaderrichtlijn water verplicht lidstaten de winningen zo te beschermen dat de zuivering niet hoeft toe te nemen. De drinkwaterrichtlijn voegt daaraan een risicobeoordeling toe voor het hele traject van bron tot kraan. De eerste beoordeling moet in 2027 gereed zijn en wordt daarna elke zes jaar herhaald."),
    ("Is Nederland daarmee op tijd?",
     "Voor 29 van de 34 kwetsbare winningen is de beoordeling gereed of in uitvoering."),
    ("Welke stoffen worden het vaakst boven de norm aangetroffen?",
     "In het grondwater vóór zuivering zijn dat nitraat, bentazon en enkele afbraakproducten van bestrijdingsmiddelen. In oppervlaktewater gaat het vooral om PFAS, 1,4-dioxaan en resten van geneesmiddelen."),
    ("Welke norm geldt voor PFAS in drinkwater?",
     "Sinds januari 2026 geldt een norm van 100 nanogram per liter voor de som van twintig stoffen. Daarnaast is er een streefwaarde van 4,4 nanogram per liter, berekend met de methode die in de bijlage bij een eerdere brief is beschreven ({kst-37188-6|Kamerstuk 37 188, nr. 6})."),
    ("Wordt die streefwaarde gehaald?",
     "In gebieden met grondwater wel, in gebieden met oppervlaktewater nog niet overal."),
    ("Is overwogen de streefwaarde tot norm te verheffen?",
     "Ja, maar een norm die niet gehaald kan worden, helpt niemand. Ik kies voor het terugdringen van lozingen. Daarover is uw Kamer uitvoerig geïnformeerd.[^4]"),
    ("Wat gebeurt er met het slib uit de zuivering?",
     "Kalkkorrels worden gebruikt in glas en tapijt, ijzerslib in vergisters. Slib met PFAS wordt verbrand."),
    ("Wanneer is het leidingnet voor het laatst op loden leidingen onderzocht?",
     "De bedrijven hebben hun eigen leidingen vóór 2005 vervangen. In woningen van vóór 1960 kan nog lood voorkomen; naar schatting gaat het om 100.000 tot 200.000 woningen."),
    ("Welke hulp krijgen eigenaren van die woningen?",
     "Gemeenten kunnen een subsidie geven. Verhuurders zijn verplicht lood te vervangen als de norm van 5 microgram per liter wordt overschreden."),
    ("Hoeveel water gaat verloren door lekkage?",
     "Ongeveer 5 procent. In omringende landen ligt dat tussen 7 en 25 procent."),
    ("Hoe oud is het leidingnet gemiddeld?",
     "36 jaar."),
    ("Hoeveel kilometer leiding wordt per jaar vervangen?",
     "In 2024 was dat 1.140 kilometer op een net van ruim 121.000 kilometer. De bedrijven verwachten het tempo te verdubbelen."),
    ("Zijn er voldoende monteurs om dat te doen?",
     "Nee. De sector telt 430 openstaande vacatures. In het aanvalsplan techniek, waarover uw Kamer een brief heeft ontvangen[^5], is hiervoor een aparte opleiding voorzien."),
    ("Welke bedrijven hebben een noodstroomvoorziening voor ten minste tien dagen?",
     "Alle tien. De voorziening wordt jaarlijks beproefd, het laatst in maart 2025."),
    ("Is die proef overal geslaagd?",
     "Bij negen van de tien bedrijven. Bij het tiende bedrijf startte één aggregaat niet; het is in april vervangen."),
    ("Hoe worden burgers gewaarschuwd bij een verontreiniging?",
     "Met een kookadvies van het drinkwaterbedrijf, via de gemeente, de regionale omroep en zo nodig NL-Alert."),
    ("Hoeveel kookadviezen zijn in de afgelopen drie jaar gegeven?",
     "In 2023 waren dat er 14, in 2024 11 en in 2025 tot dusver 17."),
    ("Hoe lang duurde het langste daarvan?",
     "Negen dagen, in Peelrode."),
    ("Wat is er gebeurd met de aanbevelingen na dat voorval?",
     "Van de zeven aanbevelingen zijn er zes uitgevoerd. De zevende, een tweede aanvoerleiding, vergt een besluit van de gemeente en het waterschap."),
    ("Kan de minister een tijdlijn geven van de besluiten die in 2026 worden genomen?",
     "Ja:\n1. eerste kwartaal: besluit over de winning Achterwegen;\n2. tweede kwartaal: uitkomst van het onderzoek naar oplopende tarieven en de reactie daarop, die ik tegelijk aan de Eerste Kamer zend ({kst-37188-B|Kamerstukken I 2025/26, 37 188, B});\n3. vierde kwartaal: de eerste risicobeoordelingen."),
    ("Wie beoordeelt of de doelen van de nota worden gehaald?",
     "Het RIVM en het Planbureau voor de Leefomgeving brengen elke twee jaar een voortgangsbeeld uit."),
    ("Wanneer wordt dit overzicht herhaald?",
     "In het najaar van 2026, en daarna jaarlijks."),
]

NOTES = '''== noten
[1] {ah-tk-20242025-1876|Aanhangsel Handelingen II 2024/25, nr. 1876}, en de brief van 21 oktober 2025 over dezelfde zaak.
[2] «Elke druppel geteld», bijlage bij {kst-37188-9|Kamerstuk 37 188, nr. 9}.
[3] {kst-37188-11|Kamerstuk 37 188, nr. 11}.
[4] {kst-37188-6 kst-37188-8|Kamerstukken 37 188, nrs. 6 en 8}.
[5] {kst-36800-VIII-18|Kamerstuk 36 800 VIII, nr. 18}.
[6] {kst-37188-10|Kamerstuk 37 188, nr. 10}.
'''


def room(permitted, drawn):
    return round(float(permitted.replace(",", ".")) - float(drawn.replace(",", ".")), 1)


def comma(value):
    return f"{value:.1f}".replace(".", ",")


def capacity(i, f, numbers):
    name, province, company, opened, permitted, drawn, _, town = f
    left = room(permitted, drawn)
    asked = [f"Hoeveel water mag {company} per jaar winnen bij {name} en hoeveel is daarvan in 2024 gebruikt?",
             f"Wat is de vergunde hoeveelheid van de winning {name}, en hoe groot is de ruimte die nog over is?",
             f"Kan de winning {name} meer water leveren dan zij nu doet?"][i % 3]
    use = f"De vergunning staat {permitted} miljoen m<sup>3</sup> per jaar toe. In 2024 is {drawn} miljoen m<sup>3</sup> gewonnen."
    rest = " De vergunning is daarmee volledig benut." if left == 0 else f" Er resteert {comma(left)} miljoen m<sup>3</sup>, die {company} achter de hand houdt voor warme dagen."
    first = {2: "Nee. " if left == 0 else "Ja. "}.get(i % 3, "")
    return asked, first + use + rest, []


def nitrate(i, f, numbers):
    name, province, company, opened, _, _, level, town = f
    asked = [f"Wat is de nitraatconcentratie in het bovenste grondwater bij {name}?",
             f"Overschrijdt het grondwater bij {name} de norm voor nitraat? Zo ja, sinds wanneer is dat bekend?"][i % 2]
    over = level > 50
    if i % 2 == 0:
        answer = f"In 2024 was dat gemiddeld {level} milligram per liter, " + ("boven" if over else "onder") + " de norm van 50 milligram per liter."
    elif over:
        answer = f"Ja. Er is {level} milligram per liter gemeten; de norm is 50. De eerste overschrijding dateert van {1990 + i}. Na zuivering voldoet het water aan de norm."
    else:
        answer = f"Nee. Er is {level} milligram per liter gemeten, en de norm is 50."
    return asked, answer, []


def measures(i, f, numbers):
    name, province, company, opened, _, _, level, town = f
    asked = f"Welke maatregelen nemen de provincie {province} en de gemeente {town} om de winning {name} te beschermen?"
    if level > 50:
        answer = (f"Met {6 + i} landbouwbedrijven in het intrekgebied zijn afspraken gemaakt over bemesting, vanggewassen en het omzetten van maïs in gras. "
                  f"De gemeente {town} onderzoekt de aankoop van {12 + 3 * i} hectare grond. Wordt de norm in 2027 niet gehaald, dan stelt de provincie verplichte regels, op de wijze die eerder aan uw Kamer is gemeld." + ("[^6]" if i < 3 else ""))
    elif i % 2:
        n = numbers["nitrate", name]
        return asked, f"Geen aanvullende. Zie het antwoord op vraag {n}.", [n]
    else:
        answer = f"De provincie houdt vast aan het verbod op boren dieper dan {20 + i} meter. Verdere maatregelen zijn nu niet nodig, want de concentraties zijn al jaren stabiel."
    return asked, answer, []


def permit(i, f, numbers):
    name, province, company, opened, permitted, _, _, town = f
    asked = [f"Uit welk jaar stamt de vergunning voor {name} en wanneer wordt zij herzien?",
             f"Verwacht de minister dat {company} de winning bij {town} kan uitbreiden?"][i % 2]
    if i % 2 == 0:
        answer = f"De winning is geopend in {opened}; de huidige vergunning is van {opened + 38}. De provincie {province} herziet haar uiterlijk in {2027 + i % 4}."
    else:
        answer = (f"{company} heeft in {2019 + i % 6} verzocht om uitbreiding tot {comma(float(permitted.replace(',', '.')) * 1.2)} miljoen m<sup>3</sup> per jaar. "
                  f"De provincie {province} heeft daarop nog niet besloten. Ik loop op dat besluit niet vooruit.")
    return asked, answer, []


def main():
    rows, numbers = list(WRITTEN), {}
    for kind in (capacity, nitrate, measures, permit):
        for i, field in enumerate(FIELDS):
            numbers[kind.__name__, field[0]] = len(rows) + 1
            rows.append(kind(i, field, numbers))
    out = HEAD
    for n, (asked, answer, *see) in enumerate(rows, 1):
        see = f" zie {','.join(map(str, see[0]))}" if see and see[0] else ""
        out += f"== vraag {n}\n{asked}\n\n== antwoord {n}{see}\n{answer}\n\n"
    path = pathlib.Path(__file__).with_name("kst-37188-12.letter")
    path.write_text(out + NOTES, encoding="utf-8")


if __name__ == "__main__":
    main()
