import signal
import sys

import pytest

from drumcircle_gui.sound.process.exit_status_io import EXIT_FAILED, EXIT_STALLED, describe_exit


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (EXIT_STALLED, "the audio device stopped responding"),
        (EXIT_FAILED, "log file"),
        (0, "closed"),
        (1, "exit code 1"),
        (-250, "signal 250"),
    ],
)
def test_every_way_to_end_has_a_cause(code, words):
    assert words in describe_exit(code)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")
def test_a_signal_is_named():
    assert "SIGKILL" in describe_exit(-signal.Signals.SIGKILL)
