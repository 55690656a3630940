"""A letter invented from a seed: its questions, answers, notes and front, as `letterfile` has them."""

import datetime
import functools
import pathlib
import re
import tomllib

import heads
import letterfile

HERE = pathlib.Path(__file__).resolve().parent
SLOT = re.compile(r"\$([a-z]+)(_h)?")
CHAPTERS = ["VIII", "XII", "XVI", "XIII", "A"]


@functools.cache
def pool():
    return tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))


class Writer:
    """Draws sentences, none twice in a letter."""

    def __init__(self, rng):
        # `numbers`: of the questions that a text may point to.
        self.rng, self.used, self.numbers = rng, set(), []

    def figure(self):
        n = self.rng.choice((self.rng.randint(11, 99), self.rng.randint(100, 999), self.rng.randint(1000, 99999)))
        return f"{n:,}".replace(",", ".")

    def paper(self):
        """A Kamerstuk or Aanhangsel in one of its notations, with its id."""
        rng, dossier, number = self.rng, self.rng.randint(37400, 37499), self.rng.randint(2, 240)
        spaced, year = f"{dossier // 1000} {dossier % 1000}", rng.randint(2015, 2025)
        session, addition = f"{year}/{(year + 1) % 100:02}", rng.choice(CHAPTERS)
        kst, chapter = f"kst-{dossier}-{number}", f"kst-{dossier}-{addition}-{number}"
        ident, shown = rng.choice(
            (
                (kst, f"Kamerstuk {dossier}, nr. {number}"),
                (kst, f"Kamerstuk {spaced}, nr. {number}"),
                (kst, f"Kamerstukken II {session}, {spaced}, nr. {number}"),
                (kst, f"Kamerstuk {dossier}-{number}"),
                (kst, f"Kamerstukken II, {session}, {dossier}, nr. {number}"),
                (kst, f"TK {session}, {spaced}, nr. {number}"),
                (chapter, f"Kamerstuk {dossier} {addition}, nr. {number}"),
                (chapter, f"Kamerstukken II {session}, {spaced} {addition}, nr. {number}"),
                (chapter, f"Kamerstuk {dossier}-{addition}-{number}"),
                (
                    f"ah-tk-{year}{year + 1}-{number}",
                    f"Aanhangsel Handelingen, vergaderjaar {year}–{year + 1}, nr. {number}",
                ),
                (f"ah-tk-{year}{year + 1}-{number}", f"Aanhangsel van de Handelingen II {session}, nr. {number}"),
            )
        )
        return f"{{{ident}|{shown}}}"

    def slot(self, name):
        rng = self.rng
        made = {
            "getal": self.figure,
            "klein": lambda: str(rng.randint(2, 40)),
            "jaar": lambda: str(rng.randint(2012, 2025)),
            "bedrag": lambda: rng.choice(
                (
                    f"€ {rng.randint(2, 90)},{rng.randint(1, 9)} miljoen",
                    f"€ {self.figure()}",
                    f"{rng.randint(2, 80)} miljoen euro",
                )
            ),
            "procent": lambda: rng.choice(
                (f"{rng.randint(2, 95)}%", f"{rng.randint(1, 60)},{rng.randint(1, 9)} procent")
            ),
            "meting": lambda: (
                f"{rng.randint(2, 45)} " + rng.choice(("µg/m³", "µg/m³", "mg/l", "m³/s", "kg/m²", "dB", "km²"))
            ),
            "dag": lambda: heads.day(
                datetime.date(rng.randint(2019, 2025), rng.randint(1, 12), rng.randint(1, 28)).isoformat()
            ),
            "kamerstuk": self.paper,
            "vraag": lambda: str(rng.choice(self.numbers)),
        }
        return made[name]() if name in made else rng.choice(pool()["lists"][name])

    def sentence(self, kind):
        """One of a kind, its slots filled; the first letter a capital where the pool asks for it."""
        known = [s for s in pool()[kind] if (kind, s) not in self.used] or pool()[kind]
        if not self.numbers:
            known = [s for s in known if "$vraag" not in s]
        form = self.rng.choice(known)
        self.used.add((kind, form))

        def filled(m):
            text = self.slot(m[1])
            return text[0].upper() + text[1:] if m[2] else text

        return SLOT.sub(filled, form)

    def note(self, before):
        """A note's pieces. «Idem» mentions again what the note before it mentions, if that is one paper at most."""
        made = letterfile.pieces(self.sentence("notes"))
        ids = [i for p in before or [] for i in p.ids]
        if made[0].text.startswith("Idem"):
            if before is None or len(ids) > 1:
                return self.note(before)
            made[0].ids = tuple(ids)
        return made

    def paragraph(self, longest=4):
        return " ".join(self.sentence("answers") for _ in range(self.rng.randint(1, longest)))

    def see(self, text):
        """Numbers that a text names."""
        return [int(n) for n in re.findall(r"op vraag (\d+)", text)]

    def table(self):
        rng, columns = self.rng, self.rng.randint(2, 4)
        first = rng.choice(("Jaar", "Regio"))
        head = [first, *rng.sample(("Aantal", "Budget", "Aandeel", "Wachttijd", "Meldingen"), columns)]
        keys = (
            range(2019, 2019 + rng.randint(3, 6))
            if first == "Jaar"
            else rng.sample(pool()["lists"]["plaats"], rng.randint(3, 6))
        )
        title = (
            [f"|= Tabel {rng.randint(1, 4)}: {rng.choice(pool()['lists']['dingen'])} per {first.lower()}"]
            if rng.random() < 0.5
            else []
        )
        return [
            *title,
            "| " + " | ".join(head),
            *("| " + " | ".join([str(k), *(self.figure() for _ in head[1:])]) for k in keys),
        ]

    def frame(self):
        """Lines in a frame: a title, then dated steps or sentences."""
        dated, steps = self.rng.random() < 0.5, []
        while len(steps) < 3:
            sentence = self.sentence("answers")
            if "{" not in sentence:
                steps.append(f"{self.slot('dag')}: {sentence}" if dated else sentence)
        return [f"| {line}" for line in [self.rng.choice(("Tijdlijn", "Kader 1", "Samenvatting")), *steps]]

    def items(self):
        mark = self.rng.choice(("– ", "• ", "{}. ", "– "))
        chosen = self.rng.sample(pool()["items"], self.rng.randint(2, 4))
        return [mark.format(i + 1) + SLOT.sub(lambda m: self.slot(m[1]), s) for i, s in enumerate(chosen)]


def marked(rng, lines, mark):
    """A note's mark put at the end of a sentence of one paragraph, behind or before its full stop."""
    at = rng.choice([i for i, line in enumerate(lines) if line and line[0] != "|"])
    # Never within a reference or another mark.
    plain = re.sub(r"\{.*?\}|<.*?>|\[\^.*?\]", lambda m: "#" * len(m[0]), lines[at])
    ends = list(re.finditer(r"[.?](?= [A-Z]|$)", plain))
    words = list(re.finditer(r"(?<=[a-z]{6})(?= [a-z])", plain))
    end = rng.choice(ends) if ends and (rng.random() < 0.8 or not words) else rng.choice(words) if words else None
    place = len(lines[at]) if end is None else end.start() if end[0] and rng.random() < 0.3 else end.end()
    # Two figures side by side would be read as one.
    if "#" not in plain[max(0, place - 1) : place + 1]:
        lines[at] = lines[at][:place] + f"[^{mark}]" + lines[at][place:]


MIXED = {
    "mixed": ("questions", "questions", "requests"),
    "remarks": ("statements", "statements", "questions", "requests"),
}


def question_lines(w, asks):
    kind = w.rng.choice(MIXED.get(asks, (asks,)))
    lines = [w.sentence(kind)]
    if w.rng.random() < 0.2:
        lines[0] += " " + w.sentence(kind)
    if w.rng.random() < 0.1:
        lines += [w.sentence(kind)]
    return lines


def answer_lines(w, d):
    if w.rng.random() < 0.3:
        return [w.sentence("short")]
    lines = [w.paragraph()]
    for _ in range(w.rng.choice((0, 0, 1, 1, 2))):
        lines += [""] * d["paragraph_gap"] + [w.paragraph()]
    if w.rng.random() < d["list_share"]:
        lines += ["", "Het gaat daarbij om:", *w.items(), "", w.paragraph(2)]
    if w.rng.random() < d["table_share"]:
        lines += ["", "De gegevens zijn als volgt:", "", *w.table(), "", w.paragraph(2)]
    if w.rng.random() < d["frame_share"]:
        lines += ["", *w.frame(), "", w.paragraph(2)]
    return lines


def groups(rng, count, d):
    """The answers' question numbers: each its own, or some of them together."""
    out, n = [], 1
    while n <= count:
        size = rng.randint(2, 3) if d["grouped"] and rng.random() < 0.35 else 1
        out.append(list(range(n, min(n + size, count + 1))))
        n += size
    return out


def order(rng, asked, answers, d):
    """The blocks as they are printed: (kind, numbers)."""
    missing = rng.choice(answers) if d["unanswered"] and len(answers) > 2 else None
    given = [a for a in answers if a is not missing]
    if d["order"] == "apart":
        return [("vraag", q) for q in asked] + [("antwoord", a) for a in given]
    out = []
    for a in answers:
        out += [("vraag", q) for q in asked if q[0] in a] + ([("antwoord", a)] if a is not missing else [])
    if d["order"] == "swapped":
        spots = [i for i, b in enumerate(out) if b[0] == "antwoord"]
        i, j = rng.sample(spots, 2) if len(spots) > 1 else (spots[0], spots[0])
        out[i], out[j] = out[j], out[i]
    return out


def titled(rng, plan, d):
    """Headings between the pairs, or above all questions and all answers: (kop, text)."""
    if not d["titles"] or d["order"] == "swapped":
        return plan
    if d["order"] == "apart":
        at = next(i for i, step in enumerate(plan) if step[0] == "antwoord")
        return [("kop", "Vragen"), *plan[:at], ("kop", "Antwoorden"), *plan[at:]]
    lists, out = pool()["lists"], []
    names = [f"Vragen en opmerkingen van de leden van de {f}-fractie" for f in rng.sample(lists["fractie"], 6)]
    if d["kind"] != "eerste" or rng.random() < 0.3:
        names = [t[0].upper() + t[1:] for t in rng.sample(lists["onderwerp"], 6)]
    for i, step in enumerate(plan):
        # Before a question that follows an answer, or the first.
        if names and step[0] == "vraag" and (i == 0 or plan[i - 1][0] == "antwoord" and rng.random() < 0.3):
            out.append(("kop", names.pop()))
        out.append(step)
    return out


def planned(rng, d):
    """The blocks in the order of print: (kind, numbers or heading)."""
    if d["kind"] == "none":
        names = rng.sample(pool()["lists"]["onderwerp"], 4)
        return [step for n in names for step in (("kop", n[0].upper() + n[1:]), ("ander", ""))]
    asked = [[n] for n in range(1, d["count"] + 1)]
    if d["kind"] == "mededeling":
        return [("vraag", q) for q in asked] + [("mededeling", "Mededeling")]
    answers = groups(rng, d["count"], d)
    if d["joined"]:
        asked = answers  # What is answered together is asked under one heading.
    return titled(rng, order(rng, asked, answers, d), d)


def written(w, kind, d):
    """The lines of a block."""
    if kind == "kop":
        return []
    return question_lines(w, d["asks"]) if kind == "vraag" else answer_lines(w, d)


def renamed(blocks, kind):
    """The marks of a series in the order of print: 1, 2, 3; returns them."""
    found = [p for b in blocks for p in b.parts() if p.kind == kind]
    for i, p in enumerate(found):
        p.text = str(i + 1)
    return [p.text for p in found]


def letter(rng, name, d):
    """The letter that fits the dimensions drawn."""
    w, blocks = Writer(rng), []
    for kind, what in planned(rng, d):
        numbers = what if kind in ("vraag", "antwoord") else []
        w.numbers = [n for n in range(1, d["count"] + 1) if n not in numbers] if kind == "antwoord" else []
        lines = written(w, kind, d)
        if kind == "vraag":
            lines += [line for _ in numbers[1:] for line in question_lines(w, d["asks"])]
        see = w.see(" ".join(lines)) if kind == "antwoord" else []
        for _ in range(rng.choice((1, 1, 2)) if lines and rng.random() < d["note_share"] else 0):
            marked(rng, lines, "q0" if kind == "vraag" and d["sources"] else "0")
        heading = None if numbers else what
        blocks.append(
            letterfile.Block(kind, numbers, sorted(set(see)), heading, letterfile.paragraphs(lines), id=len(blocks))
        )
    notes, sources = {}, {}
    for series, marks in ((notes, renamed(blocks, "note")), (sources, renamed(blocks, "qnote"))):
        for mark in marks:
            series[mark] = w.note(series.get(str(int(mark) - 1)))
    return letterfile.Letter(name, front(rng, w, d["kind"]), blocks, notes, sources)


def front(rng, w, kind):
    """What stands above the questions, with what is other in this kind of letter."""
    f = head(rng)
    if kind == "eerste":
        f |= {"addressee": "Eerste Kamer", "case": f"{rng.randint(170000, 185000)}.0{rng.randint(1, 9)}U"}
    elif kind == "nota":
        f |= {"heading": "NOTA NAAR AANLEIDING VAN HET VERSLAG", "received": f["day"]}
    elif kind == "mededeling":
        f |= {"reply": "Mededeling"}
    elif kind == "none":
        f |= {
            "about": f"Stand van zaken {f['subject']}",
            "case": f"{f['dossier'].replace(' ', '')}-B",
            "hereby": f"Met deze brief informeer ik uw Kamer over {f['subject']}.",
        }
    return f


def head(rng):
    """Names, days and numbers."""
    lists = pool()["lists"]
    minister, asker = rng.sample(lists["naam"], 2)
    day = datetime.date(2025, rng.randint(1, 12), rng.randint(1, 28))
    subject, dossier, start = rng.choice(lists["onderwerp"]), rng.randint(37400, 37499), day.year - (day.month < 9)
    asked = day - datetime.timedelta(days=24)
    small = minister.startswith(("Van ", "De ", "Ten "))
    signature = f"{rng.choice('ABCDJLMR')}.{rng.choice('BCFGHM')}. {minister[0].lower() if small else minister[0]}{minister[1:]}"
    return {
        "layout": "brief",
        "ministry": rng.choice(lists["ministerie"]),
        "minister": minister,
        "signature": signature,
        "asker": asker,
        "party": rng.choice(lists["partij"]),
        "date": day.isoformat(),
        "day": heads.day(day.isoformat()),
        "asked": asked.isoformat(),
        "asked_day": heads.day(asked.isoformat()),
        "subject": subject,
        "title": subject[0].upper() + subject[1:],
        "about": f"Beantwoording van vragen over {subject}",
        "case": f"{asked.year}Z{rng.randint(1, 24000):05}",
        "dossier": f"{dossier // 1000} {dossier % 1000}",
        "number": str(rng.randint(2, 400)),
        "written": str(rng.randint(100, 2900)),
        "session": f"{start}–{start + 1}",
        "years": f"{start}-{start + 1}",
        "addressee": "Tweede Kamer",
    }
