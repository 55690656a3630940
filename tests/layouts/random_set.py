"""Letters with dimensions drawn from a seed, set and with their right reading: INTO/NAME.pdf, .gold.json, .drawn.json.

    make --seed N --letters K [--into DIR] [--by ENGINE]

The same seed and number give the same letters. A letter whose words are not all found in its file is a fault of this
harness: it is said and left out (as NAME.fault). DIR is emptied of the letters of this seed first.
"""

import json
import multiprocessing
import re
import subprocess
import unicodedata

import contents
import drawn
import invented
import printed

KINDS = {"brief": "brief", "cover": "brief", "kamerstuk": "lijst", "aanhangsel": "aanhangsel"}


class Fault(Exception):
    """The page does not say what the gold says."""


def tight(text):
    """What is compared with the text layer: no white space, no hyphens, ligatures and accents as one sign."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u00ad\u2010\u2011-]+", "", text)


def page_text(pdf):
    """The text layer of every page, in the order of its content."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return [tight(p) for p in done.stdout.split("\f")[:-1]]


def shown_text(parts, layout):
    """The pieces as the page prints them, marks included."""
    mark = "{}" if layout["mark"] == "raised" else layout["mark"].replace("1", "{}")
    forms = {"note": mark, "qnote": "{})"}
    return tight("".join(forms.get(p.kind, "{}").format(p.text) for p in parts))


def stretches(block, layout):
    """What must stand in one piece, save for page ends: paragraphs, and of a table each cell."""
    for p in block.paragraphs:
        if p.kind == "table":
            yield from filter(
                None,
                [tight(p.title or ""), *(shown_text(c, layout) for row in p.rows for c in row), tight(p.note or "")],
            )
        else:
            yield tight(p.mark) + shown_text(p.parts, layout)


def common(a, b):
    """How many signs two texts have in common at their beginning."""
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    return n


def follow(wanted, pages, page, at):
    """Where a stretch ends that begins there, and on which pages it stands; None if it is not there in full."""
    seen = []
    while wanted:
        found = common(wanted, pages[page][at:]) if page < len(pages) else 0
        if found:
            seen.append(page)
            wanted, at = wanted[found:], at + found
            continue
        probe = wanted[:14]
        spots = [(p, pages[p].find(probe, at if p == page else 0)) for p in range(page, min(page + 3, len(pages)))]
        spots = [s for s in spots if s[1] >= 0]
        if not spots:
            return None
        page, at = spots[0]
    return seen, page, at


def locate(wanted, pages, start):
    """Pages of a stretch at or behind a place, and that place and its end."""
    for page in range(start[0], len(pages)):
        at = start[1] if page == start[0] else 0
        while (at := pages[page].find(wanted[:24], at)) >= 0:
            if found := follow(wanted, pages, page, at):
                return found[0], (page, at), found[1:]
            at += 1
    # Its first line may be short, at a page's end.
    for page in range(start[0], len(pages)):
        at = start[1] if page == start[0] else 0
        while (at := pages[page].find(wanted[:6], at)) >= 0:
            if found := follow(wanted, pages, page, at):
                return found[0], (page, at), found[1:]
            at += 1
    raise Fault(f"not in the text layer: {wanted[:60]}")


def behind(heading, block, layout, pages, place):
    """Where a block's text may begin: behind its heading, where it has one."""
    if not heading:
        return place
    try:
        page, at = locate(heading + next(stretches(block, layout), "")[:12], pages, place)[1]
        return page, at + len(heading)
    except Fault:
        return locate(heading, pages, place)[2]


def block_pages(letter, page, pages):
    """id of block -> pages, from 1. In a row of a table the answer's cell may begin before the last question ends."""
    layout, out, place, row = page["layout"], {}, (0, 0), (0, 0)
    cells = layout["form"] == "table"
    for b, shown in zip(letter.blocks, page["blocks"]):
        place = row if cells and b.paragraphs else behind(tight(shown["heading"]), b, layout, pages, place)
        seen, begin = set(), None
        for stretch in stretches(b, layout):
            found, first, place = locate(stretch, pages, place)
            begin = begin or first
            seen |= {p + 1 for p in found}
        out[b.id] = seen
        if begin and (shown["kind"] == "answer" or shown["alone"] or row == (0, 0)):
            row = begin
    return out


def check_notes(letter, pages, layout):
    """Every note is there; it may run on over a page."""
    for parts in [*letter.notes.values(), *letter.sources.values()]:
        locate(shown_text(parts, layout), pages, (0, 0))


def front_gold(letter, layout):
    """The right reading of what stands above the questions, as by_typst.typ prints it."""
    f, kind = letter.front, KINDS[layout["head"]]
    office = f"Minister van {f['ministry']}"
    out = {
        "kind": kind,
        "identifier": None,
        "vergaderjaar": None,
        "date": f["date"],
        "asked": None,
        "title": f["about"],
        "responders": [{"name": f["signature"], "office": office}],
        "case_numbers": [f["case"]],
    }
    if kind == "aanhangsel":
        out |= {
            "identifier": f"ah-tk-{f['years'].replace('-', '')}-{f['written']}",
            "vergaderjaar": f["years"],
            "asked": f["asked"],
            "title": f["subject"],
            "case_numbers": [],
            "askers": [{"name": f["asker"], "party": f["party"]}],
            "responders": [{"name": f["minister"], "office": f"Minister ({f['ministry']})"}],
        }
    if kind == "lijst":
        out |= {
            "vergaderjaar": f["years"],
            "identifier": f"kst-{f['dossier'].replace(' ', '')}-{f['number']}",
            "case_numbers": [],
            "title": f"Nr. {f['number']} LIJST VAN VRAGEN EN ANTWOORDEN",
            "committee": f"vaste commissie voor {f['ministry']}",
        }
        out.pop("responders")
    if layout["by"] in ("browser", "latex"):
        out["case_numbers"] = []  # These print no reference line.
    return out | own_kind(f)


def own_kind(f):
    """What is other in some kinds of letter."""
    if f["addressee"] == "Eerste Kamer":
        return {"case_numbers": []}
    if "received" in f:
        return {"kind": "nota", "title": f"Nr. {f['number']} {f['heading']}", "committee": None}
    if "reply" in f:
        return {"kind": "mededeling"}
    return {"title": f["about"], "case_numbers": []} if "hereby" in f else {}


def gold(letter, page, pdf):
    pages = page_text(pdf)
    check_notes(letter, pages, page["layout"])
    where = block_pages(letter, page, pages)
    return {
        "file": pdf.name,
        **front_gold(letter, page["layout"]),
        "pairs": contents.pairs(letter, where),
        "footnotes": contents.footnotes(letter),
        "references": references(letter),
    }


def references(letter):
    rows = [{"id": i, "in": ":".join(filter(None, b.place()))} for b in letter.blocks for p in b.parts() for i in p.ids]
    series = (("footnote", letter.notes), ("footnote:questioner", letter.sources))
    return rows + [
        {"id": i, "in": f"{where}:{m}"}
        for where, notes in series
        for m, parts in notes.items()
        for p in parts
        for i in p.ids
    ]


def made(seed, k, default, by):
    """(letter, what is printed, dimensions); `by`: the engine, in place of a drawn one."""
    says, layout, rng = drawn.draw(seed, k, default, by)
    letter = invented.letter(rng, layout["name"], says)
    for key in {"question", "questions", "answer"} & layout.keys():
        layout[key] = layout[key].replace("$asker", letter.front["asker"])
    page = printed.printed(letter, layout)
    answered = {n for b in letter.blocks if b.kind == "antwoord" for n in b.numbers}
    for b, shown in zip(letter.blocks, page["blocks"]):
        shown["alone"] = b.kind == "vraag" and not set(b.numbers) & answered
    return letter, {**page, "front": letter.front}, {"says": says, "layout": layout}


def set_letter(job):
    """One letter: its name and why it is left out, if it is."""
    seed, k, default, into, only = job
    letter, page, dimensions = made(seed, k, default, only)
    by = page["layout"]["by"]
    if not drawn.installed(by):
        return letter.name, f"{by}: {drawn.PROGRAMS[by]} is not installed"
    pdf = into / f"{letter.name}.pdf"
    try:
        __import__("by_" + by).typeset(page, pdf)
        right = gold(letter, page, pdf)
    except Exception as error:  # A typesetter may fail in any way: the other letters are set all the same.
        if pdf.exists():
            pdf.rename(pdf.with_suffix(".fault"))
        return letter.name, f"fault of the harness: {type(error).__name__}: {str(error)[:300]}"
    for kind, data in (("gold", right), ("drawn", dimensions)):
        (into / f"{letter.name}.{kind}.json").write_text(
            json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
    return letter.name, None


def make(seed, letters, into, default, by):
    """Sets the letters and says which were left out; returns how many were set."""
    into.mkdir(parents=True, exist_ok=True)
    for path in [p for kind in ("pdf", "fault", "gold.json", "drawn.json") for p in into.glob(f"{seed}-*.{kind}")]:
        path.unlink()
    with multiprocessing.Pool() as pool:
        done = pool.map(set_letter, [(seed, k, default, into, by) for k in range(letters)], chunksize=1)
    for name, why in done:
        if why:
            print(f"{name} left out: {why}")
    count = sum(not why for _, why in done)
    print(f"{into}: seed {seed}, {count} of {letters} letters")
    return count
