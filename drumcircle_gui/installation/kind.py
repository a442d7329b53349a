"""The kind of this installation: where the program and its Python come from."""

import sys
from enum import Enum
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the program's package."""


class Kind(Enum):
    """How the program was installed; the value is the name for people."""

    CHECKOUT = "a checkout of the sources"
    WHEEL = "a Python package"
    BUNDLE = "a bundle with its own Python"


def kind() -> Kind:
    """The kind of this installation."""
    if getattr(sys, "frozen", False):
        return Kind.BUNDLE
    return Kind.WHEEL if (PACKAGE / "resources").is_dir() else Kind.CHECKOUT
