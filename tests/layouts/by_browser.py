"""Pages set by a browser's print: HTML -> PDF by Chromium. Notes stand after the text: browsers know no page's foot."""
import html
import pathlib
import re
import subprocess
import tempfile

# What the page says beside questions and answers, where the letter does not say it.
FRONT = {"day": "4 december 2025", "subject": "de sluizen bij Zuiderwaard", "ministry": "Infrastructuur en Waterstaat",
         "signature": "A.B. van der Proef", "addressee": "Tweede Kamer"}
TAGS = {"bold": "b", "italic": "i"}


def styled(style, body):
    tag = TAGS.get(style)
    return f"<{tag}>{body}</{tag}>" if tag else body


def mark(m, layout):
    return f"<sup>{m}</sup>" if layout["mark"] == "raised" else layout["mark"].replace("1", m)


def run(segs, layout):
    out = ""
    for s in segs:
        if s["t"] == "note":
            out += mark(s["m"], layout)
        elif s["t"] == "qnote":
            out += s["m"] + ")"
        elif s["t"] != "place":
            tag = s["t"] if s["t"] in ("i", "b", "sub", "sup") else "span"
            out += f"<{tag}>{html.escape(s['s'])}</{tag}>"
    return out


def paragraph(p, style, layout, first=""):
    gap = " class=gap" if p["gap"] else ""
    if p["t"] == "table":
        rows = [p["head"], *p["rows"]]
        cells = "".join("<tr>" + "".join(f"<td>{run(c, layout)}</td>" for c in row) + "</tr>" for row in rows)
        return f"<p{gap}>{html.escape(p['title'] or '')}</p><table>{cells}</table><p>{html.escape(p['note'] or '')}</p>"
    lead = p["mark"] + " " if p["t"] == "item" else ""
    return f"<p{gap}>{first}{lead}{styled(style, run(p['segs'], layout))}</p>"


def block(b, layout):
    style = layout.get(b["kind"] + "_style", "plain")
    heading = styled(layout.get("title_style", "bold") if b["kind"] == "title" else layout["headings"], html.escape(b["heading"]))
    first = heading + " " if b["run_in"] else ""
    body = "".join(paragraph(p, style, layout, "" if i else first) for i, p in enumerate(b["paragraphs"]))
    return f'<div class={b["kind"]}>' + (f"<p class=head>{heading}</p>" if b["heading"] and not first else "") + body + "</div>"


def asked_cells(q, layout):
    """A question's cells: its number may stand in a column of its own."""
    number = layout.get("cell_number", "{n}").format(n=q["numbers"])
    own = layout.get("number_column", True)
    text = "".join(paragraph(p, "plain", layout, "" if own or i else number + " ") for i, p in enumerate(q["paragraphs"]))
    return f"<td>{number}</td><td>{text}</td>" if own else f"<td>{text}</td>"


def table(blocks, layout):
    cell = lambda b: "".join(paragraph(p, "plain", layout) for p in b["paragraphs"])
    rows, asked = ("<tr><th>Nr" if layout.get("number_column", True) else "<tr>") + "<th>Vraag<th>Antwoord</tr>", []
    for b in blocks:
        if b["kind"] == "title":
            rows += f"<tr><td colspan=3>{styled('bold', html.escape(b['heading']))}</td></tr>"
        elif b.get("alone"):
            rows += f"<tr>{asked_cells(b, layout)}<td></td></tr>"
        elif b["kind"] == "question":
            asked.append(b)
        else:
            for i, q in enumerate(asked):
                answer = "" if i else f"<td rowspan={len(asked)}>{cell(b)}</td>"
                rows += f"<tr>{asked_cells(q, layout)}{answer}</tr>"
            asked = []
    return f"<table class=list>{rows}</table>"


def page_source(page):
    layout = page["layout"]
    left, right, top, bottom = layout["margins"]
    front = page.get("front", FRONT)
    about = f"<p>Betreft: {front['about']}</p>" if "about" in front else ""
    hereby = front.get("hereby", f"Hierbij zend ik u de antwoorden op de vragen over {front['subject']}.")
    notes = "".join(f"<p>{mark(n['m'], layout)} {run(n['body'], layout)}</p>" for n in page["notes"])
    body = table(page["blocks"], layout) if layout["form"] == "table" else "".join(block(b, layout) for b in page["blocks"])
    rules = "1px solid" if layout["rules"] else "none"
    rule = "<hr>" if layout["rule"] and notes else ""
    return f"""<!doctype html><html lang=nl><meta charset=utf-8><title>Beantwoording van vragen</title><style>
@page {{ size: A4; margin: {top}pt {right}pt {bottom}pt {left}pt }}
body {{ margin: 0; font: {layout["size"]}pt/{1 + layout["leading"] / 1.6} "{layout["font"]}"; columns: {layout["columns"]};
  text-align: {"justify" if layout["justify"] else "left"}; hyphens: {"auto" if layout["hyphenate"] else "manual"} }}
p {{ margin: 0; orphans: 1; widows: 1 }} .gap {{ margin-top: 1em }} .head {{ margin-bottom: {layout["heading_gap"]}em; break-after: avoid }}
.question {{ margin-top: {1 + layout["gap"]}em }} .answer {{ margin-top: {layout["answer_gap"]}em }}
table {{ border-collapse: collapse; margin: .6em 0 }} td, th {{ border: {rules}; padding: 2pt 4pt; vertical-align: top; text-align: left }}
.list td:nth-child(2) {{ width: 38% }} .notes {{ font-size: {layout["note_size"]}em; margin-top: 3em }} hr {{ width: 30%; margin-left: 0 }}
</style><p>Aan de Voorzitter van de {front["addressee"]} der Staten-Generaal</p><p class=gap>Datum: {front["day"]}</p>{about}
<p class=gap>Geachte voorzitter,</p><p class=gap>{hereby}</p>
{body}<p style="margin-top:3em">De Minister van {front["ministry"]},</p><p style="margin-top:3em">{front["signature"]}</p>
{rule}<div class=notes>{notes}</div></html>"""


def typeset(page, out):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "letter.html"
        source.write_text(page_source(page), encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
                        f"--user-data-dir={folder}/profile", *page["layout"].get("flags", []), f"--print-to-pdf={out}", str(source)],
                       check=True, capture_output=True)
    out.write_bytes(re.sub(rb"D:20\d{12}", b"D:20260101000000", out.read_bytes()))
