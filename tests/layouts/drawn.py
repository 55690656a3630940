"""Letters whose dimensions are drawn at random from a seed: DIR/NAME.pdf, its gold reading, and what was drawn.

    make --seed N --letters K [--into DIR]

The same seed gives the same letters; the first ones are the same for any K. A letter whose gold words are not all in
the page's own text is a fault of this harness: it is left out, and said.
"""
import collections
import json
import multiprocessing
import random
import re
import shutil
import subprocess
import unicodedata

import contents
import draw
import invent
import printed
import typeset

TRIES = 50


def one(seed, index):
    """A letter and a layout that can print it."""
    source = random.Random(f"{seed}/{index}")
    default = typeset.defaults()
    for _ in range(TRIES):
        said = draw.contents(source)
        layout = draw.layout(source, default, said)
        letter = invent.letter(source, f"s{seed}-{index:03}", said)
        if printed.fits(letter, layout):
            return letter, layout, said
    raise SystemExit(f"seed {seed}, letter {index}: no layout fits after {TRIES} draws")


def gold(letter):
    """What is right; `see` and pages are not drawn."""
    return {"file": letter.name + ".pdf", **printed.gold(letter), "references": contents.references(letter)}


def squeezed(text):
    """The characters alone: white space, hyphens and marks of notes differ between page and gold."""
    return re.sub(r"[\s\-\u00ad\u2010\u2011]", "", unicodedata.normalize("NFKC", text))


def pieces(text):
    """Stretches of a gold text that a page's own text must hold: words, since a line may end in a foot or a note."""
    return filter(None, map(squeezed, text.split()))


def faults(letter, right, pdf):
    """Words of the gold that the page does not print, as often as it needs them."""
    text = squeezed(subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, text=True, check=True).stdout)
    texts = [q["text"] for p in right["pairs"] for q in p["questions"]] + [p["answer"] or "" for p in right["pairs"]]
    wanted = collections.Counter(w for t in texts + [n["text"] for n in right["footnotes"]] for w in pieces(t) if len(w) > 5)
    return [w for w, n in wanted.items() if text.count(w) < n]


def make(job):
    """Sets one letter; returns its name and the reason why it is left out, if any."""
    seed, index, into = job
    letter, layout, said = one(seed, index)
    pdf = into / f"{letter.name}.pdf"
    page = json.loads(json.dumps(printed.printed(letter, layout)))
    typeset.typesetter(layout).typeset(page, pdf)
    right = gold(letter)
    lost = faults(letter, right, pdf)
    if lost:
        pdf.unlink()
        return letter.name, "not on the page: " + ", ".join(lost[:4])
    for kind, data in (("gold", right), ("drawn", {**layout, **said})):
        (into / f"{letter.name}.{kind}.json").write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return letter.name, ""


def make_all(seed, count, into):
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    with multiprocessing.Pool() as pool:
        made = pool.map(make, [(seed, i, into) for i in range(1, count + 1)], chunksize=4)
    left_out = [(name, why) for name, why in made if why]
    for program in draw.missing():
        print(f"{program} is not installed: no letter is set with it")
    for name, why in left_out:
        print(f"{name} is left out, a fault of the harness: {why}")
    print(f"{into}: seed {seed}, {count - len(left_out)} letters")
