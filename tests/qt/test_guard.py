import asyncio
import sys
import threading

import pytest

from drumcircle_gui.qt.guard import ErrorReport, Guard


@pytest.fixture
def reports():
    return []


@pytest.fixture
def guard(reports):
    with Guard(reports.append) as guard:
        yield guard


def raised(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_a_report_says_what_happened_and_where():
    report = ErrorReport.of(raised("no such drum"), "the test")
    assert report.summary == "ValueError: no such drum"
    assert report.where == "the test"
    assert "in raised" in report.details and "Python" in report.details
    assert ErrorReport.of(KeyError(), "here").summary == "KeyError"


def test_exceptions_of_the_main_thread_are_reported(guard, reports):
    error = raised("main")
    sys.excepthook(type(error), error, None)
    assert [report.summary for report in reports] == ["ValueError: main"]


def test_exceptions_of_threads_are_reported_with_their_name(guard, reports):
    thread = threading.Thread(target=lambda: 1 / 0, name="drummer")
    thread.start()
    thread.join()
    assert [(report.where, report.summary) for report in reports] == [
        ("drummer", "ZeroDivisionError: division by zero")
    ]


def test_exceptions_of_loops_are_reported(guard, reports):
    async def main() -> None:
        guard.watch(asyncio.get_running_loop())
        asyncio.get_running_loop().call_soon(lambda: 1 / 0)
        asyncio.get_running_loop().call_exception_handler({"message": "odd"})
        await asyncio.sleep(0)

    asyncio.run(main())
    assert [report.summary for report in reports] == ["RuntimeError: odd", "ZeroDivisionError: division by zero"]


def test_interrupting_is_nothing_unexpected(monkeypatch, reports):
    before = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: before.append(args))
    with Guard(reports.append):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(before) == 1 and not reports


def test_an_error_while_reporting_goes_to_the_handlers_of_before(monkeypatch):
    before = []
    monkeypatch.setattr(sys, "excepthook", lambda *args: before.append(args))

    def report(_: ErrorReport) -> None:
        error = raised("again")
        sys.excepthook(type(error), error, None)

    with Guard(report):
        error = raised("first")
        sys.excepthook(type(error), error, None)
    assert [str(args[1]) for args in before] == ["again"]


def test_afterwards_everything_is_as_before(reports):
    before = sys.excepthook, threading.excepthook
    with Guard(reports.append):
        assert sys.excepthook != before[0]
    assert (sys.excepthook, threading.excepthook) == before
