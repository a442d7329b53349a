"""The files by which a Linux desktop knows which program opens drumcircle:// links. Pure."""

SCHEME_TYPE = "x-scheme-handler/drumcircle"
ENTRY_NAME = "drumcircle-links.desktop"
PACKAGED_ENTRY_NAME = "drumcircle.desktop"
"""The desktop entry that a system package installs; it opens links, too."""

DEFAULTS = "[Default Applications]"

_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")


def exec_line(command: tuple[str, ...]) -> str:
    """`command` quoted as an Exec line (Desktop Entry Specification), with the link as its last argument."""
    return " ".join([*map(_quoted, command), "%u"])


def desktop_entry(command: tuple[str, ...], path: str) -> str:
    """The desktop entry that opens links with `command`. `path`: the folder of the program's package, "" if it needs
    none."""
    words = ("env", f"PYTHONPATH={path}", *command) if path else command
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Drum Circle",
        f"Exec={exec_line(words)}",
        "NoDisplay=true",
        "Terminal=false",
        f"MimeType={SCHEME_TYPE};",
    )
    return "\n".join(lines) + "\n"


def with_default(text: str, entry: str = ENTRY_NAME) -> str:
    """The text of mimeapps.list with `entry` as the program for links; other lines are unchanged."""
    lines = without_default(text).splitlines()
    if DEFAULTS not in lines:
        lines = [*lines, DEFAULTS]
    at = lines.index(DEFAULTS) + 1
    return "\n".join([*lines[:at], f"{SCHEME_TYPE}={entry}", *lines[at:]]) + "\n"


def without_default(text: str) -> str:
    """The text of mimeapps.list without a program for links."""
    kept = [line for line in text.splitlines() if line.partition("=")[0].strip() != SCHEME_TYPE]
    return "\n".join(kept) + ("\n" if kept else "")


def _quoted(word: str) -> str:
    escaped = "".join(f"\\{each}" if each in '"`$\\' else each for each in word).replace("\\", "\\\\")
    escaped = escaped.replace("%", "%%")
    return f'"{escaped}"' if _RESERVED & set(word) or not word else escaped
