"""Writes the manual page and the shells' completions from the command line's own declaration.

python manual.py SOURCE FOLDER    writes FOLDER/drumcircle.1 and FOLDER/completions/{bash,zsh,fish}
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
from collections.abc import Iterator
from pathlib import Path

SHELLS = ("bash", "zsh", "fish")
FILES = {
    "~/.config/drumcircle": "settings, and the rooms (rooms.toml)",
    "~/.local/share/drumcircle": "keys of the circles that ran here, recordings and logs",
}


def main(source: Path, folder: Path) -> None:
    sys.path.insert(0, str(source))
    import shtab

    from drumcircle_gui import __version__
    from drumcircle_gui.cli import parser

    day = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.UTC).date()
    (folder / "completions").mkdir(parents=True, exist_ok=True)
    (folder / "drumcircle.1").write_text(page(parser(), __version__, day.isoformat()), encoding="utf-8")
    for shell in SHELLS:
        text = shtab.complete(parser(), shell=shell)
        (folder / "completions" / shell).write_text(text + "\n", encoding="utf-8")


def page(parser: argparse.ArgumentParser, version: str, day: str) -> str:
    """The manual page, in the language of man(7)."""
    lines = [f'.TH DRUMCIRCLE 1 "{day}" "Drum Circle {version}" "User Commands"']
    lines += [".SH NAME", "drumcircle \\- play drums together across the internet, and keep rooms in sync"]
    lines += [".SH SYNOPSIS", ".B drumcircle", r"[\fICOMMAND\fR] [\fIOPTION\fR]..."]
    lines += [".SH DESCRIPTION", _escaped(parser.description or ""), ".SH OPTIONS", *_options(parser)]
    lines.append(".SH COMMANDS")
    for name, command in _commands(parser):
        lines += [f".SS {_escaped(name)}", _escaped(command.description or ""), *_options(command)]
    lines.append(".SH FILES")
    for file, about in FILES.items():
        lines += [".TP", f".I {file}", _escaped(about)]
    return "\n".join(lines) + "\n"


def _commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction) and action.help != argparse.SUPPRESS:
            names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in action.option_strings)
            value = action.metavar or ("" if action.nargs == 0 else action.dest.upper())
            value = " ".join(value) if isinstance(value, tuple) else value
            yield from (".TP", " ".join(filter(None, (names, f"\\fI{_escaped(value)}\\fR" if value else ""))))
            yield _escaped((action.help or "").replace("%%", "%"))


def _escaped(text: str) -> str:
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return "\\&" + text if text.startswith((".", "'")) else text


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
