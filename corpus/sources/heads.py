"""What each kind of letter prints above its questions, and the front matter of the gold, from the same data."""
import datetime

from letterfile import paragraphs, plain

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def day(iso):
    d = datetime.date.fromisoformat(iso)
    return f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def enumerate_words(words):
    """`a, b en c`."""
    words = list(map(str, words))
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " en " + words[-1]


def kind(letter):
    return letter.front.get("kind") or {"aanhangsel": "aanhangsel", "brief": "brief"}[letter.front["layout"]]


def identifier(letter):
    f = letter.front
    if "dossier" in f:
        first, second, *addition = f["dossier"].split()
        return "-".join(["kst", first + second, *addition, f["number"]])
    if f["layout"] == "aanhangsel":
        return f"ah-tk-{f['vergaderjaar'].replace('-', '')}-{f['number']}"
    return None


def asker_names(askers, bold):
    """«Van Wiel (D66) en Tjalsma (BBB)»; «A en B (beiden VVD)» where two of one party follow each other."""
    b = (lambda n: f"<b>{n}</b>") if bold else (lambda n: n)
    groups = []
    for a in askers:
        if groups and groups[-1][1] == a["party"]:
            groups[-1][0].append(a["name"])
        else:
            groups.append([[a["name"]], a["party"]])
    out = []
    for names, party in groups:
        both = "beiden " if len(names) == 2 else ""
        out.append(enumerate_words([b(n) for n in names]) + f" ({both}{party})")
    return enumerate_words(out)


def on_behalf(responders):
    offices = [r["office"] for r in responders if r.get("on_behalf")]
    return ", mede namens " + enumerate_words(["de " + o for o in offices]) if offices else ""


def opening(letter):
    """The paragraphs before the first block."""
    f = letter.front
    if f["layout"] != "aanhangsel":
        return []
    lid = "het lid" if len(f["askers"]) == 1 else "de leden"
    asked = f"Vragen van {lid} {asker_names(f['askers'], True)} aan {f['to']} over {f['title']}"
    if f.get("answers") == "below":
        # Until about 2005: who answers stands between the questions and the answers, as a block of its own.
        return paragraphs([f"{asked}. (Ingezonden {day(f['asked'])})"])
    asked += f" (ingezonden {day(f['asked'])})."
    first = f["responders"][0]
    role, _, ministry = first["office"].partition(" ")
    word = "Mededeling" if kind(letter) == "mededeling" else "Antwoord"
    answered = f"{word} van {role} <b>{first['name']}</b> {ministry}{on_behalf(f['responders'])} (ontvangen {day(f['date'])})."
    also = f" {f['see_also']}" if "see_also" in f else ""
    return paragraphs([asked, answered + also])


def heading(letter, block):
    """The printed heading of a block, or None."""
    if block.heading is not None:
        return block.heading or None
    if block.kind == "mededeling":
        return "Mededeling"
    if block.kind not in ("vraag", "antwoord"):
        return None
    form = letter.front.get("headings", {}).get(block.kind, {"vraag": "Vraag {n}", "antwoord": "Antwoord {n}"}[block.kind])
    return form.format(n=enumerate_words(block.numbers)) or None


def title(letter):
    f = letter.front
    if "heading" in f:
        return f"Nr. {f['number']} {f['heading']}"
    return plain(paragraphs([f["title"]])[0].parts) if f.get("title") else None


def gold(letter):
    f = letter.front
    out = {"kind": kind(letter), "identifier": identifier(letter), "vergaderjaar": f.get("vergaderjaar"),
           "date": f.get("date"), "asked": f.get("asked"), "title": title(letter)}
    if "askers" in f:
        out["askers"] = [{"name": a["name"], "party": a["party"]} for a in f["askers"]]
    if "committee" in f:
        out["committee"] = f["committee"]
    out["responders"] = [{"name": r.get("name"), "office": r["office"]} | ({"on_behalf": True} if r.get("on_behalf") else {})
                         for r in f["responders"]]
    out["case_numbers"] = f.get("case_numbers", []) if f["layout"] != "aanhangsel" else []
    return out


def check(letter):
    """What the front data says must stand in the letter's own words."""
    text = " ".join(plain(p.parts) for p in opening(letter)) + " ".join(b.text() for b in letter.blocks)
    f = letter.front
    for want in [*f.get("case_numbers", [])] + ([f["committee"]] if "committee" in f else []):
        if f["layout"] != "aanhangsel" and want not in text:
            raise SystemExit(f"{letter.name}: {want!r} is in the front data, not in the text")
    for b in letter.blocks:
        for m in [p.text for p in b.parts() if p.kind == "note"]:
            if m not in letter.notes:
                raise SystemExit(f"{letter.name}: no note {m}")
