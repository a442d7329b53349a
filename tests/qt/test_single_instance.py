"""A running window receives what another process passes on."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from drumcircle_gui.qt import single_instance
from drumcircle_gui.qt.single_instance import FAMILY, MAX_MESSAGE, SingleInstance, hand_over, instance_name
from tests.tools.another_start import another_start

LINK = "drumcircle://127.0.0.1:9/Glade?key=k&pin=none"


@pytest.fixture
def folder():
    """A folder whose path is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="dc") as made:
        yield Path(made)


@pytest.fixture
def window(folder, qapp):
    """The listening instance, and the targets that it received."""
    instance = SingleInstance(folder)
    instance.targets = []
    instance.opened.connect(instance.targets.append)
    assert instance.listen()
    yield instance
    instance.close()
    instance.deleteLater()


def handed_over(qtbot, folder, target):
    """The result of `hand_over` in another process."""
    with another_start(folder, target) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
    return process.returncode == 0


@pytest.mark.slow
def test_a_link_is_handed_over(window, folder, qtbot):
    assert handed_over(qtbot, folder, LINK)
    assert handed_over(qtbot, folder, "")
    assert window.targets == [LINK, ""]


def test_without_a_window_nothing_is_handed_over(folder, qapp):
    assert not hand_over(folder, LINK)


@pytest.mark.slow
def test_the_first_window_of_a_folder_listens_and_the_next_after_it(window, folder, qtbot):
    second = SingleInstance(folder)
    assert not second.listen()
    window.close()
    window.close()
    assert second.listen()
    assert handed_over(qtbot, folder, LINK) and window.targets == []
    second.close()


@pytest.mark.slow
def test_a_window_that_was_killed_is_in_nobodys_way(folder, qtbot):
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QCoreApplication\n"
        "from drumcircle_gui.qt.single_instance import SingleInstance\n"
        "application = QCoreApplication([])\ninstance = SingleInstance(Path(sys.argv[1]))\n"
        "assert instance.listen()\nos._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, timeout=60)
    if sys.platform != "win32":
        assert Path(instance_name(folder)).exists()
    after = SingleInstance(folder)
    assert after.listen()
    after.close()


@pytest.mark.slow
@pytest.mark.parametrize("sent", [b"", b"no json", b"[]", b"[" * 9_999, b'{"target": "x"}', b"x" * (MAX_MESSAGE + 1)])
def test_what_is_no_message_is_dropped(window, folder, qtbot, sent):
    with Client(instance_name(folder), FAMILY) as client, pytest.raises((EOFError, ConnectionError)):
        client.send_bytes(sent)  # fails already if it announces more bytes than are allowed
        client.recv_bytes()
    assert handed_over(qtbot, folder, "") and window.targets == [""]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a pipe takes a message as a whole")
def test_a_message_may_come_in_pieces_and_brings_the_token_for_the_desktop(window, folder, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "before")
    message = json.dumps({"target": LINK, "token": "t1"}).encode()
    packet = len(message).to_bytes(4, "big") + message
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(instance_name(folder))
        client.sendall(packet[:9])
        assert handed_over(qtbot, folder, "") and window.targets == [""]  # others do not wait for the rest
        client.sendall(packet[9:])
        qtbot.waitUntil(lambda: window.targets == ["", LINK], timeout=10_000)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "t1"


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no mode")
def test_other_users_cannot_connect(window, folder):
    assert Path(instance_name(folder)).stat().st_mode & 0o077 == 0


@pytest.mark.slow
def test_what_the_sender_has_given_up_is_not_opened(window, folder, qtbot):
    with Client(instance_name(folder), FAMILY) as client:
        client.send_bytes(json.dumps({"target": LINK, "token": ""}).encode())
    assert handed_over(qtbot, folder, "") and window.targets == [""]


@pytest.mark.slow
def test_a_window_that_does_not_answer_is_no_use(folder, qtbot, monkeypatch):
    monkeypatch.setattr(single_instance, "TIMEOUT_S", 0.05)
    instance = SingleInstance(folder)
    assert instance.listen()
    assert not hand_over(folder, LINK)  # the thread that would take it waits for the answer
    assert not SingleInstance(folder).listen()
    instance.close()


def test_macos_sends_links_and_files_as_events(window, qapp):
    assert window.eventFilter(qapp, QFileOpenEvent(QUrl(LINK)))
    assert window.eventFilter(qapp, QFileOpenEvent("/tmp/Evening.drumcircle"))
    assert window.targets == [LINK, "/tmp/Evening.drumcircle"]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe's name is always short")
def test_a_folder_whose_path_is_too_long_has_no_socket(tmp_path, qapp):
    deep = tmp_path / ("x" * 120)
    assert instance_name(deep) == "" and not hand_over(deep, LINK) and not SingleInstance(deep).listen()


def test_on_windows_the_name_is_a_digest(monkeypatch, tmp_path):
    monkeypatch.setattr(single_instance.sys, "platform", "win32")
    name = instance_name(tmp_path)
    assert name.startswith("\\\\.\\pipe\\drumcircle-") and name != instance_name(tmp_path / "x")
