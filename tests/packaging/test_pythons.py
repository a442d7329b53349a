import subprocess
from types import SimpleNamespace

import pytest


@pytest.fixture
def pythons(load, monkeypatch, tmp_path):
    """The script on a machine with the Pythons in `versions`: command -> the version that it reports."""
    module = load("pythons")
    module.versions = {}
    module.ran = []

    def run(command, **options):
        if options.get("cwd"):
            module.ran.append((command, options["env"].get("DRUMCIRCLE_VENV")))
            return SimpleNamespace(returncode=3)
        if command[0] not in module.versions:
            raise OSError("no such command")
        return subprocess.CompletedProcess(command, 0, stdout=f"{module.versions[command[0]]}\n")

    monkeypatch.delenv("DRUMCIRCLE_VENV", raising=False)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    monkeypatch.setattr(module, "THIS", "3.11")
    monkeypatch.setattr(module.sys, "executable", "this")
    monkeypatch.setattr(module.subprocess, "run", run)
    monkeypatch.setattr(
        module.shutil, "which", lambda name: f"/bin/{name}" if f"/bin/{name}" in module.versions else None
    )
    return module


def test_this_python_and_those_on_the_path_are_found(pythons):
    pythons.versions = {"/bin/python3.13": "3.13", "/bin/python3.12": ""}  # the latter cannot make environments
    assert pythons.found() == {"3.11": "this", "3.13": "/bin/python3.13"}
    assert pythons.others() == {"3.13": "/bin/python3.13"}


def test_a_python_of_pyenv_is_found_although_its_shim_fails(pythons, tmp_path):
    command = tmp_path / "versions/3.12.1/bin/python3.12"
    command.parent.mkdir(parents=True)
    command.touch()
    pythons.versions = {"/bin/python3.12": "", str(command): "3.12"}
    assert pythons.others() == {"3.12": str(command)}


def test_each_has_an_environment_of_its_own(pythons):
    assert pythons.run("3.13", "python3.13", "circle.py") == 3
    assert pythons.run("3.11", "this", "circle.py") == 3
    assert pythons.ran == [(["python3.13", "circle.py"], ".venv-3.13"), (["this", "circle.py"], None)]
