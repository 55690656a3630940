"""Pages set with Typst: by_typst.typ takes what is printed, as JSON."""
import functools
import json
import pathlib

import typst

HERE = pathlib.Path(__file__).resolve().parent
FONT_FOLDERS = ["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation"]
# One moment for every file: setting again changes no byte.
TIMESTAMP = 1767225600


@functools.cache
def fonts():
    return typst.Fonts(include_system_fonts=False, font_paths=[f for f in FONT_FOLDERS if pathlib.Path(f).is_dir()])


def typeset(page, out):
    typst.compile(str(HERE / "by_typst.typ"), output=str(out), root=str(HERE), font_paths=fonts(), timestamp=TIMESTAMP,
                  sys_inputs={"page": json.dumps(page, ensure_ascii=False)}, pdf_tags=page["layout"]["tagged"])
