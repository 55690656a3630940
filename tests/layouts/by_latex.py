"""Pages set with LaTeX: its own fonts, ligatures, hyphenation and footnotes."""
import os
import pathlib
import shutil
import subprocess
import tempfile

STYLES = {"bold": r"\textbf{%s}", "italic": r"\textit{%s}", "i": r"\textit{%s}", "b": r"\textbf{%s}",
          "sub": r"\textsubscript{%s}", "sup": r"\textsuperscript{%s}"}
SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "«": r"\guillemotleft{}",
           "»": r"\guillemotright{}", "µ": r"\textmu{}", "³": r"\textsuperscript{3}", "²": r"\textsuperscript{2}", "€": r"\texteuro{}", "–": "--", "‘": "`", "’": "'", "•": r"\textbullet{}",
           **{c: "\\" + c for c in "#$%&_{}"}}
# One moment for every file: setting again changes no byte.
EPOCH = {"SOURCE_DATE_EPOCH": "1767225600", "FORCE_SOURCE_DATE": "1"}


# What the page says beside questions and answers, where the letter does not say it.
FRONT = {"day": "4 december 2025", "subject": "de sluizen bij Zuiderwaard", "ministry": "Infrastructuur en Waterstaat",
         "signature": "A.B. van der Proef", "addressee": "Tweede Kamer"}


def escape(text):
    return "".join(SPECIAL.get(c, c) for c in text)


def styled(style, body):
    return STYLES.get(style, "%s") % body


def mark(m, layout):
    return r"\textsuperscript{%s}" % m if layout["mark"] == "raised" else layout["mark"].replace("1", m)


def run(segs, layout):
    out = ""
    for s in segs:
        if s["t"] == "note" and layout["notes"] != "foot":
            out += mark(s["m"], layout)
        elif s["t"] == "note" and s["again"]:
            out += r"\footnotemark[%s]" % s["m"]
        elif s["t"] == "note":
            out += r"\footnote[%s]{%s}" % (s["m"], run(s["body"], layout))
        elif s["t"] == "qnote":
            out += s["m"] + ")"
        elif s["t"] != "place":
            # An address breaks after its slashes and dots.
            words = [r"\url{%s}" % w if w.startswith(("http", "www.")) else escape(w) for w in s["s"].split(" ")]
            out += styled(s["t"], " ".join(words))
    return out


def paragraph(p, style, layout, first=""):
    gap = "\\medskip\n" if p["gap"] else ""
    if p["t"] == "table":
        line = r"\hline" if layout["rules"] else ""
        rows = (r" \\ %s" % line + "\n").join(" & ".join(run(c, layout) for c in row) for row in [p["head"], *p["rows"]])
        title = escape(p["title"] or "") + "\n\n"
        sep = "|" if layout["rules"] else ""
        columns = sep + sep.join("l" * len(p["head"])) + sep
        return f"{gap}{title}\\noindent\\begin{{tabular}}{{{columns}}}{line}\n{rows} \\\\ {line}\n\\end{{tabular}}\n\n{escape(p['note'] or '')}\n\n"
    begin = r"\noindent\hangindent=1.2em\makebox[1.2em][l]{%s}" % escape(p["mark"]) if p["t"] == "item" else ""
    return f"{gap}{begin}{first}{styled(style, run(p['segs'], layout))}\n\n"


def block(b, layout):
    style = layout.get(b["kind"] + "_style", "plain")
    heading = styled(layout.get("title_style", "bold") if b["kind"] == "title" else layout["headings"], escape(b["heading"]))
    first = heading + " " if b["run_in"] else ""
    gap = layout["answer_gap"] if b["kind"] == "answer" else layout["gap"] + 0.4
    out = f"\\vspace{{{gap}\\baselineskip}}\n"
    if b["heading"] and not first:
        out += f"\\noindent {heading}\\nopagebreak\n\n"
    return out + "".join(paragraph(p, style, layout, "" if i else first) for i, p in enumerate(b["paragraphs"]))


def page_source(page):
    layout = page["layout"]
    left, right, top, bottom = layout["margins"]
    front = {k: escape(v) for k, v in page.get("front", FRONT).items()}
    about = rf"\bigskip\noindent Betreft: {front['about']}" + "\n\n" if "about" in front else ""
    hereby = front.get("hereby", f"Hierbij zend ik u de antwoorden op de vragen over {front['subject']}.")
    notes = "".join(f"\\noindent {mark(n['m'], layout)} {run(n['body'], layout)}\n\n" for n in page["notes"])
    blocks = "".join(block(b, layout) for b in page["blocks"])
    columns = ",twocolumn" if layout["columns"] == 2 else ""
    ragged = "" if layout["justify"] else "\\raggedright"
    family = layout.get("family", r"\rmdefault")
    rule = "" if layout["rule"] else "\\renewcommand{\\footnoterule}{}"
    # A bracketed mark at the foot stands on the line, as large as the text.
    bracket = "" if layout["mark"] == "raised" else (
        "\\makeatletter\\renewcommand{\\@makefnmark}{%s}\\makeatother" % layout["mark"].replace("1", "\\@thefnmark"))
    after = "\\vspace{3\\baselineskip}\\noindent\\textbf{Noten}\n\n" + notes if notes and layout["notes"] != "foot" else ""
    return rf"""\documentclass[a4paper,{layout["size"]}pt{columns}]{{article}}
\usepackage[T1]{{fontenc}}\usepackage[utf8]{{inputenc}}\usepackage[dutch]{{babel}}\usepackage{{textcomp}}
\usepackage{{{layout["package"]}}}\usepackage[left={left}pt,right={right}pt,top={top}pt,bottom={bottom}pt]{{geometry}}
\usepackage{{url}}\urlstyle{{same}}\shorthandoff{{"}}
\renewcommand{{\familydefault}}{{{family}}}\setlength{{\parindent}}{{{layout["indent"]}pt}}{ragged}{rule}{bracket}
\begin{{document}}
\noindent Aan de Voorzitter van de {front["addressee"]} der Staten-Generaal

\bigskip\noindent Datum: {front["day"]}

{about}\bigskip\noindent Geachte voorzitter,

\bigskip\noindent {hereby}

{blocks}\vspace{{2\baselineskip}}\noindent De Minister van {front["ministry"]},

\vspace{{3\baselineskip}}\noindent {front["signature"]}

{after}\end{{document}}
"""


def typeset(page, out):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "letter.tex"
        source.write_text(page_source(page), encoding="utf-8")
        made = subprocess.run(["pdflatex", "-interaction=nonstopmode", "-halt-on-error", source.name], cwd=folder, capture_output=True,
                              text=True, env={**os.environ, **EPOCH}, errors="replace")
        if made.returncode:
            raise RuntimeError(f"{out}: {made.stdout[-1500:]}")
        shutil.copy(source.with_suffix(".pdf"), out)
