import socket
import sys

import pytest

from drumcircle_gui import cli, doctor
from drumcircle_gui.doctor import Finding, examine, table
from drumcircle_gui.sound.messages import DeviceList


@pytest.fixture
def outfit(monkeypatch: pytest.MonkeyPatch):
    """A machine with these devices, which are listed without a child process."""

    def has(*audio: str, midi: tuple[str, ...] = (), problems: tuple[str, ...] = ()) -> None:
        monkeypatch.setattr(doctor, "list_devices", lambda: DeviceList(audio, midi, problems))

    has()
    return has


def found() -> dict[str, Finding]:
    return {finding.subject: finding for finding in examine()}


def test_every_part_is_checked(outfit) -> None:
    outfit("Speakers", midi=("TD-17", "MPD218"))
    report = found()
    assert {"Drum Circle", "Python", "TLS", "numpy", "Audio devices", "MIDI inputs", "Port", "Addresses", "Window"} <= (
        set(report)
    )
    assert report["MIDI inputs"].found == "TD-17, MPD218"
    assert report["Audio devices"].found == "Speakers"
    assert not report["numpy"].remedy


def test_missing_parts_have_a_remedy(outfit, monkeypatch) -> None:
    outfit(problems=("PortAudio is missing: sudo apt install libportaudio2",))
    monkeypatch.setattr(doctor, "PARTS", ("numpy", "no-such-package-anywhere", "no-such-sound"))
    monkeypatch.setattr(doctor, "OPTIONAL", {"no-such-sound"})
    report = found()
    assert "libportaudio2" in report["Sound and MIDI"].remedy
    assert report["no-such-package-anywhere"].remedy.endswith("-m pip install no-such-package-anywhere")
    assert report["no-such-sound"] == Finding("no-such-sound", "not installed")  # the devices' problems say what to do
    assert report["Audio devices"].found.startswith("none")
    assert not report["Audio devices"].remedy  # one can play without


def test_a_port_in_use_is_reported(outfit, monkeypatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setattr(doctor, "DEFAULT_PORT", taken.getsockname()[1])
        assert "--port" in found()["Port"].remedy


def test_without_qt_it_still_reports(outfit, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtGui", None)
    assert "cannot be loaded" in found()["Window"].found
    assert found()["Window"].remedy


def test_an_unresolvable_host_name_is_no_problem(outfit, monkeypatch) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise OSError("no such name")

    monkeypatch.setattr(doctor.socket, "getaddrinfo", nowhere)
    assert found()["Addresses"].found == "only this machine itself"


def test_the_table_marks_problems() -> None:
    text = table([Finding("Port", "8004 is free"), Finding("Qt", "missing", "install it")])
    assert text.splitlines() == [
        "  Port  8004 is free",
        "! Qt    missing",
        "        -> install it",
        "",
        "1 thing(s) to look at, marked with !",
    ]
    assert table([Finding("Port", "free")]).endswith("Everything is in order.")


def test_the_command_prints_it(outfit, capsys, tmp_path) -> None:
    assert cli.main(["--data-dir", str(tmp_path), "doctor"]) == 0
    assert "MIDI inputs" in capsys.readouterr().out


def test_the_start_page_can_be_drawn_without_a_screen(outfit, qapp, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")  # restored afterwards: the command sets it
    picture = tmp_path / "start.png"
    assert cli.main(["--data-dir", str(tmp_path), "doctor", "--picture", str(picture)]) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert cli.main(["--data-dir", str(tmp_path), "doctor", "--picture", str(tmp_path / "no" / "start.png")]) == 1
    assert "Choose another file" in capsys.readouterr().err
