"""The packages that the program consists of: which are installed, in which version, and how to add one.

A checkout and a wheel have package metadata. A bundle has a bill of materials (CycloneDX) instead, which
`packaging/build.py` puts into its resources.
"""

import importlib.metadata
import json
import sys
from functools import cache

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import resource

from .kind import Kind, kind

BILL = "sbom.cdx.json"
"""The bill of materials, in `resources/` of a bundle."""


def version_of(package: str) -> str:
    """The version of an installed package; "" if it is not installed."""
    if kind() is Kind.BUNDLE:
        return _bundled().get(_normal(package), "")
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def how_to_add(package: str) -> str:
    """A sentence for the user that says how to add `package` to this installation."""
    if kind() is Kind.BUNDLE:
        return "This copy of Drum Circle is incomplete: download it again and install it."
    return f"{sys.executable} -m pip install {package}"


@cache
def _bundled() -> dict[str, str]:
    """The packages in the bundle's bill of materials, with their versions; empty without a bill."""
    try:
        bill = json.loads(resource(BILL).read_bytes())
    except (OSError, ValueError, DrumCircleError):
        return {}
    return {_normal(part["name"]): part["version"] for part in bill["components"]}


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
