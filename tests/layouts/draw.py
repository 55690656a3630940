"""The dimensions of a letter, drawn at random: what layouts.toml says of a layout, and what stands in the letter."""
import shutil

# Heading of a question, of an answer; what the answers' place must say where the heading does not (see layouts.toml).
HEADINGS = [
    ("Vraag {n}", "Antwoord {n}", ""), ("Vraag {n}", "Antwoord op vraag {n}", ""), ("Vraag {n}", "Reactie {n}", ""),
    ("Vraag {n}:", "Antwoord:", "answers behind"), ("V{n}.", "A{n}.", ""), ("Vraag {n} van het lid Haverkorn", "Antwoord {n}", ""),
    ("{n}", "", "answers behind"), ("{n}.", "", "answers behind"), ("{n}.", "Ad {n}.", ""), ("Vraag {n}", "", "answers behind"),
    ("{n}", "Antwoord", "answers behind"), ("VRAAG {n}", "ANTWOORD {n}", ""), ("{n})", "Reactie", "answers behind")]
ENGINES = [("typst", None, 80), ("browser", "chromium", 10)]


def engine(random):
    there = [(name, weight) for name, program, weight in ENGINES if not program or shutil.which(program)]
    return random.choices([n for n, _ in there], [w for _, w in there])[0]


def missing():
    """The typesetters that are not installed, and therefore left out."""
    return [program for _, program, _ in ENGINES if program and not shutil.which(program)]


def contents(random):
    """The dimensions of what is said."""
    pick = random.choice
    return {"questions": random.randint(4, 16), "noted": pick([0, 0.1, 0.25]), "requests": pick([0, 0, 0.3, 1]),
            "lists": pick([0, 0.15]), "tables": pick([0, 0, 0.15]), "several": pick([0, 0, 0.2]),
            "order": pick(["in turn", "in turn", "in turn", "grouped", "grouped", "apart", "one missing", "late answer", "unanswered"])}


def headed(random, said):
    """How questions and answers are headed; an answer far from its question needs a number."""
    apart = said["order"] not in ("in turn", "grouped")
    question, answer, needs = random.choice([h for h in HEADINGS if not (apart and h[2])])
    style = random.choice(["bold", "italic", "plain"])
    out = {"question": question, "answer": answer, "needs": needs, "headings": style, "question_style": random.choice(["plain", "plain", "bold", "italic"])}
    if question in ("V{n}.", "{n}.", "{n})"):
        out["run_in"] = ["question", "answer"] if answer else ["question"]
    elif random.random() < 0.1:
        out["run_in"] = ["answer"]
    if not answer and out["question_style"] == "plain":
        out["question_style"] = random.choice(["bold", "italic"])
    return out


def layout(random, default, said):
    """The dimensions of the page."""
    pick, head = random.choice, random.choice(["brief", "brief", "cover", "kamerstuk", "aanhangsel"])
    made = {**default, "name": "drawn", "by": engine(random), "head": head, **headed(random, said)}
    if said["order"] == "in turn" and random.random() < 0.15:
        made |= {"form": "table", "rules": random.random() < 0.6, "needs": "answers behind"}
    columns = pick([1, 1, 1, 1, 2]) if made["form"] != "table" else 1
    wide = columns == 2 or made["form"] == "table"
    side = "" if wide or head not in ("brief", "cover") else pick(["", "right", "left"])
    left, right = (50, 50) if wide else {"": (random.randint(60, 160), random.randint(40, 140)), "right": (80, 140), "left": (155, 60)}[side]
    paper = [595, 842] if head in ("brief", "cover") or made["by"] != "typst" else [558.4, 771]
    return made | {
        "columns": columns, "side": side, "margins": [left, right, random.randint(60, 95), random.randint(70, 95)], "paper": paper,
        "font": pick(["Liberation Sans", "Liberation Serif", "DejaVu Sans", "Libertinus Serif"]), "size": pick([8, 8.5, 9, 10, 11]),
        "leading": pick([0.45, 0.55, 0.7, 0.9]), "justify": random.random() < 0.3, "hyphenate": random.random() < 0.4,
        "gap": pick([0.4, 0.6, 1, 1.6]), "answer_gap": pick([0.4, 0.6, 1]), "numbers": pick(["en", "t/m", "tot en met"]), "indent": pick([0, 0, 0, 12]),
        "heading_gap": pick([0, 0, 0.4]), "notes": "end" if made["by"] != "typst" else pick(["foot", "foot", "foot", "end", "after"]),
        "rule": random.random() < 0.75, "note_size": pick([0.75, 0.82, 0.9, 1]), "mark": pick(["raised", "raised", "raised", "[1]"]),
        "tagged": random.random() < 0.7}
