"""Fuzz targets for the files that the program reads: recordings, settings, keys and the recovery log."""

import io
import tempfile
from pathlib import Path

from hypothesis import strategies as st

from drumcircle_gui import settings
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.framing import BODY_CHECKED, CHECKED
from drumcircle_gui.recording.journal import (
    HEADER_SIZE,
    JournalError,
    JournalReader,
    JournalSummary,
    decode_end,
    encode_header,
)
from drumcircle_gui.recording.midi_file_io import MidiFileError, write_midi_file
from drumcircle_gui.recording.performance import PerformanceError, build_performance
from drumcircle_gui.recording.renderer import scheduled_sounds
from drumcircle_gui.recording.score import build_score
from drumcircle_gui.server.identity_io import KEYS_FILE, load_identity
from drumcircle_gui.server.recovery_io import load_recovery
from drumcircle_gui.timing.units import Micros
from tests.tools.fuzz.inputs import damaged
from tests.tools.fuzz.registry import fuzz_target

from .material import batch, journal, welcome

WHOLE = journal()
OLD = [file.read_bytes() for file in Path(__file__).parents[1].glob("old_files/*/*.drumcircle")]
FAR = journal([(0.0, welcome()), (1.0, batch(0, (2**31, 9_000_000_000.0, 38)))])


def _damaged(data: bytes, place: int, flip: int, cut: int) -> bytes:
    changed = bytearray(data)
    changed[place % len(data)] ^= flip
    return bytes(changed[: cut % (len(data) + 1)])


def _frames(format: object) -> st.SearchStrategy[bytes]:
    return st.lists(st.binary(max_size=60).map(format.encode), max_size=4).map(b"".join)  # type: ignore[attr-defined]


JOURNALS = st.one_of(
    st.builds(_damaged, st.just(WHOLE), st.integers(0, 2000), st.integers(0, 255), st.integers(0, 2000)),
    damaged([WHOLE, *OLD]),
    _frames(CHECKED).map(lambda frames: encode_header(1) + frames),
    st.binary(max_size=100),
)


@fuzz_target(JOURNALS, corpus=(FAR, WHOLE, WHOLE[: HEADER_SIZE + 9], *OLD))
def recording(data: bytes) -> None:
    """A recording is summarized, scored and exported, or declined with a reason."""
    decode_end(data[-4096:])
    try:
        summary = JournalSummary()
        for record in JournalReader(io.BytesIO(data)):
            summary.add(record)
        score = build_score(build_performance(JournalReader(io.BytesIO(data))))
        list(scheduled_sounds(score, since=Micros(0)))
        write_midi_file(score, io.BytesIO())
    except (JournalError, PerformanceError, MidiFileError):
        return


@fuzz_target(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def settings_file(data: bytes) -> None:
    """Settings are read, or declined with a reason."""
    try:
        assert settings.parse(settings.render(settings.parse(data))) == settings.parse(data)
    except DrumCircleError:
        return


@fuzz_target(st.one_of(st.binary(max_size=100), st.just(b'{"player": null, "conductor": "x"}')))
def keys_file(data: bytes) -> None:
    """Keys are read, or declined with a reason."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / KEYS_FILE).write_bytes(data)
        try:
            load_identity(Path(folder))
        except DrumCircleError:
            return


@fuzz_target(st.one_of(_frames(BODY_CHECKED), st.binary(max_size=200)))
def recovery_log(data: bytes) -> None:
    """A recovery log is loaded or ignored."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "circle-1.memory"
        path.write_bytes(data)
        load_recovery(path, "Oak")
