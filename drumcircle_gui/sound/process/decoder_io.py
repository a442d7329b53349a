"""Decodes a loop's file in a separate process: the file may come from anybody, and decoding takes a while."""

import logging
import subprocess
from pathlib import Path

import msgspec

from drumcircle_gui.sound.loops.loop_report import LoopReport

from .spawn_io import DECODE, MEASURE, PROCESS, process_environment

log = logging.getLogger(__name__)

DECODE_TIMEOUT_S = 120.0

FAILED = "It cannot be read: the program that reads sound files has ended unexpectedly"
NO_ANSWER = "It cannot be read within two minutes"


def decode_loop(source: Path, target: Path, *, measured: bool = False) -> LoopReport:
    """Decode `source` to `target` (see `loops/decode_io`), and measure its tempo if `measured`. Blocks for seconds."""
    words = (*PROCESS, DECODE, str(source), str(target), *([MEASURE] if measured else []))
    try:
        done = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=DECODE_TIMEOUT_S,
            env=process_environment(),
            check=True,
        )
        report = msgspec.msgpack.decode(done.stdout, type=LoopReport)
    except subprocess.TimeoutExpired:
        log.warning("decoding %s took too long", source)
        return LoopReport(NO_ANSWER)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as error:
        stderr = (getattr(error, "stderr", None) or b"").decode(errors="replace").rstrip()
        log.warning("%s could not be decoded: %s\n%s", source, error, stderr)
        return LoopReport(FAILED)
    log.debug("decoded %s: %s", source, report)
    return report
