"""A file that arrives piece by piece."""

import hashlib

from drumcircle_gui.loops.incoming_file import IncomingFile

DATA = b"a loop to play to"
FILE = hashlib.sha256(DATA).hexdigest()


def test_pieces_in_order_make_the_file() -> None:
    file = IncomingFile(FILE, len(DATA))
    assert [file.add(0, DATA[:5]), file.add(5, DATA[5:])] == [True, True]
    assert (file.complete, file.intact) == (True, True)


def test_other_pieces_are_left_out() -> None:
    file = IncomingFile(FILE, len(DATA))
    assert not file.add(3, DATA[3:])
    assert file.add(0, DATA[:5])
    assert not file.add(0, DATA[:5])
    assert not file.add(5, DATA)
    assert (file.offset, file.complete) == (5, False)


def test_other_bytes_are_noticed() -> None:
    file = IncomingFile(FILE, len(DATA))
    file.add(0, DATA.upper())
    assert (file.complete, file.intact) == (True, False)
