#!/usr/bin/env python3
"""Makes the small PDFs of this folder: each shows one thing that real or hostile files do. Needs Python and qpdf.

qpdf draws new keys for AES each time, so some of the encrypted files differ from run to run."""
import hashlib
import pathlib
import re
import struct
import subprocess
import zlib

HERE = pathlib.Path(__file__).parent
HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
VERDANA = "<< /Type /Font /Subtype /TrueType /BaseFont /Verdana-Bold /Encoding /WinAnsiEncoding >>"


def stream(data, entries=""):
    data = data.encode("latin-1") if isinstance(data, str) else data
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries.encode(), len(data), data)


def write(name, objects, trailer=""):
    """Objects are numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        body = body.encode("latin-1") if isinstance(body, str) else body
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, trailer.encode(), start)
    (HERE / name).write_bytes(out)


def simple(name, content, fonts=None, resources="", page="", extra=(), catalog="", raw_content=None):
    """One page: 1 catalogue, 2 tree, 3 page, 4 content, 5... extra."""
    fonts = fonts or {"F1": HELVETICA}
    font = " ".join(f"/{key} {value}" for key, value in fonts.items())
    write(name, [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R {page} "
        f"/Resources << /Font << {font} >> {resources} >> >>",
        raw_content or stream(content),
        *extra,
    ])


def text(words, x=100, y=700, size=10, font="F1"):
    return f"BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET\n"


def rotated():
    pages = []
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", None]
    for turn in (0, 90, 180, 270):
        number = len(objects) + 1
        pages.append(f"{number} 0 R")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /CropBox [50 100 550 780] /Rotate {turn} "
            f"/Contents {number + 1} 0 R /Resources << /Font << /F1 {HELVETICA} >> >> >>",
            # Written so that it reads level once the page is turned.
            stream("BT /F1 10 Tf %s Tm (Hallo) Tj ET" % {
                0: "1 0 0 1 100 700", 90: "0 1 -1 0 100 700", 180: "-1 0 0 -1 100 700", 270: "0 -1 1 0 100 700",
            }[turn]),
        ]
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(pages)}] /Count {len(pages)} >>"
    write("rotated.pdf", objects)


def forms():
    def form(content, entries=""):
        return stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 600 800] {entries}")
    simple(
        "forms.pdf",
        "/P BMC " + text("voor") + "q 1 0 0 1 50 -100 cm /A Do Q\n/Loop Do\n" + text("na", y=400) + "EMC",
        resources="/XObject << /A 5 0 R /B 6 0 R /Loop 7 0 R >>",
        extra=[
            # The form has no resources of its own: those of the page count. It closes more than it opens.
            form("q q /F1 20 Tf " + text("buiten") + "/B Do Q Q Q Q EMC ", "/Matrix [1 0 0 1 0 -20]"),
            form(text("binnen", y=650), f"/Resources << /Font << /F1 {VERDANA} >> >>"),
            form(text("lus", y=500) + "/Loop Do /Other Do", "/Resources << /Font << /F1 %s >> /XObject << /Loop 7 0 R "
                 "/Other 8 0 R >> >>" % HELVETICA),
            form("/Loop Do", "/Resources << /XObject << /Loop 7 0 R >> >>"),
        ],
    )


def type0():
    def font(to_unicode, width):
        return (f"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Zomaar /Encoding /Identity-H {to_unicode} "
                f"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Zomaar /DW 1000 "
                f"/W [{width}] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                f"/FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Zomaar /Flags 4 /FontWeight 700 >> >>] >>")
    cmap = ("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
            "endcodespacerange 2 beginbfrange <0001> <0003> <0061> <0010> <0011> [<00660069> <20AC>] endbfrange "
            "1 beginbfchar <0020> <0020> endbfchar endcmap")
    shown = "BT /{0} 10 Tf 100 {1} Td <00010002000300200010> Tj <0011> Tj ET\n"
    simple(
        "type0.pdf", shown.format("F1", 700) + shown.format("F2", 600),
        fonts={"F1": font("/ToUnicode 5 0 R", "1 3 500 16 [600 700]"), "F2": font("", "1 17 500")},
        extra=[stream(cmap)],
    )


def type3():
    font = ("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 66 "
            "/Widths [8 9] /CharProcs << /A 5 0 R /B 5 0 R >> /Encoding << /Differences [65 /A /g77] >> "
            "/Resources << >> >>")
    simple("type3.pdf", "BT /F1 1 Tf 100 700 Td (ABC) Tj ET", fonts={"F1": font},
           extra=[stream("8 0 0 0 8 8 d1 0 0 8 8 re f")])


def standard():
    fonts = {
        "F1": VERDANA,
        "F2": "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>",
        "F3": "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats /Encoding /WinAnsiEncoding >>",
        "F4": "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /StandardEncoding >>",
        "F5": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding "
              "/Differences [65 /uni20AC /f_i /g12 /Scaron.alt] >> >>",
        "F6": "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 300 /LastChar 2 /Widths [0 null] "
              "/Encoding /NoSuchEncoding >>",
    }
    lines = ["financi\\353le", "\\267a", "4", "\\341\\256", "ABCD", "Arial"]
    simple("standard.pdf", "".join(
        text(line, y=700 - 20 * at, font=f"F{at + 1}") for at, line in enumerate(lines)), fonts=fonts)


def operators():
    simple("operators.pdf", "\n".join([
        "BT /F1 10 Tf 12 TL 100 700 Td (een) Tj (twee) ' 3 1 (drie vier) \" ET",
        # An unclosed array, a missing blank, a doubled sign, an operator that nobody knows.
        "BT 0 Tw 0 Tc 1 0 0 1 100 600 Tm [(vi) --120 (jf) ] TJ foo 0 -20Td [(zes) 10 Tj ET",
        "BT 100 500 Td 5 Ts (hoog) Tj 0 Ts 50 Tz (smal) Tj 100 Tz 2 Tr (vet) Tj 0 Tr ET",
        "BT 1 0 .3 1 100 450 Tm (schuin) Tj 0 1 -1 0 300 300 Tm (omhoog) Tj ET",
        # Printed twice, a little aside: forced bold.
        "BT 1 0 0 1 100 400 Tm (dubbel) Tj 1 0 0 1 100.3 400 Tm (dubbel) Tj ET",
        "BI /W 2 /H 2 /CS /G /BPC 8 ID \x01EI\xff\x02 EI",
        "BT 1 0 0 1 100 350 Tm (na het plaatje) Tj 1 0 0 1 100 900 Tm (buiten de pagina) Tj ET",
        "BT /Missing 9 Tf 1 0 0 1 100 300 Tm (zonder lettertype) Tj ET",
    ]))


def tags():
    simple("tags.pdf", "\n".join([
        "/H BMC", text("Vraag 1"), "EMC /Note << /MCID 1 >> BDC /P BMC /Span << /Lang (nl) >> BDC",
        text("noot", y=680), "EMC EMC EMC EMC", text("los", y=660),
        "/Span << /ActualText <FEFF0045006500740065006E> >> BDC", text("\\001\\002\\003", y=640), "EMC",
        "/OC /Off BDC", text("uit", y=620), "EMC /OC /On BDC", text("aan", y=600), "EMC",
        "/Artifact BMC q", text("kop", y=580), "Q",
    ]), resources="/Properties << /Off 5 0 R /On 6 0 R >>", extra=[
        "<< /Type /OCG /Name (uit) >>", "<< /Type /OCG /Name (aan) >>"],
        catalog="/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [5 0 R] >> >>")


def graphics():
    simple("graphics.pdf", "\n".join([
        "0.5 w 100 700 m 300 700 l S", "100 600 200 1 re f", "100 400 100 50 re S", "q 2 0 0 2 0 0 cm 20 w 50 150 m "
        "100 150 l S Q", "100 200 m 150 250 l S", "10 10 m 100 10 l 100 11 l 10 11 l h f*", "50 50 m 90 50 60 90 9 9 c f",
        "q 80 0 0 40 300 500 cm /Im Do Q", text("tekst", y=750),
    ]), resources="/XObject << /Im 5 0 R >>", extra=[image()])


def image():
    return stream(b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")


def scans():
    picture = "q 600 0 0 800 0 0 cm /Im Do Q\n"
    objects = {"resources": "/XObject << /Im 5 0 R >>", "extra": [image()]}
    simple("scan.pdf", picture, **objects)
    simple("scan-stamped.pdf", picture + text("ontvangen 25 maart 2024"), **objects)
    simple("scan-hidden.pdf", picture + "3 Tr " + text("verborgen laag"), **objects)


def damaged():
    simple("whole.pdf", "".join(text(f"regel {n}", y=700 - 15 * n) for n in range(20)))
    whole = (HERE / "whole.pdf").read_bytes()
    (HERE / "no-end.pdf").write_bytes(whole[: whole.index(b"xref\n0")])
    (HERE / "no-tables.pdf").write_bytes(whole[: whole.index(b"xref\n0")].replace(b"/Catalog", b"/Cxtxlog"))
    (HERE / "no-header.pdf").write_bytes(whole[9:])
    (HERE / "wrong-length.pdf").write_bytes(whole.replace(b"/Length 9", b"/Length 1"))
    (HERE / "cut.pdf").write_bytes(whole[: whole.index(b"regel 15")])
    for name, user in (("encrypted-empty.pdf", ""), ("encrypted-password.pdf", "geheim")):
        subprocess.run(["qpdf", "--static-id", "--encrypt", user, "eigenaar", "256", "--", HERE / "whole.pdf",
                        HERE / name], check=True)
    subprocess.run(["qpdf", "--static-id", "--allow-weak-crypto", "--encrypt", "", "eigenaar", "40", "--",
                    HERE / "whole.pdf", HERE / "encrypted-rc4.pdf"], check=True)


def rc4(key, data):
    state, at = list(range(256)), 0
    for i in range(256):
        at = (at + state[i] + key[i % len(key)]) % 256
        state[i], state[at] = state[at], state[i]
    out, i, at = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        at = (at + state[i]) % 256
        state[i], state[at] = state[at], state[i]
        out.append(byte ^ state[(state[i] + state[at]) % 256])
    return bytes(out)


def encrypted():
    """What writers other than qpdf do: the dictionary in the trailer, and lengths that readers look past."""
    for name, user, options in (
        ("rc4-40", "", ["40"]), ("rc4-128", "", ["128", "--use-aes=n"]), ("aes-128", "", ["128", "--use-aes=y"]),
        ("aes-256", "", ["256"]), ("password", "geheim", ["256"]),
    ):
        path = HERE / f"encrypted-inline-{name}.pdf"
        subprocess.run(["qpdf", "--static-id", "--allow-weak-crypto", "--encrypt", user, "eigenaar", *options, "--",
                        HERE / "whole.pdf", path], check=True)
        whole = path.read_bytes()
        number = re.search(rb"/Encrypt (\d+) 0 R", whole)
        own = re.search(rb"(?s)\n%s 0 obj\n(<<.*?>>)\nendobj" % number[1], whole)
        # The place of every object stays; the trailer stands behind them.
        gone = whole.replace(own[1], b"null".ljust(len(own[1])))
        path.write_bytes(gone.replace(number[0], b"/Encrypt " + own[1]))
    # No file identifier, a length that the version does not have, and values that are padded.
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    owner = hashlib.sha256(b"eigenaar").digest()
    key = hashlib.md5(pad + owner + struct.pack("<i", -4)).digest()[:5]
    of = hashlib.md5(key + bytes([4, 0, 0, 0, 0])).digest()[:10]
    plain = "".join(text(f"regel {n}", y=700 - 15 * n) for n in range(20)).encode()
    hexed = [(value + bytes(4)).hex() for value in (owner, rc4(key, pad))]
    padded = "<< /Filter /Standard /V 1 /R 2 /Length 128 /P -4 /O <%s> /U <%s> >>" % tuple(hexed)
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 {HELVETICA} >> >> >>"
    tree = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream(rc4(of, plain))]
    write("encrypted-padded.pdf", [*tree, padded], "/Encrypt 5 0 R")
    write("encrypted-certificate.pdf", tree, "/Encrypt << /Filter /Adobe.PubSec /V 4 /Recipients [] >>")


def hostile():
    twice = zlib.compress(zlib.compress(b"0 " * (400 << 20 >> 1), 9), 9)
    simple("bomb.pdf", "", raw_content=stream(twice, "/Filter [/FlateDecode /FlateDecode]"))
    deep = zlib.compress(zlib.compress(b"q " * 2_000_000 + text("diep").encode() + b"Q " * 2_000_000, 9), 9)
    simple("deep.pdf", "", raw_content=stream(deep, "/Filter [/FlateDecode /FlateDecode]"))
    brackets = zlib.compress(b"[" * 200_000 + b"<<" * 200_000 + b"(" * 200_000 + b" Tj " + text("na").encode(), 9)
    simple("brackets.pdf", "", raw_content=stream(brackets, "/Filter /FlateDecode"))
    # Ten forms that each draw the next ten times: ten thousand million texts.
    fan = [stream("/N Do " * 10, f"/Type /XObject /Subtype /Form /Resources << /XObject << /N {6 + at} 0 R >> >>")
           for at in range(9)]
    simple("fan.pdf", text("begin") + "/N Do", resources="/XObject << /N 5 0 R >>",
           extra=[*fan, stream(text("blad"), "/Type /XObject /Subtype /Form")])
    write("page-loop.pdf", ["<< /Type /Catalog /Pages 2 0 R >>",
                            "<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 9 /Parent 2 0 R >>",
                            "<< /Type /Page /Parent 2 0 R >>"])


def lines(*shown, size=10):
    """Each a paragraph of its own, from the top of the page down; a line is a string, or operators within BT … ET."""
    content = ""
    for at, line in enumerate(shown):
        place = f"1 0 0 1 100 {740 - 40 * at} Tm"
        content += f"BT /F1 {size} Tf {place} {line if line.endswith(('Tj', 'TJ')) else f'({line}) Tj'} ET\n"
    return content


def composite(name, extra="", descriptor="", widths="", more=""):
    return (f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H {extra} /DescendantFonts [<< "
            f"/Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 /W [{widths}] {more} /CIDSystemInfo << "
            f"/Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor "
            f"/FontName /{name} /Flags 4 {descriptor} >> >>] >>")


def accents():
    """Accents as glyphs of their own, before and behind their letters; in the font's own signs and as marks."""
    back = 444  # The middle of two widths of Helvetica: an accent of 333 over a letter of 500 or 556.
    cmap = "1 begincodespacerange <0000> <FFFF> endcodespacerange 5 beginbfchar <0001> <0063> <0002> <0301> <0003> " \
           "<0065> <0004> <00650308> <0005> <0073> endbfchar"
    simple("accents.pdf", lines(
        f"[(Kostic) {back} (\\264)] TJ",
        f"[(Kosti\\264) {back} (c)] TJ",
        f"[(financi) (e) {back} (\\250) 111 (le)] TJ",
        f"[(Yes) {back - 28} (\\270) 55 (ilg\\366z)] TJ",
        # An apostrophe set as an accent stands behind its letter.
        "auto\\264s",
        "/F2 10 Tf <00010002> Tj",
        "/F2 10 Tf <00030002> Tj <0004> Tj",
        "/F3 10 Tf [<01> 305 <02>] TJ",
    ), fonts={"F1": HELVETICA, "F2": composite("Tekens", "/ToUnicode 5 0 R", widths="2 [0]"),
              "F3": HELVETICA.replace("/WinAnsiEncoding", "<< /BaseEncoding /WinAnsiEncoding /Differences [1 /dotlessi "
                                      "/acute] >> /FirstChar 1 /Widths [278 333]")},
        extra=[stream(cmap)])


def ligatures():
    """Ligatures by name, by Unicode value and by their letters; signs of private use; Word's bullets."""
    named = HELVETICA.replace("/WinAnsiEncoding",
                              "<< /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /f_f_i /ffl /fl /i_j] >>")
    cmap = "1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <01> <FB03> <02> <0133> <03> <F0B7> endbfchar"
    word = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <A0> <FF> <00A0> endbfrange"
    simple("ligatures.pdf", lines(
        "[(\\001nanci\\353le o\\002ce \\004ets B\\005)] TJ",
        "/F2 10 Tf (o\\001ce W\\002) Tj",
        "/F3 10 Tf (\\003) Tj /F1 10 Tf ( stip) Tj",
        "/F4 10 Tf (\\247) Tj /F1 10 Tf ( blok) Tj",
        "/F4 10 Tf (\\330) Tj /F1 10 Tf ( pijl) Tj",
        "/F4 10 Tf (\\374) Tj /F1 10 Tf ( gedaan) Tj",
        # A paragraph sign in a font of text is one.
        "\\247 4",
    ), fonts={"F1": named, "F2": HELVETICA[:-2] + "/ToUnicode 5 0 R >>",
              "F3": HELVETICA.replace("Helvetica", "ABCDEF+Symbol")[:-2] + "/ToUnicode 5 0 R >>",
              "F4": HELVETICA.replace("Helvetica", "ABCDEF+Wingdings-Regular")[:-2] + "/ToUnicode 6 0 R >>"},
        extra=[stream(cmap), stream(word)])


def truetype(cmaps=(), names=()):
    """A font program of nothing but tables that name its glyphs: (platform, encoding, {code: glyph}) and names."""
    def segments(codes):
        codes = sorted(codes.items()) + [(0xFFFF, 0)]
        ends, starts = [struct.pack(">H", code) for code, _ in codes], [struct.pack(">H", code) for code, _ in codes]
        deltas = [struct.pack(">H", (glyph - code) & 0xFFFF) for code, glyph in codes[:-1]] + [struct.pack(">H", 1)]
        body = struct.pack(">HHHH", 2 * len(codes), 0, 0, 0) + b"".join(ends) + b"\0\0" + b"".join(starts + deltas)
        body += b"\0\0" * len(codes)
        return struct.pack(">HHH", 4, len(body) + 6, 0) + body

    tables = {}
    if cmaps:
        bodies = [segments(codes) for _, _, codes in cmaps]
        head, at = struct.pack(">HH", 0, len(cmaps)), 4 + 8 * len(cmaps)
        for (platform, encoding, _), body in zip(cmaps, bodies):
            head += struct.pack(">HHI", platform, encoding, at)
            at += len(body)
        tables[b"cmap"] = head + b"".join(bodies)
    if names:
        post = struct.pack(">I", 0x20000) + b"\0" * 28 + struct.pack(">H", len(names))
        post += b"".join(struct.pack(">H", 258 + at) for at in range(len(names)))
        tables[b"post"] = post + b"".join(bytes([len(name)]) + name.encode() for name in names)
    out, at = struct.pack(">IHHHH", 0x10000, len(tables), 16, 0, 0), 12 + 16 * len(tables)
    for tag, body in sorted(tables.items()):
        out += tag + struct.pack(">III", 0, at, len(body))
        at += len(body)
    return out + b"".join(body for _, body in sorted(tables.items()))


def programs():
    """Fonts without a map to Unicode: by the program's table of characters, by its names, by the order of its glyphs."""
    unicode = truetype([(3, 1, {0x20: 1, 0xA0: 1, 0x56: 2, 0xE9: 3, 0xFB01: 4})])
    named = truetype(names=[".notdef", "V", "eacute", "uni20AC", "f_i", "A.sc"])
    symbols = truetype([(3, 0, {0xF021: 2, 0xF022: 3})], names=[".notdef", "space", "V", "eacute"])
    mac = "".join(f"{ord(sign) - 29:04x}" for sign in "Nr. 5") + "0070"
    simple("programs.pdf", lines(
        "<000200030001000200040009> Tj",
        "/F2 10 Tf <00010002000300040005> Tj",
        # Codes lead to glyphs through a table in the file.
        "/F3 10 Tf <00000001> Tj",
        f"/F4 10 Tf <{mac}> Tj",
        # The order cannot be the known one: its figures would differ in width.
        f"/F5 10 Tf <{mac}> Tj",
        "/F6 10 Tf (!\") Tj",
    ), fonts={"F1": composite("AAAAAA+Kaart", descriptor="/FontFile2 5 0 R"),
              "F2": composite("AAAAAA+Namen", descriptor="/FontFile2 6 0 R"),
              "F3": composite("AAAAAA+Omweg", descriptor="/FontFile2 5 0 R", more="/CIDToGIDMap 7 0 R"),
              "F4": composite("Verdana", widths="19 28 636"),
              "F5": composite("Verdana", widths="19 23 636 24 28 400"),
              "F6": "<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Teken /FirstChar 33 /LastChar 34 /Widths "
                    "[500 500] /FontDescriptor << /Type /FontDescriptor /FontName /AAAAAA+Teken /Flags 4 /FontFile2 "
                    "8 0 R >> >>"},
        extra=[stream(unicode), stream(named), stream(struct.pack(">HH", 2, 3)), stream(symbols)])


def blanks():
    """Blanks that are shown and not seen, seen and not shown, and letters set apart."""
    simple("blanks.pdf", lines(
        # A blank that is taken back: «Kamers tuk 3 6200-XII- 60».
        "[(Kamers) 278 ( ) (tuk 3) 278 ( ) (6200-XII-) 278 ( ) (60)] TJ",
        "[(Kamer) -350 (stuk) 40 (ken) -300 (36)] TJ",
        "2.5 Tc (Vraag 1) Tj",
        "V r a a g   1",
        "A N T W O O R D",
        "[(V) -250 (R) -250 (A) -250 (A) -250 (G) -900 (1 2)] TJ",
        "9 Tw (wijd gezette woorden in een regel) Tj",
        "nr.\\2403 en 10\\240%",
        "een zacht\\255afbreekteken",
        "A b en c",
    ))


def frames():
    """Frames printed over one another at the page's corner, a stamp over the text, words that overflow a little."""
    body = "".join(text(f"Regel {n} van de brief loopt over de hele breedte van het blad en gaat door.", 100,
                        400 - 12 * n) for n in range(12))
    simple("frames.pdf", "".join([
        text("Retouradres Postbus 1", 0, 790), text("De voorzitter van de Tweede Kamer", 0, 788),
        text("Postbus 20018", 0, 776), text("Datum", 0, 788), text("25 juli 2024", 60, 788), text("Betreft", 0, 776),
        text("Beantwoording van vragen over de veerdienst", 60, 776), body,
        text("CONCEPT", 150, 330, 80), "BT /F1 60 Tf .7 .7 -.7 .7 150 100 Tm (KOPIE) Tj ET",
    ]))


def turned():
    """A page whose text runs up, with a level foot; one whose text runs down; a level one with a line up its side."""
    words = ["Vraag 1", "Waar ligt de pont?", "Antwoord 1", "In de haven."]
    last = ["Vraag 2", "Wanneer vaart zij?", "Antwoord 2", "In de zomer."]
    up = "".join(f"BT /F1 10 Tf 0 1 -1 0 {100 + 40 * at} 200 Tm ({line}) Tj ET\n" for at, line in enumerate(words))
    down = "".join(f"BT /F1 10 Tf 0 -1 1 0 {500 - 40 * at} 700 Tm ({line}) Tj ET\n" for at, line in enumerate(words))
    level = "".join(text(line, y=640 - 40 * at) for at, line in enumerate(last))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 5 0 R 7 0 R] /Count 3 >>"]
    for content in (up + text("3", 300, 30) + "90 190 1 500 re f", down,
                    level + "BT /F1 6 Tf 0 1 -1 0 40 200 Tm (Gedrukt in Hoorn) Tj ET"):
        objects += [f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects) + 2} 0 R /Resources "
                    f"<< /Font << /F1 {HELVETICA} >> >> >>", stream(content)]
    write("turned.pdf", objects)


def unread():
    """White text on paper and on a dark bar, text beyond the edge, a note over the page, a filled field, a comment."""
    simple("unread.pdf", "".join([
        text("gewoon"), "1 g " + text("wit op papier", y=680) + "0 g ", "0.2 0.2 0.6 rg 90 590 200 30 re f 1 g ",
        text("wit op blauw", y=600), "/Steun cs 1 scn ", text("volle inkt", y=480), "0 scn ", text("zonder inkt", y=460),
        "0 g /Weg gs ", text("doorzichtig", y=540), "/Terug gs ", text("naast het blad", 700, 500), text("weer", y=400),
    ]), resources="/ExtGState << /Weg << /ca 0 >> /Terug << /ca 1 >> >> /ColorSpace << /Steun [/Separation /Steun "
                  "/DeviceGray << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>] >>",
        page="/Annots [5 0 R 6 0 R 7 0 R]", extra=[
            "<< /Type /Annot /Subtype /FreeText /Rect [0 0 90 20] /Contents (Ontvangen op 3 mei) >>",
            "<< /Type /Annot /Subtype /Widget /Rect [0 0 90 20] /Parent << /FT /Tx /T (a) /V (J. Jansen) >> >>",
            "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (een opmerking) >>"])


def cells():
    """A grid of three columns and five rows, in which two cells span two rows and one in the head two columns."""
    across = [(100, 500, 700), (200, 500, 680), (100, 500, 660), (200, 500, 640), (100, 500, 620), (100, 500, 600)]
    along = [(100, 600, 700), (500, 600, 700), (200, 600, 700), (300, 600, 680)]
    words = [("Regio", 105, 677), ("Uitgaven", 280, 687), ("2022", 205, 667), ("2023", 305, 667), ("Noord", 105, 637),
             ("100", 205, 647), ("hogere prijzen", 305, 647), ("90", 205, 627), ("tweede deel", 305, 627),
             ("Zuid", 105, 607), ("80", 205, 607), ("geen", 305, 607)]
    simple("cells.pdf", "0.5 w " + "".join(f"{x} {y} m {to} {y} l S\n" for x, to, y in across)
           + "".join(f"{x} {y} m {x} {to} l S\n" for x, y, to in along) + "".join(text(*word) for word in words)
           + text("Een regel van de tekst die boven deze tabel staat en over de breedte loopt.", y=740))


def labels():
    """Pages that the file itself numbers: a cover without, two in Roman, the rest from 7 with a letter before."""
    kids = range(3, 9)
    pages = [f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 9 0 R /Resources << /Font << /F1 "
             f"{HELVETICA} >> >> >>" for _ in kids]
    write("labels.pdf", [
        "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Kids [<< /Nums [0 << >> 1 << /S /r >>] >> << /Nums [3 << /S /D "
        "/St 7 /P (A-) >> 5 << /S /A /St 28 >>] >>] >> >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>", *pages,
        stream(text("blad"))])


if __name__ == "__main__":
    for make in (rotated, forms, type0, type3, standard, operators, tags, graphics, scans, damaged, encrypted, hostile,
                 accents, ligatures, programs, blanks, frames, turned, unread, cells, labels):
        make()
