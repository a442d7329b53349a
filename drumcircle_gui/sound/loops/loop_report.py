"""The report of the decoding process about a loop's file. Pure."""

import msgspec

MAX_LOOP_S = 300
MAX_CHANNELS = 2
MIN_RATE, MAX_RATE = 8_000, 96_000

NO_SOUND_FILE = "This is no WAV, FLAC or OGG file, or it is damaged"
TOO_LONG = f"It lasts longer than {MAX_LOOP_S // 60} minutes"
EMPTY = "There is no sound in it"
UNUSUAL_RATE = f"It has a sample rate that is not between {MIN_RATE // 1000} and {MAX_RATE // 1000} kHz"
MANY_CHANNELS = "It has more than two channels"


class LoopReport(msgspec.Struct, frozen=True):
    """`problem`: why the file cannot be played, "" if it can. `frames`: its length at LOOP_RATE.

    The loop has `beats` beats of `beat_s` seconds; 0 if that was not measured.
    """

    problem: str = ""
    frames: int = 0
    beat_s: float = 0.0
    beats: int = 0


def kind_of(head: bytes) -> str | None:
    """The format of a file that begins with `head` (12 bytes); None for a format that cannot be played."""
    if head[:4] in (b"RIFF", b"RF64") and head[8:12] == b"WAVE":
        return "WAV"
    return {b"fLaC": "FLAC", b"OggS": "OGG"}.get(head[:4])
