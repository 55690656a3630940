"""A *.letter file -> its front data, blocks, notes; the text forms that the layouts and the gold need.

A letter file is TOML between two lines `+++`, then blocks. A block begins with a line
    == KIND NUMBERS [zie NUMBERS] [| HEADING]
KIND: vraag, antwoord (with numbers), voor (front), ander (text in no pair), mededeling, ondertekening (set from the
responders), bijlage (new page under that title), kop (a heading alone), noten, bronnen (the questioner's notes). HEADING is what the page prints; without `|` the layout's own, after `|` nothing: none.
In a block each line is a paragraph; an empty line before it is printed as one. A line that begins with `– `, `• ` or
`1. ` is a list item; lines of `|` are a table (`|= title`, first row head, `|~ note`). Inside a line:
[^2] note mark, [^q2] the questioner's mark, {kst-1-2 kst-1-3|as printed} a reference, <i> <b> <sub> <sup>.
"""
import dataclasses
import re
import tomllib

NUMBER = re.compile(r"(\d+)([a-z]?)$")
TOKEN = re.compile(r"\[\^(q?)(\d+)\]|\{([a-z][^|{}]*)\|([^{}]*)\}|<(i|b|sub|sup)>(.*?)</\5>")
ITEM = re.compile(r"(–|•|\d+\.|[a-z]\)) (.*)$")


def number(text):
    """`7` -> 7, `1a` -> "1a"."""
    found = NUMBER.match(text)
    if not found:
        raise SystemExit(f"not a question number: {text!r}")
    return text if found[2] else int(found[1])


def numbers(text):
    """`1,3-5` -> [1, 3, 4, 5]."""
    out = []
    for part in filter(None, text.split(",")):
        first, dash, last = part.partition("-")
        out += list(range(int(first), int(last) + 1)) if dash else [number(part)]
    return out


def order(n):
    """Sorting key of a question number."""
    found = NUMBER.match(str(n))
    return int(found[1]), found[2]


@dataclasses.dataclass
class Piece:
    """One stretch of a line: text, i, b, sub, sup, note or qnote; `ids` are the references in it."""
    kind: str
    text: str = ""
    ids: tuple = ()


def pieces(line):
    """A line's text in pieces; nested marks inside a reference or italics are not provided for."""
    out, at = [], 0
    for m in TOKEN.finditer(line):
        if m.start() > at:
            out.append(Piece("text", line[at:m.start()]))
        at = m.end()
        if m[2]:
            out.append(Piece("qnote" if m[1] else "note", m[2]))
        elif m[3]:
            out.append(Piece("text", m[4], tuple(m[3].split())))
        else:
            out.append(Piece(m[5], m[6]))
    if at < len(line):
        out.append(Piece("text", line[at:]))
    return out


def plain(parts):
    """The pieces as the gold has them: no marks, and no gap before a mark."""
    return re.sub(r" +", " ", "".join(p.text for p in parts if p.kind not in ("note", "qnote"))).strip()


@dataclasses.dataclass
class Paragraph:
    kind: str                       # p, item, table
    parts: list = dataclasses.field(default_factory=list)
    gap: bool = False
    mark: str = ""                  # a list item's
    title: str | None = None        # a table's
    note: str | None = None
    rows: list = dataclasses.field(default_factory=list)

    def all_parts(self):
        return self.parts + [p for row in self.rows for cell in row for p in cell]

    def lines(self):
        """The gold's lines of this paragraph."""
        if self.kind != "table":
            return [f"{self.mark} {plain(self.parts)}".strip()]
        rows = [" ".join(filter(None, map(plain, row))) for row in self.rows]
        return [self.title] * bool(self.title) + rows + [self.note] * bool(self.note)


@dataclasses.dataclass
class Block:
    kind: str
    numbers: list
    see: list
    heading: str | None             # None: the layout's own
    paragraphs: list
    run_on: bool = False            # set in one paragraph with the block before it
    id: int = 0

    def text(self):
        return "\n".join(line for p in self.paragraphs for line in p.lines())

    def parts(self):
        return [x for p in self.paragraphs for x in p.all_parts()]

    def place(self):
        """The name of this block as the gold's `in` and anchors know it: (part, numbers)."""
        joined = ",".join(map(str, self.numbers))
        return {"vraag": ("question", joined), "antwoord": ("answer", joined), "voor": ("front", None),
                "bijlage": ("front", None)}.get(self.kind, ("other", None))


def paragraphs(lines):
    out, gap, table = [], False, None
    for line in lines:
        if not line.strip():
            gap, table = True, None
            continue
        if line.startswith("|"):
            if table is None:
                table = Paragraph("table", gap=gap and bool(out))
                out.append(table)
            if line.startswith("|="):
                table.title = line[2:].strip()
            elif line.startswith("|~"):
                table.note = line[2:].strip()
            else:
                table.rows.append([pieces(c.strip()) for c in line.strip().strip("|").split("|")])
        else:
            table, item = None, ITEM.match(line)
            gap_here = gap and bool(out)
            out.append(Paragraph("item", pieces(item[2]), gap_here, item[1]) if item else Paragraph("p", pieces(line), gap_here))
        gap = False
    return out


@dataclasses.dataclass
class Letter:
    name: str
    front: dict
    blocks: list
    notes: dict                     # mark -> pieces
    sources: dict                   # the questioner's: mark -> pieces


def blocks(body):
    out, notes, sources = [], {}, {}
    for chunk in re.split(r"^== ", body, flags=re.M)[1:]:
        head, _, rest = chunk.partition("\n")
        head, bar, printed = head.partition("|")
        words = head.split()
        kind, see = words[0], []
        if "zie" in words:
            see = numbers(words[words.index("zie") + 1])
            words = words[:words.index("zie")]
        if kind in ("noten", "bronnen"):
            for line in filter(None, map(str.strip, rest.splitlines())):
                m = re.match(r"\[(\d+)\] (.*)$", line)
                (notes if kind == "noten" else sources)[m[1]] = pieces(m[2])
            continue
        run_on = printed.strip() == "+"
        heading = None if not bar else ("" if run_on else printed.strip())
        nums = numbers("".join(words[1:])) if kind in ("vraag", "antwoord") else []
        out.append(Block(kind, nums, see, heading, paragraphs(rest.splitlines()), run_on, len(out)))
    return out, notes, sources


def read(path):
    _, toml, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    front = tomllib.loads(toml)
    if "content" not in front:
        return Letter(path.stem, front, *blocks(body))
    # The same questions and answers published a second time, under the headings of this layout.
    other = read(path.with_name(front["content"] + ".letter"))
    kept = [b for b in other.blocks if b.kind in ("vraag", "antwoord")]
    for i, b in enumerate(kept):
        b.heading, b.id = None, i
    return Letter(path.stem, front, kept, other.notes, other.sources)
