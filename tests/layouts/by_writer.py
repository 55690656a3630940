"""Pages set by LibreOffice: the corpus's own flat ODT of a ministry letter, as it is or through Word's format."""
import writer

FRONT = {
    "directorate": "Directoraat-Generaal Waterwegen", "address": ["Rijnstraat 8", "2515 XP Den Haag"], "contact": "J. van Duin",
    "date": "2025-12-04", "reference": "2025-0000512", "your_reference": "2025Z18111", "return_address": "Postbus 20901 2500 EX Den Haag",
    "ministry": "Ministerie van Infrastructuur en Waterstaat", "subject_word": "Betreft",
    "addressee": ["De Voorzitter van de Tweede Kamer der Staten-Generaal", "Postbus 20018", "2500 EA Den Haag"],
    "title": "Beantwoording van vragen over de sluizen bij Zuiderwaard",
    "responders": [{"office": "Minister van Infrastructuur en Waterstaat", "name": "A.B. van der Proef"}],
}
KINDS = {"question": "vraag", "answer": "antwoord", "title": "kop", "other": "ander"}
TAGS = {"bold": "b", "italic": "i", "plain": "text"}


def block(b, layout):
    """The block as the ODT takes it: a heading on the line of the text is its beginning."""
    paragraphs, heading = b["paragraphs"], b["heading"]
    if b["run_in"]:
        first = {**paragraphs[0], "segs": [{"t": TAGS[layout["headings"]], "s": heading + " "}, *paragraphs[0]["segs"]]}
        paragraphs, heading = [first, *paragraphs[1:]], ""
    return {"kind": KINDS[b["kind"]], "heading": heading, "paragraphs": paragraphs}


def front_of(page):
    """The head of the letter: its own where it has one."""
    own = page.get("front")
    return FRONT if own is None else FRONT | {
        "date": own["date"], "your_reference": own["case"], "ministry": f"Ministerie van {own['ministry']}", "title": own["about"],
        "addressee": [f"De Voorzitter van de {own['addressee']} der Staten-Generaal", *FRONT["addressee"][1:]],
        "responders": [{"office": f"Minister van {own['ministry']}", "name": own["signature"]}]}


def typeset(page, out):
    layout = page["layout"]
    front = page.get("front", {})
    hereby = front.get("hereby", f"Hierbij zend ik u de antwoorden op de vragen over {front.get('subject', 'de sluizen bij Zuiderwaard')}.")
    opening = [{"t": "p", "gap": i > 0, "segs": [{"t": "text", "s": s}]} for i, s in enumerate((
        "Geachte voorzitter,", hereby))]
    blocks = [{"kind": "voor", "heading": "", "paragraphs": opening}, *(block(b, layout) for b in page["blocks"]),
              {"kind": "ondertekening", "heading": "", "paragraphs": []}]
    data = {**front_of(page), "blocks": blocks, "sources": page["sources"], "font": layout["font"],
            "bold_headings": layout["headings"] == "bold", "bold_questions": layout["question_style"] == "bold"}
    writer.convert(writer.document(data), out, layout.get("through", []))
