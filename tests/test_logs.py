import io
import logging
import os
import sys
import warnings
from pathlib import Path

import pytest

from drumcircle_gui.defaults import LOG_VARIABLE
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.logs import Log, log_level

OURS = logging.getLogger("drumcircle_gui.somewhere")
OTHER = logging.getLogger("another_library")

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


@pytest.fixture
def log(tmp_path):
    with Log(tmp_path / "logs", "test") as log:
        yield log


def test_the_file_holds_our_messages_and_warnings_of_others(log):
    OURS.info("a player joined")
    OURS.debug("a frame")
    OTHER.info("chatter")
    OTHER.warning("trouble")
    text = log.file.read_text()
    assert "INFO MainThread drumcircle_gui.somewhere: a player joined" in text
    assert "WARNING MainThread another_library: trouble" in text
    assert "chatter" not in text and "a frame" not in text


def test_at_debug_level_the_file_holds_everything_of_ours(tmp_path):
    with Log(tmp_path, level=logging.DEBUG) as log:
        OURS.debug("a frame")
    assert "DEBUG MainThread drumcircle_gui.somewhere: a frame" in log.file.read_text()


@pytest.mark.parametrize(
    ("value", "verbose", "level"),
    [
        ("", False, logging.INFO),
        ("", True, logging.DEBUG),
        ("debug", False, logging.DEBUG),
        (" Warning ", False, logging.WARNING),
        ("warning", True, logging.DEBUG),
    ],
)
def test_the_level_comes_from_the_option_or_the_environment(value: str, verbose: bool, level: int) -> None:
    assert log_level({LOG_VARIABLE: value} if value else {}, verbose=verbose) == level


def test_an_unknown_level_is_an_error_in_words() -> None:
    with pytest.raises(DrumCircleError, match=r"DRUMCIRCLE_LOG is “loud”\. Set it to one of these: debug, info"):
        log_level({LOG_VARIABLE: "loud"}, verbose=False)


def test_the_terminal_shows_warnings_in_one_line_without_traceback(tmp_path, capsys):
    with Log(tmp_path) as log:
        OURS.info("a player joined")
        try:
            raise ValueError("no such drum")
        except ValueError:
            OURS.exception("The drum is lost\nand more")
    assert capsys.readouterr().err == "ERROR: The drum is lost\n"
    assert "Traceback" in log.file.read_text()


def test_the_terminal_shows_each_unhandled_exception_once(tmp_path, capsys):
    with Log(tmp_path) as log:
        for known in (False, True):
            OURS.error("Unexpected error", extra={"known": known})
    assert capsys.readouterr().err == "ERROR: Unexpected error\n"
    assert log.file.read_text().count("Unexpected error") == 2


def test_warnings_of_python_are_logged(tmp_path):
    with warnings.catch_warnings(), Log(tmp_path) as log:
        warnings.simplefilter("default")
        warnings.warn("old ways", stacklevel=1)
    assert "old ways" in log.file.read_text()


def test_the_files_have_a_bounded_size(log):
    for _ in range(60):
        OURS.info("x" * 100_000)
    sizes = [file.stat().st_size for file in log.file.parent.iterdir()]
    assert len(sizes) <= 4
    assert max(sizes) <= 1_000_000


def test_a_file_that_cannot_be_opened_is_reported_in_a_sentence(tmp_path, capsys):
    (tmp_path / "logs").touch()
    with Log(tmp_path / "logs"):
        OURS.warning("still shown")
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("WARNING: No log is written to")
    assert lines[1:] == ["WARNING: still shown"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_reported_once_in_a_sentence(tmp_path, capsys):
    (tmp_path / "test.log").symlink_to("/dev/full")
    with Log(tmp_path, "test"):
        for _ in range(3):
            OURS.info("a player joined")
    (line,) = capsys.readouterr().err.splitlines()
    assert "is incomplete: No space left on device." in line


def test_a_closed_terminal_is_no_error(tmp_path, monkeypatch):
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    with Log(tmp_path) as log:
        OURS.warning("for the file")
    assert "for the file" in log.file.read_text()


@posix
def test_only_the_user_can_read_the_log(tmp_path):
    (tmp_path / "data").mkdir(mode=0o755)
    before = os.umask(0)
    try:
        with Log(tmp_path / "data" / "deep" / "logs", "test") as log:
            OURS.info("x" * 1_100_000)
            OURS.info("in the next file")
    finally:
        os.umask(before)
    assert {file.stat().st_mode & 0o777 for file in log.file.parent.iterdir()} == {0o600}
    assert log.file.parent.stat().st_mode & 0o777 == 0o700
    assert log.file.parent.parent.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o755


@posix
def test_an_older_log_that_others_can_read_becomes_private(tmp_path):
    (tmp_path / "test.log").touch(0o644)
    with Log(tmp_path, "test") as log:
        assert log.file.stat().st_mode & 0o777 == 0o600


def test_after_closing_no_handler_is_left(tmp_path):
    before = logging.getLogger().handlers[:]
    log = Log(tmp_path).open()
    log.close()
    log.close()
    assert logging.getLogger().handlers == before
