"""Reads the factory notes of drum kits from `resources/pads`."""

import logging
from functools import cache
from pathlib import Path

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import resource

from .kit_maps import KitMap, matching_kit, parse_kit_map

log = logging.getLogger(__name__)


@cache
def kit_maps() -> tuple[KitMap, ...]:
    """All families, in order of precedence. Missing or damaged files are skipped and logged."""
    try:
        return read_kit_maps(resource("pads"))
    except DrumCircleError as error:
        log.error("the notes of drum kits are missing: %s", error)
        return ()


def read_kit_maps(folder: Path) -> tuple[KitMap, ...]:
    """The families in `folder`."""
    return tuple(kit for file in sorted(folder.glob("*.toml")) if (kit := _read(file)))


def kit_map_for(port: str) -> KitMap:
    """The map for the kit on the MIDI port of that name; General MIDI's for an unknown family."""
    return matching_kit(kit_maps(), port)


def _read(file: Path) -> KitMap | None:
    try:
        return parse_kit_map(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError) as error:
        log.error("%s is damaged: %s", file.name, error)
        return None
