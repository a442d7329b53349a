import os
import signal
import threading

import pytest

from drumcircle_gui.qt.interruption import Interruption


@pytest.fixture(autouse=True)
def handlers():
    """Restores the signal handlers after the test."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself these signals there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_handled_while_the_event_loop_is_idle(qtbot, number):
    with Interruption() as interruption:
        with qtbot.waitSignal(interruption.wanted):
            kill = threading.Timer(0.05, os.kill, (os.getpid(), number))
            kill.start()
        kill.join()
        assert signal.getsignal(number) is signal.SIG_DFL  # the second time
    assert signal.getsignal(number) is signal.SIG_IGN


def test_the_previous_signal_handlers_are_restored(qtbot):
    bell = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(bell)
    with Interruption():
        assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert signal.set_wakeup_fd(bell) == bell
