"""A letter's contents: as data for the layouts, and as its right reading."""
import re

import heads
from letterfile import order, plain


def segments(parts, seen, notes):
    """Pieces as the layouts take them; a note's text goes where its mark first stands."""
    out = []
    for p in parts:
        if p.kind == "note":
            again = p.text in seen
            seen.add(p.text)
            body = [] if again else segments(notes[p.text], seen, notes)
            out.append({"t": "note", "m": p.text, "again": again, "body": body})
        elif p.kind == "qnote":
            out.append({"t": "qnote", "m": p.text})
        else:
            out.append({"t": p.kind, "s": p.text})
    return out


def paragraph_data(p, where, seen, notes):
    begin, end = ({"t": "place", "w": where + edge} for edge in "<>")
    if p.kind != "table":
        mark = {"mark": p.mark} if p.kind == "item" else {}
        heading = len(p.parts) == 1 and p.parts[0].kind in "ib"
        return {"t": p.kind, "gap": p.gap, "sticky": heading, "segs": [begin, *segments(p.parts, seen, notes), end], **mark}
    rows = [[segments(c, seen, notes) for c in row] for row in p.rows]
    rows[0][0].insert(0, begin)
    rows[-1][-1].append(end)
    figures = all(re.fullmatch(r"[\d.,% –-]*", plain(c)) for row in p.rows[1:] for c in row[1:])
    return {"t": "table", "gap": p.gap, "title": p.title, "note": p.note, "head": rows[0], "rows": rows[1:], "figures": figures}


def block_data(letter, seen):
    out = []
    for b in letter.blocks:
        heading = heads.heading(letter, b)
        paragraphs = [paragraph_data(p, f"{b.id}.{i}", seen, letter.notes) for i, p in enumerate(b.paragraphs)]
        if b.run_on:
            out[-1]["paragraphs"][-1]["segs"] += [{"t": "text", "s": " "}, *paragraphs[0]["segs"]]
            out[-1]["paragraphs"] += paragraphs[1:]
            continue
        out.append({"id": b.id, "kind": b.kind, "numbers": b.numbers, "heading": heading, "paragraphs": paragraphs})
    return out


def data(letter):
    """The letter as the layouts read it."""
    seen = set()
    front = [paragraph_data(p, f"front.{i}", seen, letter.notes) for i, p in enumerate(heads.opening(letter))]
    return {**letter.front, "identifier": heads.identifier(letter), "front": {"paragraphs": front},
            "blocks": block_data(letter, seen),
            "sources": [{"m": m, "body": segments(p, seen, {})} for m, p in letter.sources.items()]}


def references(letter):
    rows = []
    places = [("front", [x for p in heads.opening(letter) for x in p.parts])]
    for b in letter.blocks:
        part, joined = b.place()
        places.append((part if joined is None else f"{part}:{joined}", b.parts()))
    places += [(f"footnote:{m}", p) for m, p in letter.notes.items()]
    places += [(f"footnote:questioner:{m}", p) for m, p in letter.sources.items()]
    for where, parts in places:
        rows += [{"id": i, "in": where} for p in parts for i in p.ids if i.split("-")[0] in ("kst", "ah", "h", "dossier")]
    return rows


def footnotes(letter):
    anchors = {}
    places = [(("front", None), [x for p in heads.opening(letter) for x in p.parts])]
    places += [(b.place(), b.parts()) for b in letter.blocks]
    for (part, joined), parts in places:
        for p in parts:
            if p.kind in ("note", "qnote"):
                anchors.setdefault((p.kind, p.text), []).append({"part": part} | ({"numbers": joined} if joined else {}))
    out = [{"mark": m, "text": plain(p), "anchor": anchors.get(("note", m), [])} for m, p in letter.notes.items()]
    return out + [{"mark": m, "system": "questioner", "text": plain(p), "anchor": anchors.get(("qnote", m), [])}
                  for m, p in letter.sources.items()]


def pairs(letter, pages):
    """One per answer, and one per question that no answer names; in order of first number."""
    questions = [b for b in letter.blocks if b.kind == "vraag"]
    answers = [b for b in letter.blocks if b.kind == "antwoord"]
    answered = {n for a in answers for n in a.numbers}
    groups = [(a.numbers, [q for q in questions if set(q.numbers) <= set(a.numbers)], a) for a in answers]
    groups += [(q.numbers, [q], None) for q in questions if not set(q.numbers) & answered]
    out = []
    for nums, asked, a in sorted(groups, key=lambda g: order(g[0][0])):
        out.append({
            "numbers": nums,
            "questions": [{"numbers": q.numbers, "text": q.text()} for q in asked],
            "question_pages": sorted({n for q in asked for n in pages[q.id]}),
            "answer": a.text() if a else None,
            "answer_pages": sorted(pages[a.id]) if a else [],
            "see": a.see if a else [],
        })
    return out


def gold(letter, file, pages):
    return {"file": file, **heads.gold(letter), "pairs": pairs(letter, pages), "footnotes": footnotes(letter),
            "references": references(letter)}
