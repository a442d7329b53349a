import logging
import warnings

import pytest

from drumcircle_gui.logs import Log

NEAR = logging.getLogger("drumcircle_gui.somewhere")
FAR = logging.getLogger("somebody_else")


@pytest.fixture
def log(tmp_path):
    with Log(tmp_path / "logs", "test") as log:
        yield log


def test_the_file_holds_what_we_say_and_what_others_warn_of(log):
    NEAR.info("a player joined")
    FAR.info("chatter")
    FAR.warning("trouble")
    text = log.file.read_text()
    assert "INFO drumcircle_gui.somewhere: a player joined" in text
    assert "WARNING somebody_else: trouble" in text
    assert "chatter" not in text


def test_the_terminal_sees_warnings_only(tmp_path, capsys):
    with Log(tmp_path):
        NEAR.info("a player joined")
        NEAR.warning("a player is late")
    assert capsys.readouterr().err == "WARNING: a player is late\n"


def test_pythons_warnings_are_logged(tmp_path):
    with warnings.catch_warnings(), Log(tmp_path) as log:
        warnings.simplefilter("default")
        warnings.warn("old ways", stacklevel=1)
    assert "old ways" in log.file.read_text()


def test_the_file_does_not_grow_without_bound(log):
    for _ in range(60):
        NEAR.info("x" * 100_000)
    sizes = [file.stat().st_size for file in log.file.parent.iterdir()]
    assert len(sizes) <= 4
    assert max(sizes) <= 1_000_000


def test_where_no_file_can_be_written_that_is_said(tmp_path, capsys):
    (tmp_path / "logs").touch()
    with Log(tmp_path / "logs"):
        NEAR.warning("still heard")
    err = capsys.readouterr().err
    assert "No log is kept" in err
    assert "still heard" in err


def test_after_closing_nothing_is_left(tmp_path):
    before = logging.getLogger().handlers[:]
    log = Log(tmp_path).open()
    log.close()
    log.close()
    assert logging.getLogger().handlers == before
