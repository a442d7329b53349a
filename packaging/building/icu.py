"""Replaces the data of ICU in a bundle for Linux by an empty table.

Qt links ICU, whose tables are 32 MB: collation, codecs and texts of all languages. Qt has its own tables for what this
program shows; without ICU's, file dialogs sort names by code point. ICU allows a library of data with a header and a
table of contents without an entry; this writes one. Needs a C compiler.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from . import tools

SOURCE = """\
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
__attribute__((aligned(16))) const struct {{
    u16 header_size; u8 magic[2];
    u16 info_size, reserved; u8 big_endian, charset, char_size, unused, format[4], format_version[4], data_version[4];
    u8 fill[8];
    u32 count, more[3];
}} icudt{version}_dat = {{
    32, {{0xda, 0x27}},
    20, 0, 0, 0, 2, 0, {{'C', 'm', 'n', 'D'}}, {{1}}, {{3}},
}};
"""


def empty(folder: Path) -> None:
    """Do so for every library of ICU's data in `folder`."""
    for library in sorted(folder.rglob("libicudata.so.*")):
        if library.is_symlink():
            continue
        match = re.search(r"so\.(\d+)", library.name)
        assert match
        source = library.with_suffix(".c")
        source.write_text(SOURCE.format(version=match[1]), encoding="utf-8")
        tools.require("cc")
        link = ["-shared", "-nostdlib", "-Wl,--build-id=none", f"-Wl,-soname,{library.name}"]
        subprocess.run(["cc", *link, "-o", str(library), str(source)], check=True)
        source.unlink()
