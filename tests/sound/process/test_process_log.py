import logging

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound.process.process_log import EntryFormatter, StderrReader


def entry(level, text, logger="drumcircle_gui.sound"):
    record = logging.LogRecord(logger, level, "", 0, text, (), None)
    return EntryFormatter().format(record) + "\n"


def test_entries_of_the_processes_own_log_keep_their_level():
    text = entry(logging.DEBUG, "a stroke") + entry(logging.INFO, "a port") + entry(logging.ERROR, "no device")
    assert list(StderrReader().feed(text.encode())) == [
        (logging.DEBUG, "drumcircle_gui.sound: a stroke"),
        (logging.INFO, "drumcircle_gui.sound: a port"),
        (logging.ERROR, "drumcircle_gui.sound: no device"),
    ]


def test_a_traceback_stays_with_its_entry():
    text = entry(logging.CRITICAL, "Unexpected error\nTraceback:\n  File x\nKeyError: 1")
    ((level, found),) = StderrReader().feed(text.encode())
    assert level == logging.CRITICAL
    assert found.endswith("Traceback:\n  File x\nKeyError: 1")


def test_text_of_libraries_is_a_warning_once_and_then_a_detail():
    reader = StderrReader()
    assert list(reader.feed(b"ALSA lib: underrun\n")) == [(logging.WARNING, "ALSA lib: underrun")]
    assert list(reader.feed(b"ALSA lib: underrun\n")) == [(logging.DEBUG, "ALSA lib: underrun")]


def test_text_of_a_library_between_entries_is_a_warning():
    data = b"noise\n" + entry(logging.INFO, "a port").encode() + b"more noise\n"
    assert [level for level, _ in StderrReader().feed(data)] == [logging.WARNING, logging.INFO, logging.WARNING]


def test_bytes_that_are_not_text_are_shown():
    assert list(StderrReader().feed(b"\xff\n")) == [(logging.WARNING, "�")]


def test_the_last_lines_are_kept_for_the_report():
    reader = StderrReader()
    list(reader.feed(b"".join(b"line %d\nDEBUG sound: a detail\n" % number for number in range(20))))
    assert reader.last_lines == "line 15 | line 16 | line 17 | line 18 | line 19"


def test_a_line_without_end_is_bounded():
    reader = StderrReader()
    assert sum(len(text) for chunk in range(20) for _, text in reader.feed(b"x" * 10_000)) > 100_000


@given(st.lists(st.binary(max_size=30), max_size=8))
def test_however_the_stream_is_cut_nothing_is_lost(chunks):
    whole, pieces = StderrReader(), StderrReader()
    data = b"".join(chunk.replace(b"\r", b"").replace(b"\xff", b"") for chunk in chunks)
    data = bytes(byte for byte in data if byte < 128)
    lines = lambda found: "".join(text for _, text in found).split()  # noqa: E731
    cut = len(data) // 2
    together = [*whole.feed(data), *whole.finish()]
    apart = [*pieces.feed(data[:cut]), *pieces.feed(data[cut:]), *pieces.finish()]
    assert "".join(lines(together)) == "".join(lines(apart))
