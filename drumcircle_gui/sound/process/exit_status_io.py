"""Exit codes of the sound process, and texts for any exit code or signal."""

from signal import Signals

EXIT_STALLED = 3
"""Exit code: the audio device no longer asks for sound."""

EXIT_FAILED = 4
"""Exit code: an unexpected exception; its traceback is on standard error."""

UNRESPONSIVE = "its process stopped responding"
_KNOWN = {
    0: "its process closed",
    EXIT_STALLED: "the audio device stopped responding",
    EXIT_FAILED: "there was an unexpected error, which is in the log file",
}


def describe_exit(code: int) -> str:
    """Why a process ended with `code`, as `subprocess` reports it: negative for a signal. Completes "…, because"."""
    if code < 0:
        return f"the system or another program ended its process ({_signal_name(-code)})"
    return _KNOWN.get(code, f"its process failed (exit code {code})")


def _signal_name(number: int) -> str:
    return Signals(number).name if number in set(Signals) else f"signal {number}"
