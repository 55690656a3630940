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
from contents import data, gold
from letterfile import plain, read

FONT_FOLDERS = ["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation2"]
# One moment for every file: making again changes no byte.
TIMESTAMP = 1767225600


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
