"""Sending a loop's file to a fake server."""

import hashlib
import os

from drumcircle_gui.conductor.loops.loop_upload import LoopUpload
from drumcircle_gui.loops.incoming_file import IncomingFile
from drumcircle_gui.protocol.loop_messages import LoopTransfer, LoopWanted, UploadLoop
from drumcircle_gui.timing.units import Micros

DATA = os.urandom(150_000)
FILE = hashlib.sha256(DATA).hexdigest()


class Server:
    """Answers as the real one does."""

    def __init__(self) -> None:
        self.file = IncomingFile(FILE, len(DATA))

    def answer(self, message: LoopTransfer) -> LoopWanted:
        if isinstance(message, UploadLoop):
            self.file.add(message.offset, message.data)
        return LoopWanted(FILE, self.file.offset)


def run(upload: LoopUpload, server: Server, answers: int = 10_000) -> int:
    """Send pieces and answer them one by one; return the number of answers."""
    pending: list[LoopTransfer] = [upload.offer()]
    for number in range(answers):
        if not pending:
            return number
        pending += upload.take(server.answer(pending.pop(0)), Micros(number * 1000))
    return answers


def test_the_whole_file_is_sent_once() -> None:
    upload, server = LoopUpload(FILE, DATA), Server()
    answers = run(upload, server)
    assert answers == 1 + -(-len(DATA) // 4096)
    assert (upload.complete, upload.sent, server.file.intact) == (True, 100, True)


def test_after_a_cut_the_rest_is_sent() -> None:
    upload, server = LoopUpload(FILE, DATA), Server()
    run(upload, server, 10)
    had = server.file.offset
    assert 0 < had < len(DATA)
    assert run(upload, server) == 1 + -(-(len(DATA) - had) // 4096)
    assert server.file.intact


def test_a_server_that_has_lost_all_gets_all() -> None:
    upload = LoopUpload(FILE, DATA)
    run(upload, Server(), 10)
    another = Server()
    run(upload, another)
    assert another.file.intact


def test_a_file_that_is_there_is_not_sent() -> None:
    upload = LoopUpload(FILE, DATA)
    upload.offer()
    assert upload.take(LoopWanted(FILE, len(DATA)), Micros(0)) == []
    assert upload.complete
    assert upload.take(LoopWanted(64 * "a", 0), Micros(0)) == []
