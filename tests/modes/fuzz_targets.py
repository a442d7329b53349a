"""Fuzz target of the files of sessions."""

from drumcircle_gui.modes.catalogue import MODES, ModeChoice
from drumcircle_gui.modes.mode_session import ModeSession, parse_session, render_session
from tests.tools.fuzz.inputs import NESTED_TOML, damaged_text
from tests.tools.fuzz.registry import fuzz_target

FILES = [
    'name = "Sunday evening"\n\n[[step]]\nmode = "follow-the-leader"\nplayers = ["Fern"]\nlength = 2\n',
    *(render_session(ModeSession((ModeChoice(mode=mode, length=4),) * 2, name="Evening")) for mode in MODES),
]


@fuzz_target(damaged_text(FILES), corpus=NESTED_TOML)
def session_files(text: str) -> None:
    """A file is a session that can be written and read again, or is refused with a text."""
    try:
        session = parse_session(text)
    except ValueError as error:
        assert str(error)
        return
    assert parse_session(render_session(session)) == session
