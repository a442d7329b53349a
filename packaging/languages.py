"""Keeps the translations: `python packaging/languages.py [update|release|missing]`.

update   takes new and changed texts of the program into `resources/languages/*.ts` (pyside6-lupdate)
release  makes the .qm files that the program loads (pyside6-lrelease)
missing  prints the texts that are not translated; the exit code is 1 if there are any

To add a language, give its code as a further argument of `update` and name it in `drumcircle_gui/languages.py`.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parents[1]
FOLDER = SOURCE / "resources/languages"
PLACE = re.compile(r"%L?n|\{[^{}]*\}")
"""What a translation must keep: %n and the names in braces."""


@dataclass(frozen=True)
class Message:
    """A text, what it says to whom, and its translations (several: one for each plural form)."""

    context: str
    source: str
    comment: str
    translations: tuple[str, ...]
    plural: bool

    @property
    def done(self) -> bool:
        return all(self.translations)

    @property
    def agrees(self) -> bool:
        """Whether each translation has the places of the source; a plural form may leave %n out."""
        wanted = sorted(PLACE.findall(self.source))
        return all(self._fits(sorted(PLACE.findall(text)), wanted) for text in self.translations)

    def _fits(self, found: list[str], wanted: list[str]) -> bool:
        return found == wanted or (self.plural and found == [place for place in wanted if place not in ("%n", "%Ln")])


def files() -> list[Path]:
    """The translations, one file for each language."""
    return sorted(FOLDER.glob("*.ts"))


def messages(file: Path) -> Iterator[Message]:
    """The messages of a .ts file that the program still has."""
    for context in ElementTree.parse(file).getroot().findall("context"):
        name = context.findtext("name", "")
        for message in context.findall("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("vanished", "obsolete"):
                continue
            plural = message.get("numerus") == "yes"
            forms = [form.text or "" for form in translation.findall("numerusform")] if plural else []
            texts = tuple(forms or [translation.text or ""])
            yield Message(name, message.findtext("source", ""), message.findtext("comment", ""), texts, plural)


def update(further: list[str]) -> None:
    """Take the program's texts into the files."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.py"
        texts.write_text("\n".join(sorted(set(program_texts()))), encoding="utf-8")
        for file in (*files(), *(FOLDER / f"drumcircle_{code}.ts" for code in further)):
            code = file.stem.removeprefix("drumcircle_")
            options = ["-no-obsolete", "-locations", "none", "-silent", "-source-language", "en"]
            _run("lupdate", *options, "-target-language", code, str(texts), "-ts", str(file))


def program_texts() -> Iterator[str]:
    """The program's translated texts, each as a call that lupdate reads.

    lupdate takes a plural for a plain text where the number is not a literal, so it does not get the modules.
    """
    for file in sorted((SOURCE / "drumcircle_gui").rglob("*.py")):
        for context, call in _calls(ast.parse(file.read_text(encoding="utf-8")), ""):
            named = isinstance(call.func, ast.Name) or call.func.attr != "tr"  # type: ignore[attr-defined]
            texts = [ast.literal_eval(value) or "" for value in call.args[: 3 if named else 2]]
            context, *texts = texts if named else [context, *texts]
            quoted = [json.dumps(text, ensure_ascii=False) for text in (context, *texts)]
            number = ["1"] if len(call.args) > (3 if named else 2) else []
            yield f"QCoreApplication.translate({', '.join(quoted + number)})"


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    """The calls of `tr` and `translate` with a literal text, each with the class that it is in."""
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else context)
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
        return
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    literal = len(node.args) > 1 and all(isinstance(value, ast.Constant) for value in node.args[:2])
    if name == "tr" or (name in ("translate", "_tr") and literal and isinstance(node.args[0].value, str)):
        yield context, node


def release(folder: Path = FOLDER) -> None:
    """Make the .qm files in `folder`."""
    for file in files():
        _run("lrelease", "-silent", str(file.relative_to(SOURCE)), "-qm", str(folder / f"{file.stem}.qm"))


def stale() -> list[str]:
    """The .qm files that are not what their .ts file makes."""
    with tempfile.TemporaryDirectory() as made:
        release(Path(made))
        names = [f"{file.stem}.qm" for file in files()]
        return [name for name in names if _bytes(FOLDER / name) != _bytes(Path(made) / name)]


def missing() -> list[str]:
    """The texts that are not translated, or whose places differ from the source's."""
    found = []
    for file in files():
        for each in messages(file):
            if not each.done:
                found.append(f"{file.name}: {each.context}: {each.source!r} is not translated")
            elif not each.agrees:
                found.append(f"{file.name}: {each.context}: {each.source!r} has other places in {each.translations}")
    return found


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _run(tool: str, *arguments: str) -> None:
    """Run one of Qt's tools, from beside the interpreter."""
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(program), *arguments], cwd=SOURCE, check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("update", "release", "missing"))
    parser.add_argument("languages", nargs="*")
    options = parser.parse_args()
    if options.action == "update":
        update(options.languages)
    elif options.action == "release":
        release()
    lines = missing()
    print("\n".join(lines) or "All texts are translated.")
    return int(bool(lines) and options.action == "missing")


if __name__ == "__main__":
    sys.exit(main())
