"""Letter files -> PDFs, text, scans and gold readings, each from the one source."""
import datetime
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata

import img2pdf
import typst
from PIL import Image

import heads
import writer
from letterfile import order, plain, read

FONT_FOLDERS = ["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation2"]
# One moment for every file: making again changes no byte.
TIMESTAMP = 1767225600


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


def block_pages(letter, places):
    """Block id -> pages: all from its first character to its last."""
    found = {b.id: set() for b in letter.blocks}
    at = {p["where"]: p for p in places}
    for b in letter.blocks:
        for i, _ in enumerate(b.paragraphs):
            first, last = at[f"{b.id}.{i}<"]["page"], at[f"{b.id}.{i}>"]["page"]
            found[b.id] |= set(range(first, last + 1))
    return found


def set_with_typst(letter, folder, pdf):
    layout = folder / "layouts" / f"{letter.front['layout']}.typ"
    fonts = typst.Fonts(include_system_fonts=False, font_paths=FONT_FOLDERS)
    compiler = typst.Compiler(str(layout), root=str(folder), font_paths=fonts,
                              sys_inputs={"letter": json.dumps(data(letter), ensure_ascii=False)})
    compiler.compile(output=str(pdf), format="pdf", timestamp=TIMESTAMP, pdf_tags=letter.front.get("tagged", True))
    return json.loads(compiler.query("<place>", field="value"))


def make_letter(path, folder, out):
    letter = read(path)
    heads.check(letter)
    pdf = out / f"{letter.name}.pdf"
    if letter.front.get("producer") == "libreoffice":
        places = writer.set_with_writer(data(letter), pdf)
    else:
        places = set_with_typst(letter, folder, pdf)
    check_pdf(letter, pdf, places)
    check_ends(letter, pdf, places)
    file = {"text": to_text, "scan": to_scan}.get(letter.front.get("output"), lambda pdf: pdf)(pdf)
    # A scan has no text to read without OCR: no gold.
    if letter.front.get("output") != "scan":
        write_gold(out / f"{letter.name}.gold.json", gold(letter, file.name, block_pages(letter, places)))


def to_text(pdf):
    """The letter as `pdftotext -layout` gives it, with form feeds and marks glued to their words, in place of the PDF."""
    text = pdf.with_suffix(".txt")
    subprocess.run(["pdftotext", "-layout", str(pdf), str(text)], check=True)
    text.write_text(text.read_text(encoding="utf-8").replace("\u00ad\n", "-\n"), encoding="utf-8")
    pdf.unlink()
    return text


def to_scan(pdf):
    """The pages as pictures of one bit a pixel, as an office scanner makes them, in place of the text."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "150", "-gray", str(pdf), f"{folder}/p"], check=True)
        pictures = []
        for i, page in enumerate(sorted(pathlib.Path(folder).glob("*.pgm"))):
            picture = Image.open(page).rotate(0.4, fillcolor=255, resample=Image.Resampling.BICUBIC).convert("1")
            picture.save(f"{folder}/{i}.tif", compression="group4")
            pictures.append(f"{folder}/{i}.tif")
        moment = datetime.datetime.fromtimestamp(TIMESTAMP, datetime.UTC)
        layout = img2pdf.get_fixed_dpi_layout_fun((150, 150))
        made = img2pdf.convert(pictures, layout_fun=layout, creationdate=moment, moddate=moment, nodate=False)
        pdf.write_bytes(re.sub(rb"<[0-9a-f]{32}>(?=[<\]])", b"<" + b"0" * 32 + b">", made))
    return pdf


def write_gold(path, result):
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def squeeze(text):
    """Characters without white space, hyphens and dashes: what a line end cannot change."""
    return re.sub(r"[\s\u00ad\u2010-]", "", unicodedata.normalize("NFKC", text))


def check_pdf(letter, pdf, places):
    """Say where the page and the source differ, and which line ends a reader has to decide by sense."""
    raw = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    printed = squeeze(raw)
    lines, at = [], {p["where"]: p for p in places}
    for b in letter.blocks:
        for i, p in enumerate(b.paragraphs):
            lines += p.lines()
            whole = at[f"{b.id}.{i}<"]["page"] == at[f"{b.id}.{i}>"]["page"]
            for piece in p.all_parts():
                if whole and piece.kind not in ("note", "qnote") and squeeze(piece.text) not in printed:
                    print(f"  {pdf.name}: not on the page: {piece.text!r}")
    lines += [plain(p) for p in [*letter.notes.values(), *letter.sources.values()]]
    text = " ".join(lines)
    for m in re.finditer(r"(\S+)[-\u2010]\n(\S+)", raw):
        left, right = m[1].lstrip("(«‘'"), re.match(r"[\w]*", m[2])[0]
        if right and f"{left}-{right}" in text and not left.startswith(("http", "www")):
            print(f"  {pdf.name}: a hyphen kept at a line end: {left}-{m[2]}")


def check_ends(letter, pdf, places):
    """Name the paragraphs whose end only the sense shows: the next word would not have fitted on their last line."""
    edge, size = {"brief": (455, 9), "commissie": (524, 10)}.get(letter.front["layout"], (521.6, 9))
    at = {p["where"]: p for p in places}
    if letter.front.get("form") == "table" or not places or places[0]["x"] == 0:
        return
    for b in letter.blocks:
        for i, (p, q) in enumerate(zip(b.paragraphs, b.paragraphs[1:])):
            end, begin = at[f"{b.id}.{i}>"], at[f"{b.id}.{i + 1}<"]
            if "table" in (p.kind, q.kind) or q.kind == "item" or (q.gap and end["page"] == begin["page"]):
                continue
            word = plain(q.parts).split()[0]
            if end["x"] + (len(word) + 2) * 0.55 * size > edge:
                print(f"  {pdf.name}: only the sense shows a paragraph's end: … {plain(p.parts)[-30:]!r} {word!r}")


def main(out, names):
    folder = out / "sources"
    for path in sorted(folder.glob("*.letter")):
        if not names or path.stem in names:
            print(path.stem)
            make_letter(path, folder, out)
    return 0
