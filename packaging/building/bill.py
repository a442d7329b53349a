"""Writes the bill of materials (CycloneDX 1.6) and the licences of the packages in the environment that runs this.

    python bill.py SOURCE FOLDER    writes FOLDER/sbom.cdx.json and FOLDER/licences/

The packages are those that the pinned requirements name and that are installed; tools of the build are not in it.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import sys
import uuid
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import Distribution
from pathlib import Path
from typing import cast

REQUIREMENTS = ("requirements.txt", "requirements-optional.txt")
LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
Component = dict[str, object]


def main(source: Path, folder: Path) -> None:
    parts = sorted(installed(source / "packaging"), key=_name)
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(bill(parts, os.environ["DRUMCIRCLE_VERSION"]), indent=1, sort_keys=True)
    (folder / "sbom.cdx.json").write_text(text + "\n", encoding="utf-8")
    for part in parts:
        for number, (name, licence) in enumerate(licences(part)):
            place = folder / "licences" / _name(part)
            place.mkdir(parents=True, exist_ok=True)
            (place / (f"{number}-{name}" if number else name)).write_bytes(licence)
    own = folder / "licences" / "drumcircle"
    own.mkdir(parents=True, exist_ok=True)
    (own / "LICENSE").write_bytes((source / "LICENSE").read_bytes())
    python = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "LICENSE.txt"
    if python.exists():
        (folder / "licences" / "python").mkdir(exist_ok=True)
        (folder / "licences" / "python" / "LICENSE.txt").write_bytes(python.read_bytes())


def installed(packaging: Path) -> Iterator[Distribution]:
    """The packages that the requirement files name and that are installed for this system."""
    for file in REQUIREMENTS:
        for line in (packaging / file).read_text(encoding="utf-8").splitlines():
            name, pinned, _ = line.partition("==")
            if pinned and not name.startswith("#"):
                try:
                    found = importlib.metadata.distribution(name)
                except importlib.metadata.PackageNotFoundError:
                    continue  # for another system or Python
                if found.version == line.partition("==")[2].split(";")[0].split("#")[0].strip():
                    yield found


def bill(parts: list[Distribution], version: str) -> dict[str, object]:
    """The bill of materials of the program in that version, made of `parts` and this Python."""
    python = ".".join(map(str, sys.version_info[:3]))
    components = [_component(part) for part in parts]
    components.append({"type": "platform", "name": "python", "version": python, "licenses": _named("PSF-2.0")})
    serial = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([version, sys.platform, components], sort_keys=True))
    about = {"type": "application", "name": "drumcircle", "version": version, "licenses": _named("MIT")}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": about},
        "components": components,
    }


def licences(part: Distribution) -> Iterator[tuple[str, bytes]]:
    """The licence files in a package's metadata: name and text."""
    for file in sorted(part.files or (), key=str):
        if ".dist-info/" in str(file) and LICENCE.search(file.name):
            yield file.name, Path(str(part.locate_file(file))).read_bytes()


def _component(part: Distribution) -> Component:
    name, licence = _name(part), _licence(part)
    return {
        "type": "library",
        "name": name,
        "version": part.version,
        "purl": f"pkg:pypi/{name}@{part.version}",
        "licenses": _named(licence) if licence else [],
    }


def _licence(part: Distribution) -> str:
    """The licence in the package's own words: an expression, a short text, or its classifiers."""
    about = cast(Message, part.metadata)
    expression = about.get("License-Expression") or ""
    short = (about.get("License") or "").strip()
    classifiers = [line.rpartition(":: ")[2] for line in about.get_all("Classifier") or () if "License ::" in line]
    return expression or (short if "\n" not in short and len(short) < 80 else "") or ", ".join(classifiers)


def _named(licence: str) -> list[dict[str, object]]:
    return [{"license": {"name": licence}}]


def _name(part: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", part.metadata["Name"]).lower()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
