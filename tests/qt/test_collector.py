import gc
import threading

import pytest

from drumcircle_gui.qt.collector import Collector


class Knot:
    """A reference cycle; the thread that collects it is appended to `freed`."""

    def __init__(self, freed: list[threading.Thread]) -> None:
        self._freed, self._self = freed, self

    def __del__(self) -> None:
        self._freed.append(threading.current_thread())


def make_garbage(freed: list[threading.Thread]) -> None:
    for _ in range(20_000):
        Knot(freed)


@pytest.fixture
def other_thread():
    def run(*arguments):
        thread = threading.Thread(target=make_garbage, args=arguments)
        thread.start()
        thread.join()
        return thread

    return run


def test_garbage_of_other_threads_is_collected_on_the_gui_thread(qtbot, other_thread):
    freed = []
    with Collector():
        other_thread(freed)
        assert freed == []
        qtbot.waitUntil(lambda: len(freed) > 0)
    assert len(freed) == 20_000
    assert set(freed) == {threading.current_thread()}


@pytest.mark.slow
def test_the_previous_gc_state_is_restored(qtbot, other_thread):
    with Collector():
        assert not gc.isenabled()
    assert gc.isenabled()
    freed = []
    thread = other_thread(freed)
    assert thread in freed
    gc.collect()
