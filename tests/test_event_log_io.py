"""Reports are complete and in order, and a slow disk delays no caller."""

import json
import logging
import threading
from pathlib import Path

import pytest

from drumcircle_gui import background_writer_io, event_log_io
from drumcircle_gui.append_log_io import AppendLog
from drumcircle_gui.event_log_io import FileEventLog, NoEventLog

FULL = Path("/dev/full")


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_each_event_is_a_line_in_the_order_of_writing(tmp_path: Path) -> None:
    path = tmp_path / "report"
    report = FileEventLog(path)
    for number in range(2000):
        report.write("heard", number=number, name="Zoë")
    report.close()
    assert lines(path) == [{"event": "heard", "number": number, "name": "Zoë"} for number in range(2000)]


def test_a_report_is_appended_to_an_existing_file(tmp_path: Path) -> None:
    for event in ("first", "second"):
        report = FileEventLog(tmp_path / "report")
        report.write(event)
        report.close()
    assert [line["event"] for line in lines(tmp_path / "report")] == ["first", "second"]


def test_closing_twice_and_writing_afterwards_do_nothing(tmp_path: Path) -> None:
    report = FileEventLog(tmp_path / "report")
    report.close()
    report.close()
    report.write("heard")
    assert lines(tmp_path / "report") == []


def test_a_file_that_cannot_be_opened_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        FileEventLog(tmp_path / "nowhere" / "report")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_ends_the_report_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    report = FileEventLog(FULL)
    for number in range(10):
        report.write("heard", number=number)
    report.close()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "The report ends here" in caplog.text


def test_a_slow_disk_loses_lines_but_delays_no_caller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked, answer = threading.Event(), threading.Event()

    def append(self: AppendLog, data: bytes) -> None:
        asked.set()
        answer.wait()

    monkeypatch.setattr(AppendLog, "append", append)
    monkeypatch.setattr(event_log_io, "MAX_WAITING", 2)
    monkeypatch.setattr(background_writer_io, "CLOSE_TIMEOUT_S", 0.01)
    report = FileEventLog(tmp_path / "report")
    report.write("heard")
    asked.wait()
    for _ in range(10):
        report.write("heard")
    report.close()
    assert "The end of the report is lost" in caplog.text
    assert "The report lacks 8 lines" in caplog.text
    answer.set()
    report.close()


def test_without_a_report_events_are_discarded() -> None:
    assert NoEventLog().write("heard", player=1) is None  # type: ignore[func-returns-value]
