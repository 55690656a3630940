#!/usr/bin/env python3
"""Makes the small PDFs of this folder: each shows one thing that real or hostile files do. Needs Python and qpdf.

qpdf draws new keys for AES each time, so two of the encrypted files differ from run to run."""
import pathlib
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


if __name__ == "__main__":
    for make in (rotated, forms, type0, type3, standard, operators, tags, graphics, scans, damaged, hostile):
        make()
