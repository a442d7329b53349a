"""Fuzz target of the files of grooves."""

from drumcircle_gui.grooves.groove_file import parse_groove, render_groove
from drumcircle_gui.paths import resource
from tests.tools.fuzz.inputs import NESTED_TOML, damaged_text
from tests.tools.fuzz.registry import fuzz_target

FILES = [file.read_text(encoding="utf-8") for file in sorted(resource("grooves").glob("*.toml"))[:6]]


@fuzz_target(damaged_text(FILES), corpus=NESTED_TOML)
def groove_files(text: str) -> None:
    """A file is a groove that can be written and read again, or is refused with a text."""
    try:
        groove = parse_groove(text)
    except ValueError as error:
        assert str(error)
        return
    written = render_groove(groove)
    assert render_groove(parse_groove(written)) == written
