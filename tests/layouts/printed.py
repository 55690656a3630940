"""A letter and a layout -> what is printed, as data that every typesetter takes; and the letter's right reading."""
import collections
import json

import contents
import heads
import letterfile

# What a typesetter calls a letter's blocks.
KINDS = {"vraag": "question", "antwoord": "answer", "kop": "title", "ander": "other", "mededeling": "other"}

# A gold reading keeps no place within a text for a note's mark: it goes to the text's end.


def read(path):
    """A letter file, or the gold reading of a real letter."""
    return from_gold(path) if path.suffix == ".json" else letterfile.read(path)


def from_gold(path):
    """Questions, answers and notes of a gold reading, as a letter; without what belongs to its own layout."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    marks = collections.defaultdict(list)
    for note in gold["footnotes"]:
        for place in note.get("anchor", [])[:1]:
            kind = "qnote" if note.get("system") else "note"
            marks[place["part"], place.get("numbers")].append(letterfile.Piece(kind, str(note["mark"])))
    blocks = []

    def block(kind, part, numbers, text):
        paragraphs = [item(line) for line in text.split("\n")]
        paragraphs[-1].parts += marks[part, ",".join(map(str, numbers))]
        blocks.append(letterfile.Block(kind, numbers, [], None, paragraphs, id=len(blocks)))

    for pair in gold["pairs"]:
        for question in pair["questions"]:
            block("vraag", "question", question["numbers"], question["text"])
        if pair["answer"] is not None:
            block("antwoord", "answer", pair["numbers"], pair["answer"])
    kept = {(p.kind, p.text) for b in blocks for p in b.parts()}
    notes, sources = (
        {str(n["mark"]): [letterfile.Piece("text", n["text"])] for n in gold["footnotes"]
         if bool(n.get("system")) == own and (kind, str(n["mark"])) in kept}
        for own, kind in ((False, "note"), (True, "qnote")))
    return letterfile.Letter(path.name.split(".")[0], {"layout": "brief"}, blocks, notes, sources)


def item(line):
    found = letterfile.ITEM.match(line)
    parts = [letterfile.Piece("text", found[2] if found else line)]
    return letterfile.Paragraph("item", parts, mark=found[1]) if found else letterfile.Paragraph("p", parts)


def kept(letter):
    """The letter without all but its questions and answers, and without notes to anything else."""
    letter.blocks = [b for b in letter.blocks if b.kind in ("vraag", "antwoord")]
    for i, b in enumerate(letter.blocks):
        b.id, b.run_on = i, False
    used = {(p.kind, p.text) for b in letter.blocks for p in b.parts()}
    letter.notes = {m: p for m, p in letter.notes.items() if ("note", m) in used}
    letter.sources = {m: p for m, p in letter.sources.items() if ("qnote", m) in used}
    return letter


def gold(letter):
    """The right reading, the same in every layout."""
    keys = ("numbers", "questions", "answer")
    pairs = contents.pairs(letter, collections.defaultdict(set))
    return {"pairs": [{k: p[k] for k in keys} for p in pairs], "footnotes": contents.footnotes(letter)}


def follows(letter):
    """Every answer stands right behind its questions, and they have no other: its heading says nothing more."""
    asked, answered = [], True
    for b in letter.blocks:
        if b.kind == "vraag":
            asked = b.numbers if answered else asked + b.numbers
            answered = False
        elif b.numbers != asked or answered:
            return False
        else:
            answered = True
    return answered


def one_to_one(letter):
    return all(b.kind == ("vraag", "antwoord")[i % 2] for i, b in enumerate(letter.blocks))


def fits(letter, layout):
    """Whether this layout can print the letter such that a person reads it right."""
    if letter.sources and layout["mark"] != "raised":
        return False  # two series of marks that look the same
    needs = layout["needs"]
    return not needs or follows(letter) and (needs == "answers behind" or one_to_one(letter))


def enumerated(numbers, how):
    """`4, 5 en 6`, or `4 t/m 6` where the layout says so."""
    run = len(numbers) > 2 and all(isinstance(n, int) for n in numbers) and numbers[-1] - numbers[0] == len(numbers) - 1
    return f"{numbers[0]} {how} {numbers[-1]}" if how != "en" and run else heads.enumerate_words(numbers)


def heading(block, layout):
    kind = KINDS[block.kind]
    if kind not in ("question", "answer"):
        return block.heading or ""
    form = layout[kind + "s"] if len(block.numbers) > 1 and kind + "s" in layout else layout[kind]
    return form.format(n=enumerated(block.numbers, layout["numbers"]))


def printed(letter, layout):
    """All that a typesetter needs."""
    seen, blocks = set(), []
    for b in letter.blocks:
        paragraphs = [contents.paragraph_data(p, f"{b.id}.{i}", seen, letter.notes) for i, p in enumerate(b.paragraphs)]
        kind = KINDS[b.kind]
        # A heading on the line of the text needs a text that begins with words.
        run_in = kind in layout["run_in"] and paragraphs[0]["t"] == "p"
        blocks.append({"kind": kind, "numbers": enumerated(b.numbers, layout["numbers"]) if b.numbers else "", "heading": heading(b, layout),
                       "run_in": run_in, "paragraphs": paragraphs})
    # In the order of their first marks, as they are printed at a page's foot.
    notes = [{"m": p.text, "body": contents.segments(letter.notes[p.text], set(), {})}
             for b in letter.blocks for p in b.parts() if p.kind == "note"]
    notes = list({n["m"]: n for n in notes}.values())
    sources = [{"m": m, "body": contents.segments(p, set(), {})} for m, p in letter.sources.items()]
    return {"layout": layout, "blocks": blocks, "notes": notes, "sources": sources}
