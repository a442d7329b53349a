import asyncio
import gc
import logging
import sys
import threading

import pytest

from drumcircle_gui.error_hooks import ErrorHooks, ErrorReport
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.tasks import LoopThread, Tasks


@pytest.fixture
def reports() -> list[ErrorReport]:
    return []


@pytest.fixture
def hooks(reports):
    with ErrorHooks(reports.append) as hooks:
        yield hooks


def raised(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def summaries(reports: list[ErrorReport]) -> list[str]:
    return [report.summary for report in reports]


def test_a_report_says_what_happened_and_where():
    report = ErrorReport.of(raised("no such drum"), "the test")
    assert report.summary == "ValueError: no such drum"
    assert report.where == "the test"
    assert "in raised" in report.details and "Python" in report.details
    assert ErrorReport.of(KeyError(), "here").summary == "KeyError"


def test_exceptions_of_the_main_thread_are_reported(hooks, reports):
    error = raised("main")
    sys.excepthook(type(error), error, None)
    assert summaries(reports) == ["ValueError: main"]


def test_exceptions_of_threads_are_reported_with_the_name_of_the_thread(hooks, reports):
    thread = threading.Thread(target=lambda: 1 / 0, name="drummer")
    thread.start()
    thread.join()
    assert [(report.where, report.summary) for report in reports] == [
        ("the thread drummer", "ZeroDivisionError: division by zero")
    ]


@pytest.mark.slow
def test_exceptions_of_finalizers_are_reported(hooks, reports):
    class Clumsy:
        def __del__(self) -> None:
            raise ValueError("too late")

    Clumsy()
    gc.collect()
    assert summaries(reports) == ["ValueError: too late"]


def test_exceptions_of_a_watched_loop_are_reported(hooks, reports):
    async def main() -> None:
        hooks.watch(asyncio.get_running_loop())
        asyncio.get_running_loop().call_soon(lambda: 1 / 0)
        asyncio.get_running_loop().call_exception_handler({"message": "odd"})
        await asyncio.sleep(0)

    asyncio.run(main())
    assert summaries(reports) == ["RuntimeError: odd", "ZeroDivisionError: division by zero"]


def test_exceptions_in_tasks_and_callbacks_of_a_loop_thread_are_reported(hooks, reports):
    async def fail() -> None:
        raise ValueError("in a task")

    async def scene() -> None:
        tasks = Tasks()
        await asyncio.wait([tasks.start(fail(), "clumsy")])
        asyncio.get_running_loop().call_soon(lambda: 1 / 0)
        await asyncio.sleep(0)
        await tasks.close()

    with LoopThread("network", hooks.handle_loop_error) as network:
        network.call(scene()).result(5)
    assert summaries(reports) == ["ValueError: in a task", "ZeroDivisionError: division by zero"]
    assert reports[0].where == "the task clumsy"


def test_a_connection_that_the_peer_resets_is_no_unexpected_error(hooks, reports):
    """The errors that uvloop makes of it, and of another operation on a transport."""
    loop = asyncio.new_event_loop()
    closed = RuntimeError("unable to perform operation on <TCPTransport closed=True>; the handler is closed")
    told = {"message": "Fatal error on SSL protocol", "transport": None, "protocol": None}
    hooks.handle_loop_error(loop, {**told, "exception": closed})
    assert reports == []
    hooks.handle_loop_error(loop, {**told, "exception": RuntimeError("unable to perform operation")})
    hooks.handle_loop_error(loop, {"message": "Exception in callback", "exception": closed})
    assert len(reports) == 2
    loop.close()


def test_an_exception_is_reported_once_and_logged_with_its_traceback(hooks, reports, caplog):
    error = raised("seen twice")
    hooks.report(error, "a task")
    hooks.report(error, "its owner")
    assert summaries(reports) == ["ValueError: seen twice"]
    (record,) = caplog.records
    assert record.levelno == logging.ERROR and "in raised" in caplog.text


def test_equal_errors_are_marked_as_known_for_the_terminal(hooks, caplog):
    for _ in range(3):
        hooks.report(raised("again and again"), "a timer")
    assert [record.known for record in caplog.records] == [False, True, True]


def test_an_unexpected_exception_that_ends_the_block_becomes_a_sentence(reports):
    with pytest.raises(DrumCircleError, match=r"unexpected error.*no such drum"), ErrorHooks(reports.append):
        raise raised("no such drum")
    assert summaries(reports) == ["ValueError: no such drum"]


def test_an_expected_error_and_an_interruption_leave_the_block_unchanged(reports):
    for error in (DrumCircleError("The port is in use."), KeyboardInterrupt()):
        with pytest.raises(type(error)) as left, ErrorHooks(reports.append):
            raise error
        assert left.value is error
    assert not reports


def test_interruptions_and_exits_go_to_the_previous_hooks(monkeypatch, reports):
    before = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: before.append(args))
    monkeypatch.setattr(threading, "excepthook", before.append)
    with ErrorHooks(reports.append):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()
    assert len(before) == 2 and not reports


def test_an_error_while_notifying_is_only_logged(caplog):
    def notify(report: ErrorReport) -> None:
        hooks.report(raised("during the report"), "the dialog")
        raise raised("at its end")

    with ErrorHooks(notify) as hooks:
        hooks.report(raised("first"), "a task")
    logged = [str(record.exc_info[1]) for record in caplog.records]
    assert logged == ["first", "during the report", "at its end"]


def test_on_exit_the_previous_hooks_are_restored(reports):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with ErrorHooks(reports.append):
        assert sys.excepthook != before[0]
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
