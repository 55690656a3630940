"""Letters invented from a random source: numbers, questions, answers, lists, tables, notes and citations of our own."""
import letterfile

PLACES = "Zuiderwaard Westerdam Molenhoek Oostmeerland Veldermond Noordhage Kerkeveen Lindewater".split()
SUBJECTS = ["de sluizen bij {p}", "het zwembad in {p}", "de luchtkwaliteit rond {p}", "de nachttrein naar {p}",
            "het pgb-beleid in {p}", "de micro-organismen in het water bij {p}", "de CO<sub>2</sub>-heffing in de haven van {p}",
            "de wo-opleiding in {p}", "de A27-verbreding bij {p}", "de jeugd-ggz in {p}", "de huisartsenpost van {p}"]
BODIES = ["de provincie", "het waterschap", "de inspectie", "de gemeente {p}", "het Kenniscentrum Zwemwater", "de vervoerder",
          "de Stichting Oeverrecht", "het planbureau"]
ACTS = ["uitgesteld", "verplaatst", "onderzocht", "goedgekeurd", "ingetrokken", "bekostigd"]
QUESTIONS = [
    "Bent u bekend met het bericht dat {s} door {b} is {a}?", "Hoeveel meldingen over {s} zijn er in {y} gedaan?",
    "Klopt het dat {b} in {y} een besluit over {s} heeft {a}?", "Waarom is {s} niet eerder door {b} {a}?",
    "Wat kost {s} per jaar, en wie draagt deze kosten?", "Welke gevolgen heeft {s} voor omwonenden en bedrijven?",
    "Deelt u de mening dat {b} meer aandacht moet hebben voor {s}? Zo nee, waarom niet?",
    "Bent u bereid om met {b} in gesprek te gaan over {s}? Zo ja, op welke termijn?"]
REQUESTS = [
    "Kunt u een overzicht geven van de uitgaven aan {s} sinds {y}", "Graag een toelichting op de rol van {b} bij {s}.",
    "Geef aan hoeveel gemeenten in {y} hebben bijgedragen aan {s}.", "Beschrijf de gevolgen van {s} voor de begroting van {b}."]
ANSWERS = [
    "Volgens {b} is {s} in {y} door {n} personen gemeld.", "In {y} bedroegen de kosten € {n},5 miljoen, waarvan {b} een derde droeg.",
    "De gemiddelde concentratie was {n} µg/m³, tegen {m} µg/m³ in {y}.", "Ik heb {b} gevraagd om {s} opnieuw te beoordelen.",
    "Daarvoor zijn geen aanwijzingen, zo blijkt uit gegevens van {b} over {y}.", "Het gaat om {n} hectare aan de oostzijde van {p}.",
    "De aanbesteding begint naar verwachting in het voorjaar van {y}.", "Bewoners zijn hierover door {b} op {d} maart {y} geïnformeerd.",
    "Over {s} is afgesproken dat {b} ieder kwartaal verslag uitbrengt.", "Dat is {n} procent meer dan in het jaar daarvoor."]
SHORT = ["Ja.", "Nee.", "Ja, dat bericht ken ik.", "Dat klopt.", "Nee, daarvan is geen sprake."]
NOTES = ["{b}, jaarverslag {y}, p. {n}.", "Zie de brief van {d} maart {y}.", "{y} | Overzicht van uitgaven, bijlage {d}.",
         "https://www.oeverrecht.example/publicaties/{y}/rapport-{n}.pdf.", "{cite}."]


class Inventor:
    """Sentences from a random source; `settings` are the dimensions of the contents."""

    def __init__(self, random, settings):
        self.random, self.settings, self.notes = random, settings, []

    def filled(self, form):
        pick, r = self.random.choice, self.random.randint
        place = pick(PLACES)
        return form.format(s=pick(SUBJECTS).format(p=place), b=pick(BODIES).format(p=place), a=pick(ACTS), p=place, y=r(2014, 2026),
                           n=r(3, 98), m=r(3, 98), d=r(1, 28), cite=self.citation() if "{cite}" in form else "")

    def citation(self):
        """A Kamerstuk or Aanhangsel in one of its notations, with its id."""
        dossier, number = self.random.randint(37400, 37499), self.random.randint(2, 300)
        spaced = f"{str(dossier)[:2]} {str(dossier)[2:]}"
        year = self.random.randint(2014, 2024)
        form = self.random.choice(["Kamerstuk {s}, nr. {n}", "Kamerstukken II {y}/{z}, {d}, nr. {n}", "Kamerstuk {d}, nr. {n}",
                                   "Aanhangsel Handelingen II {y}/{z}, nr. {n}"])
        key = f"ah-tk-{year}{year + 1}-{number}" if form.startswith("Aanhangsel") else f"kst-{dossier}-{number}"
        return "{%s|%s}" % (key, form.format(s=spaced, d=dossier, n=number, y=year, z=str(year + 1)[2:]))

    def sentence(self, forms):
        text = self.filled(self.random.choice(forms))
        return text[0].upper() + text[1:]

    def marked(self, text):
        """Sometimes with a note."""
        if self.random.random() > self.settings["noted"]:
            return text
        note = self.sentence(NOTES)
        self.notes.append(note)
        return f"{text}[^{len(self.notes)}]"

    def question(self, several):
        asks = [QUESTIONS, REQUESTS][self.random.random() < self.settings["requests"]]
        return "\n".join(self.marked(self.sentence(asks)) for _ in range(self.random.randint(2, 3) if several else 1))

    def table(self):
        rows = [["Jaar", self.random.choice(PLACES), self.random.choice(PLACES)]]
        first = self.random.randint(2015, 2020)
        rows += [[str(first + i), str(self.random.randint(4, 990)), str(self.random.randint(4, 990))] for i in range(self.random.randint(2, 5))]
        return "\n".join("| " + " | ".join(row) for row in rows)

    def answer(self):
        if self.random.random() < 0.2:
            return self.marked(self.random.choice(SHORT))
        out = []
        for _ in range(self.random.choice([1, 1, 2, 3])):
            said = [self.sentence(ANSWERS) for _ in range(self.random.randint(1, 4))]
            if self.random.random() < 0.12:
                said.append(f"Dat staat in {self.citation()}.")
            out.append(self.marked(" ".join(said)))
        if self.random.random() < self.settings["lists"]:
            items = [self.filled("de raming van {b} over {y}, die {n} bladzijden telt;") for _ in range(self.random.randint(2, 4))]
            out.append("Het gaat om:\n" + "\n".join(f"– {i}" for i in items))
        if self.random.random() < self.settings["tables"]:
            out.append("De cijfers zijn:\n\n" + self.table())
            out.append(self.sentence(ANSWERS))
        return "\n\n".join(out)


def groups(random, count, how):
    """The numbers 1 to `count`, in the groups that are answered together."""
    out, n = [], 1
    while n <= count:
        size = random.choice([1, 1, 2, 3]) if how == "grouped" else 1
        out.append(list(range(n, min(count, n + size - 1) + 1)))
        n += size
    return out


def ordered(random, groups_, order):
    """(kind, numbers) as they stand on the page."""
    asked = [("vraag", [n]) for group in groups_ for n in group]
    answered = [("antwoord", group) for group in groups_]
    if order in ("apart", "one missing"):
        if order == "one missing":
            answered.pop(random.randrange(1, len(answered)))
        return asked + answered
    out = []
    for group in groups_:
        out += [("vraag", [n]) for n in group] + [("antwoord", group)]
    if order == "late answer" and len(groups_) > 3:
        at = next(i for i, b in enumerate(out) if b == ("antwoord", groups_[1]))
        out.append(out.pop(at))
    if order == "unanswered" and len(groups_) > 3:
        out.remove(("antwoord", groups_[2]))
    return out


def letter(random, name, settings):
    """A letter as letterfile knows it. Notes are numbered in the order in which they stand."""
    inventor, out = Inventor(random, settings), []
    for kind, numbers in ordered(random, groups(random, settings["questions"], settings["order"]), settings["order"]):
        text = inventor.question(random.random() < settings["several"]) if kind == "vraag" else inventor.answer()
        out.append(f"== {kind} {','.join(map(str, numbers))}\n{text}\n")
    if inventor.notes:
        out.append("== noten\n" + "\n".join(f"[{i}] {n}" for i, n in enumerate(inventor.notes, 1)) + "\n")
    return letterfile.Letter(name, {"layout": "brief"}, *letterfile.blocks("\n".join(out)))
