"""The dimensions of one letter, drawn at random: what it says (`invented.py`) and how it is printed (as in layouts.toml)."""

import random
import shutil

# question, answer, answer to several; «behind»: the answer's heading names no number, so it must follow its questions.
HEADINGS = [
    ("Vraag {n}", "Antwoord {n}", None),
    ("Vraag {n}", "Antwoord op vraag {n}", "Antwoord op vragen {n}"),
    ("Vraag {n}:", "Antwoord op vraag {n}:", "Antwoord op de vragen {n}:"),
    ("Vraag {n}.", "Antwoord {n}.", None),
    ("Vraag {n}", "Antwoord vraag {n}", "Antwoord vragen {n}"),
    ("Vraag {n}", "Reactie {n}", None),
    ("Vraag {n}", "Beantwoording vraag {n}", "Beantwoording vragen {n}"),
    ("V{n}.", "A{n}.", None),
    ("V{n}", "A{n}", None),
    ("VRAAG {n}", "ANTWOORD {n}", None),
    ("Vraag {n} van het lid $asker", "Antwoord {n}", None),
    ("{n}", "Antwoord {n}", None),
    ("{n}.", "Antwoord op vraag {n}", "Antwoord op vragen {n}"),
    ("{n}.", "Ad {n}.", None),
    ("Vraag {n}", "Ad {n}", None),
]
BEHIND = [
    ("Vraag {n}", "Antwoord", None),
    ("Vraag {n}:", "Antwoord:", None),
    ("{n}", "Antwoord", None),
    ("{n}.", "Antwoord:", None),
    ("{n}", "", None),
    ("{n}.", "", None),
    ("{n})", "", None),
    ("Vraag {n}", "", None),
    ("Vraag {n}", "Reactie", None),
    ("{n}", "Reactie", None),
]
HEADS = {
    "questions": ("brief", "brief", "cover", "kamerstuk", "aanhangsel"),
    "eerste": ("brief", "cover"),
    "nota": ("kamerstuk",),
    "mededeling": ("aanhangsel",),
    "none": ("brief",),
}
FONTS = [
    "Liberation Sans",
    "Liberation Sans",
    "Liberation Serif",
    "DejaVu Sans",
    "DejaVu Serif",
    "Libertinus Serif",
    "New Computer Modern",
]
PROGRAMS = {"browser": "chromium", "writer": "soffice", "latex": "pdflatex"}


def engine(rng):
    """Typst mostly. An engine that is not installed is drawn all the same: what follows from the seed stays the same."""
    return rng.choices(("typst", "browser", "writer", "latex"), (80, 9, 6, 5))[0]


def installed(by):
    return by == "typst" or shutil.which(PROGRAMS[by]) is not None


def kind(rng):
    """Answers to the Tweede Kamer mostly."""
    kinds = ("questions", "eerste", "nota", "mededeling", "none")
    return rng.choices(kinds, (78, 8, 7, 4, 3))[0]


def content(rng, form, kind):
    """What the letter says."""
    says = questions(rng, form)
    says["kind"] = kind
    says["joined"] = kind == "questions" and form == "headings" and rng.random() < 0.1
    says["titles"] = rng.random() < (0.6 if kind in ("eerste", "nota") else 0.1)
    if kind in ("eerste", "nota"):
        says |= {
            "asks": rng.choice(("statements", "remarks")),
            "order": "turns",
            "unanswered": False,
            "count": rng.randint(4, 12),
        }
    says["sources"] = kind == "questions" and form == "headings" and rng.random() < 0.06
    return says


def questions(rng, form):
    """How many questions, of which kind, in which order."""
    tabled = form == "table"
    return {
        "count": rng.randint(3, 14) if tabled else rng.randint(3, 9),
        "asks": rng.choice(("questions", "questions", "mixed", "mixed", "requests")),
        "grouped": rng.random() < 0.35,
        "unanswered": rng.random() < 0.2,
        "order": "turns" if tabled else rng.choices(("turns", "apart", "swapped"), (7, 2, 1))[0],
        "paragraph_gap": rng.choice((0, 1, 1)),
        "list_share": rng.choice((0, 0.15, 0.3)),
        "table_share": rng.choice((0, 0, 0.2)) if not tabled else 0,
        "frame_share": rng.choice((0, 0, 0, 0.15)),
        "note_share": rng.choice((0, 0.15, 0.3, 0.6)),
    }


def wording(rng, says):
    """How questions and answers are headed."""
    free = says["order"] == "turns" and not says["unanswered"]
    share = 0.8 if says["kind"] in ("eerste", "nota") else 0.5
    question, answer, several = rng.choice(BEHIND if free and rng.random() < share else HEADINGS)
    made = {
        "question": question,
        "answer": answer,
        "needs": "answers behind" if "{n}" not in answer else "",
        "numbers": rng.choice(("en", "en", "t/m", "tot en met")),
        "headings": rng.choice(("bold", "bold", "plain", "italic")),
    }
    if says["joined"] and question[:6] in ("Vraag ", "VRAAG "):
        made["questions"] = question.replace("Vraag", "Vragen").replace("VRAAG", "VRAGEN")
    if several:
        made["answers"] = several
    made["title_style"] = rng.choice(("bold", "bold", "italic", "underlined"))
    run_in = rng.random() < 0.3 or (question[:1] == "{" and rng.random() < 0.5)
    made["run_in"] = [
        k for k in ("question", "answer") if run_in and (k == "question" or rng.random() < 0.7) and made[k]
    ]
    if made["headings"] == "plain":
        # What stands on the line of its text must end somewhere.
        forms = [k for k in made if k.rstrip("s") in made["run_in"]]
        made |= {k: made[k] + ":" for k in forms if made[k][-1] not in ".:)"}
    styles = ("bold", "italic") if not answer else ("plain", "plain", "bold", "italic")
    made["question_style"] = rng.choice(styles)
    if rng.random() < 0.05 and made["question_style"] == "plain":
        made["answer_style"] = "italic"
    return made


def page(rng, head):
    """Paper, margins, columns, type."""
    small = head in ("kamerstuk", "aanhangsel") and rng.random() < 0.7
    width, height = (558.4, 771) if small else (595, 842)
    side = rng.choice(("", "", "right", "left")) if head in ("brief", "cover") else ""
    columns = 2 if not side and rng.random() < 0.12 else 1
    left = 150 if side == "left" else rng.choice((40, 60, 80, 110)) if columns == 1 else rng.randint(36, 56)
    right = 130 if side == "right" else rng.choice((40, 60, 80, 110)) if columns == 1 else rng.randint(36, 56)
    if small and columns == 1 and rng.random() < 0.6:
        left, right = rng.choice((150, 180, 200)), 36
    size = rng.choice((8, 8.5, 9, 9, 9.5, 10, 11, 12)) if columns == 1 else rng.choice((8, 8.5, 9))
    justify = rng.random() < 0.3
    return {
        "paper": [width, height],
        "margins": [left, right, rng.randint(50, 110), rng.randint(60, 110)],
        "columns": columns,
        "side": side,
        "font": rng.choice(FONTS),
        "size": size,
        "leading": rng.choice((0.45, 0.55, 0.55, 0.65, 0.8, 1)),
        "justify": justify,
        "hyphenate": justify or rng.random() < 0.2,
        "indent": rng.choice((0, 0, 0, 0, 12)),
        "tagged": rng.random() < 0.6,
        "gap": rng.choice((0.4, 0.6, 0.6, 1, 1.5)),
        "heading_gap": rng.choice((0, 0, 0, 0.4)),
        "answer_gap": rng.choice((0, 0.6, 0.6)),
        "foot": rng.choice(("pages", "pages", "number", "title", "none")),
        "running_head": head == "brief" and not side and rng.random() < 0.25,
    }


def noted(rng):
    """Where notes stand and what their marks are."""
    notes = rng.choice(("foot", "foot", "foot", "foot", "end", "after"))
    return {
        "notes": notes,
        "rule": rng.random() < 0.75,
        "note_size": rng.choice((0.75, 0.82, 0.82, 0.9, 1)),
        "note_gap": True,
        "mark": rng.choices(("raised", "[1]", "1)"), (6, 1, 1))[0],
    }


def tabled(rng):
    rules = rng.random() < 0.6
    return {
        "form": "table",
        "rules": rules,
        "cell_gap": 4 if rules else rng.choice((5, 6, 8)),
        "number_column": rng.random() < 0.7,
        "cell_number": rng.choice(("{n}", "{n}.", "{n}")),
        "answer_width": rng.choice((1, 1.4, 2)),
        "repeat_head": rng.random() < 0.6,
        "run_in": [],
        "margins": [rng.randint(36, 60), rng.randint(36, 60), 60, 70],
        "columns": 1,
        "side": "",
        "question_style": "plain",
        "answer_style": "plain",
        "needs": "answers behind",
    }


def fitted(rng, by, says, shown):
    """What an engine other than Typst can print: a plain letter, its notes where that engine puts them."""
    shown |= {"head": "brief", "side": "", "running_head": False, "answer_style": "plain"}
    says |= {"sources": False, "frame_share": 0}
    if shown["title_style"] == "underlined":
        shown["title_style"] = "bold"
    if by == "browser":
        shown |= {"notes": "end", "font": rng.choice(("Liberation Sans", "Liberation Serif", "DejaVu Sans"))}
    elif by == "latex":
        package, family = rng.choice(
            (("mathpazo", r"\rmdefault"), ("helvet", r"\sfdefault"), ("lmodern", r"\rmdefault"))
        )
        shown |= {"package": package, "family": family, "size": rng.choice((10, 11, 12)), "form": "headings"}
    else:
        shown |= {
            "font": rng.choice(("Liberation Sans", "Liberation Serif")),
            "notes": "foot",
            "mark": "raised",
            "columns": 1,
            "form": "headings",
            "through": rng.choice(([], [], ["docx"])),
            "headings": rng.choice(("bold", "plain")),
            "question_style": rng.choice(("bold", "plain")),
        }
    return says, shown


def draw(seed, k, default, by=None):
    """(what the letter says, how it is printed, the generator for its words), the same for the same seed and k.

    `by`: the engine, in place of a drawn one."""
    rng = random.Random(f"{seed}/{k}")
    by = by or engine(rng)
    sort = kind(rng) if by == "typst" else rng.choice(("questions", "questions", "eerste", "none"))
    form = "table" if rng.random() < 0.15 and sort == "questions" else "headings"
    says = content(rng, form, sort)
    head = rng.choice(HEADS[sort])
    shown = {**default, "by": by, "head": head, "form": form, **page(rng, head), **noted(rng), **wording(rng, says)}
    if form == "table":
        shown |= tabled(rng)
        # Without rules an answer's cell does not say how many rows it spans.
        says["grouped"] = says["grouped"] and shown["rules"]
    if by != "typst":
        says, shown = fitted(rng, by, says, shown)
    if says["sources"]:
        shown["mark"] = "raised"
    shown["name"] = f"{seed}-{k:03}"
    return says, shown, rng
