"""A ministry's letter set by LibreOffice: the letter's data -> flat ODT -> PDF; pages are found in the PDF's text.

The side column is a frame in the page's header, as the ministries' own Word templates have it.
"""
import pathlib
import re
import subprocess
import tempfile
import unicodedata
from xml.sax.saxutils import escape

from heads import day

ROOT = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"')


def paragraph_style(name, parent="Standard", para="", text=""):
    return (f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">'
            f'<style:paragraph-properties {para}/><style:text-properties {text}/></style:style>')


def text_style(name, text):
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {text}/></style:style>'


def styles(font):
    small = 'fo:font-size="6.5pt" style:font-size-asian="6.5pt" fo:hyphenate="false"'
    return "".join([
        f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'{font}\'"/></office:font-face-decls><office:styles>',
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="12pt" style:writing-mode="lr-tb"/>'
        '<style:text-properties style:font-name="F" fo:font-size="9pt" fo:language="nl" fo:country="NL"/></style:default-style>',
        '<style:style style:name="Standard" style:family="paragraph"/>',
        paragraph_style("Footnote", para='fo:line-height="9.5pt"', text='fo:font-size="7.5pt"'),
        paragraph_style("Bold", text='fo:font-weight="bold"'),
        paragraph_style("Head", para='fo:keep-with-next="always"', text='fo:font-weight="bold"'),
        paragraph_style("Keep", para='fo:keep-with-next="always"'),
        paragraph_style("Annex", para='fo:break-before="page"', text='fo:font-weight="bold"'),
        paragraph_style("Item", para='fo:margin-left="12pt" fo:text-indent="-12pt"'),
        paragraph_style("Small", para='fo:line-height="8.5pt"', text=small),
        paragraph_style("SmallRight", para='fo:text-align="end"', text=small),
        paragraph_style("SmallBold", para='fo:line-height="8.5pt"', text=small + ' fo:font-weight="bold"'),
        text_style("b", 'fo:font-weight="bold"'), text_style("i", 'fo:font-style="italic"'),
        text_style("sub", 'style:text-position="sub 66%"'), text_style("sup", 'style:text-position="super 66%"'),
        text_style("Footnote_20_Symbol", 'style:text-position="super 58%"'), text_style("Footnote_20_anchor", 'style:text-position="super 58%"'),
        '<style:style style:name="Frame" style:family="graphic"/>',
        '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol" '
        'text:citation-body-style-name="Footnote_20_anchor" text:default-style-name="Footnote" style:num-format="1" '
        'text:start-numbering-at="document" text:footnotes-position="page"/>',
        "</office:styles><office:automatic-styles>",
        '<style:style style:name="Side" style:family="graphic" style:parent-style-name="Frame"><style:graphic-properties draw:fill="none" draw:stroke="none" style:wrap="run-through" style:run-through="background" '
        'style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" '
        'fo:border="none" fo:padding="0cm"/></style:style>',
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" '
        'fo:margin-top="1.5cm" fo:margin-bottom="1.2cm" fo:margin-left="2.8cm" fo:margin-right="4.95cm">'
        '<style:footnote-sep style:width="0.5pt" style:rel-width="30%" style:distance-before-sep="6pt" style:distance-after-sep="4pt"/>'
        '</style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height="3.4cm" fo:margin-bottom="0.2cm"/></style:header-style>'
        '<style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout>',
        "</office:automatic-styles>",
    ])


def frame(name, x, y, width, lines):
    body = "".join(f'<text:p text:style-name="{style}">{line}</text:p>' for style, line in lines)
    return (f'<draw:frame draw:style-name="Side" draw:name="{name}" text:anchor-type="char" svg:x="{x}cm" svg:y="{y}cm" svg:width="{width}cm" '
            f'draw:z-index="0"><draw:text-box fo:min-height="0.5cm">{body}</draw:text-box></draw:frame>')


def side(f, first):
    lines = [("SmallBold", escape(f["directorate"]))]
    if first:
        lines += [("Small", escape(a)) for a in f["address"]] + [("Small", "")]
        lines += [("SmallBold", "Contactpersoon"), ("Small", escape(f["contact"])), ("Small", "")]
    else:
        lines += [("SmallBold", "Datum"), ("Small", day(f["date"])), ("Small", "")]
    lines += [("SmallBold", "Ons kenmerk"), ("Small", escape(f["reference"]))]
    if first and "your_reference" in f:
        lines += [("Small", ""), ("SmallBold", "Uw kenmerk"), ("Small", escape(f["your_reference"]))]
    return lines


def masters(f):
    foot = ('<style:footer><text:p text:style-name="SmallRight">' "Pagina <text:page-number/> van <text:page-count/></text:p></style:footer>")
    first = frame("first", 16.5, 5.4, 3.9, side(f, True)) + frame("ministry", 11.9, 2.2, 8.4, [("Standard", escape(f["ministry"]))])
    return ('<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">'
            f'<style:header><text:p>{frame("next", 16.5, 5.1, 3.9, side(f, False))}</text:p></style:header>'
            f'<style:header-first><text:p>{first}</text:p></style:header-first>{foot}{foot.replace("style:footer", "style:footer-first")}'
            "</style:master-page></office:master-styles>")


def segment(s):
    if s["t"] == "place":
        return ""
    if s["t"] == "note":
        if s["again"]:
            raise SystemExit("a mark that stands twice is not provided for here")
        body = "".join(map(segment, s["body"]))
        return (f'<text:note text:note-class="footnote" text:id="n{s["m"]}"><text:note-citation>{s["m"]}</text:note-citation>'
                f'<text:note-body><text:p text:style-name="Footnote"><text:s/>{body}</text:p></text:note-body></text:note>')
    if s["t"] == "qnote":
        return f"[{s['m']}]"
    return escape(s["s"]) if s["t"] == "text" else f'<text:span text:style-name="{s["t"]}">{escape(s["s"])}</text:span>'


def run(segs):
    return "".join(map(segment, segs))


def table(p, style):
    head = f'<text:p text:style-name="Head">{escape(p["title"])}</text:p>' if p["title"] else ""
    rows = ""
    for i, row in enumerate([p["head"], *p["rows"]]):
        cells = "".join(f'<table:table-cell><text:p text:style-name="{"Bold" if i == 0 else style}">{run(c)}</text:p></table:table-cell>' for c in row)
        rows += f"<table:table-row>{cells}</table:table-row>"
    note = f'<text:p text:style-name="Small">{escape(p["note"])}</text:p>' if p["note"] else ""
    return f'{head}<table:table><table:table-column table:number-columns-repeated="{len(p["head"])}"/>{rows}</table:table>{note}'


def block(b, bold):
    out = ""
    for p in b["paragraphs"]:
        if p["gap"]:
            out += "<text:p/>"
        style = "Bold" if bold else "Item" if p["t"] == "item" else "Keep" if p.get("sticky") else "Standard"
        if p["t"] == "table":
            out += table(p, style)
        else:
            mark = escape(p["mark"]) + "<text:tab/>" if p["t"] == "item" else ""
            out += f'<text:p text:style-name="{style}">{mark}{run(p["segs"])}</text:p>'
    return out


def body(f):
    empty = "<text:p/>"
    out = f'<text:p text:style-name="Small">&gt; Retouradres {escape(f["return_address"])}</text:p>' + empty * 2
    out += "".join(f"<text:p>{escape(a)}</text:p>" for a in f["addressee"]) + empty * 5
    out += f"<text:p>Datum<text:s text:c=\"7\"/>{day(f['date'])}</text:p><text:p>{f['subject_word']}<text:s text:c=\"6\"/>{escape(f['title'])}</text:p>" + empty * 2
    for b in f["blocks"]:
        if b["kind"] == "ondertekening":
            for r in f["responders"]:
                if r.get("name"):
                    out += empty * 2 + f'<text:p text:style-name="Keep">De {escape(r["office"])},</text:p>' + '<text:p text:style-name="Keep"/>' * 3 + f"<text:p>{escape(r['name'])}</text:p>"
        elif b["kind"] == "bijlage":
            out += f'<text:p text:style-name="Annex">{escape(b["heading"])}</text:p>'
        else:
            out += empty
            if b["heading"]:
                out += f'<text:p text:style-name="{"Head" if f.get("bold_headings", True) else "Keep"}">{escape(b["heading"])}</text:p>'
            out += block(b, b["kind"] == "vraag" and f.get("bold_questions", True))
    if f["sources"]:
        out += empty * 2 + "".join(f'<text:p>[{n["m"]}] {run(n["body"])}</text:p>' for n in f["sources"])
    return out


def squeeze(text):
    return re.sub(r"[\s\u00ad\u2010\u2011-]", "", unicodedata.normalize("NFKC", text))


def locate(pdf, data):
    """The places as the typesetter would tell them: each paragraph's first and last words are sought page by page."""
    raw = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = [squeeze(p) for p in raw.split("\f")]
    page, at, places = 0, 0, []
    for b in data["blocks"]:
        for p in b["paragraphs"]:
            cells = [p["segs"]] if p["t"] != "table" else [c for row in [p["head"], *p["rows"]] for c in row]
            texts = [squeeze(s["s"]) for c in cells for s in c if s["t"] not in ("place", "note", "qnote")]
            names = [s["w"] for c in cells for s in c if s["t"] == "place"]
            found = []
            for text in filter(None, (texts[0][:24], texts[-1][-24:])):
                while (here := pages[page].find(text, at)) < 0:
                    page, at = page + 1, 0
                    if page == len(pages):
                        raise SystemExit(f"{pdf.name}: {text!r} not found")
                at = here
                found.append(page + 1)
            places += [{"where": w, "page": n, "x": 0, "y": 0} for w, n in zip(names, found)]
    return places


def document(data):
    """The letter as a flat ODT."""
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {ROOT}>{styles(data.get("font", "DejaVu Sans"))}'
            f"{masters(data)}<office:body><office:text>{body(data)}</office:text></office:body></office:document>")


def convert(xml, pdf, through=()):
    """Writes the PDF, with one fixed date and id; `through` are formats that the document takes on before."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / (pdf.stem + ".fodt")
        source.write_text(xml, encoding="utf-8")
        for form in [*through, "pdf"]:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", form,
                            "--outdir", folder, str(source)], check=True, capture_output=True)
            source = source.with_suffix("." + form)
        made = source.read_bytes()
    fixed = re.sub(rb"D:20\d{12}", b"D:20260101000000", made)
    fixed = re.sub(rb"(/ID \[ <)[0-9A-F]{32}(>\s+<)[0-9A-F]{32}", lambda m: m[1] + b"0" * 32 + m[2] + b"0" * 32, fixed)
    pdf.write_bytes(re.sub(rb"(/DocChecksum /)[0-9A-F]{32}", lambda m: m[1] + b"0" * 32, fixed))


def set_with_writer(data, pdf):
    """Writes the PDF and returns the places."""
    convert(document(data), pdf)
    return locate(pdf, data)
