"""Reports: complete, in order, and never in the way."""

import json
import logging
import threading
from pathlib import Path

import pytest

from drumcircle_gui import event_log_io
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


def test_what_was_there_before_stays(tmp_path: Path) -> None:
    for event in ("first", "second"):
        report = FileEventLog(tmp_path / "report")
        report.write(event)
        report.close()
    assert [line["event"] for line in lines(tmp_path / "report")] == ["first", "second"]


def test_closing_twice_and_writing_afterwards_is_nothing(tmp_path: Path) -> None:
    report = FileEventLog(tmp_path / "report")
    report.close()
    report.close()
    report.write("heard")
    assert lines(tmp_path / "report") == []


def test_a_file_that_cannot_be_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        FileEventLog(tmp_path / "nowhere" / "report")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_ends_the_report_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    report = FileEventLog(FULL)
    for number in range(10):
        report.write("heard", number=number)
    report.close()
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "the report ends here" in caplog.text


class SlowFile:
    """Takes nothing until told to; then all."""

    def __init__(self) -> None:
        self.asked, self.go = threading.Event(), threading.Event()

    def write(self, line: str) -> None:
        self.asked.set()
        self.go.wait()

    def __enter__(self) -> None:
        """As a file does."""

    def __exit__(self, *_: object) -> None:
        """As a file does."""


class SlowPath:
    def __init__(self) -> None:
        self.file = SlowFile()

    def open(self, *_: object, **__: object) -> SlowFile:
        return self.file


def test_a_slow_disk_loses_lines_but_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(event_log_io, "MOST_WAITING", 2)
    monkeypatch.setattr(event_log_io, "TO_CLOSE", 0.01)
    path = SlowPath()
    report = FileEventLog(path)  # type: ignore[arg-type]
    report.write("heard")
    path.file.asked.wait()
    for _ in range(10):
        report.write("heard")
    report.close()
    assert "the report's end is lost" in caplog.text
    assert "the report lacks 8 lines" in caplog.text
    path.file.go.set()
    report.close()


def test_nobody_asked() -> None:
    assert NoEventLog().write("heard", player=1) is None  # type: ignore[func-returns-value]
