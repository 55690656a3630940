"""The letters of corpus/ and letters/ in every layout: OUT/LAYOUT/LETTER.pdf, and OUT/LETTER.gold.json, what is right.

    make                      layouts set with Typst, into target/layouts
    make --others             layouts set with LibreOffice, LaTeX and a browser, into pdf/ beside this file
    make --gold DIR --out OUT the questions, answers and notes of these gold readings, instead of our own letters
    make --only WORD          the layouts whose name has this word
    make --seed N --letters K [--into DIR] [--by ENGINE]
                              letters invented and laid out at random, with their right reading
"""
import argparse
import hashlib
import json
import multiprocessing
import pathlib
import shutil
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# What each page was last set from.
STAMPS = ROOT / "target" / "layout-stamps"
sys.path.insert(0, str(ROOT / "corpus" / "sources"))

import printed  # noqa: E402
import random_set  # noqa: E402

# Their contents are set in other letters of the corpus; or no pairs; or more pages than they are worth here.
LEFT_OUT = {"brief-warmtenet", "kst-37188-12", "kst-37251-5", "scan-nota-leeszalen", "ah-tk-20252026-87"}


def letters(folder):
    """The letters to set, each with its name."""
    paths = sorted(folder.glob("*.gold.json")) if folder else [
        *sorted((ROOT / "corpus" / "sources").glob("*.letter")), *sorted((HERE / "letters").glob("*.letter"))]
    read = [printed.kept(printed.read(p)) for p in paths if p.stem not in LEFT_OUT]
    return [letter for letter in read if letter.blocks]


def layouts():
    """Name -> settings, the defaults filled in."""
    table = tomllib.loads((HERE / "layouts.toml").read_text(encoding="utf-8"))
    default = table.pop("default")
    return {name: {**default, **own, "name": name} for name, own in table.items()}


def typesetter(layout):
    """The module that sets a layout's pages."""
    return __import__("by_" + layout["by"])


def digest(text, layout):
    """What the page depends on."""
    module = pathlib.Path(typesetter(layout).__file__)
    own = b"".join(p.read_bytes() for p in sorted(HERE.glob(f"{module.stem}.*")))
    return hashlib.sha256(text.encode() + own).hexdigest()


def set_page(job):
    """One letter in one layout, if anything changed since it was last set."""
    text, out = job
    page = json.loads(text)
    stamp, made = STAMPS / out.parent.name / out.stem, digest(text, page["layout"])
    if out.exists() and stamp.exists() and stamp.read_text() == made:
        return 0
    for folder in (out.parent, stamp.parent):
        folder.mkdir(parents=True, exist_ok=True)
    typesetter(page["layout"]).typeset(page, out)
    stamp.write_text(made)
    return 1


def clean(out, expected):
    """Drops what no longer belongs."""
    for path in [p for p in out.rglob("*") if p.is_file() and p not in expected]:
        path.unlink()
    for folder in [p for p in out.iterdir() if p.is_dir() and not any(p.glob("*.pdf"))]:
        shutil.rmtree(folder)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--others", action="store_true")
    a.add_argument("--gold", type=pathlib.Path)
    a.add_argument("--out", type=pathlib.Path)
    a.add_argument("--only", default="")
    a.add_argument("--seed", type=int)
    a.add_argument("--letters", type=int, default=40)
    a.add_argument("--into", type=pathlib.Path)
    a.add_argument("--by", help="the engine for all letters of a seed: typst, browser, writer, latex")
    a = a.parse_args()
    if a.seed is not None:
        table = tomllib.loads((HERE / "layouts.toml").read_text(encoding="utf-8"))
        random_set.make(a.seed, a.letters, a.into or ROOT / "target" / "random-layouts", table["default"], a.by)
        return
    out = a.out or (HERE / "pdf" if a.others else ROOT / "target" / "layouts")
    out.mkdir(parents=True, exist_ok=True)
    jobs, expected = [], set()
    for letter in letters(a.gold):
        right = out / f"{letter.name}.gold.json"
        used = 0
        for layout in layouts().values():
            chosen = "letters" not in layout or a.gold or letter.name in layout["letters"]
            if (layout["by"] != "typst") != a.others or not chosen or not printed.fits(letter, layout):
                continue
            used += 1
            pdf = out / layout["name"] / f"{letter.name}.pdf"
            expected.add(pdf)
            if a.only in layout["name"]:
                jobs.append((json.dumps(printed.printed(letter, layout), ensure_ascii=False, sort_keys=True), pdf))
        if used:
            expected.add(right)
            right.write_text(json.dumps(printed.gold(letter), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    clean(out, expected)
    with multiprocessing.Pool() as pool:
        made = sum(pool.imap_unordered(set_page, jobs))
    print(f"{out}: {len(expected)} files expected, {made} set anew")


if __name__ == "__main__":
    main()
