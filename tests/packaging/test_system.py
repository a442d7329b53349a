import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.child_process import child

from .conftest import FOLDER

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack something")


@pytest.fixture
def apt(system, monkeypatch):
    """A simulated Debian: it has the packages `known`, and records what is installed."""

    class Apt:
        known = {"libasound2", "xvfb"}
        installed: list[str] = []
        user = 0

        def run(self, command, **options):
            if "install" in command:
                assert options["env"]["DEBIAN_FRONTEND"] == "noninteractive"
                self.installed = [*self.installed, *command[command.index("--no-install-recommends") + 1 :]]
            code = 0 if command[0] == "apt-get" or command[-1] in self.known else 100
            return subprocess.CompletedProcess(command, code)

    apt = Apt()
    monkeypatch.delenv("DEBIAN_FRONTEND", raising=False)
    monkeypatch.setattr(system.subprocess, "run", apt.run)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system.os, "geteuid", lambda: apt.user)
    return apt


def need(system, apt, *names):
    return system.Need(names[-1], names, lambda _: bool(set(names) & set(apt.installed)))


@linux
def test_root_gets_missing_packages_installed(system, apt):
    assert system.provide([need(system, apt, "xvfb")]) == []
    assert apt.installed == ["xvfb"]


@linux
def test_installed_packages_are_not_installed_again(system, apt):
    apt.installed = ["xvfb"]
    assert system.provide([need(system, apt, "xvfb")]) == []
    assert apt.installed == ["xvfb"]


@linux
def test_the_package_name_of_this_release_is_used(system, apt):
    system.provide([need(system, apt, "libasound2t64", "libasound2")])
    assert apt.installed == ["libasound2"]


@linux
def test_a_package_needed_twice_is_named_once(system, apt):
    assert system.remedy([need(system, apt, "xvfb")] * 2).endswith("apt-get install xvfb")


@linux
def test_a_user_gets_the_command(system, apt):
    apt.user = 1000
    missing = system.provide([need(system, apt, "xvfb")])
    assert system.named(missing) == "xvfb"
    assert "sudo apt-get update && sudo apt-get install xvfb" in system.remedy(missing)
    assert apt.installed == []


@linux
def test_another_linux_names_the_missing_file(system, apt, monkeypatch):
    monkeypatch.setattr(system.shutil, "which", lambda _: None)
    missing = system.provide([need(system, apt, "xvfb")])
    assert "packages that contain xvfb" in system.remedy(missing)


def test_other_systems_lack_nothing(system, apt, monkeypatch):
    monkeypatch.setattr(system.sys, "platform", "darwin")
    assert system.provide([need(system, apt, "xvfb")]) == []
    assert apt.installed == []


def test_libraries_programs_and_modules_are_recognised(system):
    for kind, there in ((system.program, "python3"), (system.module, "json")):
        assert [each.found(each.proof) for each in (kind(there, ""), kind("no-such-thing", ""))] == [True, False]
    assert not system.library("libno-such-thing.so.9", "").found("libno-such-thing.so.9")


@linux
def test_a_loadable_library_is_recognised(system):
    assert system.library("libc.so.6", "libc6").found("libc.so.6")


@linux
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_display_is_known_by_the_environment(system, monkeypatch, name):
    for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(each, raising=False)
    assert not system.has_display()
    monkeypatch.setenv(name, "something")
    assert system.has_display()


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
def test_a_virtual_display_lasts_as_long_as_its_program():
    program = "import os, sys; print(os.environ['DISPLAY'], flush=True); sys.stdin.read()"
    script = f"import sys, system; sys.exit(system.run_on_virtual_display([sys.executable, '-c', {program!r}]))"
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with child([sys.executable, "-c", script], cwd=FOLDER, **pipes) as process:
        socket = Path(f"/tmp/.X11-unix/X{process.stdout.readline().strip()[1:]}")
        assert socket.exists()
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == -signal.SIGTERM % 256
    assert not socket.exists()
